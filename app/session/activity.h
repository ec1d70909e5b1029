// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QElapsedTimer>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QString>

#include "app/core/whenfinished.h"

namespace desk {

/// What waits for the database right now, so that the status bar can say it once it has lasted 300 ms. Codes, not
/// sentences: "connect", "open_file", "refresh", "operation", "operation_lookup", "note", "reveal", "scripts",
/// "page".
/// GUI thread.
class Activity : public QObject {
    Q_OBJECT
public:
    struct Running {
        QString what; ///< code; empty: nothing runs
        qint64 sinceMs = 0; ///< how long it has been running
    };
    using QObject::QObject;

    /// Starts counting; the answer is given back to end().
    [[nodiscard]] quint64 begin(const QString &what);
    void end(quint64 token);
    /// The one that has been running longest.
    [[nodiscard]] Running longest() const;
    [[nodiscard]] bool idle() const { return m_running.isEmpty(); }

    /// Counts for as long as `future` has no answer, and hands it on.
    template <class T> QFuture<T> watch(const QString &what, QFuture<T> future)
    {
        const quint64 token = begin(what);
        auto *watcher = new QFutureWatcher<T>(this);
        QObject::connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, token] {
            watcher->deleteLater();
            end(token);
        });
        watcher->setFuture(future);
        return future;
    }

Q_SIGNALS:
    void changed(); ///< something began or ended

private:
    struct Entry {
        QString what;
        QElapsedTimer since;
    };
    QHash<quint64, Entry> m_running;
    quint64 m_next = 0;
};

} // namespace desk
