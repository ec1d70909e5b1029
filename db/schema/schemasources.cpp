// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/schemasources.h"

#include "resources/resources.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
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

/// The forty migrations that the baseline took the place of, as a database that went through them recorded them.
constexpr auto formerChain = "a29a8a51b3b92dc82b265e8c201aba4192cc6662c6580fee4d61ebcb26a513de";

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("\r\n", "\n") : QByteArray();
}

QString hashOf(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QString hashOf(const QList<SqlFile> &files)
{
    QByteArray all;
    for (const SqlFile &file : files)
        all += file.path.toUtf8() + '\n' + file.sql + '\0';
    return hashOf(all);
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

QString SchemaChange::sha256() const
{
    return hashOf(files);
}

QString SchemaCode::sha256() const
{
    return isEmpty() ? QString() : hashOf(drop + functions + rules + after);
}

QString ShippedScript::sha256() const
{
    return hashOf(yaml);
}

QList<SqlFile> sqlFilesIn(const QString &root, const QString &folder)
{
    QList<SqlFile> files;
    QDirIterator it(QDir(root).filePath(folder), {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files << SqlFile{QDir(root).relativeFilePath(path), readFile(path)};
    }
    std::sort(files.begin(), files.end(), [](const SqlFile &a, const SqlFile &b) { return a.path < b.path; });
    return files;
}

QList<SchemaChange> changesIn(const QString &root, const QString &folder)
{
    static const QRegularExpression pattern(u"^(\\d{4})_\\w+$"_s);
    QList<SchemaChange> changes;
    for (const SqlFile &file : sqlFilesIn(root, folder)) {
        const QString name = QFileInfo(file.path).completeBaseName();
        if (const auto match = pattern.match(name); match.hasMatch())
            changes << SchemaChange{match.captured(1).toInt(), name, {file}};
    }
    return changes;
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
    const QString root = u":/schema"_s;
    SchemaSources sources;
    sources.roles = readFile(u":/schema/roles/roles.sql"_s);
    sources.changes = {SchemaChange{41, u"0041_baseline"_s, sqlFilesIn(root, u"baseline"_s)}};
    sources.changes += changesIn(root, u"changes"_s);
    sources.code = {{{u"drop.sql"_s, readFile(u":/schema/drop.sql"_s)}},
                    sqlFilesIn(root, u"functions"_s),
                    sqlFilesIn(root, u"rules"_s),
                    {{u"after.sql"_s, readFile(u":/schema/after.sql"_s)}}};
    sources.former = {40, QString::fromLatin1(formerChain)};
    sources.scripts = scriptsIn(u":/scripts"_s);
    return sources;
}

} // namespace desk
