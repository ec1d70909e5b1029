// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace desk {

class CallService;

/// The editor of the call's note: every key press is kept, the line under it says where. Used below the top bar and in
/// the wrap-up; several may show the same note.
class NoteEditor : public QWidget {
    Q_OBJECT
public:
    explicit NoteEditor(CallService &calls, QWidget *parent = nullptr);
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showNote();
    void showFate(const QString &text, bool isError = false);

    CallService &m_calls;
    QPlainTextEdit *m_edit;
    QLabel *m_fate;
};

/// The note panel below the top bar. Esc or F8 closes it; the text stays.
class NotePanel : public QFrame {
    Q_OBJECT
public:
    explicit NotePanel(CallService &calls, QWidget *parent = nullptr);
    void open();

Q_SIGNALS:
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    NoteEditor *m_editor;
};

} // namespace desk
