// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/session/activity.h"

#include <algorithm>

namespace desk {

quint64 Activity::begin(const QString &what)
{
    Entry entry{what, {}};
    entry.since.start();
    m_running.insert(++m_next, entry);
    const quint64 token = m_next;
    Q_EMIT changed();
    return token;
}

void Activity::end(quint64 token)
{
    if (m_running.remove(token) > 0)
        Q_EMIT changed();
}

Activity::Running Activity::longest() const
{
    const auto oldest = std::min_element(m_running.keyBegin(), m_running.keyEnd());
    if (oldest == m_running.keyEnd())
        return {};
    const Entry entry = m_running.value(*oldest);
    return {entry.what, entry.since.elapsed()};
}

} // namespace desk
