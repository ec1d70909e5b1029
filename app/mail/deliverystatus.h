// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace desk {

/// What a mail server reports about one of our mails (RFC 3464).
struct DeliveryStatus {
    enum class Outcome {
        Failed, ///< it will never arrive
        Delayed, ///< the server keeps trying
        Delivered, ///< it reached the mailbox
        Other ///< passed on to a server that does not report, or to a list: nothing to record
    };
    Outcome outcome = Outcome::Other;
    QString messageId; ///< of the mail it is about, from the headers sent back, without brackets; may be empty
    QString envelopeId; ///< Original-Envelope-Id; may be empty
    QStringList sentTo; ///< the addresses this report was sent to: our envelope's sender
    QString recipient; ///< of the mail it is about: Original-Recipient, else Final-Recipient; may be empty
    QString status; ///< "5.1.1"; may be empty
    QString text; ///< the server's words, one plain line
};

/// Reads a delivery status notification. A mail without that part (written by a person, or by a server that only
/// writes prose) is Invalid with rule "not_a_report"; one that has it but says nothing about a recipient, rule
/// "no_recipient". When it speaks of several recipients the worst outcome stands. Any bytes will do: only the first
/// mebibyte is looked at, in linear time. Pure; any thread.
[[nodiscard]] Result<DeliveryStatus> readDeliveryStatus(const QByteArray &mail);

} // namespace desk
