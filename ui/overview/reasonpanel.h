// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace desk {

class ElidedLabel;
class Field;

/// Asks in place why something is done: a reason of the list, and words where the list wants them. Esc gives up; what
/// was typed stays until it was done.
class ReasonPanel : public QFrame {
    Q_OBJECT
public:
    explicit ReasonPanel(QWidget *parent = nullptr);

    /// Opens for one thing to do: what it does, the word on its button.
    void ask(const QString &consequence, const QString &confirm, const QList<ListItem> &reasons);
    void setBusy(bool busy);
    void close(); ///< and forgets what was typed

Q_SIGNALS:
    void confirmed(const QString &reason, const QString &text);
    void givenUp();

private:
    void confirm();

    QList<ListItem> m_reasons;
    ElidedLabel *m_consequence;
    QComboBox *m_reason;
    QLineEdit *m_text;
    Field *m_reasonField, *m_textField;
    QPushButton *m_confirm, *m_cancel;
};

} // namespace desk
