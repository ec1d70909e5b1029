// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/lookupstore.h"

#include <QObject>

namespace desk {

class CallService;
class SessionService;

/// The file on screen: opens it, keeps it fresh, remembers which account the caller's is. GUI thread.
class CaseService : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Loading, Open, Failed };
    CaseService(LookupStore &store, CallService &call, SessionService &session, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const CallerFile &file() const { return m_file; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool stale() const
    {
        return m_stale;
    } ///< shown without a connection; file().serverTime says from when
    [[nodiscard]] const Account *selectedAccount() const;
    /// The selected account was looked for, or picked by the agent; else it is only the likeliest, the referent's.
    [[nodiscard]] bool accountIsChosen() const { return m_chosen; }
    [[nodiscard]] QString askedFor() const
    {
        return m_key;
    } ///< what open() was last given, to ask again after a failure

    /// The ticket that is worked on, from the queue: its file is the one shown. 0: none. What is done on accounts of
    /// that file without a call is done for it; opening a call enters the file into that call.
    [[nodiscard]] TicketNumber ticket() const { return m_ticket; }

    /// Opens a file; a newer request makes an older answer void. `key` as in LookupStore::openFile, or text as typed: a
    /// SIRET with spaces, "#48 213"… The file shown stays until the new one is here, and when it fails.
    void open(const QString &key);
    /// The file of a ticket that is worked on without a caller: no call is opened for it. In a call it is as open().
    void openTicket(TicketNumber number);
    void askAgain(); ///< for what was asked for last, after a failure
    /// Reads the open file again without moving anything (after an operation, or when the pulse says it changed).
    void refresh();
    void selectAccount(AccountId id);
    void close();
    /// Files opened lately, newest first: title and key, ten at most, this session.
    [[nodiscard]] QList<Suggestion> recent() const { return m_recent; }
    /// Answers through revealed(), once.
    void reveal(const QString &field, qint64 id);
    /// Suggestions for what is being typed; only the newest answer arrives.
    void suggest(const QString &typed);

Q_SIGNALS:
    void stateChanged(desk::CaseService::State state);
    void fileChanged(bool anotherFile); ///< false: the same file, refreshed
    void accountSelected();
    void staleChanged(bool stale);
    void refreshFailed(const desk::Error &error); ///< the file shown stays; stale() when the connection is the reason
    void revealed(const QString &field, qint64 id, const QString &value);
    void revealFailed(const QString &field, qint64 id, const desk::Error &error);
    void suggestionsReady(const QString &typed, const QList<desk::Suggestion> &suggestions);
    void suggestionsFailed(const QString &typed, const desk::Error &error);

private:
    void setState(State state);
    void setStale(bool stale);
    void enterCall();
    void load(const QString &key, bool anotherFile);
    void onFile(const Result<CallerFile> &answer, bool anotherFile, int generation);
    void onFailure(const Error &error, bool anotherFile, int generation);
    void selectAfter(bool anotherFile);
    void remember();
    void onSuggestions(const QString &typed, const Result<QList<Suggestion>> &answer);

    LookupStore &m_store;
    CallService &m_call;
    SessionService &m_session;
    State m_state = State::Empty;
    QString m_key; ///< of the file asked for last
    QString m_openKey; ///< of the file shown
    TicketNumber m_wantedTicket{0}, m_ticket{0}; ///< the file asked for last is that ticket's; the file shown is
    QUuid m_fileCall; ///< the call the file shown was last read under
    CallerFile m_file;
    Error m_error;
    bool m_stale = false;
    std::optional<AccountId> m_account;
    bool m_chosen = false;
    QList<Suggestion> m_recent;
    int m_request = 0, m_suggestRequest = 0;
    bool m_refreshing = false, m_refreshAgain = false;
};

} // namespace desk
