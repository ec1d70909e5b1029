// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QMutex>
#include <QThreadPool>
#include <QWaitCondition>

#include <chrono>
#include <memory>

struct pg_cancel;

namespace desk {

/// Asks the server to stop a statement, from a thread of its own: PQcancel blocks. Any thread.
class Canceller {
public:
    Canceller();
    ~Canceller();
    /// Returns at once.
    void cancel(const std::shared_ptr<pg_cancel> &what);
    /// Waits until no cancel is under way any more: a late one would hit the next statement. False: time over.
    [[nodiscard]] bool waitForNone(std::chrono::milliseconds atMost);

private:
    QThreadPool m_pool;
    QMutex m_mutex;
    QWaitCondition m_none;
    int m_underWay = 0;
};

} // namespace desk
