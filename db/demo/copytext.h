// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <string_view>

namespace desk::demo {

/// Seconds since 1970, UTC. `Never` is written as NULL.
using Moment = qint64;
inline constexpr Moment Never = 0;
inline constexpr Moment Minute = 60, Hour = 3600, Day = 86400;

/// Rows in the text form of COPY, field after field.
class CopyText {
public:
    CopyText &text(std::string_view value); ///< escaped; empty stays an empty text
    CopyText &textOrNull(std::string_view value) { return value.empty() ? null() : text(value); }
    CopyText &number(qint64 value);
    CopyText &idOrNull(qint64 value) { return value == 0 ? null() : number(value); }
    CopyText &flag(bool value);
    CopyText &moment(Moment value);
    CopyText &date(Moment value); ///< the UTC day of `value`
    CopyText &null();
    void endRow();

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    void clear() { m_bytes.resize(0); } ///< keeps the room it has
    [[nodiscard]] qint64 rows() const { return m_rows; } ///< since the beginning, clear() does not matter

private:
    void separate();

    QByteArray m_bytes;
    bool m_inRow = false;
    qint64 m_rows = 0;
};

/// "2020-04-03"
[[nodiscard]] QByteArray isoDate(Moment moment);
/// "2020-04-03 17:40:00+00"
[[nodiscard]] QByteArray isoMoment(Moment moment);

} // namespace desk::demo
