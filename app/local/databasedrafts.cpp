// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/local/databasedrafts.h"

#include "app/core/logcategories.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto pauseInTyping = 1s;
constexpr auto longestWait = 5s;

/// Another attempt may go better; else the value stays in memory and is not sent again until it changes.
bool mayPass(const Error &error)
{
    return error.code == Error::Code::Unavailable || error.code == Error::Code::Timeout
        || error.code == Error::Code::TooMany || error.code == Error::Code::Locked;
}

} // namespace

DatabaseDrafts::DatabaseDrafts(DraftTable &table, QObject *parent) : QObject(parent), m_table(table)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    m_atLatest.setSingleShot(true);
    m_atLatest.setInterval(longestWait);
    connect(&m_pause, &QTimer::timeout, this, &DatabaseDrafts::sendNext);
    connect(&m_atLatest, &QTimer::timeout, this, &DatabaseDrafts::sendNext);
}

QFuture<bool> DatabaseDrafts::open()
{
    close();
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    whenFinished(m_table.all(), this, [this, promise, session = m_session](const Result<QMap<QString, QString>> &all) {
        if (session == m_session && all) {
            m_inDatabase = true;
            const auto typedMeanwhile = std::exchange(m_values, *all);
            for (auto it = typedMeanwhile.cbegin(); it != typedMeanwhile.cend(); ++it)
                set(it.key(), it.value());
        } else if (!all) {
            qCWarning(logLocalStore) << "no drafts in the database:" << int(all.error().code) << all.error().rule;
        }
        promise->addResult(all.has_value());
        promise->finish();
    });
    return promise->future();
}

void DatabaseDrafts::close()
{
    ++m_session;
    m_pause.stop();
    m_atLatest.stop();
    m_values.clear();
    m_changed.clear();
    m_inDatabase = m_sending = false;
    tellFlushed();
}

void DatabaseDrafts::set(const QString &key, const QString &value)
{
    if (m_values.value(key) == value)
        return;
    if (value.isEmpty())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    if (!m_inDatabase)
        return;
    m_changed.insert(key);
    m_pause.start();
    if (!m_atLatest.isActive())
        m_atLatest.start();
}

void DatabaseDrafts::flush(std::function<void()> done)
{
    m_flushed.push_back(std::move(done));
    sendNext();
}

void DatabaseDrafts::sendNext()
{
    if (m_sending)
        return;
    if (m_changed.isEmpty()) {
        m_pause.stop();
        m_atLatest.stop();
        tellFlushed();
        return;
    }
    const QString key = *m_changed.cbegin();
    m_changed.remove(key);
    m_sending = true;
    const QString value = m_values.value(key);
    whenFinished(m_table.save(key, value), this, [this, key, value, session = m_session](const Result<Done> &answer) {
        if (session == m_session)
            onSent(key, value, answer);
    });
}

void DatabaseDrafts::onSent(const QString &key, const QString &value, const Result<Done> &answer)
{
    m_sending = false;
    if (answer) {
        Q_EMIT saved(key, value);
        sendNext();
        return;
    }
    qCWarning(logLocalStore) << "a draft was not kept:" << int(answer.error().code) << answer.error().rule;
    if (!mayPass(answer.error())) {
        sendNext();
        return;
    }
    m_changed.insert(key);
    m_atLatest.start();
    m_pause.stop();
    tellFlushed(); // whoever waits to leave is not kept for a server that is away
}

void DatabaseDrafts::tellFlushed()
{
    const auto waiting = std::exchange(m_flushed, {});
    for (const auto &done : waiting)
        done();
}

} // namespace desk
