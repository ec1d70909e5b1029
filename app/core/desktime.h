// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace desk {

/// The time the desk speaks in: that of Paris, whatever the machine's own zone, so that the file, the script read aloud
/// and the mails always say the same hour. UTC where the zone is not known.
[[nodiscard]] inline const QTimeZone &deskTimeZone()
{
    static const QTimeZone zone = [] {
        const QTimeZone paris("Europe/Paris");
        return paris.isValid() ? paris : QTimeZone::utc();
    }();
    return zone;
}

[[nodiscard]] inline QDateTime deskTime(const QDateTime &at)
{
    return at.toTimeZone(deskTimeZone());
}

} // namespace desk
