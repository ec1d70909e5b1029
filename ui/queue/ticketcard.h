// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/tickets/ticketqueue.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace desk {

class Chip;
class ElidedLabel;
class FoldButton;
struct TicketReader;

/// The ticket the cursor rests on, below the table: who asks and what, in a line or two; unfolded, all of it. Whatever
/// comes from outside is plain text.
class TicketCard : public QFrame {
    Q_OBJECT
public:
    explicit TicketCard(QWidget *parent = nullptr);

    void showNothing(); ///< no ticket: how to come to one
    void showRow(const QueueRow &row); ///< until the ticket itself is there
    void showTicket(const TicketDetail &detail, const TicketReader &reader);
    void showError(const Error &error);
    void setGone(bool gone); ///< it is not in the queue on screen any more
    [[nodiscard]] TicketNumber number() const { return m_number; }
    [[nodiscard]] bool isUnfolded() const;

Q_SIGNALS:
    void openWanted(desk::TicketNumber number);

private:
    void showHead(const QStringList &parts);
    void showMore(const TicketDetail &detail, const TicketReader &reader);
    void setUnfolded(bool unfolded);

    TicketNumber m_number{0};
    QLabel *m_head;
    ElidedLabel *m_requester, *m_line;
    Chip *m_presence, *m_goneChip;
    FoldButton *m_fold;
    QPushButton *m_open;
    QScrollArea *m_area;
    QLabel *m_description, *m_history, *m_twins;
};

} // namespace desk
