// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

namespace desk {

/// Calls `handler` with the future's result in the guard's thread, never once the guard has died. QFuture::then with a
/// context is not safe against the context's death in Qt 6.4, hence this.
template <class T, class Handler> void whenFinished(const QFuture<T> &future, QObject *guard, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard, [watcher, handler = std::move(handler)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) // a cancelled future has none
            handler(watcher->result());
    });
    watcher->setFuture(future);
}

/// A future that is already answered.
template <class T> [[nodiscard]] QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace desk
