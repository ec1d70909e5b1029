// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/journal/journalpurge.h"

#include "db/libpq/pgconnection.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto rowsPerStep = "10000"; // each its own transaction: none stays open long enough to hold the seal up
constexpr int sealTries = 100; // a tenth of a second apart

} // namespace

Result<qint64> JournalPurge::number(const QByteArray &sql, const QList<std::optional<QByteArray>> &params)
{
    const auto rows = m_database.exec(sql, params);
    return rows ? Result<qint64>(rows->number(0, "n")) : Failure(rows.error());
}

Result<QList<PurgeLine>> JournalPurge::plan()
{
    const auto rows = m_database.exec("SELECT kind, days, (extract(epoch FROM before) * 1000)::bigint AS before, rows"
                                      " FROM asp.f_purge_plan()");
    if (!rows)
        return Failure(rows.error());
    QList<PurgeLine> lines;
    for (int row = 0; row < rows->size(); ++row) {
        PurgeLine line{rows->text(row, "kind"), {}, {}, rows->number(row, "rows")};
        if (rows->value(row, "days")) {
            line.days = int(rows->number(row, "days"));
            line.before = QDateTime::fromMSecsSinceEpoch(rows->number(row, "before"), Qt::UTC);
        }
        lines.append(line);
    }
    return lines;
}

Result<qint64> JournalPurge::announce()
{
    return number("SELECT asp.f_purge_announce() AS n");
}

Result<Done> JournalPurge::sealUpTo(qint64 journalId)
{
    for (int tries = 0; tries < sealTries;) {
        const auto sealed = number("SELECT (asp.f_seal(10000) ->> 'sealed')::bigint AS n");
        if (!sealed)
            return Failure(sealed.error());
        const auto linked = number("SELECT count(*) AS n FROM asp.journal_link WHERE journal_id = $1",
                                   {QByteArray::number(journalId)});
        if (!linked)
            return Failure(linked.error());
        if (*linked > 0)
            return Done{};
        if (*sealed == 0) { // the relay is at it, or a transaction is still open
            ++tries;
            QThread::msleep(100);
        }
    }
    return Failure(Error{Error::Code::Conflict, u"the announcement could not be sealed"_s, u"seal_held"_s});
}

Result<PurgeOutcome> JournalPurge::run(const std::function<void(qint64)> &progress)
{
    PurgeOutcome outcome;
    const auto announced = announce();
    if (!announced)
        return Failure(announced.error());
    outcome.announcement = *announced;
    if (outcome.announcement != 0) {
        if (const auto sealed = sealUpTo(outcome.announcement); !sealed)
            return Failure(sealed.error());
        qint64 step = 0;
        do {
            const auto removed = number("SELECT asp.f_purge_step($1, $2) AS n",
                                        {QByteArray::number(outcome.announcement), QByteArray(rowsPerStep)});
            if (!removed)
                return Failure(removed.error());
            step = *removed;
            outcome.removed += step;
            if (progress)
                progress(outcome.removed);
        } while (step > 0);
    }
    const auto meters = m_database.exec("DELETE FROM asp.read_meter WHERE hour < now() - interval '1 day'");
    if (!meters)
        return Failure(meters.error());
    outcome.meters = meters->affected();
    return outcome;
}

} // namespace desk
