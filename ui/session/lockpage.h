// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Banner;
class Field;
class IdleLock;
class SessionService;
struct Error;

/// What a locked window shows: whose it is and how to go on, nothing of the file.
class LockPage : public QWidget {
    Q_OBJECT
public:
    LockPage(IdleLock &lock, SessionService &session, QWidget *parent = nullptr);
    void open(bool byHand); ///< locked on demand, or after idle time
    void forget(); ///< what was typed, and whose it was

Q_SIGNALS:
    void otherUserWanted();

private:
    void build();
    void submit();
    void onRefused(const Error &error);
    void update();

    IdleLock &m_lock;
    SessionService &m_session;
    QLabel *m_who, *m_why;
    QLineEdit *m_secret;
    Field *m_field;
    Banner *m_result;
    QPushButton *m_submit, *m_other;
    QTimer m_countdown;
};

} // namespace desk
