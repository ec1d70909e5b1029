// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessionstore.h"

#include <QObject>

class QJsonObject;

namespace desk {

class PgDatabase;

/// SessionStore on PostgreSQL. Errors of logIn and test: AuthFailed (rule "secret_needed": the server wants a
/// password); NotFound ("no_database", "not_migrated"); Forbidden ("no_role"); ReadOnly ("standby", "read_only",
/// "no_primary"); TooOld (params needed, have) and TooNew (params schema, oldest); Unavailable ("unknown_host", "tls",
/// "refused", "no_answer", "server_starting", "too_many_connections"); Invalid ("bad_uri": an option libpq does not
/// know).
class PgSessionStore : public SessionStore {
public:
    explicit PgSessionStore(PgDatabase &database) : m_database(database) { }

    [[nodiscard]] QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &where, const QString &secret) override;
    [[nodiscard]] QFuture<Result<SessionInfo>> test(const ConnectionSettings &where, const QString &secret) override;
    [[nodiscard]] QFuture<Result<Pulse>> pulse(qint64 openEstablishment, qint64 openAccount) override;
    [[nodiscard]] QFuture<Result<QList<PublishedScript>>> publishedScripts() override;
    [[nodiscard]] QFuture<Result<QList<PublishedScript>>> earlierScripts(const QStringList &ids) override;
    [[nodiscard]] QFuture<Result<Done>> changePassword(const ConnectionSettings &where, const QString &current,
                                                       const QString &next) override;
    void useSecret(const QString &secret) override;
    void logOut() override;

private:
    [[nodiscard]] QFuture<Result<QList<PublishedScript>>> readScripts(QLatin1StringView query,
                                                                      const QList<std::optional<QByteArray>> &values);

    PgDatabase &m_database;
    QObject m_context; ///< owns the connections under test
};

/// Reads the document of desk.session_info and checks the versions.
[[nodiscard]] Result<SessionInfo> sessionInfoFromDocument(const QJsonObject &document);

} // namespace desk
