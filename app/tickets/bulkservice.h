// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/tickets/ticketstore.h"

#include <QObject>

namespace desk {

class SessionService;

/// One step of a bulk: an operation, the tickets it is about (a merge has several) and what became of it.
struct BulkStep {
    enum class State { Waiting, Sent, Done, Refused, NotDone };
    OperationRequest request; ///< its id is made once: sent again after a lost answer, nothing is done twice
    QList<TicketNumber> tickets;
    State state = State::Waiting;
    Error error; ///< of Refused
};

/// The same operation on many tickets, in batches, each ticket by itself: what one refuses does not keep the others.
/// Can be stopped between two batches. When the connection is lost it waits; what was sent and not answered is asked
/// again under the same ids once it is back, by itself. One bulk at a time. GUI thread.
class BulkService : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Waiting, Stopped, Finished }; ///< Waiting: for the connection
    BulkService(TicketStore &store, SessionService &session, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<BulkStep> &steps() const { return m_steps; }
    [[nodiscard]] int done() const;
    [[nodiscard]] int refused() const;
    [[nodiscard]] int left() const; ///< waiting or sent
    [[nodiscard]] QString title() const { return m_title; } ///< in the words of whoever began it

    /// Begins; does nothing while another one runs.
    void begin(const QString &title, const QList<BulkStep> &steps);
    void stop(); ///< after the batch under way; the rest becomes NotDone and can be resumed
    void resume(); ///< what was stopped, under the same ids
    void dismiss(); ///< forgets a bulk that is over

Q_SIGNALS:
    void changed(); ///< a batch was answered, or the state is another
    void finished();

private:
    void sendNext();
    void setState(State state);

    TicketStore &m_store;
    SessionService &m_session;
    State m_state = State::Idle;
    QString m_title;
    QList<BulkStep> m_steps;
};

} // namespace desk
