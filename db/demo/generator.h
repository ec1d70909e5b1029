// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "db/libpq/pgconnection.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <optional>

namespace desk {

struct DemoOptions {
    qint64 establishments = 1000; ///< 20 at least; everything else is in proportion
    quint64 seed = 1; ///< the same seed, number and time make the same data
    QDateTime now; ///< what all dates are told from; invalid: the present
    std::optional<bool> rebuildIndexes
        = {}; ///< drop indexes and foreign keys while loading; default: above 10,000, where it begins to pay
};

/// Somebody worth trying: what to type into the search box, and why.
struct DemoCaller {
    QString key, title, situation; ///< French, for people
    friend bool operator==(const DemoCaller &, const DemoCaller &) = default;
};

struct DemoSummary {
    qint64 establishments = 0, accounts = 0, habilitations = 0, mails = 0, tickets = 0, openTickets = 0;
    QList<DemoCaller> callers; ///< ten, one a situation; the first is locked out. Kept in setting "demo.appelants" too
};

/// Step in progress ("check", "load", "index", "analyze") and 0-100 over all of them.
using DemoProgress = std::function<void(const QString &step, int percent)>;

/// Fills an empty, migrated database with invented data by COPY, in one transaction: all of it or nothing.
/// `admin` must be allowed to SET ROLE asp_owner. Constant memory. A database called production becomes a
/// demonstration. Refused, rule "holds_real_data": the database holds real data, or establishments already.
/// Invalid, rule "too_few_establishments". Blocking; one thread at a time.
[[nodiscard]] Result<DemoSummary> generateDemo(PgConnection &admin, const DemoOptions &options,
                                               const DemoProgress &progress = {});

/// Locks the first caller out again when her half hour is over, so that a demonstration made long ago can be
/// tried again. Does nothing in a database without demonstration data.
[[nodiscard]] Result<Done> refreshDemo(PgConnection &admin);

/// The callers kept in the database; empty when there are none.
[[nodiscard]] Result<QList<DemoCaller>> demoCallers(PgConnection &admin);

} // namespace desk
