// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/local/sqlitelocalstore.h"

#include "db/local/localfile.h"

#include <QMutexLocker>
#include <QPromise>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace desk {

SqliteLocalStore::SqliteLocalStore(const QString &folder)
    : m_folder(folder.isEmpty()
                   ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/asp-console/local"_L1
                   : folder),
      m_context(new QObject)
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(u"local store"_s);
    m_thread.start();
}

SqliteLocalStore::~SqliteLocalStore()
{
    // After everything that is queued: what was typed last is written.
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_file.reset();
            m_context->thread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    delete m_context;
}

template <class T, class Work> QFuture<Result<T>> SqliteLocalStore::run(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_context,
        [this, promise, work = std::move(work)] {
            auto answer = m_file ? work(*m_file)
                                 : Result<T>(Failure(Error{Error::Code::Unavailable, u"not open"_s, u"local_store"_s}));
            m_setAside = m_file ? m_file->setAside() : 0;
            promise->addResult(std::move(answer));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<Done>> SqliteLocalStore::open(const QString &owner)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_context,
        [this, promise, owner] {
            promise->addResult(openFile(owner));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

Result<Done> SqliteLocalStore::openFile(const QString &owner)
{
    m_file.reset();
    auto file = std::make_unique<LocalFile>(m_folder, owner);
    auto opened = file->open();
    {
        const QMutexLocker lock(&m_mutex);
        m_damaged = file->damagedFile();
    }
    if (opened)
        m_file = std::move(file);
    return opened;
}

void SqliteLocalStore::close()
{
    QMetaObject::invokeMethod(
        m_context, [this] { m_file.reset(); }, Qt::QueuedConnection);
}

QFuture<Result<bool>> SqliteLocalStore::holdsSealed()
{
    return run<bool>([](LocalFile &file) { return file.holdsSealed(); });
}

QFuture<Result<int>> SqliteLocalStore::unlock(const QByteArray &key)
{
    return run<int>([key](LocalFile &file) { return file.unlock(key); });
}

QFuture<Result<QMap<QString, QString>>> SqliteLocalStore::plainDrafts()
{
    return run<QMap<QString, QString>>([](LocalFile &file) { return file.plainDrafts(); });
}

QString SqliteLocalStore::damagedFile() const
{
    const QMutexLocker lock(&m_mutex);
    return m_damaged;
}

QFuture<Result<Done>> SqliteLocalStore::saveDraft(const QString &key, const QString &value)
{
    return run<Done>([key, value](LocalFile &file) { return file.saveDraft(key, value); });
}

QFuture<Result<QString>> SqliteLocalStore::draft(const QString &key)
{
    return run<QString>([key](LocalFile &file) { return file.draft(key); });
}

QFuture<Result<Done>> SqliteLocalStore::keepPending(const QUuid &id, const QJsonObject &request)
{
    return run<Done>([id, request](LocalFile &file) { return file.keepPending(id, request); });
}

QFuture<Result<Done>> SqliteLocalStore::dropPending(const QUuid &id)
{
    return run<Done>([id](LocalFile &file) { return file.dropPending(id); });
}

QFuture<Result<QList<QJsonObject>>> SqliteLocalStore::pending()
{
    return run<QList<QJsonObject>>([](LocalFile &file) { return file.pending(); });
}

QFuture<Result<Done>> SqliteLocalStore::cacheScripts(const QJsonObject &scripts)
{
    return run<Done>([scripts](LocalFile &file) { return file.keepCache(u"scripts"_s, scripts); });
}

QFuture<Result<QJsonObject>> SqliteLocalStore::cachedScripts()
{
    return run<QJsonObject>([](LocalFile &file) { return file.cache(u"scripts"_s); });
}

} // namespace desk
