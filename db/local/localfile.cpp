// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/local/localfile.h"

#include "app/core/logcategories.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 keptSeconds = 7 * 24 * 3600;

const std::array<QString, 3> &companions() // what SQLite puts beside its file in WAL mode
{
    static const std::array<QString, 3> suffixes{QString(), u"-wal"_s, u"-shm"_s};
    return suffixes;
}

qint64 now()
{
    return QDateTime::currentSecsSinceEpoch();
}

QString fileName(const QString &owner)
{
    const QByteArray hash = QCryptographicHash::hash(owner.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(24)) + ".sqlite"_L1;
}

Failure failure(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    qCWarning(logLocalStore) << "SQLite error" << code;
    constexpr QLatin1StringView full{"13"};
    return Failure(
        Error{code == full ? Error::Code::DiskFull : Error::Code::Unavailable, "SQLite "_L1 + code, u"local_store"_s});
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

LocalFile::LocalFile(const QString &folder, const QString &owner)
    : m_folder(folder), m_file(QDir(folder).filePath(fileName(owner))),
      m_connection("local-"_L1 + QUuid::createUuid().toString(QUuid::Id128))
{
}

LocalFile::~LocalFile()
{
    closeFile();
}

Result<Done> LocalFile::open()
{
    purgeFiles();
    if (!prepareFile())
        return Failure(Error{Error::Code::Unavailable, u"folder not writable"_s, u"local_store"_s});
    if (!openFile() || !isSound()) {
        setAside();
        if (!prepareFile() || !openFile())
            return Failure(Error{Error::Code::Unavailable, u"file not usable"_s, u"local_store"_s});
    }
    // A crash of the program loses nothing; a power cut, at most the last moments.
    for (const QString &sql :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA secure_delete=ON"_s,
          u"CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL)"_s,
          u"CREATE TABLE IF NOT EXISTS pending (id TEXT PRIMARY KEY, request TEXT NOT NULL, at INTEGER NOT NULL, "
          "position INTEGER NOT NULL)"_s,
          u"CREATE TABLE IF NOT EXISTS cache (name TEXT PRIMARY KEY, content TEXT NOT NULL)"_s}) {
        if (const auto done = exec(sql); !done)
            return done;
    }
    purge();
    return Done();
}

// Made here rather than by SQLite, so that nobody else can ever read it.
bool LocalFile::prepareFile() const
{
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s))
        return false;
    constexpr auto ours = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    (void)QFile::setPermissions(m_folder, ours | QFileDevice::ExeOwner);
    QFile file(m_file);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    return file.setPermissions(ours);
}

bool LocalFile::openFile()
{
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_db.setDatabaseName(m_file);
    m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    return m_db.open();
}

void LocalFile::closeFile()
{
    if (!m_db.isValid())
        return;
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_connection);
}

bool LocalFile::isSound()
{
    const auto check = column(u"PRAGMA quick_check(1)"_s);
    return check && *check == QStringList(u"ok"_s);
}

void LocalFile::setAside()
{
    closeFile();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    const QString target = m_file + ".damaged-"_L1 + stamp;
    for (const QString &suffix : companions()) {
        if (QFile::rename(m_file + suffix, target + suffix) && suffix.isEmpty())
            m_damaged = target;
    }
    qCWarning(logLocalStore) << "damaged local store set aside";
}

void LocalFile::purge()
{
    const qint64 limit = now() - keptSeconds;
    (void)exec(u"DELETE FROM draft WHERE at < ?"_s, {limit});
    (void)exec(u"DELETE FROM pending WHERE at < ?"_s, {limit});
}

// Whole files nobody has used for as long: other log-ins of this desk, damaged ones set aside.
void LocalFile::purgeFiles() const
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-keptSeconds);
    const QStringList patterns{u"*.sqlite"_s, u"*.sqlite.damaged-*"_s};
    const QFileInfoList files = QDir(m_folder).entryInfoList(patterns, QDir::Files);
    for (const QFileInfo &file : files) {
        const QString path = file.filePath();
        const auto isOld = [&](const QString &suffix) {
            const QFileInfo part(path + suffix);
            return !part.exists() || part.lastModified().toUTC() < limit;
        };
        if (path == m_file || !std::all_of(companions().cbegin(), companions().cend(), isOld))
            continue;
        for (const QString &suffix : companions())
            QFile::remove(path + suffix);
    }
}

Result<Done> LocalFile::exec(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_db);
    bool ok = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    return ok ? Result<Done>(Done()) : failure(query.lastError());
}

Result<QStringList> LocalFile::column(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_db);
    bool ok = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    if (!ok)
        return failure(query.lastError());
    QStringList texts;
    while (query.next())
        texts << query.value(0).toString();
    return texts;
}

Result<Done> LocalFile::saveDraft(const QString &key, const QString &value)
{
    if (value.isEmpty())
        return exec(u"DELETE FROM draft WHERE key = ?"_s, {key});
    return exec(u"INSERT INTO draft (key, value, at) VALUES (?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at"_s,
                {key, value, now()});
}

Result<QString> LocalFile::draft(const QString &key)
{
    const auto found = column(u"SELECT value FROM draft WHERE key = ?"_s, {key});
    return found ? Result<QString>(found->value(0)) : Failure(found.error());
}

Result<Done> LocalFile::keepPending(const QUuid &id, const QJsonObject &request)
{
    return exec(u"INSERT OR REPLACE INTO pending (id, request, at, position) "
                "VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM pending))"_s,
                {id.toString(QUuid::WithoutBraces), compact(request), now()});
}

Result<Done> LocalFile::dropPending(const QUuid &id)
{
    return exec(u"DELETE FROM pending WHERE id = ?"_s, {id.toString(QUuid::WithoutBraces)});
}

Result<QList<QJsonObject>> LocalFile::pending()
{
    const auto found = column(u"SELECT request FROM pending ORDER BY position"_s);
    if (!found)
        return Failure(found.error());
    QList<QJsonObject> requests;
    for (const QString &text : *found)
        requests << QJsonDocument::fromJson(text.toUtf8()).object();
    return requests;
}

Result<Done> LocalFile::keepCache(const QString &name, const QJsonObject &content)
{
    return exec(u"INSERT OR REPLACE INTO cache (name, content) VALUES (?, ?)"_s, {name, compact(content)});
}

Result<QJsonObject> LocalFile::cache(const QString &name)
{
    const auto found = column(u"SELECT content FROM cache WHERE name = ?"_s, {name});
    if (!found)
        return Failure(found.error());
    return QJsonDocument::fromJson(found->value(0).toUtf8()).object();
}

} // namespace desk
