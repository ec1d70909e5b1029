// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/relay/mailrelay.h"
#include "app/relay/periodictask.h"
#include "db/libpq/pgconnection.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace desk {

/// The relay's loop: one connection, rounds of mails at a steady pace, the tasks when they are due, growing waits while
/// the database or the mail server is away. Each new trouble is said once, and so is its end.
class RelayRunner : public QObject {
    Q_OBJECT
public:
    enum class Trouble {
        Database,
        MailServer,
        Task ///< the detail begins with its name
    };
    struct Options {
        QString database; ///< URI
        MailRelay::Options relay;
        int intervalMs = 1000;
        bool once = false; ///< one round and one run of each task
    };
    RelayRunner(Options options, MailTransport &transport);

    void addTask(std::unique_ptr<PeriodicTask> task);
    void start();

Q_SIGNALS:
    void trouble(desk::RelayRunner::Trouble what, const desk::Error &error);
    void recovered(desk::RelayRunner::Trouble what);
    void finished(bool well); ///< the one round is over, or it was asked to stop

private:
    struct Scheduled {
        std::unique_ptr<PeriodicTask> task;
        QElapsedTimer lastRun;
    };
    void step();
    [[nodiscard]] bool connected();
    /// How long to wait before the next round; nothing when the database failed.
    [[nodiscard]] std::optional<int> mails();
    void pause(const Error &error);
    [[nodiscard]] bool tasks();
    [[nodiscard]] bool stopping() const { return m_options.relay.stopping && m_options.relay.stopping(); }
    void say(Trouble what, const Error &error, const QString &key = {});
    void sayRecovered(Trouble what, const QString &key = {});

    Options m_options;
    MailTransport &m_transport;
    PgConnection m_database;
    MailRelay m_relay;
    std::vector<Scheduled> m_tasks;
    QTimer m_timer;
    int m_databaseWaitMs = 0;
    bool m_asked = false; ///< whether the mail server is there
    bool m_paused = false; ///< it is left alone for m_pauseMs
    bool m_downAtCheck = false; ///< the last trouble showed before any mail was tried
    int m_pauseMs = 0; ///< 0: the last mail found it well
    QElapsedTimer m_pausedAt;
    QHash<QString, QString> m_said; ///< what is wrong, by who complained
};

} // namespace desk
