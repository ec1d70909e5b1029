// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/local/localstore.h"
#include "app/operations/operationstore.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>

namespace desk {

class SessionService;

/// Submits operations and answers for each exactly once. When an answer is lost, the operation is looked up by its id
/// after the connection is back, never sent blindly again and never cancelled. Requests are kept
/// in the local store from before they are sent until their fate is known, so that it survives a restart. GUI thread.
class OperationService : public QObject {
    Q_OBJECT
public:
    OperationService(OperationStore &store, SessionService &session, LocalStore &local, QObject *parent = nullptr);

    /// Gives the request an id when it has none, sends it, and answers through finished() or failed(), never before it
    /// has returned. Without a connection it fails at once (Unavailable, rule "not_carried_out"), but for a walk, which
    /// is kept and sent later, once.
    QUuid submit(OperationRequest request);
    [[nodiscard]] bool isPending(const QUuid &id) const { return m_pending.contains(id); }
    /// Looks up what earlier sessions of this log-in left without an answer.
    void resolveLeftovers();

Q_SIGNALS:
    void finished(const desk::OperationOutcome &outcome);
    /// Refused or failed for sure: nothing was changed (rule "not_carried_out" when an answer had been lost). The one
    /// exception is rule "outcome_unknown": the database can be reached but will not say. `error.params["kind"]` names
    /// the kind of operation.
    void failed(const QUuid &id, const desk::Error &error);
    /// The answer got lost; finished() or failed() follows once the database can be asked.
    void uncertain(const QUuid &id);

private:
    struct Pending {
        OperationRequest request;
        QDateTime sentAt; ///< UTC, the server's clock: the desk's may jump between two runs
        bool leftover = false; ///< of an earlier run of the program: whether it still runs cannot be told
        bool lookingUp = false;
    };
    void send(const QUuid &id);
    void onAnswer(const QUuid &id, int generation, const Result<OperationOutcome> &answer);
    void lookUp(const QUuid &id);
    void onLookedUp(const QUuid &id, int generation, const Result<std::optional<OperationOutcome>> &answer);
    void lookUpLater(const QUuid &id, std::chrono::milliseconds wait);
    void lookUpAll();
    void takeUp(const QJsonObject &kept);
    void settle(const QUuid &id, const OperationOutcome &outcome);
    void settle(const QUuid &id, Error error);

    OperationStore &m_store;
    SessionService &m_session;
    LocalStore &m_local;
    QHash<QUuid, Pending> m_pending;
    QSet<QUuid> m_uncertain;
};

} // namespace desk
