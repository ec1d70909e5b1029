// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace desk {

class Chip;
class ElidedLabel;
class FoldButton;
class MaskedValue;
class Revealed;

/// One request for assistance: its line, and unfolded what was asked, by whom, and what became of it.
class TicketRow : public QFrame {
    Q_OBJECT
public:
    explicit TicketRow(QWidget *parent = nullptr);

    void setTicket(const Ticket &ticket, const QDateTime &now, const QString &login, const Revealed &revealed);
    void setPrimary(bool primary); ///< its first button is the one thing to do
    void setFirst(bool first);
    void setResult(const QString &sentence);
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const;
    [[nodiscard]] const Ticket &ticket() const { return m_ticket; }

Q_SIGNALS:
    void operationWanted(const QString &kind, desk::TicketNumber number);
    void revealWanted(const QString &field, qint64 id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLine();
    void buildDetail();
    void showDetail();
    void showButtons(const QString &login);

    Ticket m_ticket;
    QDateTime m_now;
    const Revealed *m_revealed = nullptr;
    FoldButton *m_fold;
    ElidedLabel *m_motif, *m_when;
    QWidget *m_chipBox;
    Chip *m_chip;
    QPushButton *m_buttons[2];
    QWidget *m_detail;
    QLabel *m_requester, *m_description, *m_history, *m_answer;
    MaskedValue *m_email, *m_phone;
    QPushButton *m_comment;
    Chip *m_result;
    bool m_primary = false, m_top = true;
};

} // namespace desk
