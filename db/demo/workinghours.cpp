// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/workinghours.h"

#include <algorithm>

namespace desk::demo {

namespace {

bool isClosed(const WorkingHours::Opening &opening, std::string_view department)
{
    return !department.empty() && !opening.closedIn.empty()
        && opening.closedIn.find("," + std::string(department) + ",") != std::string::npos;
}

} // namespace

Result<WorkingHours> WorkingHours::read(PgConnection &connection, Moment now)
{
    const auto days = connection.exec(
        "select extract(epoch from lower(o))::bigint as opens, extract(epoch from upper(o))::bigint as closes,"
        " coalesce((select ',' || string_agg(array_to_string(h.departments, ','), ',') || ',' from asp.holiday h"
        "           where h.day = d::date and h.departments is not null), '') as closed_in"
        " from (select asp.f_week() as week) w,"
        " generate_series(to_timestamp($1::bigint)::date - 400, to_timestamp($1::bigint)::date + 150, interval '1 "
        "day') d"
        " cross join lateral (select asp.f_opening(w.week, d::date, '') as o) x"
        " where w.week is not null and o is not null order by 1",
        {QByteArray::number(now)});
    const auto motifs = connection.exec("select code, extract(epoch from asp.f_due_hours(code))::bigint as due from asp.motif");
    if (!days || !motifs)
        return Failure(days ? motifs.error() : days.error());
    std::vector<Opening> openings;
    for (int row = 0; row < days->size(); ++row)
        openings.push_back(
            {days->number(row, "opens"), days->number(row, "closes"), days->bytes(row, "closed_in").toStdString()});
    std::map<std::string, Moment, std::less<>> due;
    for (int row = 0; row < motifs->size(); ++row)
        due.emplace(motifs->bytes(row, "code").toStdString(), motifs->number(row, "due"));
    return WorkingHours(std::move(openings), std::move(due));
}

std::vector<WorkingHours::Opening>::const_iterator WorkingHours::firstAfter(Moment moment) const
{
    return std::partition_point(m_openings.begin(), m_openings.end(),
                                [moment](const Opening &opening) { return opening.to <= moment; });
}

Moment WorkingHours::add(Moment from, Moment span, std::string_view department) const
{
    if (span <= 0)
        return span == 0 ? from : back(from, -span, department);
    for (auto it = firstAfter(from); it != m_openings.end(); ++it) {
        if (isClosed(*it, department))
            continue;
        const Moment begin = std::max(from, it->from);
        if (span <= it->to - begin)
            return begin + span;
        span -= it->to - begin;
    }
    return (m_openings.empty() ? from : std::max(from, m_openings.back().to)) + span;
}

Moment WorkingHours::back(Moment from, Moment span, std::string_view department) const
{
    const auto behind = std::partition_point(m_openings.begin(), m_openings.end(),
                                             [from](const Opening &opening) { return opening.from < from; });
    for (auto it = std::make_reverse_iterator(behind); it != m_openings.rend(); ++it) {
        if (isClosed(*it, department))
            continue;
        const Moment end = std::min(from, it->to);
        if (span <= end - it->from)
            return end - span;
        span -= end - it->from;
    }
    return (m_openings.empty() ? from : std::min(from, m_openings.front().from)) - span;
}

Moment WorkingHours::between(Moment from, Moment to, std::string_view department) const
{
    if (to < from)
        return -between(to, from, department);
    if (m_openings.empty())
        return to - from;
    Moment sum = 0;
    for (auto it = firstAfter(from); it != m_openings.end() && it->from < to; ++it) {
        if (!isClosed(*it, department))
            sum += std::min(to, it->to) - std::max(from, it->from);
    }
    return sum;
}

Moment WorkingHours::due(std::string_view motif, Moment received, std::string_view department) const
{
    const auto found = m_due.find(motif);
    return add(received, found == m_due.end() ? 2 * Day : found->second, department);
}

} // namespace desk::demo
