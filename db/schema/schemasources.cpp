// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/schemasources.h"

#include "resources/resources.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must not be used inside a namespace.
static void registerSchemaFiles()
{
    Q_INIT_RESOURCE(desk_schema_files);
}

namespace desk {

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("\r\n", "\n") : QByteArray();
}

QString hashOf(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

/// A scalar of the top level. The scripts are read properly by app/scripts; the schema needs these two words
/// only.
QString topLevelKey(const QByteArray &yaml, QLatin1StringView key)
{
    const QRegularExpression line(u"^%1:[ \\t]*(.*?)[ \\t]*$"_s.arg(key), QRegularExpression::MultilineOption);
    QString value = line.match(QString::fromUtf8(yaml)).captured(1);
    const bool quoted
        = value.size() >= 2 && value.front() == value.back() && (value.front() == u'"' || value.front() == u'\'');
    return quoted ? value.sliced(1, value.size() - 2) : value;
}

} // namespace

QString Migration::sha256() const
{
    return hashOf(sql);
}

QString ShippedScript::sha256() const
{
    return hashOf(yaml);
}

QList<Migration> migrationsIn(const QString &folder)
{
    static const QRegularExpression pattern(u"^(\\d{4})_\\w+$"_s);
    QList<Migration> migrations;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.sql"_s}, QDir::Files)) {
        const QString name = file.completeBaseName();
        if (const auto match = pattern.match(name); match.hasMatch())
            migrations << Migration{match.captured(1).toInt(), name, readFile(file.filePath())};
    }
    std::sort(migrations.begin(), migrations.end(),
              [](const Migration &a, const Migration &b) { return a.version < b.version; });
    return migrations;
}

QList<ShippedScript> scriptsIn(const QString &folder)
{
    QList<ShippedScript> scripts;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        const QByteArray yaml = readFile(file.filePath());
        const QString id = topLevelKey(yaml, "id"_L1);
        scripts << ShippedScript{id.isEmpty() ? file.completeBaseName() : id, topLevelKey(yaml, "title"_L1), yaml};
    }
    return scripts;
}

SchemaSources SchemaSources::shipped()
{
    static std::once_flag once;
    std::call_once(once, registerSchemaFiles);
    initResources();
    return {readFile(u":/schema/roles/roles.sql"_s), migrationsIn(u":/schema/migrations"_s), scriptsIn(u":/scripts"_s)};
}

} // namespace desk
