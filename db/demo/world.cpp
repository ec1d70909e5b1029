// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/world.h"

#include <algorithm>
#include <numeric>

namespace desk::demo {

namespace {

constexpr qint64 slotsPerBlock = blockSize / 2;

/// As many tickets as fit are numbered below those of the callers, which are the latest; a bigger database
/// starts above.
qint64 firstTicketOf(qint64 blocks)
{
    const qint64 count = blocks * slotsPerBlock;
    return count < callerTickets - 1000 ? callerTickets - count : callerTicketsEnd;
}

} // namespace

World::World(quint64 seed, Moment now, qint64 establishments)
    : m_seed(seed), m_now(now), m_blocks((establishments + blockSize - 1) / blockSize),
      m_firstTicket(firstTicketOf(m_blocks)), m_identities(seed, establishments * 5 / 4)
{
    std::transform_inclusive_scan(towns().begin(), towns().end(), std::back_inserter(m_townWeights), std::plus<>(),
                                  [](const Town &town) { return town.weight; });
}

const Town &World::town(Rng &rng) const
{
    const int at = static_cast<int>(rng.below(static_cast<quint32>(m_townWeights.back())));
    const auto found = std::upper_bound(m_townWeights.begin(), m_townWeights.end(), at);
    return towns()[static_cast<size_t>(found - m_townWeights.begin())];
}

std::string departmentOf(std::string_view postcode)
{
    if (postcode.starts_with("20"))
        return postcode < "20200" ? "2A" : "2B";
    return std::string(postcode.substr(0, postcode.starts_with("97") || postcode.starts_with("98") ? 3 : 2));
}

std::string World::dapNumber(std::string_view postcode, Moment at)
{
    std::string department = departmentOf(postcode);
    if (department.size() == 2)
        department.insert(0, 1, '0');
    std::string sequence = std::to_string(1000 + ++m_daps[department]);
    return department + "-" + isoDate(at).left(4).toStdString() + "-" + sequence;
}

World::TicketSlot World::ticketSlot(qint64 block, qint64 rank) const
{
    const qint64 position = rank * m_blocks + block, count = m_blocks * slotsPerBlock;
    const double progress = (static_cast<double>(position) + 0.5) / static_cast<double>(count);
    // A year of tickets, closer together towards now: the open ones are of every age, most of them recent.
    const double age = 365.0 * (1 - progress) * (1 - progress);
    return {m_firstTicket + position, m_now - 20 * Minute - static_cast<Moment>(age * Day), progress};
}

qint64 World::lastTicket() const
{
    return std::max(m_firstTicket + m_blocks * slotsPerBlock - 1, callerTicketsEnd);
}

} // namespace desk::demo
