// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/tickets/urgency.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int usualWarningHours = 4, secondsOfHour = 3600, secondsOfDay = 24 * secondsOfHour;
}

Urgency urgencyOf(const QDateTime &due, const QDateTime &now, int warningHours)
{
    if (!due.isValid())
        return Urgency::None;
    if (due < now)
        return Urgency::Late;
    if (due < now.addSecs(qint64(warningHours) * secondsOfHour))
        return Urgency::Soon;
    return now.secsTo(due) <= secondsOfDay ? Urgency::Today : Urgency::Later;
}

int dueWarningHours(const QHash<QString, QString> &settings)
{
    const int hours = settings.value(u"echeance.alerte_heures"_s).toInt();
    return hours > 0 ? hours : usualWarningHours;
}

} // namespace desk
