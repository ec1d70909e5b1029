// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <atomic>
#include <functional>

namespace desk {

/// One question to the database on its way between the thread that asked and the worker's. It is answered exactly
/// once, by whoever comes first: the worker, the deadline, a newer question, the closing of the connection.
/// Every method from any thread.
class Request {
public:
    enum class Phase { Queued, Running, Answered };
    /// `answer` gives the error to whoever asked; called at most once. `cancellable`: the server may be asked to stop
    /// it.
    Request(std::function<void(const Error &)> answer, bool cancellable)
        : m_answer(std::move(answer)), m_cancellable(cancellable)
    {
    }

    /// The worker takes it up; false when it has been answered already.
    [[nodiscard]] bool begin();
    /// True for the one who may answer.
    [[nodiscard]] bool claim() { return m_phase.exchange(Phase::Answered) != Phase::Answered; }
    [[nodiscard]] bool isAnswered() const { return m_phase.load() == Phase::Answered; }
    [[nodiscard]] bool isRunning() const { return m_phase.load() == Phase::Running; }
    [[nodiscard]] bool isCancellable() const { return m_cancellable; }
    /// Answers with `error` unless someone has answered. One that the server never got is marked as such: params
    /// "nothing_done".
    void fail(Error error);

private:
    std::atomic<Phase> m_phase = Phase::Queued;
    std::function<void(const Error &)> m_answer;
    bool m_cancellable;
};

} // namespace desk
