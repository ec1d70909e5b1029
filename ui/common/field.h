// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

class QLabel;

namespace desk {

/// A label above an editor, with a hint and an error line below. The label is the editor's buddy and its accessible
/// name.
class Field : public QWidget {
    Q_OBJECT
public:
    Field(const QString &label, QWidget *editor, QWidget *parent = nullptr);
    /// Says what is wrong under the editor and frames it; an empty text takes both away. Screen readers hear it.
    void setError(const QString &text);
    [[nodiscard]] QString error() const;
    void setHint(const QString &text);
    void setLabel(const QString &text);

private:
    QWidget *m_editor;
    QLabel *m_label, *m_hint, *m_error;
};

} // namespace desk
