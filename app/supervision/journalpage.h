// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QUuid>

namespace desk {

struct JournalFilter {
    QString siret, identifiant, agent, kind;
    QDateTime from, to;
    friend bool operator==(const JournalFilter &, const JournalFilter &) = default;
};
BOOST_DESCRIBE_STRUCT(JournalFilter, (), (siret, identifiant, agent, kind, from, to))
template <> inline constexpr bool isSparse<JournalFilter> = true;

struct JournalRow {
    qint64 id = 0;
    QDateTime at;
    QString actor, actorName, kind, rule, siret, denomination, identifiant;
    qint64 ticket = 0;
    QUuid call, operation;
    QString operationKind;
    QJsonValue detail; ///< particulars, in whatever shape their kind has
    friend bool operator==(const JournalRow &, const JournalRow &) = default;
};
BOOST_DESCRIBE_STRUCT(JournalRow, (),
                      (id, at, actor, actorName, kind, rule, siret, denomination, identifiant, ticket, call, operation,
                       operationKind, detail))
template <> inline constexpr auto documentMarks<JournalRow> = std::array{orNull("ticket")};

struct JournalPage {
    QList<JournalRow> rows; ///< newest first
    qint64 next = 0; ///< where the next page begins; 0: this was the last one
    friend bool operator==(const JournalPage &, const JournalPage &) = default;
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (rows, next))
template <> inline constexpr auto documentMarks<JournalPage> = std::array{orNull("next")};

struct JournalExport {
    QList<JournalRow> rows;
    QString exportedBy;
    QDateTime exportedAt;
    friend bool operator==(const JournalExport &, const JournalExport &) = default;
};
BOOST_DESCRIBE_STRUCT(JournalExport, (), (rows, exportedBy, exportedAt))

struct JournalState {
    qint64 sealedRows = 0, unsealed = 0;
    QDateTime sealedAt;
    QString head;
    qint64 firstBad = 0; ///< the first row that does not match its seal; 0: none
    friend bool operator==(const JournalState &, const JournalState &) = default;
};
BOOST_DESCRIBE_STRUCT(JournalState, (), (sealedRows, unsealed, sealedAt, head, firstBad))
template <> inline constexpr auto documentMarks<JournalState> = std::array{orNull("firstBad")};

/// The particulars of a row in one line, whatever their shape.
[[nodiscard]] QString detailLine(const QJsonValue &detail);

} // namespace desk
