// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/casefile/filerow.h"

class QBoxLayout;
class QPushButton;

namespace desk {

class ElidedLabel;
class MaskedValue;
class Revealed;

/// One account of the file: who, in what state, what can be done. Focusable; the arrow keys go to its neighbours,
/// Ctrl+C copies its identifiant. Filled again in place at every refresh.
class AccountRow : public FileRow {
    Q_OBJECT
public:
    explicit AccountRow(QWidget *parent = nullptr);

    void setAccount(const Account &account, const QDateTime &now, const Revealed &revealed, bool withHabilitation);
    void setSelected(bool selected); ///< the caller's account
    void setCompact(bool compact); ///< one line instead of two
    void setStacked(bool stacked); ///< its operations below the rest, where width is short
    [[nodiscard]] AccountId accountId() const { return m_account.id; }
    [[nodiscard]] bool isSelected() const { return m_selected; }

Q_SIGNALS:
    void chosen(desk::AccountId id);
    void operationWanted(const QString &kind, desk::AccountId id);
    void stepWanted(int by); ///< arrow keys: -1 the row above, 1 the row below
    void narrowed(); ///< the width crossed the point where the row is laid out otherwise: fill it again

protected:
    void operationChosen(const QString &kind) override { Q_EMIT operationWanted(kind, m_account.id); }
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void build();
    void showChips(const QDateTime &now);
    void showOperations(const QDateTime &now);
    void showContact(const Revealed &revealed);
    void copyIdentifiant();
    [[nodiscard]] int widthOf(const QStringList &texts) const; ///< of a button that may say any of them

    Account m_account;
    QStringList m_chipTexts;
    ElidedLabel *m_identifiant, *m_person, *m_role;
    MaskedValue *m_email, *m_phone, *m_login;
    QBoxLayout *m_who, *m_chips, *m_state;
    QWidget *m_whoBox;
    Chip *m_first, *m_second;
    QPushButton *m_buttons[2];
    QBoxLayout *m_line, *m_actions;
    bool m_selected = false, m_compact = false, m_withHabilitation = true, m_narrow = false;
};

} // namespace desk
