// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/request.h"

using namespace Qt::StringLiterals;

namespace desk {

bool Request::begin()
{
    Phase expected = Phase::Queued;
    return m_phase.compare_exchange_strong(expected, Phase::Running);
}

void Request::fail(Error error)
{
    const Phase before = m_phase.exchange(Phase::Answered);
    if (before == Phase::Answered)
        return;
    if (before == Phase::Queued)
        error.params.insert(u"nothing_done"_s, true);
    m_answer(error);
}

} // namespace desk
