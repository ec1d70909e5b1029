// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessstore.h"

#include <QObject>

namespace desk {

class CallService;
class LookupStore;
class SessionService;

/// An account found by its identifiant.
struct FoundAccount {
    AccountId id{0};
    QString identifiant, detail; ///< `detail`: as suggestions say it, masked
};

/// Asks what sheets need to know before access changes hands: under the call under way, and telling the session when
/// the connection went. GUI thread; whoever asks again drops the older answer.
class AccessService : public QObject {
    Q_OBJECT
public:
    AccessService(AccessStore &store, LookupStore &lookups, SessionService &session, CallService &calls,
                  QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<CheckStatus>> checkStatus(EstablishmentId establishment, AccountId account);
    [[nodiscard]] QFuture<Result<Rehearsal>> rehearse(const RehearsalRequest &request,
                                                      std::optional<TicketNumber> ticket);
    /// The account of exactly that identifiant (letter case aside); nullopt: there is none.
    [[nodiscard]] QFuture<Result<std::optional<FoundAccount>>> findAccount(const QString &identifiant);

private:
    template <class T> QFuture<Result<T>> watched(const QString &what, const QFuture<Result<T>> &future);

    AccessStore &m_store;
    LookupStore &m_lookups;
    SessionService &m_session;
    CallService &m_calls;
};

} // namespace desk
