// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace desk {

class CallService;

/// The call at the right of the top bar: how long it has lasted, its note, its end.
class CallBar : public QWidget {
    Q_OBJECT
public:
    explicit CallBar(CallService &calls, QWidget *parent = nullptr);

    void setCompact(bool on); ///< without the keys, for a narrow window

Q_SIGNALS:
    void openWanted();
    void noteWanted();
    void endWanted();

private:
    void update();
    void tick();

    CallService &m_calls;
    QFrame *m_dot;
    QLabel *m_time;
    QPushButton *m_open, *m_note, *m_end;
    QTimer m_second;
};

} // namespace desk
