// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/databaseworker.h"

#include "app/core/logcategories.h"
#include "db/worker/timelimits.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Error lost()
{
    return {Error::Code::Unavailable, u"connection dropped"_s, u"connection_lost"_s};
}

} // namespace

DatabaseWorker::DatabaseWorker(std::chrono::milliseconds idle, QObject *parent)
    : QObject(parent), m_idle(idle), m_context(new QObject)
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(u"database"_s);
    m_thread.start();
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(m_idle);
    connect(&m_idleTimer, &QTimer::timeout, this, &DatabaseWorker::rest);
}

DatabaseWorker::~DatabaseWorker()
{
    close();
    // After whatever is queued: the thread ends once the connection under way has been given up (connect_timeout at
    // most).
    QMetaObject::invokeMethod(
        m_context, [this] { m_context->thread()->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
    delete m_context;
}

void DatabaseWorker::configure(const ConnectTo &where, DatabaseSession::Greeting greeting)
{
    close();
    m_session = std::make_shared<DatabaseSession>(u"asp-console"_s, where, std::move(greeting));
}

void DatabaseWorker::close()
{
    dropAll();
    m_idleTimer.stop();
    if (m_session) // a connection is closed where it was used
        QMetaObject::invokeMethod(
            m_context, [session = std::exchange(m_session, {})] { session->close(); }, Qt::QueuedConnection);
}

void DatabaseWorker::setPassword(const QString &password)
{
    if (m_session)
        QMetaObject::invokeMethod(
            m_context, [session = m_session, password] { session->setPassword(password); }, Qt::QueuedConnection);
}

void DatabaseWorker::dropAll()
{
    const auto requests = std::exchange(m_requests, {});
    for (const auto &weak : requests) {
        if (const auto request = weak.lock())
            request->fail(lost());
    }
}

void DatabaseWorker::post(const Options &options, const std::shared_ptr<Request> &request, Job job)
{
    if (!m_session) {
        request->fail({Error::Code::Unavailable, u"not logged in"_s, u"not_connected"_s});
        return;
    }
    m_idleTimer.stop();
    std::erase_if(m_requests, [](const auto &weak) { return weak.expired(); });
    m_requests.push_back(request);
    if (options.newestOnly)
        replaceOlder(request);
    if (!options.deadlineFromStart)
        startDeadline(request, options.deadline);
    const auto deadline = options.deadlineFromStart ? options.deadline : std::chrono::milliseconds(0);
    QMetaObject::invokeMethod(
        m_context,
        [this, session = m_session, request, deadline, job = std::move(job)] {
            if (deadline.count() > 0)
                QMetaObject::invokeMethod(this, [this, request, deadline] { startDeadline(request, deadline); });
            carryOut(session, request, job);
        },
        Qt::QueuedConnection);
}

void DatabaseWorker::startDeadline(const std::shared_ptr<Request> &request, std::chrono::milliseconds deadline)
{
    QTimer::singleShot(deadline, this, [weak = std::weak_ptr(request)] {
        if (const auto waiting = weak.lock())
            waiting->fail({Error::Code::Timeout, u"no answer in time"_s, u"deadline"_s});
    });
}

void DatabaseWorker::replaceOlder(const std::shared_ptr<Request> &request)
{
    if (const auto older = m_newest.lock()) {
        const bool running = older->isRunning();
        older->fail({Error::Code::Cancelled, u"replaced by a newer one"_s});
        if (running)
            m_canceller.cancel(m_session->cancelHandle());
    }
    m_newest = request;
}

// In the worker's thread.
void DatabaseWorker::carryOut(const std::shared_ptr<DatabaseSession> &session, const std::shared_ptr<Request> &request,
                              const Job &job)
{
    // A cancel that arrives late would stop the statement after the one it was meant for.
    if (!m_canceller.waitForNone(timelimits::suggestion))
        session->close();
    if (request->begin()) {
        session->setRequest(request);
        job(*session);
        session->setRequest({});
    }
    if (m_idle.count() > 0)
        QMetaObject::invokeMethod(this, [this] { m_idleTimer.start(); });
}

void DatabaseWorker::rest()
{
    if (m_session)
        QMetaObject::invokeMethod(
            m_context, [session = m_session] { session->close(); }, Qt::QueuedConnection);
}

} // namespace desk
