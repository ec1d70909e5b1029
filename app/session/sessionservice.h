// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/clock.h"
#include "app/session/activity.h"
#include "app/session/sessionstore.h"

#include <QObject>
#include <QTimer>

namespace desk {

/// Who is logged in and where, and whether the database answers. GUI thread. Polls `desk.pulse` every two seconds while
/// connected; on loss it tries again by itself with growing waits (1, 2, 4 … 15 s).
class SessionService : public QObject {
    Q_OBJECT
public:
    enum class State { LoggedOut, Connecting, Connected, Lost };
    SessionService(SessionStore &store, SecretStore &secrets, ServerClock &clock, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const SessionInfo &info() const { return m_info; } ///< of the last log-in
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }
    [[nodiscard]] const Clock &clock() const { return m_clock; } ///< the server's time
    [[nodiscard]] const Pulse &lastPulse() const { return m_pulse; }

    /// What waits for the database right now, of every service.
    [[nodiscard]] Activity &activity() { return m_activity; }

    /// Logs in. With an empty `secret` the keychain is asked first; without one there the answer is AuthFailed with
    /// rule "secret_needed" (params "keychain": why it could not be asked, when it could not). The private server needs
    /// no secret. With `remember` the secret is written to the keychain after success; a failed write is told by
    /// secretNotKept.
    void logIn(const ConnectionSettings &where, const QString &secret, bool remember);
    void testConnection(const ConnectionSettings &where, const QString &secret);
    void logOut();
    /// Whether the log-in is proved by a password, so that it can be asked for again.
    [[nodiscard]] bool hasPassword() const { return m_info.passwordUsed; }
    /// Asks the server, over a connection of its own, whether `secret` is this log-in's password. When it is, it is
    /// used for later connections. Refused with "password_not_asked" when the server let us in without it.
    [[nodiscard]] QFuture<Result<Done>> verify(const QString &secret);
    /// Gives this log-in another password; the keychain follows when it held the old one. Errors: SessionStore's, and
    /// Unavailable with "password_outcome_unknown".
    [[nodiscard]] QFuture<Result<Done>> changePassword(const QString &current, const QString &next);
    /// What the pulse watches for changes; 0 for none.
    void watch(qint64 establishment, qint64 account);
    /// Asks for a pulse at once (after an operation, or when a call saw the connection fail).
    void pulseNow();
    /// A store call came back Unavailable or Timeout: goes to Lost and starts to reconnect.
    void reportLost();
    /// The same, unless the connection was already made anew since `generation` was read: an answer lost with the old
    /// connection says nothing about the new one.
    void reportLost(int generation);
    [[nodiscard]] int generation() const { return m_generation; } ///< grows with every connection made
    /// While Lost: tries again at once instead of waiting for the next attempt.
    void retryNow();

Q_SIGNALS:
    void stateChanged(desk::SessionService::State state);
    void loggedIn(const desk::SessionInfo &info);
    void logInFailed(const desk::Error &error);
    void testFinished(bool ok, const desk::SessionInfo &info, const desk::Error &error);
    void secretNotKept(const desk::Error &error);
    void pulsed(const desk::Pulse &pulse);
    void reconnected(); ///< after Lost; services then look up what waits
    void retryScheduled(int inMs); ///< while Lost: an attempt failed, the next comes after so long

private:
    void setState(State state);
    void takeSecret(const QString &secret);
    void renewInKeychain(const QString &secret);
    void forgetSecret();
    void attempt(const QString &secret, bool remember);
    void onLoggedIn(const SessionInfo &info, const QString &secret, bool remember);
    void poll();
    void reconnect();
    void onReconnectAnswer(const Result<SessionInfo> &answer);
    void onReconnected(const SessionInfo &info);

    SessionStore &m_store;
    SecretStore &m_secrets;
    ServerClock &m_clock;
    Activity m_activity;
    std::optional<Error> m_keychainFault; ///< of the log-in under way
    State m_state = State::LoggedOut;
    ConnectionSettings m_settings;
    QString m_secret; ///< in memory only, for reconnecting
    SessionInfo m_info;
    Pulse m_pulse;
    QTimer m_pollTimer, m_retryTimer;
    int m_retries = 0;
    int m_generation = 0;
    int m_request = 0;
    bool m_polling = false;
    qint64 m_establishment = 0, m_account = 0;
};

} // namespace desk
