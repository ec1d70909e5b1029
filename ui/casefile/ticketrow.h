// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/filerow.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace desk {

class Chip;
class ElidedLabel;
class FoldButton;
class MaskedValue;
class Revealed;
struct OperationChoice;
struct TicketReader;

/// One request for assistance: its line, and unfolded what was asked, by whom, and what became of it.
class TicketRow : public FileRow {
    Q_OBJECT
public:
    explicit TicketRow(QWidget *parent = nullptr);

    /// `twins`: how many other open ones of the same SIRET and motif there are.
    void setTicket(const Ticket &ticket, const TicketReader &reader, qsizetype twins, const Revealed &revealed);
    void setPrimary(bool primary); ///< its first button is the one thing to do
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const;
    void takeFocus();
    /// What can be done with it and what cannot, with the reason, as its menu shows it.
    [[nodiscard]] QMenu *makeMenu();
    [[nodiscard]] const Ticket &ticket() const { return m_ticket; }

Q_SIGNALS:
    void operationWanted(const QString &kind, desk::TicketNumber number);
    void unfolded(bool open);

protected:
    void operationChosen(const QString &kind) override { Q_EMIT operationWanted(kind, m_ticket.number); }
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLine();
    void buildDetail();
    void showDetail();
    void showButtons(const QString &login);
    void showMarks();
    void popUpMenu();

    Ticket m_ticket;
    const TicketReader *m_reader = nullptr;
    qsizetype m_twins = 0;
    const Revealed *m_revealed = nullptr;
    FoldButton *m_fold;
    ElidedLabel *m_motif, *m_when;
    QWidget *m_chipBox;
    Chip *m_chip;
    QPushButton *m_buttons[2], *m_menu;
    QWidget *m_marks;
    QHBoxLayout *m_markLine;
    QList<Chip *> m_markChips;
    QWidget *m_detail;
    QLabel *m_requester, *m_description, *m_history, *m_answer;
    MaskedValue *m_email, *m_phone;
    QPushButton *m_comment;
    bool m_primary = false;
};

} // namespace desk
