// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

/// What the console keeps on this machine: drafts, cached scripts, what waits to be sent (trust.md section 5).
/// Per log-in, readable by its owner only, purged after 7 days. Holds no secret. Implemented in db/local (SQLite).
class LocalStore {
public:
    virtual ~LocalStore() = default;
    /// Opens (or makes) the store of one log-in on one server. A damaged file is set aside with a new name and a fresh
    /// one made: the answer says so through the Done's Error-free path and damagedFile().
    [[nodiscard]] virtual QFuture<Result<Done>> open(const QString &owner) = 0;
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

} // namespace desk
