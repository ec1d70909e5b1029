// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/result.h"
#include "app/tickets/ticketqueue.h"

#include <QFuture>

namespace desk {

/// Open tickets of a motif by how old they are: under one day, 1-2, 2-5, 5-10 days, older.
struct BacklogLine {
    QString motif;
    QList<int> ages; ///< five figures
    int late = 0, soon = 0, onHold = 0, total = 0;
    friend bool operator==(const BacklogLine &, const BacklogLine &) = default;
};
BOOST_DESCRIBE_STRUCT(BacklogLine, (), (motif, ages, late, soon, onHold, total))

struct WorkingTicket {
    TicketNumber number{0};
    PresenceLevel level = PresenceLevel::Open;
    friend bool operator==(const WorkingTicket &, const WorkingTicket &) = default;
};
BOOST_DESCRIBE_STRUCT(WorkingTicket, (), (number, level))

struct AgentLine {
    QString login, name;
    bool here = false;
    int owned = 0, late = 0, onHold = 0, closedToday = 0;
    QDateTime firstDue;
    QList<WorkingTicket> working; ///< what they have open now
    friend bool operator==(const AgentLine &, const AgentLine &) = default;
};
BOOST_DESCRIBE_STRUCT(AgentLine, (), (login, name, here, owned, late, onHold, closedToday, firstDue, working))

enum class WatchList { Locked, NeverConnected, HabilitationWaiting, Bounced, RepeatedResets, SeveralAccounts };
BOOST_DESCRIBE_ENUM(WatchList, Locked, NeverConnected, HabilitationWaiting, Bounced, RepeatedResets, SeveralAccounts)
template <>
inline constexpr auto documentMarks<WatchList> = std::array{
    named("NeverConnected", "never"), named("HabilitationWaiting", "waiting"), named("RepeatedResets", "resets"),
    named("SeveralAccounts", "several")};
inline constexpr WatchList watchLists[]
    = {WatchList::Locked,  WatchList::NeverConnected, WatchList::HabilitationWaiting,
       WatchList::Bounced, WatchList::RepeatedResets, WatchList::SeveralAccounts};

struct Overview {
    QList<BacklogLine> backlog;
    int receivedToday = 0, closedToday = 0, closedLateToday = 0;
    QList<HourCount> hours; ///< of today
    QList<HourCount> days; ///< the last thirty
    QList<AgentLine> agents;
    QHash<QString, int> accounts; ///< by code of the list; 1,000 stands for "1,000 or more"
    QDateTime at;
    friend bool operator==(const Overview &, const Overview &) = default;
};
BOOST_DESCRIBE_STRUCT(Overview, (),
                      (backlog, receivedToday, closedToday, closedLateToday, hours, days, agents, accounts, at))

struct WatchedAccount {
    qint64 id = 0; ///< of the row in its list, for paging
    AccountId account{0};
    HabilitationId habilitation{0};
    qint64 mail = 0;
    QString mailKind; ///< code, of a mail that came back
    QString identifiant, profile, siret, denomination; ///< an establishment's row has no identifiant
    QString detail; ///< the far server's words, who did the resets, other identifiants
    QDateTime since, until; ///< until: when the lock ends; invalid: not locked
    QDateTime activeFrom; ///< of the habilitation; invalid: it has no date yet, hence nothing to confirm
    int count = 0; ///< failed log-ins, tries of a mail, resets, accounts
    friend bool operator==(const WatchedAccount &, const WatchedAccount &) = default;
};
BOOST_DESCRIBE_STRUCT(WatchedAccount, (),
                      (id, account, habilitation, mail, mailKind, identifiant, profile, siret, denomination, detail,
                       since, until, activeFrom, count))
template <> inline constexpr auto documentMarks<WatchedAccount> = std::array{orNull("mail"), orNull("count")};

struct WatchedPage {
    QList<WatchedAccount> rows;
    QString next; ///< where the next page begins; empty: this was the last one
    friend bool operator==(const WatchedPage &, const WatchedPage &) = default;
};
BOOST_DESCRIBE_STRUCT(WatchedPage, (), (rows, next))

/// What the supervisor's overview reads. One round trip each.
class OverviewStore {
public:
    virtual ~OverviewStore() = default;
    [[nodiscard]] virtual QFuture<Result<Overview>> overview() = 0;
    [[nodiscard]] virtual QFuture<Result<WatchedPage>> watched(WatchList list, const QString &from, int limit) = 0;
    /// The same for a file that leaves the desk: the journal says so.
    [[nodiscard]] virtual QFuture<Result<Overview>> exportOverview() = 0;
    [[nodiscard]] virtual QFuture<Result<WatchedPage>> exportWatched(WatchList list, const QString &from, int limit)
        = 0;
};

/// Kinds of operations from a row of that page; the reason is required as everywhere.
namespace WatchKind {
inline constexpr QLatin1StringView Unlock{"watch.unlock"}; ///< {account_id}
inline constexpr QLatin1StringView Resend{"watch.resend"}; ///< {habilitation_id}
}

} // namespace desk
