// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/bulkplan.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = BulkAction::Kind;

/// Why the row alone takes no part.
std::optional<LeftOut> reasonOf(const BulkAction &action, const QueueRow &row, const QString &login)
{
    const bool mine = row.owner == login;
    const auto because = [&row](LeftOutWhy why, const QString &who = {}) { return LeftOut{row.number, why, who}; };
    if (!row.isOpen())
        return because(LeftOutWhy::Closed);
    if (action.kind == Kind::Assign) // nobody chosen yet is nobody's
        return !action.login.isEmpty() && row.owner == action.login ? std::optional(because(LeftOutWhy::AlreadyTheirs))
                                                                    : std::nullopt;
    if (!row.owner.isEmpty() && !mine)
        return because(LeftOutWhy::OwnedByOther, row.ownerName.isEmpty() ? row.owner : row.ownerName);
    if (action.kind == Kind::Take && mine)
        return because(LeftOutWhy::AlreadyMine);
    if (action.kind == Kind::Motif && row.motif == action.motif)
        return because(LeftOutWhy::SameMotif);
    return std::nullopt;
}

QJsonObject versionOf(const QueueRow &row)
{
    return {{"number"_L1, row.number.value()}, {"version"_L1, row.version}};
}

BulkStep stepOf(QLatin1StringView kind, const QueueRow &row, const QJsonObject &more)
{
    BulkStep step;
    step.request.kind = kind;
    step.request.ticket = row.number;
    step.request.params = versionOf(row);
    for (auto it = more.begin(); it != more.end(); ++it)
        step.request.params.insert(it.key(), it.value());
    step.tickets << row.number;
    return step;
}

/// Rows that one request stands for, oldest first: the first is the one that is kept.
using Group = QList<const QueueRow *>;

/// Groups by SIRET and motif in the order of their first row. A row without SIRET has no twin.
QList<Group> groupsOf(const QList<const QueueRow *> &rows)
{
    QList<Group> groups;
    QHash<std::pair<QString, QString>, qsizetype> places;
    for (const QueueRow *row : rows) {
        const std::pair key(row->siret, row->motif);
        const qsizetype place = row->siret.isEmpty() ? -1 : places.value(key, -1);
        if (place >= 0) {
            groups[place] << row;
            continue;
        }
        if (!row->siret.isEmpty())
            places.insert(key, groups.size());
        groups << Group{row};
    }
    for (Group &group : groups)
        std::sort(group.begin(), group.end(), [](const QueueRow *a, const QueueRow *b) {
            return std::pair(a->receivedAt, a->number) < std::pair(b->receivedAt, b->number);
        });
    return groups;
}

void mergeInto(BulkStep &step, const Group &group)
{
    QJsonArray duplicates;
    for (qsizetype i = 1; i < group.size(); ++i) {
        duplicates << versionOf(*group.at(i));
        step.tickets << group.at(i)->number;
    }
    if (!duplicates.isEmpty())
        step.request.params.insert("duplicates"_L1, duplicates);
}

class Planner {
public:
    Planner(const BulkAction &action, const QString &login) : m_action(action), m_login(login) { }

    BulkPlan plan(const QList<QueueRow> &rows)
    {
        QList<const QueueRow *> fit;
        QSet<TicketNumber> seen;
        for (const QueueRow &row : rows) {
            if (seen.contains(row.number))
                continue;
            seen << row.number;
            m_order.insert(row.number, m_order.size());
            if (const auto reason = reasonOf(m_action, row, m_login))
                m_plan.leftOut << *reason;
            else
                fit << &row;
        }
        if (m_action.kind == Kind::Merge || m_action.kind == Kind::Close) {
            for (Group &group : groupsOf(fit))
                addGroup(group);
        } else {
            for (const QueueRow *row : std::as_const(fit))
                add(single(*row));
        }
        std::stable_sort(m_plan.leftOut.begin(), m_plan.leftOut.end(), [this](const LeftOut &a, const LeftOut &b) {
            return m_order.value(a.number) < m_order.value(b.number);
        });
        return m_plan;
    }

private:
    [[nodiscard]] BulkStep single(const QueueRow &row) const
    {
        if (m_action.kind == Kind::Assign)
            return stepOf(OperationKind::TicketAssign, row, {{"login"_L1, m_action.login}});
        if (m_action.kind == Kind::Motif)
            return stepOf(OperationKind::TicketMotif, row, {{"motif"_L1, m_action.motif}});
        return stepOf(OperationKind::TicketTake, row, {});
    }

    void addGroup(Group &group)
    {
        const bool closing = m_action.kind == Kind::Close;
        if (!closing && group.size() == 1) {
            leave(group, LeftOutWhy::Alone);
            return;
        }
        if (closing && !m_action.leaveDuplicates && group.first()->twins > group.size() - 1) {
            leave(group, LeftOutWhy::TwinsElsewhere);
            return;
        }
        if (group.size() > mostDuplicates + 1) {
            leave(group.mid(mostDuplicates + 1), LeftOutWhy::TooMany);
            // With some of its duplicates still open the request itself cannot be closed yet.
            if (closing && !m_action.leaveDuplicates) {
                leave(group.first(mostDuplicates + 1), LeftOutWhy::TooMany);
                return;
            }
            group.resize(mostDuplicates + 1);
        }
        BulkStep step = closing ? stepOf(OperationKind::TicketClose, *group.first(),
                                         {{"outcome"_L1, m_action.outcome},
                                          {"outcome_text"_L1, m_action.outcomeText},
                                          {"answer"_L1, m_action.answer},
                                          {"leave_duplicates"_L1, m_action.leaveDuplicates}})
                                : stepOf(OperationKind::TicketMerge, *group.first(), {});
        mergeInto(step, group);
        m_plan.duplicates += int(group.size()) - 1;
        add(step);
    }

    void add(const BulkStep &step)
    {
        m_plan.tickets += int(step.tickets.size());
        m_plan.steps << step;
    }

    void leave(const Group &group, LeftOutWhy why)
    {
        for (const QueueRow *row : group)
            m_plan.leftOut << LeftOut{row->number, why, {}};
    }

    const BulkAction &m_action;
    const QString &m_login;
    QHash<TicketNumber, qsizetype> m_order;
    BulkPlan m_plan;
};

} // namespace

QList<TicketNumber> BulkPlan::leftOutNumbers() const
{
    QList<TicketNumber> numbers;
    for (const LeftOut &left : leftOut)
        numbers << left.number;
    return numbers;
}

BulkPlan planBulk(const BulkAction &action, const QList<QueueRow> &rows, const QString &login)
{
    return Planner(action, login).plan(rows);
}

} // namespace desk
