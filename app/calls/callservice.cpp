// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/calls/callservice.h"

#include "app/core/logcategories.h"
#include "app/core/whenfinished.h"
#include "app/operations/operationservice.h"
#include "app/session/sessionservice.h"

#include <QJsonDocument>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto silence = 1s; // typing has stopped: the note goes to the database
constexpr auto oldestRestored = 12h; // a call left open for longer is not the one under way

const QString currentKey()
{
    return u"call/current"_s;
}

/// A null call: what was typed before there was one.
QString noteKey(const QUuid &call)
{
    return "note/"_L1 + (call.isNull() ? u"new"_s : call.toString(QUuid::WithoutBraces));
}

} // namespace

CallService::CallService(OperationStore &store, OperationService &operations, SessionService &session,
                         LocalStore &local, ServerClock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_operations(operations), m_session(session), m_local(local), m_clock(clock)
{
    m_noteTimer.setSingleShot(true);
    m_noteTimer.setInterval(silence);
    connect(&m_noteTimer, &QTimer::timeout, this, &CallService::sendNote);
    connect(&session, &SessionService::reconnected, this, &CallService::sendNote);
    connect(&operations, &OperationService::finished, this, [this](const OperationOutcome &outcome) {
        if (!m_closing.isNull() && outcome.id == m_closing)
            release(true);
    });
    connect(&operations, &OperationService::failed, this, [this](const QUuid &id, const Error &error) {
        if (!m_closing.isNull() && id == m_closing)
            onCloseFailed(error);
    });
    connect(&session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state != SessionService::State::LoggedOut)
            return;
        clear();
        Q_EMIT changed();
    });
}

QUuid CallService::idForLookUp()
{
    if (active())
        return m_id;
    if (m_prepared.isNull())
        m_prepared = QUuid::createUuid();
    return m_prepared;
}

int CallService::seconds() const
{
    if (!active() || !m_openedAt.isValid())
        return 0;
    return int(std::max<qint64>(0, m_openedAt.secsTo(m_clock.now())));
}

void CallService::openByHand()
{
    if (active() || m_opening)
        return;
    if (m_session.state() != SessionService::State::Connected) {
        Q_EMIT openFailed(Error{Error::Code::Unavailable, u"no connection to open a call on"_s});
        return;
    }
    m_opening = true;
    Q_EMIT changed();
    const int generation = m_session.generation();
    whenFinished(m_session.activity().watch(u"call"_s, m_store.openCall(idForLookUp())), this,
                 [this, generation](const Result<CallState> &answer) { onOpenAnswer(answer, generation); });
}

void CallService::onOpenAnswer(const Result<CallState> &answer, int generation)
{
    m_opening = false;
    if (answer) {
        opened(*answer);
        return;
    }
    const Error &error = answer.error();
    if (error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout)
        m_session.reportLost(generation); // the same id is used again: should it be open, it is found
    else if (error.rule == "call_closed"_L1 || error.rule == "not_your_call"_L1)
        m_prepared = {};
    Q_EMIT changed();
    Q_EMIT openFailed(error);
}

void CallService::opened(const CallState &call)
{
    if (call.id.isNull() || (active() && call.id != m_id))
        return; // the late answer of a look-up made in a call that has ended
    const bool isNew = !active();
    m_id = call.id;
    m_openedAt = call.openedAt;
    m_prepared = {};
    m_savedNote = call.note;
    if (isNew && m_note.isEmpty())
        m_note = call.note;
    if (m_note != m_savedNote && !m_noteTimer.isActive())
        m_noteTimer.start(); // typed before the call was open
    if (isNew) {
        persist();
        (void)m_local.saveDraft(noteKey(m_id), m_note);
        (void)m_local.saveDraft(noteKey({}), {});
        Q_EMIT changed();
    }
}

void CallService::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    (void)m_local.saveDraft(noteKey(m_id), m_note);
    if (active()) // else it is sent once the call is open
        m_noteTimer.start();
}

void CallService::sendNote()
{
    if (!active() || closing() || m_sending || m_note == m_savedNote)
        return;
    if (m_session.state() != SessionService::State::Connected) {
        Q_EMIT noteSaved(false);
        return; // reconnected() comes back here
    }
    m_sending = true;
    const int generation = m_session.generation();
    whenFinished(m_session.activity().watch(u"note"_s, m_store.saveNote(m_id, m_note)), this,
                 [this, call = m_id, sent = m_note, generation](const Result<Done> &answer) {
                     onNoteAnswer(call, sent, generation, answer);
                 });
}

void CallService::onNoteAnswer(const QUuid &call, const QString &sent, int generation, const Result<Done> &answer)
{
    m_sending = false;
    if (call != m_id) {
        sendNote(); // of the next call, which waited
        return;
    }
    if (answer) {
        m_savedNote = sent;
        if (m_note == m_savedNote)
            Q_EMIT noteSaved(true);
        else if (!m_noteTimer.isActive())
            m_noteTimer.start();
        return;
    }
    const Error &error = answer.error();
    Q_EMIT noteSaved(false);
    if (error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout) {
        if (generation != m_session.generation() || error.rule == "server_cancelled"_L1)
            m_noteTimer.start();
        else
            m_session.reportLost(generation);
    } else if (error.rule == "call_closed"_L1 || error.rule == "not_your_call"_L1) {
        qCWarning(logSession) << "the call under way is not open in the database:" << error.rule;
        Q_EMIT noteRefused(error);
    } else {
        Q_EMIT noteRefused(error);
    }
}

void CallService::close(const QString &outcome, const QString &outcomeText)
{
    if (!active() || closing())
        return;
    m_noteTimer.stop();
    OperationRequest request;
    request.id = QUuid::createUuid();
    request.kind = OperationKind::CallClose;
    request.params = {{u"outcome"_s, outcome}, {u"outcome_text"_s, outcomeText}, {u"note"_s, m_note}};
    request.call = m_id;
    m_closing = request.id;
    persist();
    Q_EMIT changed();
    m_operations.submit(request);
}

void CallService::onCloseFailed(const Error &error)
{
    m_closing = {};
    const bool alreadyOver = error.rule == "call_closed"_L1 || error.rule == "not_your_call"_L1;
    if (!alreadyOver) {
        persist();
        Q_EMIT changed();
    }
    Q_EMIT closeFailed(error);
    if (alreadyOver)
        release(false);
}

// The call is over. Its note stays on this machine (7 days) unless the database surely has it.
void CallService::release(bool noteIsSafe)
{
    if (noteIsSafe)
        (void)m_local.saveDraft(noteKey(m_id), {});
    (void)m_local.saveDraft(currentKey(), {});
    clear();
    Q_EMIT closed(); // before changed(): who works for the call learns that it ends while still knowing which it was
    Q_EMIT changed();
}

void CallService::overInDatabase(const QUuid &call)
{
    if (call == m_prepared)
        m_prepared = {};
    if (active() && call == m_id)
        release(false);
}

void CallService::clear()
{
    m_noteTimer.stop();
    m_id = {};
    m_prepared = {};
    m_closing = {};
    m_opening = false;
    m_openedAt = {};
    m_note.clear();
    m_savedNote.clear();
}

void CallService::persist()
{
    if (!active())
        return;
    const QJsonObject call{{u"id"_s, m_id.toString(QUuid::WithoutBraces)},
                           {u"opened_at"_s, m_openedAt.toString(Qt::ISODateWithMs)},
                           {u"closing"_s, m_closing.isNull() ? QString() : m_closing.toString(QUuid::WithoutBraces)}};
    (void)m_local.saveDraft(currentKey(), QString::fromUtf8(QJsonDocument(call).toJson(QJsonDocument::Compact)));
}

void CallService::restore()
{
    if (active())
        return;
    whenFinished(m_local.draft(currentKey()), this, [this](const Result<QString> &kept) {
        if (active())
            return;
        if (kept && !kept->isEmpty())
            takeUp(*kept);
        else
            restoreNote();
    });
}

void CallService::takeUp(const QString &kept)
{
    const QJsonObject call = QJsonDocument::fromJson(kept.toUtf8()).object();
    const QUuid id = QUuid::fromString(call.value("id"_L1).toString());
    const QDateTime openedAt = QDateTime::fromString(call.value("opened_at"_L1).toString(), Qt::ISODateWithMs);
    if (id.isNull() || !openedAt.isValid()
        || openedAt.secsTo(m_clock.now()) > std::chrono::seconds(oldestRestored).count()) {
        (void)m_local.saveDraft(currentKey(), {});
        return;
    }
    m_id = id;
    m_openedAt = openedAt;
    m_prepared = {};
    m_closing = QUuid::fromString(call.value("closing"_L1).toString());
    Q_EMIT changed();
    if (closing())
        checkClosing(m_closing);
    restoreNote();
}

void CallService::restoreNote()
{
    whenFinished(m_local.draft(noteKey(m_id)), this, [this, id = m_id](const Result<QString> &note) {
        if (id != m_id || !note || note->isEmpty() || !m_note.isEmpty())
            return;
        m_note = *note;
        Q_EMIT changed();
        sendNote();
    });
}

// OperationService tells what became of a close whose answer got lost, if it still has it; else its fate was known and
// only this call's own record came too late.
void CallService::checkClosing(const QUuid &operation)
{
    whenFinished(m_local.pending(), this, [this, operation](const Result<QList<QJsonObject>> &pending) {
        if (m_closing != operation)
            return;
        const QString id = operation.toString(QUuid::WithoutBraces);
        const bool awaited = pending && std::any_of(pending->cbegin(), pending->cend(), [&](const QJsonObject &one) {
                                 return one.value("id"_L1).toString() == id;
                             });
        if (awaited)
            return;
        m_closing = {};
        persist();
        Q_EMIT changed();
        sendNote();
    });
}

} // namespace desk
