// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/local/localstore.h"

#include <QMutex>
#include <QThread>

#include <atomic>
#include <memory>

class QObject;

namespace desk {

class LocalFile;

/// SealedFile in one SQLite file per owner, on a thread of its own; requests are carried out in the order they came,
/// all of them before the program ends. Before open(): Unavailable, rule "local_store". GUI thread.
class SqliteLocalStore : public SealedFile {
public:
    /// `folder`: empty for the platform's place for a program's own data.
    explicit SqliteLocalStore(const QString &folder = {});
    ~SqliteLocalStore() override;

    [[nodiscard]] QFuture<Result<Done>> open(const QString &owner) override;
    void close() override;
    [[nodiscard]] QFuture<Result<bool>> holdsSealed() override;
    [[nodiscard]] QFuture<Result<int>> unlock(const QByteArray &key) override;
    [[nodiscard]] int setAside() const override { return m_setAside; }
    [[nodiscard]] QFuture<Result<QMap<QString, QString>>> plainDrafts() override;
    [[nodiscard]] QString damagedFile() const override;
    [[nodiscard]] QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override;
    [[nodiscard]] QFuture<Result<QString>> draft(const QString &key) override;
    [[nodiscard]] QFuture<Result<Done>> keepPending(const QUuid &id, const QJsonObject &request) override;
    [[nodiscard]] QFuture<Result<Done>> dropPending(const QUuid &id) override;
    [[nodiscard]] QFuture<Result<QList<QJsonObject>>> pending() override;
    [[nodiscard]] QFuture<Result<Done>> cacheScripts(const QJsonObject &scripts) override;
    [[nodiscard]] QFuture<Result<QJsonObject>> cachedScripts() override;

private:
    template <class T, class Work> QFuture<Result<T>> run(Work work);
    [[nodiscard]] Result<Done> openFile(const QString &owner);

    QString m_folder;
    QThread m_thread;
    QObject *m_context; ///< lives in the thread
    std::unique_ptr<LocalFile> m_file; ///< used in the thread only
    mutable QMutex m_mutex;
    QString m_damaged; ///< guarded by m_mutex
    std::atomic<int> m_setAside = 0;
};

} // namespace desk
