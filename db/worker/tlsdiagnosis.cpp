// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/tlsdiagnosis.h"

#include "db/libpq/conninfo.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int patienceMs = 3000;
// PostgreSQL's request for TLS: a length of 8, and a number no version of the protocol has.
const QByteArray request = QByteArray::fromHex("0000000804d2162f");

QString ruleOf(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid)
            return u"tls_expired"_s;
    }
    return errors.isEmpty() ? QString() : u"tls_unknown_authority"_s;
}

QString whyRefused(const ConnInfo &info)
{
    QSslSocket socket;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (const QString file = info.value(u"sslrootcert"_s); !file.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromPath(file));
    socket.setSslConfiguration(tls);
    socket.connectToHost(info.value(u"host"_s).section(u',', 0, 0),
                         info.value(u"port"_s).section(u',', 0, 0).toUShort());
    if (!socket.waitForConnected(patienceMs) || socket.write(request) != request.size()
        || !socket.waitForReadyRead(patienceMs) || socket.read(1) != "S")
        return {};
    QList<QSslError> found;
    QObject::connect(&socket, &QSslSocket::sslErrors, &socket,
                     [&found](const QList<QSslError> &errors) { found += errors; });
    socket.startClientEncryption();
    (void)socket.waitForEncrypted(patienceMs);
    return ruleOf(found);
}

} // namespace

Error diagnosed(Error error, const QString &connectText)
{
    if (error.rule != "tls_unverified"_L1 || !QSslSocket::supportsSsl())
        return error;
    const Result<ConnInfo> info = parseConnInfo(connectText);
    if (const QString rule = info ? whyRefused(*info) : QString(); !rule.isEmpty())
        error.rule = rule;
    return error;
}

} // namespace desk
