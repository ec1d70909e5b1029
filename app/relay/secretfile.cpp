// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 longestSecret = 1024;

Failure bad(const QString &rule, const QString &file)
{
    Error error{Error::Code::Invalid, u"secret file not usable"_s};
    error.rule = rule;
    error.params.insert(u"file"_s, file);
    return Failure(error);
}

/// systemd gives the service's user its credential through an access list, which shows as the group's right.
bool isOurs(const QFileInfo &file, const QString &credentials)
{
#ifdef Q_OS_UNIX
    const QFile::Permissions others
        = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther | QFile::WriteGroup | QFile::ExeGroup;
    const QFile::Permissions group = QFile::ReadGroup;
    const bool given = !credentials.isEmpty() && file.absolutePath() == QDir(credentials).absolutePath();
    return !(file.permissions() & others) && (given || !(file.permissions() & group));
#else
    Q_UNUSED(file)
    Q_UNUSED(credentials)
    return true; // access lists are the folder's: see app/programs/relay/README.md
#endif
}

} // namespace

Result<QByteArray> readSecretFile(const QString &name)
{
    const QString credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    const QString path = QDir::isRelativePath(name) && !credentials.isEmpty() ? QDir(credentials).filePath(name) : name;
    QFile file(path);
    const QFileInfo info(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return bad(u"secret_unreadable"_s, name);
    if (!isOurs(info, credentials))
        return bad(u"secret_open"_s, name);
    QByteArray secret = file.read(longestSecret + 2);
    if (secret.endsWith('\n'))
        secret.chop(secret.endsWith("\r\n") ? 2 : 1);
    if (secret.isEmpty() || secret.size() > longestSecret || secret.contains('\n') || secret.contains('\0'))
        return bad(u"secret_empty"_s, name);
    return secret;
}

} // namespace desk
