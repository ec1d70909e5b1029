// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"

#include <QItemSelectionModel>

namespace desk {

class QueueModel;

/// Which tickets are chosen, by their numbers: rows that were let go stay chosen, and are marked again when they come
/// back; rows that left the queue are not chosen any more.
class QueueSelection : public QItemSelectionModel {
    Q_OBJECT
public:
    explicit QueueSelection(QueueModel *model, QObject *parent = nullptr);

    [[nodiscard]] QList<QueueRow> chosen() const { return m_chosen.values(); } ///< as last read, by number
    [[nodiscard]] int count() const { return int(m_chosen.size()); }
    void choose(const QList<TicketNumber> &numbers); ///< instead of what is chosen; those that are loaded
    void forget(); ///< nothing is chosen any more
    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;

Q_SIGNALS:
    void chosenChanged();

private:
    void takeRows(bool forgetOthers);
    void markAgain();
    void renew();
    void drop(const QList<TicketNumber> &numbers);

    QueueModel *m_rows;
    QMap<TicketNumber, QueueRow> m_chosen;
    bool m_marking = false;
};

} // namespace desk
