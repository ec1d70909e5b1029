// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/// A finished message on its way out.
struct OutgoingMail {
    qint64 id = 0;
    QString from, to; ///< envelope addresses
    QByteArray message; ///< RFC 5322, CRLF line ends
};

/// How messages leave. Blocking; used by the relay's own process, never by the console.
class MailTransport {
public:
    virtual ~MailTransport() = default;
    /// Done: the far end has taken responsibility. Refused: it never will (rule "permanent"). Anything else: try later.
    [[nodiscard]] virtual Result<Done> send(const OutgoingMail &mail) = 0;
};

} // namespace desk
