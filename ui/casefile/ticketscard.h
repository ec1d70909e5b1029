// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/rowpool.h"
#include "ui/casefile/section.h"

namespace desk {

class LinkButton;
class Revealed;
class TicketRow;

/// The requests for assistance of the establishment: open ones first, the closed ones behind a link.
class TicketsCard : public Section {
    Q_OBJECT
public:
    explicit TicketsCard(QWidget *parent = nullptr);
    void setFile(const CallerFile &file, const QDateTime &now, const QString &login, const Revealed &revealed,
                 bool another);
    void tick(const QDateTime &now);
    void setResult(TicketNumber number, const QString &sentence);
    /// A sheet has the one primary button of the zone while it is open.
    void setPrimaryOffered(bool offered);
    void setCompact(bool compact); ///< fewer rows before the link
    [[nodiscard]] TicketRow *row(TicketNumber number) const { return m_pool.row(number); }
    [[nodiscard]] QList<TicketRow *> rows() const { return m_pool.rows(); }

Q_SIGNALS:
    void operationWanted(const QString &kind, desk::TicketNumber number);
    void openWanted(); ///< a new request
    void revealWanted(const QString &field, qint64 id);

private:
    void arrange();
    [[nodiscard]] QList<TicketNumber> wantedRows() const;
    [[nodiscard]] TicketRow *makeRow();
    void showFooter(qsizetype open, qsizetype closed);
    void showPrimary();

    QList<Ticket> m_tickets;
    QDateTime m_now;
    QString m_login;
    const Revealed *m_revealed = nullptr;
    QHash<TicketNumber, QString> m_results;
    QVBoxLayout *m_rows;
    LinkButton *m_more;
    LinkButton *m_new;
    RowPool<TicketRow, TicketNumber> m_pool;
    bool m_all = false, m_compact = false, m_primaryOffered = true;
};

} // namespace desk
