// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/identity.h"
#include "db/demo/rows.h"
#include "db/demo/towns.h"
#include "db/demo/workinghours.h"

#include <map>

namespace desk::demo {

/// How many establishments a block holds; companies, accountants and their clients stay within one.
inline constexpr qint64 blockSize = 400;

/// What all blocks share: the seed, the time everything is told from, and the next number of each kind.
class World {
public:
    World(quint64 seed, Moment now, qint64 establishments);

    [[nodiscard]] Rng rng(quint64 stream) const { return Rng(m_seed, stream); }
    [[nodiscard]] Moment now() const { return m_now; }
    [[nodiscard]] Identities &identities() { return m_identities; }
    [[nodiscard]] const Town &town(Rng &rng) const; ///< the bigger the likelier
    [[nodiscard]] std::string dapNumber(std::string_view postcode, Moment at);

    /// Tickets of all blocks are numbered in the order of time: the `rank`-th of a block, and when it came.
    struct TicketSlot {
        qint64 number;
        Moment receivedAt;
        double progress; ///< 0: the oldest of all, 1: the latest
    };
    [[nodiscard]] TicketSlot ticketSlot(qint64 block, qint64 rank) const;
    [[nodiscard]] static qint64 ticketsOf(qint64 establishments) { return establishments / 2; }
    [[nodiscard]] qint64 lastTicket() const;

    [[nodiscard]] const WorkingHours &hours() const { return m_hours; }
    void setHours(WorkingHours hours) { m_hours = std::move(hours); }

    qint64 lastEstablishment = 0, lastAccount = 0, lastHabilitation = 0, lastMail = 0; ///< ids given so far

private:
    quint64 m_seed;
    Moment m_now;
    qint64 m_blocks;
    qint64 m_firstTicket;
    Identities m_identities;
    WorkingHours m_hours;
    std::vector<int> m_townWeights; ///< running sums
    std::map<std::string, int, std::less<>> m_daps; ///< per department
};

/// As asp.f_departement has it: "31", "2A", "974".
[[nodiscard]] std::string departmentOf(std::string_view postcode);

/// Where the tickets of the callers worth trying are numbered; all others stay off them.
inline constexpr qint64 callerTickets = 48200, callerTicketsEnd = 48400;

} // namespace desk::demo
