// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/copytext.h"
#include "db/libpq/pgconnection.h"

#include <map>
#include <string>
#include <vector>

namespace desk::demo {

/// The hours the desk is open as the database knows them, read once: due times of a million tickets without asking it
/// again. Without any, time runs around the clock.
class WorkingHours {
public:
    struct Opening {
        Moment from = Never, to = Never;
        std::string closedIn; ///< departments with a holiday of their own that day: ",974,"
    };

    WorkingHours() = default;
    WorkingHours(std::vector<Opening> openings, std::map<std::string, Moment, std::less<>> due)
        : m_openings(std::move(openings)), m_due(std::move(due))
    {
    }
    /// From before the oldest ticket to after the latest hold.
    [[nodiscard]] static Result<WorkingHours> read(PgConnection &connection, Moment now);

    [[nodiscard]] Moment add(Moment from, Moment span, std::string_view department) const; ///< back for a span < 0
    [[nodiscard]] Moment between(Moment from, Moment to,
                                 std::string_view department) const; ///< negative when to < from
    [[nodiscard]] Moment due(std::string_view motif, Moment received, std::string_view department) const;

private:
    [[nodiscard]] Moment back(Moment from, Moment span, std::string_view department) const;
    [[nodiscard]] std::vector<Opening>::const_iterator firstAfter(Moment moment) const;

    std::vector<Opening> m_openings; ///< in order
    std::map<std::string, Moment, std::less<>> m_due; ///< by motif
};

} // namespace desk::demo
