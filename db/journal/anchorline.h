// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>

namespace desk {

/// The head of the journal's chain at some moment.
struct JournalHead {
    qint64 seq = 0; ///< links so far; 0: none yet
    QByteArray hash; ///< 32 bytes
    friend bool operator==(const JournalHead &, const JournalHead &) = default;
};

/// A line of the anchor file: when the relay saw which head.
struct AnchorLine {
    QDateTime at; ///< UTC, by the relay's clock
    JournalHead head;
};

/// "2026-07-01T22:05:09Z 1234 9f…(64)\n".
[[nodiscard]] QByteArray toAnchorLine(const AnchorLine &line);

/// Reads one line, with or without its end. Invalid when it is not exactly one. Pure.
[[nodiscard]] Result<AnchorLine> parseAnchorLine(QByteArrayView text);

/// The start of a line whose rest is missing: a crash or a full disk while it was written.
[[nodiscard]] bool beginsAnchorLine(QByteArrayView text);

} // namespace desk
