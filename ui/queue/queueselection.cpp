// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queueselection.h"

#include "ui/queue/queuemodel.h"

#include <QScopedValueRollback>

namespace desk {

QueueSelection::QueueSelection(QueueModel *model, QObject *parent) : QItemSelectionModel(model, parent), m_rows(model)
{
    connect(model, &QueueModel::folded, this, &QueueSelection::markAgain);
    connect(model, &QueueModel::modelReset, this, &QueueSelection::markAgain);
    connect(model, &QueueModel::rowsGone, this, &QueueSelection::drop);
}

void QueueSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    QItemSelectionModel::select(selection, command);
    if (!m_marking && command != NoUpdate)
        takeRows(command.testFlag(Clear));
}

/// What is marked is what is chosen, together with what is not loaded, unless the person began anew.
void QueueSelection::takeRows(bool forgetOthers)
{
    QMap<TicketNumber, QueueRow> chosen;
    if (!forgetOthers) {
        for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it) {
            if (m_rows->window().rowOf(it.key()) < 0)
                chosen.insert(it.key(), it.value());
        }
    }
    for (const QItemSelectionRange &range : selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen.insert(m_rows->window().at(row).number, m_rows->window().at(row));
    }
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    Q_EMIT chosenChanged();
}

void QueueSelection::markAgain()
{
    const QScopedValueRollback marking(m_marking, true);
    QItemSelection marks;
    const int last = m_rows->columnCount() - 1;
    for (int row = 0; row < m_rows->rowCount() && !m_chosen.isEmpty(); ++row) {
        if (m_chosen.contains(m_rows->window().at(row).number))
            marks.select(m_rows->index(row, 0), m_rows->index(row, last));
    }
    select(marks, ClearAndSelect);
    renew();
}

/// What is known of them is what was read last: whoever changes them says the version they saw.
void QueueSelection::renew()
{
    bool changed = false;
    for (auto it = m_chosen.begin(); it != m_chosen.end(); ++it) {
        const QueueRow *row = m_rows->row(it.key());
        if (row && *row != it.value()) {
            it.value() = *row;
            changed = true;
        }
    }
    if (changed)
        Q_EMIT chosenChanged();
}

void QueueSelection::drop(const QList<TicketNumber> &numbers)
{
    qsizetype dropped = 0;
    for (const TicketNumber number : numbers)
        dropped += m_chosen.remove(number);
    if (dropped > 0)
        Q_EMIT chosenChanged();
}

void QueueSelection::choose(const QList<TicketNumber> &numbers)
{
    QItemSelection marks;
    for (const TicketNumber number : numbers) {
        const int row = m_rows->window().rowOf(number);
        if (row >= 0)
            marks.select(m_rows->index(row, 0), m_rows->index(row, m_rows->columnCount() - 1));
    }
    select(marks, ClearAndSelect);
}

void QueueSelection::forget()
{
    choose({});
}

} // namespace desk
