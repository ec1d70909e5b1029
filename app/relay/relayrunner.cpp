// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/relay/relayrunner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mailsPerRound = 20;
constexpr int shortestWaitMs = 1000;
constexpr int longestDatabaseWaitMs = 15000;
constexpr int longestPauseMs = 60000;

int grown(int waitMs, int longest)
{
    return std::min(std::max(waitMs * 2, shortestWaitMs), longest);
}

} // namespace

RelayRunner::RelayRunner(Options options, MailTransport &transport)
    : m_options(std::move(options)), m_transport(transport), m_relay(m_database, transport, m_options.relay)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RelayRunner::step);
}

void RelayRunner::addTask(std::unique_ptr<PeriodicTask> task)
{
    m_tasks.push_back({std::move(task), {}});
}

void RelayRunner::start()
{
    m_timer.start(0);
}

void RelayRunner::step()
{
    int waitMs = -1; // the database did not let us work
    if (!stopping() && connected()) {
        const std::optional<int> afterMails = mails();
        if (afterMails && tasks())
            waitMs = *afterMails;
    }
    const bool worked = waitMs >= 0;
    if (stopping() || m_options.once) {
        Q_EMIT finished(stopping() || (worked && !m_paused));
        return;
    }
    m_databaseWaitMs = worked ? 0 : grown(m_databaseWaitMs, longestDatabaseWaitMs);
    m_timer.start(worked ? waitMs : m_databaseWaitMs);
}

bool RelayRunner::connected()
{
    if (m_database.isOpen())
        return true;
    auto opened = PgConnection::open(m_options.database, u"asp-relay"_s);
    if (!opened) {
        say(Trouble::Database, opened.error());
        return false;
    }
    m_database = std::move(*opened);
    return true;
}

std::optional<int> RelayRunner::mails()
{
    if (m_paused && !m_pausedAt.hasExpired(m_pauseMs))
        return m_options.intervalMs;
    // At the start and after a trouble the server is asked before any mail is touched.
    if (!m_asked || m_paused) {
        m_asked = true;
        if (const auto there = m_transport.check(); !there) {
            m_downAtCheck = true;
            pause(there.error());
            return m_options.intervalMs;
        }
        m_paused = false;
    }
    // A server that greets us may still refuse the sender: one mail tries it out.
    const auto tally = m_relay.round(m_pauseMs > 0 ? 1 : mailsPerRound);
    if (!tally) {
        say(Trouble::Database, tally.error());
        return std::nullopt;
    }
    sayRecovered(Trouble::Database);
    if (tally->down) {
        m_downAtCheck = false;
        pause(*tally->down);
        return m_options.intervalMs;
    }
    if (tally->claimed() == 0)
        m_transport.rest();
    const bool more = tally->claimed() == mailsPerRound || (m_pauseMs > 0 && tally->claimed() > 0);
    if (tally->claimed() > 0 || m_downAtCheck) {
        m_pauseMs = 0;
        sayRecovered(Trouble::MailServer);
    }
    return more ? 0 : m_options.intervalMs;
}

void RelayRunner::pause(const Error &error)
{
    m_pauseMs = grown(m_pauseMs, longestPauseMs);
    m_paused = true;
    m_pausedAt.start();
    say(Trouble::MailServer, error);
}

bool RelayRunner::tasks()
{
    for (Scheduled &scheduled : m_tasks) {
        if (stopping())
            return true;
        if (scheduled.lastRun.isValid() && !scheduled.lastRun.hasExpired(scheduled.task->every().count()))
            continue;
        scheduled.lastRun.start();
        const auto done = scheduled.task->run(m_database);
        const QString name = scheduled.task->name();
        if (done) {
            sayRecovered(Trouble::Task, name);
            continue;
        }
        Error error = done.error();
        error.detail.prepend(name + u" : "_s);
        say(Trouble::Task, error, name);
        if (!m_database.isOpen())
            return false;
    }
    return true;
}

void RelayRunner::say(Trouble what, const Error &error, const QString &key)
{
    const QString who = QString::number(static_cast<int>(what)) + key;
    const QString why = error.rule + error.params.value(u"cause"_s).toString() + error.detail;
    if (m_said.value(who) == why)
        return;
    m_said.insert(who, why);
    Q_EMIT trouble(what, error);
}

void RelayRunner::sayRecovered(Trouble what, const QString &key)
{
    if (m_said.remove(QString::number(static_cast<int>(what)) + key) > 0)
        Q_EMIT recovered(what);
}

} // namespace desk
