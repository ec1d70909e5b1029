// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

namespace desk {

/// How a ticket stands to the moment it is due. Soon: within the hours of warning the desk has set; Today: within a
/// day.
enum class Urgency { None, Later, Today, Soon, Late };

/// The one place that decides what is late and what is soon, for the file and for the queue alike; the database says
/// the same of the rows it chooses (f_is_late, f_is_soon). `now` is the server's time.
[[nodiscard]] Urgency urgencyOf(const QDateTime &due, const QDateTime &now, int warningHours);
/// How many hours before it is due a ticket is soon, of the setting echeance.alerte_heures.
[[nodiscard]] int dueWarningHours(const QHash<QString, QString> &settings);

} // namespace desk
