// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

class QPushButton;

namespace desk {

class Chip;
struct OperationChoice;

/// What the rows of accounts and of requests have in common: operations, what became of the last one, the line to
/// the row above. Filled again in place at every refresh.
class FileRow : public QFrame {
    Q_OBJECT
public:
    void setFirst(bool first); ///< no line above it
    /// What was done to it in this file; stays until another file opens. Empty hides it.
    void setResult(const QString &sentence);

Q_SIGNALS:
    void revealWanted(const QString &field, qint64 id);

protected:
    FileRow(const QString &name, QWidget *parent);
    [[nodiscard]] QPushButton *makeOperation(); ///< a button that offer() gives its operation
    /// Shows an operation on its button; `subject` is whom or what it is for. A button that becomes
    /// impossible under the keyboard hands it to `refuge`. False: nothing has changed.
    bool offer(QPushButton *button, const OperationChoice &choice, const QString &subject, QWidget *refuge);
    virtual void operationChosen(const QString &kind) = 0;
    [[nodiscard]] bool isFirst() const { return m_top; }
    [[nodiscard]] Chip *result() const { return m_result; }
    void paintEvent(QPaintEvent *event) override;

private:
    Chip *m_result;
    bool m_top = true;
};

} // namespace desk
