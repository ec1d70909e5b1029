// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/core/whenfinished.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

/// Where drafts and unanswered operations are kept for the log-in under way.
struct LocalState {
    enum class Keeping {
        Closed, ///< nobody is logged in, or it is being found out
        Sealed, ///< on this machine, under a key of the keychain
        Database, ///< drafts in the central database; operations in memory only
        Memory ///< in memory only: the database does not take drafts either
    };
    Keeping keeping = Keeping::Closed;
    QString why; ///< not sealed: "keychain_locked", "keychain_absent", "local_store", "seal_key", "private_server"
    int setAside = 0; ///< values that could not be opened and were put aside
};

/// What the console keeps of one log-in on one server: drafts, cached scripts, what waits to be sent. Purged after
/// 7 days. Holds no secret. GUI thread.
class LocalStore {
public:
    virtual ~LocalStore() = default;
    /// Opens (or makes) the store of one log-in on one server. A damaged file is set aside with a new name and a fresh
    /// one made: the answer says so through the Done's Error-free path and damagedFile().
    [[nodiscard]] virtual QFuture<Result<Done>> open(const QString &owner) = 0;
    /// Whether open() may ask the keychain. Not for the private server: its whole data lie unsealed on the same disk,
    /// and who only tries the console must not be asked for a keyring's password.
    virtual void allowKeychain(bool) { }
    /// Lets go of everything of this log-in; what was to be written has been flushed before.
    virtual void close() { }
    /// Answers once everything saved so far has been written, or could not be.
    [[nodiscard]] virtual QFuture<Result<Done>> flush() { return readyFuture(Result<Done>(Done())); }
    [[nodiscard]] virtual LocalState state() const { return {}; }
    /// Where a damaged store was set aside when it was last opened; empty when it was sound.
    [[nodiscard]] virtual QString damagedFile() const = 0;
    /// `key` e.g. "note/<call uuid>", "answer/<ticket>", "walk/current". An empty value removes it.
    [[nodiscard]] virtual QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) = 0;
    [[nodiscard]] virtual QFuture<Result<QString>> draft(const QString &key) = 0; ///< empty: none
    /// Operations whose answer has not been seen yet (id → request as JSON), oldest first.
    [[nodiscard]] virtual QFuture<Result<Done>> keepPending(const QUuid &id, const QJsonObject &request) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> dropPending(const QUuid &id) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<QJsonObject>>> pending() = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> cacheScripts(const QJsonObject &scripts) = 0;
    [[nodiscard]] virtual QFuture<Result<QJsonObject>> cachedScripts() = 0;
};

/// Published scripts that a walk was begun with: public, kept readable.
[[nodiscard]] inline bool isPublicDraft(const QString &key)
{
    return key == QLatin1StringView("walk/scripts");
}

/// The file behind it: sealed under a key that somebody else finds. Implemented in db/local (SQLite).
class SealedFile : public LocalStore {
public:
    /// Whether values are in it that only their key opens.
    [[nodiscard]] virtual QFuture<Result<bool>> holdsSealed() = 0;
    /// From now on values are sealed and opened with `key`; what an earlier version left unsealed is sealed. Until then
    /// drafts and operations are refused (Unavailable, rule "local_store"), but for public ones. The answer: how many
    /// values another key had sealed and were set aside.
    [[nodiscard]] virtual QFuture<Result<int>> unlock(const QByteArray &key) = 0;
    /// How many values could not be opened since; they were set aside.
    [[nodiscard]] virtual int setAside() const = 0;
    /// What an earlier version left here unsealed, while it is not unlocked.
    [[nodiscard]] virtual QFuture<Result<QMap<QString, QString>>> plainDrafts() = 0;
};

/// Drafts in the central database, where this machine has no usable keychain. Implemented in db/stores.
class DraftTable {
public:
    virtual ~DraftTable() = default;
    [[nodiscard]] virtual QFuture<Result<Done>> save(const QString &key, const QString &value) = 0;
    [[nodiscard]] virtual QFuture<Result<QMap<QString, QString>>> all() = 0;
};

} // namespace desk
