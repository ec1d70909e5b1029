// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace desk {

class Banner;
class CallService;
class Field;
class NoteEditor;
struct Error;

/// The end of a call, below the top bar: its outcome by digit or arrows, a text where the outcome wants one, the note.
/// Enter confirms; Esc goes on with the call and keeps everything.
class WrapUpPanel : public QFrame {
    Q_OBJECT
public:
    explicit WrapUpPanel(CallService &calls, QWidget *parent = nullptr);
    void propose(const QString &outcome); ///< chooses it; does nothing when the list has it not
    void setOutcomes(const QList<ListItem> &outcomes); ///< keeps the choice when it is still there
    void open();
    void confirm();

Q_SIGNALS:
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const ListItem *chosen() const;
    void showChoice();
    void showState();
    void onFailed(const Error &error);
    void reset();

    CallService &m_calls;
    QList<ListItem> m_outcomes;
    QListWidget *m_list;
    QLineEdit *m_text;
    Field *m_textField;
    NoteEditor *m_note;
    Banner *m_error;
    QPushButton *m_confirm, *m_back;
};

} // namespace desk
