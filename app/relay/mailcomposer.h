// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

namespace desk {

/// What a mail is made of.
struct MailContent {
    QString kind; ///< the template's name: "identifiant", "mot_de_passe", "habilitation", "ticket_reponse"
    QString from, fromName, to;
    QString messageId; ///< without angle brackets; stable over retries
    QDateTime date; ///< UTC
    QHash<QString, QString> values; ///< for the braces
};

/// Builds the RFC 5322 message of a mail from its template (resources/mails), text and HTML from the same words.
/// Refuses, with Error::Code::Invalid, an unknown kind (rule "unknown_template"), a value that is missing (rule
/// "missing_value", params "name"), a line break or a non-address in what becomes a header (rule "bad_header").
[[nodiscard]] Result<QByteArray> composeMail(const MailContent &content);

/// RFC 2047: as is when plain ASCII, otherwise base64 words of at most 75 characters, folded at 78. `used`: what the
/// first line already holds, the header's name.
[[nodiscard]] QByteArray encodedHeader(const QString &text, qsizetype used = 0);

} // namespace desk
