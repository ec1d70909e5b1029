// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/bulkservice.h"

#include "app/core/logcategories.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr int batchSize = 50;
constexpr int mostFailures = 6; // in a row, before somebody should look

bool isLost(const Error &error)
{
    return error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout;
}

/// Nothing is wrong with the operation: the database wants it later.
bool wantsPause(const Error &error)
{
    switch (error.code) {
    case Error::Code::TooMany:
    case Error::Code::ReadOnly:
    case Error::Code::Locked:
        return true;
    default:
        return error.rule == "rate_limited"_L1;
    }
}

/// What the database asks for, else longer each time: 5, 10, 20, 40, 60 s.
std::chrono::milliseconds pauseAfter(const Error &error, int failures)
{
    const int asked = error.params.value(u"retry_after"_s).toInt();
    if (asked > 0)
        return std::chrono::seconds(std::min(asked, 3600));
    return std::min<std::chrono::milliseconds>(60s, 5s * (1 << std::clamp(failures - 1, 0, 4)));
}

bool isOver(BulkService::State state)
{
    return state == BulkService::State::Finished || state == BulkService::State::Stopped;
}

} // namespace

BulkService::BulkService(TicketStore &store, SessionService &session, QObject *parent)
    : QObject(parent), m_store(store), m_session(session), m_size(batchSize)
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // the seconds left are shown
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_state == State::Waiting)
            sendNext();
    });
    connect(&session, &SessionService::reconnected, this, &BulkService::onReconnected);
    connect(&session, &SessionService::stateChanged, this, &BulkService::onSessionState);
}

int BulkService::left() const
{
    return m_total - m_done - m_refused - m_notDone;
}

int BulkService::pauseSeconds() const
{
    return m_pause.isActive() ? int((m_pause.remainingTime() + 999) / 1000) : 0;
}

void BulkService::begin(const QString &title, const QList<BulkStep> &steps)
{
    const bool busy = m_state == State::Running || m_state == State::Waiting;
    if (busy || steps.isEmpty() || m_session.state() == SessionService::State::LoggedOut)
        return;
    m_title = title;
    m_login = m_session.info().login;
    m_steps = steps;
    m_total = m_done = m_refused = m_notDone = m_unsure = 0;
    for (BulkStep &step : m_steps) {
        if (step.request.id.isNull())
            step.request.id = QUuid::createUuid();
        step.state = BulkStep::State::Waiting;
        m_total += int(step.tickets.size());
    }
    m_batch.clear();
    m_cursor = 0;
    m_size = batchSize;
    m_failures = 0;
    m_stopping = false;
    m_hindrance.reset();
    sendNext();
}

QList<int> BulkService::nextBatch()
{
    QList<int> batch;
    bool before = true; // everything so far is settled: never looked at again
    for (int i = m_cursor; i < m_steps.size() && batch.size() < m_size; ++i) {
        const BulkStep::State state = m_steps.at(i).state;
        if (state == BulkStep::State::Waiting || state == BulkStep::State::Sent) {
            batch << i;
            before = false;
        } else if (before) {
            m_cursor = i + 1;
        }
    }
    return batch;
}

void BulkService::sendNext()
{
    m_pause.stop();
    if (m_stopping) {
        end(State::Stopped);
        return;
    }
    if (m_session.state() != SessionService::State::Connected) {
        m_hindrance.reset();
        setState(State::Waiting);
        return;
    }
    m_batch = nextBatch();
    if (m_batch.isEmpty()) {
        end(State::Finished);
        return;
    }
    QList<OperationRequest> requests;
    requests.reserve(m_batch.size());
    for (const int index : std::as_const(m_batch)) {
        m_steps[index].state = BulkStep::State::Sent;
        requests << m_steps.at(index).request;
    }
    const int run = ++m_run;
    const int generation = m_session.generation();
    m_underWay = true;
    m_hindrance.reset();
    setState(State::Running);
    whenFinished(m_session.activity().watch(u"operation"_s, m_store.submitBatch(requests)), this,
                 [this, run, generation](const Answer &answer) {
                     if (run == m_run && m_underWay)
                         onAnswer(generation, answer);
                 });
}

void BulkService::onAnswer(int generation, const Answer &answer)
{
    m_underWay = false;
    if (!answer) {
        onFailure(generation, answer.error());
    } else if (answer->size() != m_batch.size()) {
        onFailure(generation, {Error::Code::Internal, u"not one answer for each operation of the batch"_s});
    } else {
        takeResults(*answer);
    }
}

void BulkService::takeResults(const QList<Result<OperationOutcome>> &results)
{
    std::optional<Error> later;
    for (qsizetype i = 0; i < results.size(); ++i) {
        BulkStep &step = m_steps[m_batch.at(i)];
        if (results.at(i)) {
            settle(step, BulkStep::State::Done);
        } else if (wantsPause(results.at(i).error()) && results.at(i).error().code != Error::Code::Locked) {
            step.state = BulkStep::State::Waiting; // refused for now, not for what it is
            later = results.at(i).error();
        } else {
            settle(step, BulkStep::State::Refused, results.at(i).error());
        }
    }
    m_batch.clear();
    if (later) {
        ++m_failures;
        pause(*later, pauseAfter(*later, m_failures));
        return;
    }
    m_failures = 0;
    m_size = std::min(batchSize, m_size * 2);
    Q_EMIT changed();
    // Through the event loop: whoever listens may stop it, and a store that answers at once does not pile up calls.
    QMetaObject::invokeMethod(
        this,
        [this, run = m_run] {
            if (run == m_run && m_state == State::Running && !m_underWay)
                sendNext();
        },
        Qt::QueuedConnection);
}

void BulkService::onFailure(int generation, const Error &error)
{
    qCWarning(logSession) << "batch of" << m_batch.size() << "failed:" << int(error.code) << error.rule;
    ++m_failures;
    const bool cancelled = error.rule == "server_cancelled"_L1; // the connection is well
    const bool lost = isLost(error) && !cancelled;
    if (error.code == Error::Code::Timeout || cancelled)
        m_size = std::max(1, m_size / 2);
    if (!isLost(error)) {
        for (const int index : std::as_const(m_batch))
            m_steps[index].state = BulkStep::State::Waiting; // refused whole: nothing of it was done
    }
    const bool passes = lost || cancelled || wantsPause(error);
    if (m_stopping || !passes || m_failures >= mostFailures) {
        if (!m_stopping)
            m_hindrance = error;
        end(State::Stopped); // what became of a batch that was lost is known when it is resumed
    } else if (!lost) {
        pause(error, pauseAfter(error, m_failures));
    } else if (generation == m_session.generation()) {
        setState(State::Waiting);
    } else {
        sendNext(); // connected again already: reconnected() will not come
    }
    if (lost)
        m_session.reportLost(generation);
}

void BulkService::pause(const Error &error, std::chrono::milliseconds wait)
{
    if (m_stopping) {
        end(State::Stopped);
        return;
    }
    m_hindrance = error;
    m_pause.start(wait);
    setState(State::Waiting);
}

void BulkService::onReconnected()
{
    // A batch whose answer has not come was sent through the old connection: asked again under the same ids.
    const bool lost = m_state == State::Running && m_underWay;
    if (!lost && m_state != State::Waiting)
        return;
    if (m_pause.isActive())
        return;
    m_underWay = false;
    sendNext();
}

void BulkService::onSessionState()
{
    if (m_session.state() == SessionService::State::LoggedOut) {
        if (m_state == State::Running || m_state == State::Waiting || m_state == State::Stopped)
            end(State::Finished);
    } else if (m_session.state() == SessionService::State::Connected && m_state == State::Finished
               && m_session.info().login != m_login) {
        dismiss(); // somebody else's
    }
}

void BulkService::settle(BulkStep &step, BulkStep::State state, const Error &error)
{
    const int tickets = int(step.tickets.size());
    step.state = state;
    step.error = error;
    (state == BulkStep::State::Done ? m_done : state == BulkStep::State::Refused ? m_refused : m_notDone) += tickets;
}

void BulkService::end(State state)
{
    m_pause.stop();
    ++m_run;
    m_underWay = m_stopping = false;
    m_batch.clear();
    for (int i = m_cursor; i < m_steps.size(); ++i) {
        BulkStep &step = m_steps[i];
        const bool sent = step.state == BulkStep::State::Sent;
        if (!sent && step.state != BulkStep::State::Waiting)
            continue;
        settle(step, BulkStep::State::NotDone);
        step.unsure = sent;
        m_unsure += sent ? int(step.tickets.size()) : 0;
    }
    // Stopped behind the last batch: there is nothing to resume.
    const bool over = state == State::Finished || m_notDone == 0;
    setState(over ? State::Finished : State::Stopped);
    if (over)
        Q_EMIT finished();
}

void BulkService::stop()
{
    if (m_state == State::Waiting)
        end(State::Stopped);
    else if (m_state == State::Running)
        m_stopping = true;
}

void BulkService::resume()
{
    if (m_state != State::Stopped)
        return;
    for (int i = m_cursor; i < m_steps.size(); ++i) {
        BulkStep &step = m_steps[i];
        if (step.state != BulkStep::State::NotDone)
            continue;
        step.state = step.unsure ? BulkStep::State::Sent : BulkStep::State::Waiting;
        step.unsure = false;
    }
    m_notDone = m_unsure = 0;
    m_failures = 0;
    sendNext();
}

void BulkService::dismiss()
{
    if (!isOver(m_state))
        return;
    m_steps.clear();
    m_title.clear();
    m_hindrance.reset();
    m_total = m_done = m_refused = m_notDone = m_unsure = 0;
    setState(State::Idle);
}

void BulkService::setState(State state)
{
    if (state == m_state && state != State::Waiting)
        return;
    m_state = state;
    Q_EMIT changed();
}

} // namespace desk
