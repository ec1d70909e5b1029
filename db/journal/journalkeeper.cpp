// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalkeeper.h"

#include "db/libpq/pgconnection.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto longestWait = 30'000ms;

} // namespace

JournalKeeper::JournalKeeper(Options options) : m_options(std::move(options)), m_thread([this] { run(); })
{
}

JournalKeeper::~JournalKeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void JournalKeeper::run()
{
    PgConnection database;
    JournalSealer sealer(m_options.anchorFile, m_options.anchorEvery, m_options.complain);
    while (waitFor(round(database, sealer))) { }
    if (database.isOpen())
        static_cast<void>(sealer.finish(database)); // the next start seals what this could not
}

std::chrono::milliseconds JournalKeeper::round(PgConnection &database, JournalSealer &sealer)
{
    Result<bool> more = false;
    if (!database.isOpen()) {
        auto opened = m_options.connect();
        if (opened)
            database = std::move(*opened);
        else
            more = Failure(opened.error());
    }
    if (more)
        more = sealer.tick(database);
    if (more) {
        m_failures = 0;
        m_lastComplaint.clear();
        return *more ? 0ms : m_options.sealEvery;
    }
    heed(more.error());
    m_failures = std::min(m_failures + 1, 6);
    return std::min<std::chrono::milliseconds>(m_options.sealEvery * (1 << m_failures), longestWait);
}

void JournalKeeper::heed(const Error &error)
{
    if (m_options.complain && error.detail != m_lastComplaint)
        m_options.complain(error);
    m_lastComplaint = error.detail;
}

bool JournalKeeper::waitFor(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, time, [this] { return m_stop; });
}

} // namespace desk
