// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QList>
#include <QString>

class QJsonValue;

namespace desk {

class DocumentReading;

/// One field of a ticket that an event changed; both values as the database writes them (codes, log-ins, times).
struct TicketFieldChange {
    QString field, was, is;
    friend bool operator==(const TicketFieldChange &, const TicketFieldChange &) = default;
};

/// As the database keeps them: {"motif": {"was": …, "is": …}}, or null.
bool readValue(const QJsonValue &value, QList<TicketFieldChange> &to, DocumentReading &in);
[[nodiscard]] QJsonValue written(const QList<TicketFieldChange> &changes);

struct TicketEvent {
    QDateTime at;
    QString actor, actorName;
    QString kind; ///< received, opened, taken, commented, held, resumed, closed, reopened, …
    QString text;
    QList<TicketFieldChange> changes = {}; ///< old and new values; empty where the database does not say
    friend bool operator==(const TicketEvent &, const TicketEvent &) = default;
};
BOOST_DESCRIBE_STRUCT(TicketEvent, (), (at, actor, actorName, kind, text, changes))

} // namespace desk
