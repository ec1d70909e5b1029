// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/clock.h"
#include "app/local/localstore.h"
#include "app/lookup/callerfile.h"
#include "app/operations/operationstore.h"

#include <QObject>
#include <QTimer>

namespace desk {

class OperationService;
class SessionService;

/// The call under way: opened by the first look-up (or by hand), its note kept as it is typed, closed with an outcome.
/// The note goes to the local store at once and to the database a second after typing stops. GUI thread.
class CallService : public QObject {
    Q_OBJECT
public:
    CallService(OperationStore &store, OperationService &operations, SessionService &session, LocalStore &local,
                ServerClock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool active() const { return !m_id.isNull(); }
    [[nodiscard]] QUuid id() const { return m_id; }
    /// The id to look up under: the active call's, or a new one that becomes active once the file has opened.
    [[nodiscard]] QUuid idForLookUp();
    [[nodiscard]] QDateTime openedAt() const { return m_openedAt; }
    [[nodiscard]] int seconds() const; ///< since it was opened, on the server's time; 0 without a call
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] bool closing() const { return !m_closing.isNull(); } ///< close() awaits its answer

    /// Opens a call before anything is looked up. Answers through changed() or openFailed(); does nothing in a call.
    void openByHand();
    [[nodiscard]] bool opening() const { return m_opening; } ///< openByHand() awaits its answer
    /// The file that was looked up under idForLookUp() is here: the call is open.
    void opened(const CallState &call);
    void setNote(const QString &note);
    /// Wraps the call up: saves note and outcome as one operation. The text is kept until the database has it.
    void close(const QString &outcome, const QString &outcomeText);
    /// A look-up found that `call` is over in the database (closed elsewhere, or another person's): it is let go, its
    /// note stays on this machine. Does nothing for another call.
    void overInDatabase(const QUuid &call);
    /// Finds the call that was under way when the console stopped, from the local store. After log-in, once that store
    /// is open and before OperationService::resolveLeftovers(), so that the fate of a lost close is heard.
    void restore();

Q_SIGNALS:
    void changed(); ///< opened, closed or restored; after closed() when it was closed
    void noteSaved(bool inDatabase); ///< false: kept on this machine only, will be sent
    void noteRefused(const desk::Error &error); ///< the database will not take it (too long, …); it stays here
    void openFailed(const desk::Error &error);
    void closed();
    void closeFailed(const desk::Error &error);

private:
    void sendNote();
    void onOpenAnswer(const Result<CallState> &answer, int generation);
    void onNoteAnswer(const QUuid &call, const QString &sent, int generation, const Result<Done> &answer);
    void persist();
    void takeUp(const QString &kept);
    void checkClosing(const QUuid &operation);
    void restoreNote();
    void onCloseFailed(const Error &error);
    void release(bool noteIsSafe);
    void clear();

    OperationStore &m_store;
    OperationService &m_operations;
    SessionService &m_session;
    LocalStore &m_local;
    ServerClock &m_clock;
    QUuid m_id, m_prepared;
    QDateTime m_openedAt;
    QString m_note;
    QString m_savedNote; ///< what the database has
    QUuid m_closing; ///< the operation that closes the call, while its answer is awaited
    bool m_sending = false, m_opening = false;
    QTimer m_noteTimer;
};

} // namespace desk
