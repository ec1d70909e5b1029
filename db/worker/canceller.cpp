// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/canceller.h"

#include <QDeadlineTimer>

#include <libpq-fe.h>

#include <array>

namespace desk {

Canceller::Canceller()
{
    m_pool.setMaxThreadCount(1);
}

Canceller::~Canceller()
{
    m_pool.waitForDone();
}

void Canceller::cancel(const std::shared_ptr<pg_cancel> &what)
{
    if (!what)
        return;
    {
        const QMutexLocker lock(&m_mutex);
        ++m_underWay;
    }
    m_pool.start([this, what] {
        std::array<char, 256> fault{};
        // A failure means that the connection is going: the statement ends with it, or with its time limit.
        (void)PQcancel(what.get(), fault.data(), int(fault.size()));
        const QMutexLocker lock(&m_mutex);
        if (--m_underWay == 0)
            m_none.wakeAll();
    });
}

bool Canceller::waitForNone(std::chrono::milliseconds atMost)
{
    const QDeadlineTimer deadline(atMost);
    const QMutexLocker lock(&m_mutex);
    while (m_underWay > 0) {
        if (!m_none.wait(&m_mutex, deadline))
            return m_underWay == 0;
    }
    return true;
}

} // namespace desk
