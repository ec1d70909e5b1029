// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/tempcluster.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace desk {

/// A certificate authority of the test's own, and the certificates it signs, made with openssl.
class TestAuthority {
public:
    explicit TestAuthority(const QString &name)
    {
        (void)run(newKey(QStringLiteral("ca"), name)
                  << QStringLiteral("-x509") << QStringLiteral("-days") << QStringLiteral("30")
                  << QStringLiteral("-out") << QStringLiteral("ca.crt"));
        write(
            QStringLiteral("ca.cnf"),
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nserial=serial\n"
            "unique_subject=no\n[p]\ncommonName=supplied\n");
        write(QStringLiteral("index.txt"), {});
        write(QStringLiteral("serial"), "01\n");
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString root() const { return file(QStringLiteral("ca.crt")); }
    /// Makes <name>.key and <name>.crt; `names` is a subjectAltName. `until` as openssl takes it.
    [[nodiscard]] bool sign(const QString &name, const QString &commonName, const QString &names,
                            const QString &until = QStringLiteral("20490101000000Z"))
    {
        write(QStringLiteral("ext.cnf"), names.isEmpty() ? QByteArray() : "subjectAltName=" + names.toUtf8() + "\n");
        const QString csr = name + QStringLiteral(".csr");
        const QString signing = QStringLiteral("ca -batch -config ca.cnf -cert ca.crt -keyfile ca.key -extfile ext.cnf "
                                               "-notext -startdate 20200101000000Z -enddate %1 -in %2 -out %3.crt")
                                    .arg(until, csr, name);
        return run(newKey(name, commonName) << QStringLiteral("-out") << csr) && run(signing.split(u' '));
    }

private:
    static QStringList newKey(const QString &name, const QString &commonName)
    {
        return QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout %1.key")
                   .arg(name)
                   .split(u' ')
            << QStringLiteral("-subj") << QStringLiteral("/CN=") + commonName;
    }
    [[nodiscard]] bool run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile out(file(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
    }
    QTemporaryDir m_folder;
};

/// Gives a running TempCluster other rules of admission and a certificate; both hold for connections made from then on.
/// Without an authority the server speaks no TLS.
[[nodiscard]] inline bool serveTls(TempCluster &cluster, const TestAuthority *authority, const QString &certificate,
                                   const QByteArray &hba, const TestAuthority *clients = nullptr)
{
    const QString data = cluster.folder() + QStringLiteral("/data/");
    const auto put = [&](const QString &name, const QByteArray &content) {
        QFile out(data + name);
        if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return false;
        out.write(content);
        out.close();
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        const QString like = QStringLiteral("--reference=") + data + QStringLiteral("PG_VERSION");
        return QProcess::execute(QStringLiteral("chown"), {like, out.fileName()}) == 0;
    };
    const auto content = [](const QString &name) {
        QFile in(name);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    };
    bool ok = put(QStringLiteral("pg_hba.conf"), "local all all trust\n" + hba);
    if (authority)
        ok = ok && put(QStringLiteral("server.crt"), content(authority->file(certificate + QStringLiteral(".crt"))))
            && put(QStringLiteral("server.key"), content(authority->file(certificate + QStringLiteral(".key"))));
    if (clients)
        ok = ok && put(QStringLiteral("clients.crt"), content(clients->root()));
    auto admin = cluster.connect(QStringLiteral("admin"));
    const auto set = [&](const QByteArray &sql) { return admin && admin->exec(sql).has_value(); };
    ok = ok && set(authority ? "alter system set ssl = on" : "alter system set ssl = off")
        && set(clients ? "alter system set ssl_ca_file = 'clients.crt'" : "alter system reset ssl_ca_file")
        && set("select pg_reload_conf()");
    QTest::qWait(400); // the main process reads its files again a moment later
    return ok;
}

} // namespace desk
