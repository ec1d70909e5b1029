// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/smtpsink.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SmtpSink::~SmtpSink()
{
    stop();
}

bool SmtpSink::makeCertificates(QString *why) const
{
    if (QFile::exists(caFile()))
        return true;
    const QString script
        = u"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj '/CN=Essais' "
          "-keyout ca.key -out ca.pem && "
          "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj '/CN=localhost' "
          "-keyout server.key -out server.csr && "
          "printf 'subjectAltName=DNS:localhost' > server.ext && "
          "openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -days 2 -extfile server.ext -out server.pem"_s;
    QProcess shell;
    shell.setWorkingDirectory(m_folder.path());
    shell.start(u"sh"_s, {u"-c"_s, script});
    shell.waitForFinished(30000);
    if (shell.exitCode() != 0 && why)
        *why = QString::fromUtf8(shell.readAllStandardError());
    return shell.exitCode() == 0;
}

bool SmtpSink::start(Mode mode, bool logIn, QString *why, int port)
{
    stop();
    if (!QDir().mkpath(box()) || !makeCertificates(why) || !writeFile(secretFile(), secret + '\n'))
        return false;
    QFile::setPermissions(secretFile(), QFile::ReadOwner | QFile::WriteOwner);
    QStringList arguments{QStringLiteral(SMTP_SINK_SCRIPT),
                          u"--dir"_s,
                          box(),
                          u"--port"_s,
                          QString::number(port),
                          u"--cert"_s,
                          m_folder.filePath(u"server.pem"_s),
                          u"--key"_s,
                          m_folder.filePath(u"server.key"_s),
                          u"--mode"_s,
                          mode == Mode::Plain     ? u"plain"_s
                              : mode == Mode::Tls ? u"tls"_s
                                                  : u"starttls"_s};
    if (logIn)
        arguments << u"--user"_s << user << u"--password"_s << QString::fromUtf8(secret);
    m_process.start(u"/usr/bin/python3"_s, arguments);
    QByteArray said;
    while (!said.contains('\n') && m_process.waitForReadyRead(20000))
        said += m_process.readAllStandardOutput();
    m_port = said.startsWith("READY ") ? said.mid(6).trimmed().toInt() : 0;
    if (m_port == 0 && why)
        *why = QString::fromUtf8(said + m_process.readAllStandardError());
    return m_port != 0;
}

void SmtpSink::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

void SmtpSink::setMood(const QString &name, bool on) const
{
    const QString path = QDir(box()).filePath(name);
    if (!on)
        QFile::remove(path);
    else if (!writeFile(path, {}))
        qFatal("the sink's folder cannot be written");
}

QList<QByteArray> SmtpSink::files(const QString &pattern) const
{
    QList<QByteArray> contents;
    const QDir folder(box());
    for (const QString &name : folder.entryList({pattern}, QDir::Files, QDir::Name))
        contents.append(readFile(folder.filePath(name)));
    return contents;
}

QList<QByteArray> SmtpSink::messages() const
{
    return files(u"*.eml"_s);
}

QList<QByteArray> SmtpSink::envelopes() const
{
    return files(u"*.json"_s);
}

int SmtpSink::connections() const
{
    return static_cast<int>(readFile(QDir(box()).filePath(u"connections"_s)).count('\n'));
}

void SmtpSink::clear() const
{
    QDir folder(box());
    for (const QString &name : folder.entryList(QDir::Files))
        folder.remove(name);
}

QString SmtpSink::textOf(const QByteArray &message)
{
    const qsizetype start = message.indexOf("\r\n\r\n", message.indexOf("Content-Type: text/plain")) + 4;
    return QString::fromUtf8(QByteArray::fromBase64(message.mid(start, message.indexOf("\r\n--", start) - start)));
}

QByteArray SmtpSink::headerOf(const QByteArray &message, const QByteArray &name)
{
    const QByteArray head = "\r\n" + message.left(message.indexOf("\r\n\r\n")) + "\r\n";
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype start = at + 4 + name.size();
    qsizetype end = head.indexOf("\r\n", start);
    while (head.mid(end + 2, 1) == " ")
        end = head.indexOf("\r\n", end + 2);
    return head.mid(start, end - start).replace("\r\n ", " ");
}

} // namespace desk
