// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/reader.h"
#include "app/tickets/ticketqueue.h"
#include "ui/uiservices.h"

#include <optional>

namespace desk {

class Banner;
class InPlaceOperation;
class SaveViewRow;

/// The saved views of the queue: read, named, renamed, taken away and brought back. Asks in its row and says in the
/// page's banner what became of it.
class SavedViews : public QObject {
    Q_OBJECT
public:
    SavedViews(const UiServices &services, SaveViewRow *row, Banner *message, QObject *parent);

    [[nodiscard]] const QList<TicketView> &all() const { return m_views.value(); }
    [[nodiscard]] const TicketView *find(const QUuid &id) const; ///< nullptr: taken away
    void read() { m_views.read(); }
    void reset(); ///< another person is logged in

    /// Asks for a name for what is shown; `shown`: the saved view it was begun from, which can be replaced when it is
    /// this person's.
    void askName(const TicketFilter &filter, QueueOrder order, const TicketView *shown);
    void rename(const QUuid &id);
    void save(const TicketView &view);
    void remove(const QUuid &id);
    void takeOver(const QUuid &id); ///< one whose owner has gone
    void chooseFirst(const QUuid &id); ///< opens first from now on; null: none does

Q_SIGNALS:
    void changed(); ///< read anew, or that failed
    void saved(const desk::TicketView &view, bool broughtBack);
    void removed(const desk::TicketView &view);

private:
    void onDone(const QString &subject);
    void onRefused(const Error &error, const QString &subject);
    void onSaved();

    UiServices m_services;
    SaveViewRow *m_row;
    Banner *m_message;
    InPlaceOperation *m_operation;
    Reader<QList<TicketView>> m_views;
    std::optional<TicketView> m_removed; ///< the last one taken away: can be brought back
    std::optional<TicketView> m_saving;
};

} // namespace desk
