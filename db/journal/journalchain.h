// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace desk {

/// The chain's hashes, made here again from the columns' text: whoever checks a database must not ask it for them. Kept
/// in step with asp.f_journal_digest and asp.f_link_hash (db/schema/functions/journal/chain.sql). Pure.
namespace journalchain {

using Column = std::optional<QByteArray>; ///< nullopt is NULL

/// "5:agent", and "-" for NULL.
[[nodiscard]] QByteArray netstring(const Column &column);

/// Of a journal row: id, at (epoch), actor, kind, call_id, operation_id, establishment_id, account_id, ticket, rule,
/// detail, xid, as PostgreSQL writes them.
[[nodiscard]] QByteArray digest(const QList<Column> &columns);

/// Of a link; `at` is the epoch text.
[[nodiscard]] QByteArray linkHash(const QByteArray &before, const QByteArray &seq, const QByteArray &journalId,
                                  const QByteArray &at, const QByteArray &kind, const QByteArray &digest);

/// What the first link follows.
[[nodiscard]] QByteArray firstHash();

} // namespace journalchain

} // namespace desk
