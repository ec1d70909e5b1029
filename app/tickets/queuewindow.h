// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"

#include <QSet>

namespace desk {

/// One change of the rows of a window, small enough for an item model to announce it. Steps hold in their order.
struct RowStep {
    enum class Kind { Remove, Move, Insert, Update };
    Kind kind = Kind::Remove;
    int at = 0;
    int count = 1; ///< of Remove
    int to = 0; ///< of Move: where the row is afterwards
    QList<QueueRow> rows; ///< of Insert and Update
    bool gone = false; ///< of Remove: it is no more in the queue; else it was only let go
    friend bool operator==(const RowStep &, const RowStep &) = default;
};

/// The rows of a queue that are kept: a stretch of it that slides with what is seen, two thousand at most, however long
/// the queue is. Answers are folded in by ticket number: the take…() functions set what is known of the ends and say
/// the steps to be applied, one after the other. Keys are the database's and only ever compared for equality.
class QueueWindow {
public:
    static constexpr int pageRows = 200;
    static constexpr int mostRows = 2000;

    [[nodiscard]] int size() const { return int(m_rows.size()); }
    [[nodiscard]] const QueueRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(TicketNumber number) const; ///< -1: not kept
    [[nodiscard]] bool moreBefore() const { return m_moreBefore; }
    [[nodiscard]] bool moreAfter() const { return m_moreAfter; }
    [[nodiscard]] QueueCursor cursor(int row) const { return {m_rows.at(row).key, m_rows.at(row).number}; }

    void clear();
    /// Forgets all and begins anew at the first rows, or at the last ones.
    void begin(const QueuePageAnswer &answer, bool atEnd);

    /// The page behind the last row, or before the first one.
    [[nodiscard]] QList<RowStep> takeAfter(const QueuePageAnswer &answer);
    [[nodiscard]] QList<RowStep> takeBefore(const QueuePageAnswer &answer);
    /// What the queue is now from the row `first` on, itself included; 0: from the beginning of what is kept.
    [[nodiscard]] QList<RowStep> takeAgain(const QueuePageAnswer &answer, int first);
    /// Lets go what is farthest from the rows seen, once there are too many.
    [[nodiscard]] QList<RowStep> trim(int firstSeen, int lastSeen);
    void apply(const RowStep &step);

    /// Everything kept may have changed since it was read.
    void touch();
    /// The first row of that stretch which has not been read again since touch(); -1: none.
    [[nodiscard]] int firstStale(int first, int last) const;

private:
    [[nodiscard]] QList<RowStep> stepsTo(const QList<QueueRow> &target, const QSet<TicketNumber> &gone) const;
    [[nodiscard]] QList<QueueRow> without(int first, int end, const QList<QueueRow> &others) const;
    [[nodiscard]] int lastAnchor(const QList<QueueRow> &rows, int first) const;
    [[nodiscard]] QList<QueueRow> newest(const QList<QueueRow> &rows) const;
    void readAgain(const QList<QueueRow> &rows);

    QList<QueueRow> m_rows;
    QSet<TicketNumber> m_stale;
    bool m_moreBefore = false, m_moreAfter = false;
};

} // namespace desk
