// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

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
    /// Done: the far end has taken responsibility. Refused by it for good: rule "permanent". No mail can leave now,
    /// through no fault of this one (unreachable, TLS, log-in, sender): rule "transport", params "cause". Anything
    /// else: this mail, later. `detail` holds the far end's words, one plain line.
    [[nodiscard]] virtual Result<Done> send(const OutgoingMail &mail) = 0;
    /// Would the far end take a mail now? Asked before any mail is touched.
    [[nodiscard]] virtual Result<Done> check() { return Done{}; }
    /// Nothing to send for now.
    virtual void rest() { }
    /// The longest a send() can take.
    [[nodiscard]] virtual std::chrono::seconds longestSend() const { return std::chrono::seconds(10); }
};

[[nodiscard]] inline bool isTransportDown(const Error &error)
{
    return error.rule == QLatin1StringView("transport");
}

} // namespace desk
