// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/operations/operationservice.h"

#include "app/core/document.h"
#include "app/core/logcategories.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// A statement that an earlier run of this program sent has ended by then, whatever became of its connection: the
// server's own time limit for an operation is shorter.
constexpr auto surelyEnded = 30s;

/// Kept and sent once the database is back, instead of being refused: they record what has already happened.
bool isSentLater(const QString &kind)
{
    return kind == OperationKind::WalkSave;
}

bool isLost(const Error &error)
{
    return error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout;
}

/// What is kept on this machine until the fate of an operation is known. What a caller said to be checked is kept
/// nowhere: such an operation is looked up by its id, never sent a second time.
QJsonObject worthKeeping(OperationRequest request)
{
    if (request.kind == OperationKind::CallCheck)
        request.params.remove("facts"_L1);
    return toDocument(request);
}

/// The answer got lost on the way: it may have been carried out. Of some losses the store knows better: the server
/// never got them, or undid them itself.
bool isUncertain(const Error &error)
{
    return isLost(error) && error.rule != "server_cancelled"_L1 && !error.params.contains(u"nothing_done"_s);
}

} // namespace

OperationService::OperationService(OperationStore &store, SessionService &session, LocalStore &local, QObject *parent)
    : QObject(parent), m_store(store), m_session(session), m_local(local)
{
    connect(&session, &SessionService::reconnected, this, &OperationService::lookUpAll);
    connect(&session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state != SessionService::State::LoggedOut)
            return;
        m_pending.clear(); // the local store of this log-in keeps them for its next session
        m_uncertain.clear();
    });
}

QUuid OperationService::submit(OperationRequest request)
{
    if (request.id.isNull())
        request.id = QUuid::createUuid();
    const QUuid id = request.id;
    if (m_pending.contains(id))
        return id;
    m_pending.insert(id, {request, m_session.clock().now()});
    const bool connected = m_session.state() == SessionService::State::Connected;
    if (!connected && !isSentLater(request.kind)) {
        QMetaObject::invokeMethod(
            this,
            [this, id] {
                settle(id, {Error::Code::Unavailable, u"no connection"_s, u"not_carried_out"_s});
            },
            Qt::QueuedConnection);
        return id;
    }
    QJsonObject kept = worthKeeping(request);
    kept.insert("sent_at"_L1, m_pending.value(id).sentAt.toString(Qt::ISODateWithMs));
    // Kept first, sent afterwards: what the server may have carried out must be known here after a crash.
    whenFinished(m_local.keepPending(id, kept), this, [this, id](const Result<Done> &answer) {
        if (!answer)
            qCWarning(logLocalStore) << "operation not kept on this machine:" << answer.error().detail;
        send(id);
    });
    return id;
}

void OperationService::send(const QUuid &id)
{
    if (!m_pending.contains(id))
        return;
    if (m_session.state() != SessionService::State::Connected) { // lost in the meantime, nothing sent yet
        if (isSentLater(m_pending.value(id).request.kind))
            m_uncertain.insert(id);
        else
            settle(id, {Error::Code::Unavailable, u"no connection"_s, u"not_carried_out"_s});
        return;
    }
    m_pending[id].sentAt = m_session.clock().now();
    m_pending[id].leftover = false;
    const int generation = m_session.generation();
    whenFinished(m_session.activity().watch(u"operation"_s, m_store.submit(m_pending.value(id).request)), this,
                 [this, id, generation](const Result<OperationOutcome> &answer) { onAnswer(id, generation, answer); });
}

void OperationService::onAnswer(const QUuid &id, int generation, const Result<OperationOutcome> &answer)
{
    if (!m_pending.contains(id))
        return;
    if (answer) {
        settle(id, *answer);
        return;
    }
    Error error = answer.error();
    const bool sentLater = isSentLater(m_pending.value(id).request.kind);
    const bool lost = isLost(error);
    const bool connectionGone = lost && error.rule != "server_cancelled"_L1;
    if (!isUncertain(error) && !(lost && sentLater)) {
        if (lost)
            error.rule = u"not_carried_out"_s;
        settle(id, error);
    } else {
        m_uncertain.insert(id);
        if (!sentLater)
            Q_EMIT uncertain(id);
        if (generation != m_session.generation()) // connected again already: reconnected() will not come
            lookUp(id);
    }
    if (connectionGone)
        m_session.reportLost(generation);
    else if (m_uncertain.contains(id))
        lookUpLater(id, 5s);
}

void OperationService::lookUpAll()
{
    const QSet<QUuid> waiting = m_uncertain;
    for (const QUuid &id : waiting)
        lookUp(id);
}

void OperationService::lookUp(const QUuid &id)
{
    if (!m_uncertain.contains(id) || m_pending.value(id).lookingUp
        || m_session.state() != SessionService::State::Connected)
        return; // reconnected() comes here again
    m_pending[id].lookingUp = true;
    const int generation = m_session.generation();
    whenFinished(m_session.activity().watch(u"operation_lookup"_s, m_store.find(id)), this,
                 [this, id, generation](const auto &answer) { onLookedUp(id, generation, answer); });
}

void OperationService::onLookedUp(const QUuid &id, int generation,
                                  const Result<std::optional<OperationOutcome>> &answer)
{
    if (!m_pending.contains(id))
        return;
    Pending &pending = m_pending[id];
    pending.lookingUp = false;
    if (answer && answer->has_value()) {
        OperationOutcome outcome = **answer;
        outcome.repeated = true;
        settle(id, outcome);
    } else if (answer && isSentLater(pending.request.kind)) {
        m_uncertain.remove(id);
        send(id); // safe even if the first one is still on its way: the id is carried out once
    } else if (answer) {
        const auto age = std::chrono::milliseconds(pending.sentAt.msecsTo(m_session.clock().now()));
        if (pending.leftover && age >= 0ms && age < surelyEnded)
            lookUpLater(id, 1s);
        else
            settle(id, {Error::Code::Unavailable, u"answer lost, not carried out"_s, u"not_carried_out"_s});
    } else if (answer.error().rule == "still_running"_L1) {
        lookUpLater(id, 500ms);
    } else if (isLost(answer.error())) {
        if (generation != m_session.generation())
            lookUpLater(id, 500ms);
        m_session.reportLost(generation);
    } else {
        Error error = answer.error();
        error.rule = u"outcome_unknown"_s;
        settle(id, error);
    }
}

void OperationService::lookUpLater(const QUuid &id, std::chrono::milliseconds wait)
{
    QTimer::singleShot(wait, this, [this, id] { lookUp(id); });
}

void OperationService::resolveLeftovers()
{
    whenFinished(m_local.pending(), this, [this](const Result<QList<QJsonObject>> &kept) {
        if (!kept) {
            qCWarning(logLocalStore) << "operations without an answer not read:" << kept.error().detail;
            return;
        }
        for (const QJsonObject &one : *kept)
            takeUp(one);
    });
}

void OperationService::takeUp(const QJsonObject &kept)
{
    const auto read = fromDocument<OperationRequest>(kept);
    if (!read)
        qCWarning(logLocalStore) << "an operation without an answer not read:" << read.error().detail;
    if (!read || read->id.isNull() || m_pending.contains(read->id))
        return;
    const OperationRequest &request = *read;
    const QDateTime sentAt = QDateTime::fromString(kept.value("sent_at"_L1).toString(), Qt::ISODateWithMs);
    m_pending.insert(request.id, {request, sentAt, true});
    m_uncertain.insert(request.id);
    if (!isSentLater(request.kind))
        Q_EMIT uncertain(request.id);
    lookUp(request.id);
}

void OperationService::settle(const QUuid &id, const OperationOutcome &outcome)
{
    m_pending.remove(id);
    m_uncertain.remove(id);
    Q_EMIT finished(outcome); // told first, forgotten afterwards: a crash in between tells it twice, never not at all
    (void)m_local.dropPending(id);
}

void OperationService::settle(const QUuid &id, Error error)
{
    error.params.insert(u"kind"_s, m_pending.value(id).request.kind);
    m_pending.remove(id);
    m_uncertain.remove(id);
    Q_EMIT failed(id, error);
    (void)m_local.dropPending(id);
}

} // namespace desk
