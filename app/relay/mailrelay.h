// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/mail/mailtransport.h"
#include "app/relay/passwordgenerator.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace desk {

class PgConnection;

/// The mail relay: claims waiting mails of the central database, makes and hashes the passwords some of them carry,
/// sends them, and records what became of them. Runs in the process asp-relay with a connection of the role asp_relay;
/// blocking.
///
/// A password exists in this process only, between its making and the end of its mail: the hash is committed first, the
/// mail goes out next. A crash in between leaves the mail claimed; after its lease another password is made and sent,
/// and the latest counts. A mail leaves twice in one case: the server took it, and the process
/// died (or the database was away for longer than the lease) before that was recorded.
class MailRelay {
public:
    struct Tally {
        int sent = 0, postponed = 0, refused = 0;
        int released = 0; ///< given back untouched
        std::optional<Error> down; ///< no mail can leave for now
        [[nodiscard]] int claimed() const { return sent + postponed + refused + released; }
    };
    struct Options {
        QString envelope; ///< see RelayConfig
        std::function<bool()> stopping; ///< asked between two mails
    };
    /// `database` may be closed and opened again between rounds.
    MailRelay(PgConnection &database, MailTransport &transport, Options options = {});
    /// Reads the sender's settings; each round that has mails does so too.
    [[nodiscard]] Result<Done> prepare();
    /// One round: claims up to `limit` mails and deals with each. Fails when the database does.
    [[nodiscard]] Result<Tally> round(int limit);

private:
    struct Claim {
        qint64 mail = 0;
        qint64 number = 0;
    };
    [[nodiscard]] Result<QJsonArray> claimed(int limit);
    [[nodiscard]] bool timeIsUp(const QJsonObject &mail) const;
    [[nodiscard]] Result<Done> deal(const QJsonObject &mail, Tally &tally);
    [[nodiscard]] Result<QByteArray> newPassword(const Claim &claim, const QJsonObject &mail);
    [[nodiscard]] Result<Done> recordFailure(const Claim &claim, const Error &error, Tally &tally);
    [[nodiscard]] Result<Done> recordSent(const Claim &claim);
    [[nodiscard]] Result<Done> release(const Claim &claim, Tally &tally);
    /// Records what the database could not be told when it happened.
    [[nodiscard]] Result<Done> settle();
    /// As exec, but a claim that is no longer ours is nothing to stop for.
    [[nodiscard]] Result<Done> record(const QByteArray &sql, const QList<std::optional<QByteArray>> &params);

    PgConnection &m_database;
    MailTransport &m_transport;
    Options m_options;
    PasswordGenerator m_passwords;
    QHash<QString, QString> m_settings;
    QElapsedTimer m_claimedAt;
    QList<Claim> m_unrecorded; ///< sent, and not known to the database
};

} // namespace desk
