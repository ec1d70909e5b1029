// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/mail/mailtransport.h"
#include "app/relay/passwordgenerator.h"

#include <QJsonObject>
#include <QString>

namespace desk {

class PgConnection;

/// The mail relay: claims waiting mails of the central database, makes and hashes the passwords some of them carry,
/// sends them, and records what became of them. Runs in the process asp-relay with a connection of the role asp_relay;
/// blocking.
///
/// A password exists in this process only, between its making and the end of its mail: the hash is committed first, the
/// mail goes out next. A crash in between leaves the mail claimed; after its lease another password is made and sent,
/// and the latest counts (trust.md section 2).
class MailRelay {
public:
    struct Tally {
        int sent = 0, postponed = 0, refused = 0;
        [[nodiscard]] int claimed() const { return sent + postponed + refused; }
    };
    MailRelay(PgConnection &database, MailTransport &transport);
    /// Reads the sender's settings; to be called after each (re)connection.
    [[nodiscard]] Result<Done> prepare();
    /// One round: claims up to `limit` mails and deals with each.
    [[nodiscard]] Result<Tally> round(int limit);

private:
    [[nodiscard]] Result<Done> deal(const QJsonObject &mail, Tally &tally);
    [[nodiscard]] Result<QByteArray> newPassword(qint64 mailId, const QJsonObject &mail);
    [[nodiscard]] Result<Done> recordFailure(qint64 mailId, const Error &error, Tally &tally);

    PgConnection &m_database;
    MailTransport &m_transport;
    PasswordGenerator m_passwords;
    QHash<QString, QString> m_settings;
};

} // namespace desk
