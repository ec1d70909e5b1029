// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/privateserver.h"

#include "app/core/logcategories.h"
#include "db/privateserver/privateserverworker.h"

#include <QPromise>

#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

PrivateServer::PrivateServer(Options options, QObject *parent)
    : QObject(parent), m_worker(new PrivateServerWorker(std::move(options)))
{
    m_thread.setObjectName(u"private-server"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

PrivateServer::~PrivateServer()
{
    PrivateServer::stop();
}

QFuture<Result<PrivateServerPort::Ready>> PrivateServer::start(const QString &folder,
                                                               std::function<void(QString step, int percent)> progress)
{
    auto promise = std::make_shared<QPromise<Result<Ready>>>();
    promise->start();
    const QFuture<Result<Ready>> future = promise->future();
    if (!m_thread.isRunning()) { // after stop()
        promise->addResult(fail(Error::Code::Cancelled, u"stopped"_s));
        promise->finish();
        return future;
    }
    const auto report = [this, progress = std::move(progress)](const QString &step, int percent) {
        if (progress) // queued on this object: dropped once it is gone
            QMetaObject::invokeMethod(
                this, [progress, step, percent] { progress(step, percent); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, promise, folder, report] {
            promise->addResult(worker->start(folder, report));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

void PrivateServer::stop()
{
    if (!m_thread.isRunning())
        return;
    const qint64 pid = m_worker->serverPid();
    const bool busy = m_worker->isStarting();
    m_worker->abandon();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->stop();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    if (m_thread.wait(busy ? 1000 : 4300))
        return;
    // Still filling or migrating, which fails at once without the server; or a disk too slow for a good
    // ending.
    qCWarning(logPrivateServer) << "the private server is ended by force";
    quitServer(pid);
    if (!m_thread.wait(busy ? 3500 : 500))
        m_thread.terminate(); // the program is ending; the next start clears what is left
    m_thread.wait(500);
}

} // namespace desk
