// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/session/sessioninfo.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace desk {

class Field;

/// Why an operation is done: one of the desk's reasons, and a few words with it.
class ReasonFields : public QWidget {
    Q_OBJECT
public:
    ReasonFields(const QList<ListItem> &reasons, QWidget *parent);

    void set(const QString &code, const QString &text);
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString text() const; ///< as typed
    [[nodiscard]] QLineEdit *textEdit() const { return m_text; }
    /// Says in place what is missing, and gives it the keyboard. True: nothing is.
    bool check();
    void refused(const Error &error); ///< says in place what the database wants of them
    void tellNeed(); ///< says from now on whether the reason chosen asks for words
    void clearErrors();
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    QList<ListItem> m_reasons;
    QComboBox *m_reason;
    QLineEdit *m_text;
    Field *m_reasonField, *m_textField;
};

} // namespace desk
