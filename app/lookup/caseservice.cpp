// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/caseservice.h"

#include "app/calls/callservice.h"
#include "app/core/siret.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype recentKept = 10;

/// What the database's open_file takes, from what was typed or chosen.
QString keyFrom(const QString &text)
{
    if (text.startsWith("account:"_L1) || text.startsWith("ticket:"_L1))
        return text;
    const SearchTerm term = SearchTerm::recognise(text);
    return term.kind == SearchTerm::Kind::Ticket ? "ticket:"_L1 + term.text : term.text;
}

Suggestion lineFor(const CallerFile &file)
{
    if (file.subject == CallerFile::Subject::Establishment) {
        const Establishment &e = file.establishment;
        return {Suggestion::Kind::Establishment, e.siret, e.denomination, groupedDigits(e.siret) + u" · "_s + e.town};
    }
    const Account &account = file.accounts.constFirst();
    return {Suggestion::Kind::Account, "account:"_L1 + QString::number(account.id.value()), account.identifiant,
            account.emailMasked};
}

bool connectionGone(const Error &error)
{
    return error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout;
}

/// The call it was asked under is closed in the database, or not ours.
bool callIsOver(const Result<CallerFile> &answer)
{
    return !answer && (answer.error().rule == "call_closed"_L1 || answer.error().rule == "not_your_call"_L1);
}

} // namespace

CaseService::CaseService(LookupStore &store, CallService &call, SessionService &session, QObject *parent)
    : QObject(parent), m_store(store), m_call(call), m_session(session)
{
    connect(&session, &SessionService::pulsed, this, [this](const Pulse &pulse) {
        if (m_state == State::Open && !pulse.fileStamp.isEmpty() && pulse.fileStamp != m_file.stamp)
            refresh();
    });
    connect(&session, &SessionService::reconnected, this, [this] {
        if (m_state == State::Failed && connectionGone(m_error))
            askAgain(); // what was asked for when the connection went
        else
            refresh();
    });
    connect(&call, &CallService::changed, this, &CaseService::enterCall);
    connect(&session, &SessionService::stateChanged, this, [this](SessionService::State state) {
        if (state == SessionService::State::Lost)
            setStale(m_state == State::Open);
        if (state == SessionService::State::LoggedOut) {
            m_recent.clear(); // the next person at this desk has their own
            close();
        }
    });
}

const Account *CaseService::selectedAccount() const
{
    return m_account ? m_file.account(*m_account) : nullptr;
}

void CaseService::open(const QString &key)
{
    m_key = keyFrom(key);
    if (m_key.isEmpty())
        return;
    m_wantedTicket = TicketNumber(0);
    setState(State::Loading);
    load(m_key, true);
}

void CaseService::askAgain()
{
    if (m_wantedTicket.value() > 0)
        openTicket(m_wantedTicket);
    else
        open(m_key);
}

void CaseService::openTicket(TicketNumber number)
{
    m_key = u"ticket:%1"_s.arg(number.value());
    m_wantedTicket = number;
    setState(State::Loading);
    load(m_key, true);
}

// The file of a ticket was opened without a caller; now there is one: it is read again under the call, so that the call
// knows whose file it was and what is masked can be shown.
void CaseService::enterCall()
{
    if (m_ticket.value() > 0 && m_call.active() && m_fileCall != m_call.id())
        refresh();
}

void CaseService::refresh()
{
    if (m_state != State::Open || m_session.state() != SessionService::State::Connected)
        return;
    m_refreshAgain = m_refreshing; // the one under way may have read before what made us ask
    if (m_refreshing)
        return;
    m_refreshing = true;
    load(m_openKey, false);
}

void CaseService::load(const QString &key, bool anotherFile)
{
    const int request = ++m_request;
    const int generation = m_session.generation();
    // A look-up opens a call; a refresh never does, least of all right after one was closed.
    const bool opensCall = anotherFile && m_wantedTicket.value() == 0;
    const QUuid call = opensCall ? m_call.idForLookUp() : m_call.id();
    auto answer = m_session.activity().watch(anotherFile ? u"open_file"_s : u"refresh"_s, m_store.openFile(key, call));
    whenFinished(answer, this, [this, request, generation, anotherFile, key, call](const Result<CallerFile> &file) {
        if (!anotherFile)
            m_refreshing = false;
        if (request == m_request && !call.isNull() && callIsOver(file)) {
            m_call.overInDatabase(call);
            if (anotherFile || m_state == State::Open) {
                m_refreshing = !anotherFile;
                load(key, anotherFile);
            }
            return;
        }
        if (request == m_request) {
            if (file)
                m_fileCall = call;
            onFile(file, anotherFile, generation);
        }
        if (!anotherFile && std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void CaseService::onFile(const Result<CallerFile> &answer, bool anotherFile, int generation)
{
    if (!answer) {
        onFailure(answer.error(), anotherFile, generation);
        return;
    }
    m_file = *answer;
    m_error = {};
    if (anotherFile) {
        m_openKey = m_key;
        m_ticket = m_wantedTicket;
    }
    setStale(false);
    selectAfter(anotherFile);
    remember();
    if (m_file.call)
        m_call.opened(*m_file.call);
    setState(State::Open);
    Q_EMIT fileChanged(anotherFile);
}

void CaseService::onFailure(const Error &error, bool anotherFile, int generation)
{
    const bool gone = connectionGone(error);
    if (gone)
        setStale(!m_openKey.isEmpty()); // first: what is said of a failed refresh depends on it
    if (anotherFile) {
        m_error = error;
        setState(State::Failed);
    } else {
        Q_EMIT refreshFailed(error);
    }
    if (gone)
        m_session.reportLost(generation);
}

// The database names the account that was looked for; a refresh keeps the agent's choice as long as it is there.
void CaseService::selectAfter(bool anotherFile)
{
    const auto before = m_account;
    if (anotherFile || (m_account && !m_file.account(*m_account)))
        m_account = m_file.selectedAccount;
    m_chosen = anotherFile ? m_account.has_value() : m_chosen && m_account;
    const bool chosenOneGone = !anotherFile && before; // nobody takes the place of an account about to be acted on
    if (!m_account && !chosenOneGone && !m_file.accounts.isEmpty())
        m_account = m_file.accounts.constFirst().id; // the referent comes first: the likeliest caller
    if (!anotherFile && before != m_account)
        Q_EMIT accountSelected();
}

void CaseService::selectAccount(AccountId id)
{
    if ((m_account == id && m_chosen) || !m_file.account(id))
        return;
    m_account = id;
    m_chosen = true;
    Q_EMIT accountSelected();
}

void CaseService::close()
{
    ++m_request;
    m_refreshing = false;
    m_file = {};
    m_key.clear();
    m_openKey.clear();
    m_wantedTicket = m_ticket = TicketNumber(0);
    m_fileCall = {};
    m_error = {};
    m_account.reset();
    m_chosen = false;
    setStale(false);
    setState(State::Empty);
}

void CaseService::remember()
{
    if (m_file.subject == CallerFile::Subject::Unknown
        || (m_file.subject == CallerFile::Subject::Account && m_file.accounts.isEmpty()))
        return;
    const Suggestion line = lineFor(m_file);
    m_recent.removeIf([&](const Suggestion &known) { return known.key == line.key; });
    m_recent.prepend(line);
    if (m_recent.size() > recentKept)
        m_recent.resize(recentKept);
}

void CaseService::reveal(const QString &field, qint64 id)
{
    const int generation = m_session.generation();
    auto answer = m_session.activity().watch(u"reveal"_s, m_store.reveal(field, id, m_call.id()));
    whenFinished(answer, this, [this, field, id, generation](const Result<QString> &value) {
        if (value) {
            Q_EMIT revealed(field, id, *value);
            return;
        }
        Q_EMIT revealFailed(field, id, value.error());
        if (connectionGone(value.error()))
            m_session.reportLost(generation);
    });
}

void CaseService::suggest(const QString &typed)
{
    const int request = ++m_suggestRequest;
    const SearchTerm term = SearchTerm::recognise(typed);
    if (term.kind == SearchTerm::Kind::Empty) {
        Q_EMIT suggestionsReady(typed, {});
        return;
    }
    whenFinished(m_store.suggest(term), this, [this, request, typed](const Result<QList<Suggestion>> &answer) {
        if (request == m_suggestRequest)
            onSuggestions(typed, answer);
    });
}

void CaseService::onSuggestions(const QString &typed, const Result<QList<Suggestion>> &answer)
{
    if (answer)
        Q_EMIT suggestionsReady(typed, *answer);
    else if (answer.error().code != Error::Code::Cancelled)
        Q_EMIT suggestionsFailed(typed, answer.error());
}

void CaseService::setStale(bool stale)
{
    if (stale == m_stale)
        return;
    m_stale = stale;
    Q_EMIT staleChanged(stale);
}

void CaseService::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace desk
