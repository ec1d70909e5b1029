// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/queuewindow.h"

#include <algorithm>

namespace desk {

namespace {

using Numbers = QList<TicketNumber>;

QSet<TicketNumber> numbersOf(const QList<QueueRow> &rows)
{
    QSet<TicketNumber> numbers;
    for (const QueueRow &row : rows)
        numbers.insert(row.number);
    return numbers;
}

/// Those that can stay where they are while the others move around them: a longest run of places that only grows.
QSet<TicketNumber> staying(const Numbers &now, const QHash<TicketNumber, int> &place)
{
    QList<int> tails; // indexes into `now`; the smallest last place of a run of each length
    QList<int> before(now.size(), -1);
    for (int i = 0; i < now.size(); ++i) {
        const int here = place.value(now.at(i));
        const auto at = std::lower_bound(tails.begin(), tails.end(), here,
                                         [&](int tail, int wanted) { return place.value(now.at(tail)) < wanted; });
        before[i] = at == tails.begin() ? -1 : *(at - 1);
        if (at == tails.end())
            tails << i;
        else
            *at = i;
    }
    QSet<TicketNumber> kept;
    for (int i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = before.at(i))
        kept.insert(now.at(i));
    return kept;
}

void removals(QList<RowStep> &steps, Numbers &now, const QHash<TicketNumber, int> &place,
              const QSet<TicketNumber> &gone)
{
    for (int end = int(now.size()); end > 0;) {
        const int last = end - 1;
        if (place.contains(now.at(last))) {
            --end;
            continue;
        }
        const bool isGone = gone.contains(now.at(last));
        int first = last;
        while (first > 0 && !place.contains(now.at(first - 1)) && gone.contains(now.at(first - 1)) == isGone)
            --first;
        steps << RowStep{RowStep::Kind::Remove, first, last - first + 1, 0, {}, isGone};
        now.remove(first, last - first + 1);
        end = first;
    }
}

void moves(QList<RowStep> &steps, Numbers &now, const QList<QueueRow> &target, const QHash<TicketNumber, int> &place)
{
    const QSet<TicketNumber> stay = staying(now, place);
    if (stay.size() == now.size())
        return;
    const QSet<TicketNumber> here(now.cbegin(), now.cend());
    int behind = -1; // where the row before this one in the target is now
    for (const QueueRow &row : target) {
        if (!here.contains(row.number))
            continue;
        const int from = int(now.indexOf(row.number));
        if (stay.contains(row.number)) {
            behind = from;
            continue;
        }
        const int to = from <= behind ? behind : behind + 1;
        if (from != to) {
            steps << RowStep{RowStep::Kind::Move, from, 1, to, {}, false};
            now.move(from, to);
        }
        behind = to;
    }
}

void insertions(QList<RowStep> &steps, const Numbers &now, const QList<QueueRow> &target)
{
    const QSet<TicketNumber> here(now.cbegin(), now.cend());
    for (int i = 0; i < target.size();) {
        int end = i;
        while (end < target.size() && !here.contains(target.at(end).number))
            ++end;
        if (end > i)
            steps << RowStep{RowStep::Kind::Insert, i, end - i, 0, target.mid(i, end - i), false};
        i = end + 1;
    }
}

} // namespace

int QueueWindow::rowOf(TicketNumber number) const
{
    const auto found
        = std::find_if(m_rows.cbegin(), m_rows.cend(), [number](const QueueRow &row) { return row.number == number; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

void QueueWindow::clear()
{
    *this = {};
}

void QueueWindow::begin(const QueuePageAnswer &answer, bool atEnd)
{
    m_rows = answer.rows;
    m_stale.clear();
    m_moreBefore = atEnd && answer.more;
    m_moreAfter = !atEnd && answer.more;
}

/// A row that was read before it changed must not hide what is known of it since.
QList<QueueRow> QueueWindow::newest(const QList<QueueRow> &rows) const
{
    QHash<TicketNumber, const QueueRow *> known;
    for (const QueueRow &row : m_rows)
        known.insert(row.number, &row);
    QList<QueueRow> result;
    QSet<TicketNumber> seen;
    for (const QueueRow &row : rows) {
        if (seen.contains(row.number))
            continue;
        seen.insert(row.number);
        const QueueRow *mine = known.value(row.number);
        result << (mine && mine->version > row.version ? *mine : row);
    }
    return result;
}

QList<QueueRow> QueueWindow::without(int first, int end, const QList<QueueRow> &others) const
{
    const QSet<TicketNumber> taken = numbersOf(others);
    QList<QueueRow> rest;
    for (int i = first; i < end; ++i) {
        if (!taken.contains(m_rows.at(i).number))
            rest << m_rows.at(i);
    }
    return rest;
}

void QueueWindow::readAgain(const QList<QueueRow> &rows)
{
    for (const QueueRow &row : rows)
        m_stale.remove(row.number);
}

QList<RowStep> QueueWindow::takeAfter(const QueuePageAnswer &answer)
{
    const QList<QueueRow> rows = newest(answer.rows);
    m_moreAfter = answer.more;
    readAgain(rows);
    return stepsTo(without(0, size(), rows) + rows, {});
}

QList<RowStep> QueueWindow::takeBefore(const QueuePageAnswer &answer)
{
    const QList<QueueRow> rows = newest(answer.rows);
    m_moreBefore = answer.more;
    readAgain(rows);
    return stepsTo(rows + without(0, size(), rows), {});
}

/// The last kept row from `first` on that the answer shows at its old place; -1: none.
int QueueWindow::lastAnchor(const QList<QueueRow> &rows, int first) const
{
    QHash<TicketNumber, QString> keys;
    for (const QueueRow &row : rows)
        keys.insert(row.number, row.key);
    for (int i = size() - 1; i >= first; --i) {
        const auto found = keys.constFind(m_rows.at(i).number);
        if (found != keys.cend() && *found == m_rows.at(i).key)
            return i;
    }
    return -1;
}

QList<RowStep> QueueWindow::takeAgain(const QueuePageAnswer &answer, int first)
{
    // The answer tells of everything between the first row and its own last one. Rows kept behind the last one both
    // know are behind all of the answer, or have moved.
    const QList<QueueRow> rows = newest(answer.rows);
    const int anchor = answer.more ? lastAnchor(rows, first) : size() - 1;
    const bool joined = !answer.more || anchor >= 0;
    const int end = joined ? anchor + 1 : size();
    QSet<TicketNumber> gone;
    if (joined)
        gone = numbersOf(without(first, end, rows));
    if (!joined || !answer.more)
        m_moreAfter = answer.more;
    readAgain(rows);
    return stepsTo(without(0, first, rows) + rows + without(end, size(), rows), gone);
}

QList<RowStep> QueueWindow::trim(int firstSeen, int lastSeen)
{
    const int excess = size() - mostRows;
    if (excess <= 0)
        return {};
    const int frontRoom = std::max(0, firstSeen - pageRows);
    const int backRoom = std::max(0, size() - 1 - lastSeen - pageRows);
    const int front = frontRoom >= backRoom ? std::min(excess, frontRoom) : excess - std::min(excess, backRoom);
    const int back = excess - front;
    QList<RowStep> steps;
    if (back > 0)
        steps << RowStep{RowStep::Kind::Remove, size() - back, back, 0, {}, false};
    if (front > 0)
        steps << RowStep{RowStep::Kind::Remove, 0, front, 0, {}, false};
    m_moreAfter = m_moreAfter || back > 0;
    m_moreBefore = m_moreBefore || front > 0;
    return steps;
}

QList<RowStep> QueueWindow::stepsTo(const QList<QueueRow> &target, const QSet<TicketNumber> &gone) const
{
    Numbers now;
    QHash<TicketNumber, int> place;
    QHash<TicketNumber, const QueueRow *> old;
    for (int i = 0; i < target.size(); ++i)
        place.insert(target.at(i).number, i);
    for (const QueueRow &row : m_rows) {
        now << row.number;
        old.insert(row.number, &row);
    }
    QList<RowStep> steps;
    removals(steps, now, place, gone);
    moves(steps, now, target, place);
    insertions(steps, now, target);
    for (int i = 0; i < target.size(); ++i) {
        const QueueRow *before = old.value(target.at(i).number);
        if (before && *before != target.at(i))
            steps << RowStep{RowStep::Kind::Update, i, 1, 0, {target.at(i)}, false};
    }
    return steps;
}

void QueueWindow::apply(const RowStep &step)
{
    switch (step.kind) {
    case RowStep::Kind::Remove:
        for (int i = step.at; i < step.at + step.count; ++i)
            m_stale.remove(m_rows.at(i).number);
        m_rows.remove(step.at, step.count);
        break;
    case RowStep::Kind::Move:
        m_rows.move(step.at, step.to);
        break;
    case RowStep::Kind::Insert:
        m_rows = m_rows.mid(0, step.at) + step.rows + m_rows.mid(step.at);
        break;
    case RowStep::Kind::Update:
        m_rows[step.at] = step.rows.first();
        break;
    }
}

void QueueWindow::touch()
{
    m_stale = numbersOf(m_rows);
}

int QueueWindow::firstStale(int first, int last) const
{
    for (int i = std::max(0, first); i <= last && i < size(); ++i) {
        if (m_stale.contains(m_rows.at(i).number))
            return i;
    }
    return -1;
}

} // namespace desk
