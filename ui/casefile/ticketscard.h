// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/rowpool.h"
#include "ui/casefile/section.h"
#include "ui/casefile/ticketstate.h"

namespace desk {

class LinkButton;
class Revealed;
class TicketRow;

/// The requests for assistance of the establishment: open ones first, the closed ones behind a link.
class TicketsCard : public Section {
    Q_OBJECT
public:
    explicit TicketsCard(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, const TicketReader &reader, const Revealed &revealed, bool another);
    /// Who else has which ticket, as last heard.
    void setOthers(const QHash<TicketNumber, QList<Presence>> &others);
    /// Shows the row of that ticket, whatever else is hidden for want of room, unfolded and with the keyboard.
    void jumpTo(TicketNumber number);
    [[nodiscard]] QList<TicketNumber> unfoldedTickets() const;
    [[nodiscard]] TicketNumber firstOpen() const; ///< the most pressing one; 0: none is open
    void tick(const QDateTime &now);
    void setResult(TicketNumber number, const QString &sentence);
    /// A sheet has the one primary button of the zone while it is open.
    void setPrimaryOffered(bool offered);
    void setCompact(bool compact); ///< fewer rows before the link
    [[nodiscard]] TicketRow *row(TicketNumber number) const { return m_pool.row(number); }
    [[nodiscard]] QList<TicketRow *> rows() const { return m_pool.rows(); }

Q_SIGNALS:
    void operationWanted(const QString &kind, desk::TicketNumber number);
    void unfoldedChanged();
    void openWanted(); ///< a new request
    void revealWanted(const QString &field, qint64 id);

private:
    void arrange();
    [[nodiscard]] QList<TicketNumber> wantedRows() const;
    [[nodiscard]] TicketRow *newRow();
    void showFooter(qsizetype open, qsizetype closed);
    void showPrimary();

    [[nodiscard]] bool isUnfolded(TicketNumber number) const;

    CallerFile m_file; ///< its tickets
    QList<Ticket> m_tickets; ///< the same in the order they are shown in
    TicketReader m_reader;
    TicketNumber m_wanted{0}; ///< stays in sight
    const Revealed *m_revealed = nullptr;
    QHash<TicketNumber, QString> m_results;
    QVBoxLayout *m_rows;
    LinkButton *m_more;
    LinkButton *m_new;
    RowPool<TicketRow, TicketNumber> m_pool;
    bool m_all = false, m_compact = false, m_primaryOffered = true;
};

} // namespace desk
