// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/journalsealer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace desk {

/// Runs the sealer in a thread and on a connection of its own: a mail server that hangs does not hold the chain up, and
/// trouble with the chain never touches the mails. Reconnects by itself.
class JournalKeeper {
public:
    struct Options {
        std::function<Result<PgConnection>()> connect; ///< called in the keeper's thread
        QString anchorFile;
        std::chrono::milliseconds sealEvery{1000};
        std::chrono::milliseconds anchorEvery = std::chrono::minutes(1);
        /// Called in the keeper's thread, once for each new trouble.
        JournalSealer::Complain complain;
    };
    explicit JournalKeeper(Options options);
    JournalKeeper(const JournalKeeper &) = delete;
    JournalKeeper &operator=(const JournalKeeper &) = delete;
    /// Stops; what is committed by then is sealed and anchored if the database still answers.
    ~JournalKeeper();

private:
    void run();
    /// One round; how long to wait before the next.
    [[nodiscard]] std::chrono::milliseconds round(PgConnection &database, JournalSealer &sealer);
    void heed(const Error &error);
    /// False: it is time to stop.
    [[nodiscard]] bool waitFor(std::chrono::milliseconds time);

    Options m_options;
    QString m_lastComplaint;
    int m_failures = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace desk
