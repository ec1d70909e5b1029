// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/mailevent.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace desk {

enum class MailList { Waiting, Failed, Sent };
BOOST_DESCRIBE_ENUM(MailList, Waiting, Failed, Sent)

struct MailLine {
    qint64 id = 0;
    QString kind; ///< code
    MailState state = MailState::Queued;
    QString toMasked, identifiant, siret, denomination;
    qint64 ticket = 0;
    QDateTime queuedAt, nextAttemptAt, sentAt, bouncedAt;
    int attempts = 0;
    QString reason; ///< the far server's words
    qint64 replacedBy = 0; ///< the mail that was sent again in its place
    friend bool operator==(const MailLine &, const MailLine &) = default;
};
BOOST_DESCRIBE_STRUCT(MailLine, (),
                      (id, kind, state, toMasked, identifiant, siret, denomination, ticket, queuedAt, nextAttemptAt,
                       sentAt, bouncedAt, attempts, reason, replacedBy))
template <> inline constexpr auto documentMarks<MailLine> = std::array{orNull("ticket"), orNull("replacedBy")};

struct MailCounts {
    int waiting = 0, failed = 0, bounced = 0;
    friend bool operator==(const MailCounts &, const MailCounts &) = default;
};
BOOST_DESCRIBE_STRUCT(MailCounts, (), (waiting, failed, bounced))

struct MailsPage {
    QList<MailLine> mails; ///< newest first
    MailCounts counts;
    friend bool operator==(const MailsPage &, const MailsPage &) = default;
};
BOOST_DESCRIBE_STRUCT(MailsPage, (), (mails, counts))

} // namespace desk
