// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/mail/mailtransport.h"

#include <QElapsedTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace desk {

/// Where mails go, and how.
struct SmtpSettings {
    enum class Security {
        StartTls, ///< required: a server that does not offer it gets nothing
        Tls, ///< from the first byte (smtps)
        None ///< nothing is encrypted; for a server on this machine
    };
    QString host;
    int port = 0; ///< 0: 587, 465 or 25, by `security`
    Security security = Security::StartTls;
    QString caFile; ///< the authorities to believe; empty: those of the system
    QString user; ///< empty: no log-in
    /// The secret of `user`, asked for at each new connection, so that a changed one needs no restart.
    std::function<Result<QByteArray>()> secret;
    QString hello; ///< the name given in EHLO; empty: this machine's
    std::chrono::milliseconds connectLimit{10000}, totalLimit{30000};
    std::chrono::milliseconds keepIdle{10000}; ///< how long the connection is kept with nothing to send
};

/// Sends over SMTP with libcurl, over one connection for as long as it lasts. One thread.
class SmtpTransport : public MailTransport {
public:
    explicit SmtpTransport(SmtpSettings settings);
    ~SmtpTransport() override;
    [[nodiscard]] Result<Done> send(const OutgoingMail &mail) override;
    [[nodiscard]] Result<Done> check() override;
    void rest() override;
    [[nodiscard]] std::chrono::seconds longestSend() const override;

private:
    class Session;
    [[nodiscard]] Result<Done> connected();
    /// Once more on a new connection when the one kept had died.
    [[nodiscard]] Result<Done> attempt(const std::function<Result<Done>(Session &)> &act);
    void drop();

    SmtpSettings m_settings;
    std::unique_ptr<Session> m_session;
    QElapsedTimer m_idle;
};

} // namespace desk
