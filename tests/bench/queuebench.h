// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"
#include "tests/bench/series.h"
#include "ui/uiservices.h"

namespace desk::bench {

/// The queue at size: its pages asked of the console's store by every column, and its table scrolled through. Spins
/// event loops of its own.
class QueueBench {
public:
    explicit QueueBench(const UiServices &services) : m_services(services) { }
    /// {first, last, deep, step: times; rows scrolled; memory_before, memory_after in MiB}, or {error}.
    [[nodiscard]] QJsonObject measure();

private:
    [[nodiscard]] bool page(const QueueQuestion &question, QueuePageAnswer &answer, Series *times);
    [[nodiscard]] bool pagesByColumn();
    [[nodiscard]] bool pagesInTheDeep();
    [[nodiscard]] bool scroll();

    UiServices m_services;
    Series m_first, m_last, m_deep, m_step;
    QJsonObject m_result;
};

} // namespace desk::bench
