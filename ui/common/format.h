// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"

#include <QDateTime>
#include <QString>

namespace desk {

// How values are written for people. Times are given in UTC and shown in the desk's local time; an invalid time gives
// an empty text. Labels are in the interface's language.

[[nodiscard]] QString shortTime(const QDateTime &at); ///< "14:32"
[[nodiscard]] QString shortDate(const QDateTime &at); ///< "03/04"
[[nodiscard]] QString shortDate(QDate date); ///< "03/04"
[[nodiscard]] QString longDate(QDate date); ///< "03/04/2026"
[[nodiscard]] QString dateTime(const QDateTime &at); ///< "03/04 17:40"
/// The shortest way to say when, seen from `now`: "14:32" today, "hier 11:05", "demain 08:00", "03/04 17:40",
/// "03/04/2024".
[[nodiscard]] QString whenText(const QDateTime &at, const QDateTime &now);
/// "jusqu’à 14:32" today, "jusqu’à demain 08:00", "jusqu’au 03/04 17:40".
[[nodiscard]] QString untilText(const QDateTime &at, const QDateTime &now);
/// "à 14:32" today, "hier 11:05", "le 03/04 17:40".
[[nodiscard]] QString onText(const QDateTime &at, const QDateTime &now);
/// How long from now to `due`: "il reste 3 h", "il reste 25 min", "en retard de 2 j". `fine`: what is left of less than
/// half a day with its minutes, "il reste 3 h 05".
[[nodiscard]] QString dueText(const QDateTime &due, const QDateTime &now, bool fine = false);
[[nodiscard]] QString capitalised(const QString &text); ///< its first letter
[[nodiscard]] QString duration(int seconds); ///< "02:14", "1:02:14"
/// The first of these moments that is still to come; invalid when none is.
[[nodiscard]] QDateTime nextOf(const QList<QDateTime> &moments, const QDateTime &now);
/// The caller's own time when it differs from the desk's, e.g. "Il est 08:32 chez l’appelant"; empty otherwise.
[[nodiscard]] QString callerLocalTime(const QString &timeZone, const QDateTime &now);

[[nodiscard]] QString ticketNumber(TicketNumber number); ///< "#48 213", with a no-break space
[[nodiscard]] QString groupedNumber(qint64 number); ///< "48 213"

[[nodiscard]] QString profileLabel(Profile profile);
[[nodiscard]] QString mailKindLabel(MailKind kind);
[[nodiscard]] QString dapStateLabel(DapState state);
[[nodiscard]] QString ticketStateLabel(TicketState state);

} // namespace desk
