// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/tickets/ticketstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace desk {

class SessionService;

/// One step of a bulk: an operation, the tickets it is about (a merge has several) and what became of it.
struct BulkStep {
    enum class State { Waiting, Sent, Done, Refused, NotDone };
    OperationRequest request; ///< its id is made once: sent again after a lost answer, nothing is done twice
    QList<TicketNumber> tickets;
    State state = State::Waiting;
    Error error; ///< of Refused
    bool unsure = false; ///< of NotDone: it was sent and never answered, so it may have been done after all
};

/// The same operation on many tickets, in batches, each ticket by itself: what one refuses does not keep the others.
/// Can be stopped between two batches. When the connection is lost it waits; what was sent and not answered is asked
/// again under the same ids once it is back, by itself. When the database wants a pause (a ceiling, no writing for the
/// moment) it waits too, says why in hindrance() and goes on; when it refuses whole batches for good, it stops. Logging
/// out ends it. One bulk at a time. GUI thread.
class BulkService : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Running,
        Waiting, ///< for the connection, or for a pause to be over
        Stopped, ///< can be resumed
        Finished
    };
    BulkService(TicketStore &store, SessionService &session, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<BulkStep> &steps() const { return m_steps; }
    // In tickets, not in steps: a merge of three counts three.
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int refused() const { return m_refused; }
    [[nodiscard]] int left() const; ///< waiting or sent
    [[nodiscard]] int notDone() const { return m_notDone; } ///< of a bulk that was stopped or ended
    [[nodiscard]] int unsure() const { return m_unsure; } ///< of notDone(): sent and never answered
    [[nodiscard]] QString title() const { return m_title; } ///< in the words of whoever began it
    /// Why it waits or was stopped by the database; empty when it waits for the connection or was stopped by hand.
    [[nodiscard]] const std::optional<Error> &hindrance() const { return m_hindrance; }
    [[nodiscard]] int pauseSeconds() const; ///< how long a pause still lasts; 0: none

    /// Begins; does nothing while another one runs, or when nobody is logged in. One that was stopped is forgotten.
    void begin(const QString &title, const QList<BulkStep> &steps);
    void stop(); ///< after the batch under way; the rest becomes NotDone and can be resumed
    void resume(); ///< what was stopped, under the same ids
    void dismiss(); ///< forgets a bulk that is over

Q_SIGNALS:
    void changed(); ///< a batch was answered, or the state is another
    void finished();

private:
    using Answer = Result<QList<Result<OperationOutcome>>>;
    void sendNext();
    [[nodiscard]] QList<int> nextBatch();
    void onAnswer(int generation, const Answer &answer);
    void takeResults(const QList<Result<OperationOutcome>> &results);
    void onFailure(int generation, const Error &error);
    void pause(const Error &error, std::chrono::milliseconds wait);
    void onReconnected();
    void onSessionState();
    void end(State state); ///< what is left becomes NotDone
    void settle(BulkStep &step, BulkStep::State state, const Error &error = {});
    void setState(State state);

    TicketStore &m_store;
    SessionService &m_session;
    State m_state = State::Idle;
    QString m_title, m_login;
    QList<BulkStep> m_steps;
    QList<int> m_batch; ///< under way, or lost with the connection
    int m_cursor = 0; ///< no step before it is left
    int m_size; ///< of the next batch; smaller after one that took too long
    int m_failures = 0; ///< in a row, of whole batches
    int m_run = 0; ///< an answer to an older one is not heard any more
    int m_total = 0, m_done = 0, m_refused = 0, m_notDone = 0, m_unsure = 0;
    bool m_underWay = false, m_stopping = false;
    std::optional<Error> m_hindrance;
    QTimer m_pause;
};

} // namespace desk
