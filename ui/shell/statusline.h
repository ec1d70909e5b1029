// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace desk {

class SessionService;

/// The line at the bottom: whether the database answers and how fast, who is logged in, the mails that wait; what is
/// being waited for once it has lasted 300 ms.
class StatusLine : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(SessionService &session, QWidget *parent = nullptr);
    /// Something that just happened, for a few seconds; screen readers hear it.
    void tell(const QString &text);

private:
    static void say(QLabel *label, const QString &text);
    void update();
    void onActivity();
    void onRetryScheduled(int inMs);
    [[nodiscard]] QString connectionText() const;
    [[nodiscard]] QString mailsText() const;
    [[nodiscard]] QString waitingText() const;

    SessionService &m_session;
    QLabel *m_sign, *m_connection, *m_waiting, *m_agent, *m_mails, *m_news, *m_hint;
    QTimer m_slow, m_forget;
};

} // namespace desk
