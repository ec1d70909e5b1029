// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/local/localfile.h"

#include "app/core/logcategories.h"
#include "app/local/localstore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
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

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QString draftKind = u"draft"_s;
const QString pendingKind = u"pending"_s;
const QString checkKind = u"check"_s; // one row that only the key of all others opens
const QString checkName = u"key"_s;
const QByteArray checkText = "asp-console";

QByteArray boundName(const QString &kind, const QString &name)
{
    return (kind + u'\n' + name).toUtf8();
}

Failure noKey()
{
    return Failure(Error{Error::Code::Unavailable, u"no key"_s, u"local_store"_s});
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
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
        setFileAside();
        if (!prepareFile() || !openFile())
            return Failure(Error{Error::Code::Unavailable, u"file not usable"_s, u"local_store"_s});
    }
    // A crash of the program loses nothing; a power cut, at most the last moments.
    for (const QString &sql :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA secure_delete=ON"_s,
          u"CREATE TABLE IF NOT EXISTS draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL)"_s,
          u"CREATE TABLE IF NOT EXISTS pending (id TEXT PRIMARY KEY, request TEXT NOT NULL, at INTEGER NOT NULL, "
          "position INTEGER NOT NULL)"_s,
          u"CREATE TABLE IF NOT EXISTS sealed (kind TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, "
          "at INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (kind, name))"_s,
          u"CREATE TABLE IF NOT EXISTS set_aside (kind TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, "
          "at INTEGER NOT NULL)"_s,
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

void LocalFile::setFileAside()
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
    (void)exec(u"DELETE FROM sealed WHERE at < ? AND kind <> ?"_s, {limit, checkKind});
    (void)exec(u"DELETE FROM set_aside WHERE at < ?"_s, {limit});
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

Result<QList<QVariantList>> LocalFile::rows(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_db);
    bool ok = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    if (!ok)
        return failure(query.lastError());
    QList<QVariantList> all;
    const int width = query.record().count();
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < width; ++i)
            row << query.value(i);
        all << row;
    }
    return all;
}

Result<QStringList> LocalFile::column(const QString &sql, const QVariantList &values)
{
    const auto found = rows(sql, values);
    if (!found)
        return Failure(found.error());
    QStringList texts;
    for (const QVariantList &row : *found)
        texts << row.value(0).toString();
    return texts;
}

Result<bool> LocalFile::holdsSealed()
{
    const auto found = column(u"SELECT 1 FROM sealed WHERE kind <> ? LIMIT 1"_s, {checkKind});
    return found ? Result<bool>(!found->isEmpty()) : Failure(found.error());
}

Result<int> LocalFile::unlock(const QByteArray &key)
{
    m_seal = Seal::withKey(key);
    if (!m_seal)
        return noKey();
    const int before = m_setAside;
    Result<Done> done = exec(u"BEGIN IMMEDIATE"_s);
    if (done && !checkKey())
        done = setAllAside();
    if (done)
        done = sealPlain();
    if (done)
        done = exec(u"COMMIT"_s);
    if (!done) {
        (void)exec(u"ROLLBACK"_s);
        m_seal.reset();
        m_setAside = before;
        return Failure(done.error());
    }
    (void)rows(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); // what was unsealed goes from the write-ahead log as well
    return m_setAside - before;
}

// Whether what is sealed here was sealed with this key; a file with nothing sealed takes the key as its own.
bool LocalFile::checkKey()
{
    const auto check = rows(u"SELECT value FROM sealed WHERE kind = ?"_s, {checkKind});
    if (check && !check->isEmpty())
        return m_seal->open(boundName(checkKind, checkName), check->first().first().toByteArray()) == checkText;
    return keep(checkKind, checkName, checkText).has_value();
}

Result<Done> LocalFile::setAllAside()
{
    const auto left = column(u"SELECT count(*) FROM sealed WHERE kind <> ?"_s, {checkKind});
    m_setAside += left ? left->value(0).toInt() : 0;
    Result<Done> done
        = exec(u"INSERT INTO set_aside SELECT kind, name, value, at FROM sealed WHERE kind <> ?"_s, {checkKind});
    if (done)
        done = exec(u"DELETE FROM sealed"_s);
    return done ? keep(checkKind, checkName, checkText) : done;
}

// What the version before this one wrote.
Result<Done> LocalFile::sealPlain()
{
    const auto drafts = plainDrafts();
    if (!drafts)
        return Failure(drafts.error());
    for (auto it = drafts->cbegin(); it != drafts->cend(); ++it) {
        Result<Done> done = keep(draftKind, it.key(), it.value().toUtf8());
        if (done)
            done = exec(u"DELETE FROM draft WHERE key = ?"_s, {it.key()});
        if (!done)
            return done;
    }
    const auto pending = rows(u"SELECT id, request FROM pending ORDER BY position"_s);
    if (!pending)
        return Failure(pending.error());
    for (const QVariantList &row : *pending) {
        if (auto done = keep(pendingKind, row.at(0).toString(), row.at(1).toString().toUtf8()); !done)
            return done;
    }
    return exec(u"DELETE FROM pending"_s);
}

Result<QMap<QString, QString>> LocalFile::plainDrafts()
{
    const auto found = rows(u"SELECT key, value FROM draft"_s);
    if (!found)
        return Failure(found.error());
    QMap<QString, QString> drafts;
    for (const QVariantList &row : *found) {
        if (!isPublicDraft(row.at(0).toString()))
            drafts.insert(row.at(0).toString(), row.at(1).toString());
    }
    return drafts;
}

Result<Done> LocalFile::keep(const QString &kind, const QString &name, const QByteArray &value)
{
    if (!m_seal)
        return noKey();
    return exec(u"INSERT INTO sealed (kind, name, value, at, position) "
                "VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM sealed)) "
                "ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, at = excluded.at"_s,
                {kind, name, m_seal->close(boundName(kind, name), value), now()});
}

// A value nobody can open any more is put out of the way: it must neither be shown as one's own words nor stop others.
std::optional<QByteArray> LocalFile::opened(const QString &kind, const QString &name, const QByteArray &sealed)
{
    if (auto plain = m_seal->open(boundName(kind, name), sealed))
        return plain;
    qCWarning(logLocalStore) << "a sealed value cannot be opened:" << kind;
    ++m_setAside;
    (void)exec(u"INSERT INTO set_aside SELECT kind, name, value, at FROM sealed WHERE kind = ? AND name = ?"_s,
               {kind, name});
    (void)exec(u"DELETE FROM sealed WHERE kind = ? AND name = ?"_s, {kind, name});
    return std::nullopt;
}

Result<Done> LocalFile::saveDraft(const QString &key, const QString &value)
{
    if (value.isEmpty()) {
        const auto plain = exec(u"DELETE FROM draft WHERE key = ?"_s, {key});
        return plain ? exec(u"DELETE FROM sealed WHERE kind = ? AND name = ?"_s, {draftKind, key}) : plain;
    }
    if (!isPublicDraft(key))
        return keep(draftKind, key, value.toUtf8());
    return exec(u"INSERT INTO draft (key, value, at) VALUES (?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at"_s,
                {key, value, now()});
}

Result<QString> LocalFile::draft(const QString &key)
{
    if (isPublicDraft(key)) {
        const auto found = column(u"SELECT value FROM draft WHERE key = ?"_s, {key});
        return found ? Result<QString>(found->value(0)) : Failure(found.error());
    }
    if (!m_seal)
        return noKey();
    const auto found = rows(u"SELECT value FROM sealed WHERE kind = ? AND name = ?"_s, {draftKind, key});
    if (!found)
        return Failure(found.error());
    if (found->isEmpty())
        return QString();
    return QString::fromUtf8(opened(draftKind, key, found->first().first().toByteArray()).value_or(QByteArray()));
}

Result<Done> LocalFile::keepPending(const QUuid &id, const QJsonObject &request)
{
    return keep(pendingKind, idText(id), compact(request));
}

Result<Done> LocalFile::dropPending(const QUuid &id)
{
    const auto plain = exec(u"DELETE FROM pending WHERE id = ?"_s, {idText(id)});
    return plain ? exec(u"DELETE FROM sealed WHERE kind = ? AND name = ?"_s, {pendingKind, idText(id)}) : plain;
}

Result<QList<QJsonObject>> LocalFile::pending()
{
    // Without a key: what an earlier version left, which is not sealed.
    const auto found = m_seal
        ? rows(u"SELECT name, value FROM sealed WHERE kind = ? ORDER BY position"_s, {pendingKind})
        : rows(u"SELECT id, request FROM pending ORDER BY position"_s);
    if (!found)
        return Failure(found.error());
    QList<QJsonObject> requests;
    for (const QVariantList &row : *found) {
        const auto text = m_seal ? opened(pendingKind, row.at(0).toString(), row.at(1).toByteArray())
                                 : std::optional(row.at(1).toString().toUtf8());
        if (text)
            requests << QJsonDocument::fromJson(*text).object();
    }
    return requests;
}

Result<Done> LocalFile::keepCache(const QString &name, const QJsonObject &content)
{
    return exec(u"INSERT OR REPLACE INTO cache (name, content) VALUES (?, ?)"_s,
                {name, QString::fromUtf8(compact(content))});
}

Result<QJsonObject> LocalFile::cache(const QString &name)
{
    const auto found = column(u"SELECT content FROM cache WHERE name = ?"_s, {name});
    if (!found)
        return Failure(found.error());
    return QJsonDocument::fromJson(found->value(0).toUtf8()).object();
}

} // namespace desk
