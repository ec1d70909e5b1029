// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>

namespace desk {

enum class MailKind { Identifiant, MotDePasse, Habilitation, Other };
BOOST_DESCRIBE_ENUM(MailKind, Identifiant, MotDePasse, Habilitation)

enum class MailState { Queued, Sending, Sent, Delivered, Bounced, Refused, Cancelled };
BOOST_DESCRIBE_ENUM(MailState, Queued, Sending, Sent, Delivered, Bounced, Refused, Cancelled)

struct MailEvent {
    qint64 id = 0;
    MailKind kind = MailKind::Other;
    MailState state = MailState::Queued;
    QDateTime queuedAt, sentAt, deliveredAt, bouncedAt;
    QString reason; ///< the far server's words when bounced or refused
    friend bool operator==(const MailEvent &, const MailEvent &) = default;
};
BOOST_DESCRIBE_STRUCT(MailEvent, (), (id, kind, state, queuedAt, sentAt, deliveredAt, bouncedAt, reason))

} // namespace desk
