// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessionstore.h"
#include "ui/common/card.h"

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

class Banner;

/// "Try the demonstration": starts the private server, saying each step, then hands over the log-in of an agent or a
/// supervisor.
class DemoCard : public Card {
    Q_OBJECT
public:
    explicit DemoCard(PrivateServerPort &server, QWidget *parent = nullptr);
    /// Starts it for an agent or a supervisor.
    void start(bool asSupervisor);
    /// Starts it in `folder` (empty: the default one) for the log-in used there before; the agent's when it is none of
    /// them.
    void startAgain(const QString &login, const QString &folder);
    [[nodiscard]] bool busy() const { return m_busy; }
    void setUsable(bool on); ///< off while another connection is being made
    void showLogInFailed(const Error &error);
    void reset(); ///< forgets progress and errors
    /// Renames a folder that cannot be used at the person's request and answers its new path; without it none is
    /// offered.
    using SetAside = std::function<Result<QString>(const QString &folder)>;
    void setSetAside(SetAside action) { m_setAside = std::move(action); }

Q_SIGNALS:
    void ready(const desk::ConnectionSettings &where, const QString &mailFolder);
    void busyChanged();

private:
    void onProgress(const QString &step, int percent);
    void begin();
    void onReady(const Result<PrivateServerPort::Ready> &answer);
    void setBusy(bool on);
    void setAsideAndRetry();

    PrivateServerPort &m_server;
    QPushButton *m_agent, *m_supervisor;
    QLabel *m_step;
    QProgressBar *m_bar;
    Banner *m_error;
    bool m_busy = false;
    int m_attempt = 0;
    bool m_asSupervisor = false;
    QString m_login, m_folder; ///< asked for
    QString m_unusable; ///< the folder that was found damaged, or of former migrations
    SetAside m_setAside;
};

/// What step code of PrivateServerPort::start is doing, in words.
[[nodiscard]] QString privateServerStep(const QString &code);

} // namespace desk
