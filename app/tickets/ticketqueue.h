// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"
#include "app/tickets/ticket.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace desk {

// What the queue reads, as plain values. Times are UTC; an invalid one means "never". The codes of columns, filters and
// levels are those of the database (db/schema/functions/README.md, "Queues").

/// What a queue can be sorted by.
enum class QueueColumn {
    Number,
    Due,
    Received,
    Establishment,
    Siret,
    Requester,
    Motif,
    State,
    Owner,
    Department,
    Profile,
    Closed,
    Outcome
};
BOOST_DESCRIBE_ENUM(QueueColumn, Number, Due, Received, Establishment, Siret, Requester, Motif, State, Owner,
                    Department, Profile, Closed, Outcome)

/// What a queue shows. Empty lists and texts ask for nothing. All parts must hold.
struct TicketFilter {
    enum class Scope { Open, Closed, All };
    BOOST_DESCRIBE_NESTED_ENUM(Scope, Open, Closed, All)
    /// Soon: within the warning time of the setting echeance.alerte_heures, not late.
    enum class Due { Any, Late, Soon };
    BOOST_DESCRIBE_NESTED_ENUM(Due, Late, Soon)
    Scope scope = Scope::Open;
    QStringList motifs; ///< codes
    QStringList states; ///< "open", "taken", "on_hold", "awake" (its hold is over), "closed", "merged"
    QStringList owners; ///< log-ins; "@me": whoever asks; "": nobody
    QStringList departments; ///< "31", "2A", "974"; "": unknown
    QStringList profiles; ///< codes; "": unknown
    QStringList channels; ///< "extranet", "agent"
    QStringList outcomes; ///< codes
    Due due = Due::Any;
    int ageFrom = 0, ageTo = 0; ///< hours since it was received; 0: no bound
    int closedWithin = 0; ///< hours since it was closed; 0: no bound
    bool twins = false; ///< only those with another open one of the same SIRET and motif
    QString siret; ///< its first digits, or what the requester typed
    QString establishment, requester; ///< parts of words, accents and case forgiven
    friend bool operator==(const TicketFilter &, const TicketFilter &) = default;
};
BOOST_DESCRIBE_STRUCT(TicketFilter, (),
                      (scope, motifs, states, owners, departments, profiles, channels, outcomes, due, ageFrom, ageTo,
                       closedWithin, twins, siret, establishment, requester))
template <> inline constexpr auto documentMarks<TicketFilter> = std::array{always("scope")};
/// A view of a newer console still opens here: what is not understood asks for nothing.
template <> inline constexpr bool isSparse<TicketFilter> = true;
template <> inline constexpr bool isForgiving<TicketFilter> = true;

struct QueueOrder {
    QueueColumn column = QueueColumn::Due;
    bool descending = false;
    friend bool operator==(const QueueOrder &, const QueueOrder &) = default;
};
BOOST_DESCRIBE_STRUCT(QueueOrder, (), (column, descending))
template <> inline constexpr auto documentMarks<QueueOrder> = std::array{named("column", "sort")};

/// How near somebody is to a ticket: has it on screen; has it open behind something else, or has not touched anything
/// for a while; is writing in it.
enum class PresenceLevel { Open, Away, Writing };
BOOST_DESCRIBE_ENUM(PresenceLevel, Open, Away, Writing)

struct Presence {
    QString login, name;
    PresenceLevel level = PresenceLevel::Open;
    friend bool operator==(const Presence &, const Presence &) = default;
};
BOOST_DESCRIBE_STRUCT(Presence, (), (login, name, level))

/// One line of a queue. Addresses are masked.
struct QueueRow {
    TicketNumber number{0};
    int version = 0;
    QDateTime receivedAt, dueAt, closedAt, holdUntil;
    QString siret, denomination; ///< as the requester gave them
    bool siretKnown = false;
    QString requesterName, requesterEmailMasked;
    QString motif, state, holdReason, owner, ownerName, department, profile, channel, outcome; ///< codes and names
    bool awake = false; ///< on hold, and the time of the hold is over
    int twins = 0; ///< other open tickets of the same SIRET and motif
    QList<Presence> presence; ///< of others
    QString key; ///< its place in the order asked for; with the number the cursor of a page

    [[nodiscard]] bool isOpen() const
    {
        return state != QLatin1StringView("closed") && state != QLatin1StringView("merged");
    }
    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};
BOOST_DESCRIBE_STRUCT(QueueRow, (),
                      (number, version, receivedAt, dueAt, closedAt, holdUntil, siret, denomination, siretKnown,
                       requesterName, requesterEmailMasked, motif, state, holdReason, owner, ownerName, department,
                       profile, channel, outcome, awake, twins, presence, key))

struct QueueCursor {
    QString key;
    TicketNumber number{0};
    friend bool operator==(const QueueCursor &, const QueueCursor &) = default;
};
BOOST_DESCRIBE_STRUCT(QueueCursor, (), (key, number))

/// A page by keyset: `limit` rows from `from` on (behind it, or with it when `inclusive`), or before it when
/// `backward`. Without `from`: the first rows, or backward the last ones. Rows always come in the order asked for.
struct QueueQuestion {
    TicketFilter filter;
    QueueOrder order;
    std::optional<QueueCursor> from;
    bool inclusive = false, backward = false;
    int limit = 200; ///< 1,000 at most
};
BOOST_DESCRIBE_STRUCT(QueueQuestion, (), (filter, order, from, inclusive, backward, limit))
template <> inline constexpr auto documentMarks<QueueQuestion> = std::array{inlined("order")};

struct QueuePageAnswer {
    QList<QueueRow> rows;
    bool more = false; ///< there are others in the direction asked for
    QDateTime serverTime;
    friend bool operator==(const QueuePageAnswer &, const QueuePageAnswer &) = default;
};
BOOST_DESCRIBE_STRUCT(QueuePageAnswer, (), (rows, more, serverTime))

struct MotifCount {
    QString motif;
    int open = 0, late = 0, soon = 0, unowned = 0;
    friend bool operator==(const MotifCount &, const MotifCount &) = default;
};
BOOST_DESCRIBE_STRUCT(MotifCount, (), (motif, open, late, soon, unowned))

struct HourCount {
    QDateTime from;
    int received = 0, closed = 0;
    friend bool operator==(const HourCount &, const HourCount &) = default;
};
BOOST_DESCRIBE_STRUCT(HourCount, (), (from, received, closed))

/// Figures beside the queue. `views`: "all", "late", "soon", "mine", "unowned", "twins", "on_hold", "awake",
/// "closed_today"; a view that was saved under its id.
struct QueueCounts {
    QList<MotifCount> motifs;
    QHash<QString, int> views;
    int receivedToday = 0, closedToday = 0;
    QList<HourCount> days; ///< the last five days of work, oldest first
    QDateTime at; ///< of the figures: they are counted for everybody at most every two seconds
    friend bool operator==(const QueueCounts &, const QueueCounts &) = default;
};
BOOST_DESCRIBE_STRUCT(QueueCounts, (), (motifs, views, receivedToday, closedToday, days, at))

/// A filter somebody saved.
struct TicketView {
    QUuid id;
    QString name, owner, ownerName;
    bool shared = false, mine = false, ownerGone = false; ///< gone: that log-in is no agent's any more
    bool chosen = false; ///< opens first for whoever asks
    TicketFilter filter;
    QueueOrder order;
    friend bool operator==(const TicketView &, const TicketView &) = default;
};
BOOST_DESCRIBE_STRUCT(TicketView, (), (id, name, owner, ownerName, shared, mine, ownerGone, chosen, filter, order))
template <> inline constexpr auto documentMarks<TicketView> = std::array{inlined("order")};

struct DeskAgent {
    QString login, name;
    int open = 0; ///< tickets they have
    bool here = false; ///< a console of theirs showed a sign of life lately
    friend bool operator==(const DeskAgent &, const DeskAgent &) = default;
};
BOOST_DESCRIBE_STRUCT(DeskAgent, (), (login, name, open, here))

struct TicketTwin {
    TicketNumber number{0};
    int version = 0;
    QDateTime receivedAt;
    QString requesterName, requesterEmailMasked, owner, ownerName, state, description;
    bool sameRequester = false; ///< the answer goes to one address
    friend bool operator==(const TicketTwin &, const TicketTwin &) = default;
};
BOOST_DESCRIBE_STRUCT(TicketTwin, (),
                      (number, version, receivedAt, requesterName, requesterEmailMasked, owner, ownerName, state,
                       description, sameRequester))
template <> inline constexpr auto documentMarks<TicketTwin> = std::array{orNull("sameRequester")};

/// One ticket, whole: reading it is journalled.
struct TicketDetail {
    Ticket ticket;
    QString siret, denomination, department, profile;
    bool siretKnown = false;
    QList<TicketTwin> twins; ///< open ones of the same SIRET and motif
    QList<TicketTwin> merged; ///< into this one
    QList<Presence> presence;
    friend bool operator==(const TicketDetail &, const TicketDetail &) = default;
};
BOOST_DESCRIBE_STRUCT(TicketDetail, (),
                      (ticket, siret, denomination, department, profile, siretKnown, twins, merged, presence))

/// Kinds of operations of the queue and its views.
namespace QueueKind {
inline constexpr QLatin1StringView SaveView{"view.save"}; ///< {view, name, shared, filter, sort, descending}
inline constexpr QLatin1StringView DeleteView{"view.delete"}; ///< {view}
inline constexpr QLatin1StringView ChooseView{"view.choose"}; ///< {view or null}: opens first for whoever says so
}

} // namespace desk

Q_DECLARE_METATYPE(desk::QueueRow)
