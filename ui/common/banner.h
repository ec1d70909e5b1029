// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace desk {

/// A sentence across the window or a card: a bold lead, the words, perhaps one thing to do, perhaps a way to dismiss
/// it. Never modal.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);
    /// One called `name` for use inside a card.
    [[nodiscard]] static Banner *inset(QWidget *parent, const QString &name);
    /// Shows plain text; hides the banner when `text` is empty. Screen readers are told when the words change.
    void set(Tone tone, const QString &lead, const QString &text, const QString &aside = {});
    void clear() { set(Tone::Info, {}, {}); }
    void setAction(const QString &text); ///< shows a button; empty hides it
    void focusAction(); ///< the keyboard goes to the thing to do
    void setDismissible(bool on);
    void setInset(bool on); ///< rounded, its buttons below the words, for use inside a card
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

private:
    QBoxLayout *m_all;
    QLabel *m_lead, *m_text, *m_aside;
    QPushButton *m_action, *m_dismiss;
};

} // namespace desk
