// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/sessionservice.h"

#include "app/core/logcategories.h"
#include "app/core/whenfinished.h"
#include "app/core/wipe.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto pollInterval = 2s;

/// 1, 2, 4, 8, 15, 15 … seconds.
constexpr std::chrono::milliseconds retryDelay(int retries)
{
    return retries >= 4 ? 15s : 1s * (1 << std::max(retries, 0));
}
static_assert(retryDelay(0) == 1s && retryDelay(3) == 8s && retryDelay(40) == 15s);

/// Waiting helps: the server may come back by itself.
bool mayPass(Error::Code code)
{
    switch (code) {
    case Error::Code::AuthFailed:
    case Error::Code::Forbidden:
    case Error::Code::Refused:
    case Error::Code::TooOld:
    case Error::Code::TooNew:
    case Error::Code::Invalid:
        return false;
    default:
        return true;
    }
}

bool connectionGone(Error::Code code)
{
    return code == Error::Code::Unavailable || code == Error::Code::Timeout;
}

} // namespace

SessionService::SessionService(SessionStore &store, SecretStore &secrets, ServerClock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_secrets(secrets), m_clock(clock)
{
    m_pollTimer.setInterval(pollInterval);
    m_retryTimer.setSingleShot(true);
    connect(&m_pollTimer, &QTimer::timeout, this, &SessionService::poll);
    connect(&m_retryTimer, &QTimer::timeout, this, &SessionService::reconnect);
}

void SessionService::logIn(const ConnectionSettings &where, const QString &secret, bool remember)
{
    const int request = ++m_request;
    m_pollTimer.stop();
    m_retryTimer.stop();
    m_settings = where;
    forgetSecret();
    setState(State::Connecting);
    if (!secret.isEmpty() || where.kind == ConnectionSettings::Kind::Private) {
        attempt(secret, remember);
        return;
    }
    // None found is no proof that none was saved, and Kerberos or a certificate needs none: try without, and let the
    // server say that it wants one.
    whenFinished(m_activity.watch(u"connect"_s, m_secrets.read(where.keychainKey())), this,
                 [this, request](const Result<std::optional<QString>> &found) {
                     if (request != m_request)
                         return;
                     const bool any = found && found->has_value();
                     m_keychainFault = found ? std::nullopt : std::optional(found.error());
                     attempt(any ? **found : QString(), false);
                 });
}

void SessionService::attempt(const QString &secret, bool remember)
{
    const int request = m_request;
    whenFinished(m_activity.watch(u"connect"_s, m_store.logIn(m_settings, secret)), this,
                 [this, request, secret, remember](const Result<SessionInfo> &answer) {
                     if (request != m_request)
                         return;
                     if (answer) {
                         onLoggedIn(*answer, secret, remember);
                         return;
                     }
                     qCWarning(logSession) << "log-in failed:" << int(answer.error().code) << answer.error().rule;
                     Error error = answer.error();
                     if (error.rule == "secret_needed"_L1 && m_keychainFault)
                         error.params.insert(u"keychain"_s, m_keychainFault->rule);
                     setState(State::LoggedOut);
                     Q_EMIT logInFailed(error);
                 });
}

void SessionService::onLoggedIn(const SessionInfo &info, const QString &secret, bool remember)
{
    m_info = info;
    ++m_generation;
    takeSecret(secret);
    m_keychainFault.reset();
    m_retries = 0;
    m_polling = false;
    m_clock.synchronise(info.serverTime);
    if (remember && !secret.isEmpty()) {
        whenFinished(m_secrets.write(m_settings.keychainKey(), secret), this, [this](const Result<Done> &written) {
            if (!written)
                Q_EMIT secretNotKept(written.error());
        });
    }
    m_pollTimer.start();
    setState(State::Connected);
    Q_EMIT loggedIn(m_info);
}

void SessionService::testConnection(const ConnectionSettings &where, const QString &secret)
{
    whenFinished(m_activity.watch(u"connect"_s, m_store.test(where, secret)), this,
                 [this](const Result<SessionInfo> &answer) {
                     Q_EMIT testFinished(answer.has_value(), answer ? *answer : SessionInfo(),
                                         answer ? Error() : answer.error());
                 });
}

void SessionService::logOut()
{
    ++m_request;
    m_pollTimer.stop();
    m_retryTimer.stop();
    forgetSecret();
    m_info = {};
    m_pulse = {};
    m_establishment = m_account = 0;
    m_polling = false;
    m_store.logOut();
    setState(State::LoggedOut);
}

// A copy of our own, which nobody shares and which can be overwritten.
void SessionService::takeSecret(const QString &secret)
{
    forgetSecret();
    m_secret = QString(secret.constData(), secret.size());
}

void SessionService::forgetSecret()
{
    wipe(m_secret);
}

QFuture<Result<Done>> SessionService::verify(const QString &secret)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    whenFinished(
        m_activity.watch(u"connect"_s, m_store.test(m_settings, secret)), this,
        [this, promise, secret, login = m_info.login](const Result<SessionInfo> &answer) {
            Result<Done> verified = Done();
            if (!answer)
                verified = Failure(answer.error());
            else if (!answer->passwordUsed || answer->login != login)
                verified = Failure(Error{Error::Code::Refused, u"no password asked"_s, u"password_not_asked"_s});
            else if (login == m_info.login && secret != m_secret) { // changed elsewhere in the meantime
                takeSecret(secret);
                m_store.useSecret(secret);
            }
            promise->addResult(verified);
            promise->finish();
        });
    return promise->future();
}

QFuture<Result<Done>> SessionService::changePassword(const QString &current, const QString &next)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    whenFinished(m_activity.watch(u"password"_s, m_store.changePassword(m_settings, current, next)), this,
                 [this, promise, next, login = m_info.login](const Result<Done> &changed) {
                     Result<Done> answer = changed;
                     if (!changed && connectionGone(changed.error().code)
                         && !changed.error().params.contains(u"nothing_done"_s))
                         answer.error().rule = u"password_outcome_unknown"_s;
                     if (changed && login == m_info.login) {
                         takeSecret(next);
                         m_store.useSecret(next);
                         renewInKeychain(next);
                     }
                     promise->addResult(answer);
                     promise->finish();
                 });
    return promise->future();
}

// Only where the old one was: whoever did not want it kept is not overruled.
void SessionService::renewInKeychain(const QString &secret)
{
    const QString key = m_settings.keychainKey();
    whenFinished(m_secrets.read(key), this, [this, key, secret](const Result<std::optional<QString>> &found) {
        if (!found || !found->has_value())
            return;
        whenFinished(m_secrets.write(key, secret), this, [this](const Result<Done> &written) {
            if (!written)
                Q_EMIT secretNotKept(written.error());
        });
    });
}

void SessionService::watch(qint64 establishment, qint64 account)
{
    m_establishment = establishment;
    m_account = account;
}

void SessionService::pulseNow()
{
    if (m_state == State::Connected)
        poll();
    else if (m_state == State::Lost)
        retryNow();
}

void SessionService::poll()
{
    if (m_polling || m_state != State::Connected)
        return;
    m_polling = true;
    const int request = m_request;
    whenFinished(m_store.pulse(m_establishment, m_account), this, [this, request](const Result<Pulse> &pulse) {
        if (request != m_request)
            return;
        m_polling = false;
        if (pulse) {
            m_pulse = *pulse;
            m_clock.synchronise(pulse->serverTime);
            Q_EMIT pulsed(m_pulse);
        } else if (connectionGone(pulse.error().code)) {
            reportLost();
        } else {
            qCWarning(logSession) << "pulse failed:" << int(pulse.error().code) << pulse.error().rule;
        }
    });
}

void SessionService::reportLost()
{
    if (m_state != State::Connected)
        return;
    ++m_request; // answers still under way belong to the lost connection
    m_polling = false;
    m_pollTimer.stop();
    m_retries = 0;
    setState(State::Lost);
    reconnect();
}

void SessionService::reportLost(int generation)
{
    if (generation == m_generation)
        reportLost();
}

void SessionService::retryNow()
{
    if (m_state != State::Lost || !m_retryTimer.isActive())
        return;
    m_retryTimer.stop();
    reconnect();
}

void SessionService::reconnect()
{
    const int request = ++m_request;
    whenFinished(m_activity.watch(u"connect"_s, m_store.logIn(m_settings, m_secret)), this,
                 [this, request](const Result<SessionInfo> &answer) {
                     if (request == m_request)
                         onReconnectAnswer(answer);
                 });
}

void SessionService::onReconnectAnswer(const Result<SessionInfo> &answer)
{
    if (answer) {
        onReconnected(*answer);
        return;
    }
    const Error error = answer.error();
    if (!mayPass(error.code)) {
        qCWarning(logSession) << "reconnecting refused:" << int(error.code) << error.rule;
        forgetSecret();
        setState(State::LoggedOut);
        Q_EMIT logInFailed(error);
        return;
    }
    m_retryTimer.start(retryDelay(m_retries++));
    Q_EMIT retryScheduled(m_retryTimer.interval());
}

void SessionService::onReconnected(const SessionInfo &info)
{
    m_info = info;
    ++m_generation;
    m_retries = 0;
    m_clock.synchronise(info.serverTime);
    m_pollTimer.start();
    setState(State::Connected);
    Q_EMIT reconnected();
    poll();
}

void SessionService::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace desk
