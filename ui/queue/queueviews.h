// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"
#include "app/tickets/ticketqueue.h"

#include <optional>

namespace desk {

/// What a queue begins with, before filters are added: all, one motif, a built-in view or a saved one.
struct QueueBase {
    enum class Kind { All, Motif, BuiltIn, Saved };
    Kind kind = Kind::All;
    QString code; ///< of the motif or the built-in view; the id of a saved one
    friend bool operator==(const QueueBase &, const QueueBase &) = default;
};
[[nodiscard]] QString toText(const QueueBase &base); ///< "motif:habilitation", for the settings file
[[nodiscard]] QueueBase queueBaseFromText(const QString &text);

struct QueueStart {
    QString title;
    TicketFilter filter;
    QueueOrder order;
};

[[nodiscard]] const QStringList &builtInViews(); ///< codes, as the counts name them
[[nodiscard]] QString builtInViewLabel(const QString &code, const SessionInfo &info);
/// What that base shows; nothing when it is not there any more: a motif or a view somebody took away.
[[nodiscard]] std::optional<QueueStart> startOf(const QueueBase &base, const SessionInfo &info,
                                                const QList<TicketView> &views, const QDateTime &now);
/// How many that is, as counted last.
[[nodiscard]] std::optional<int> countOf(const QueueBase &base, const QueueCounts &counts);
/// "Retards du 31 · Luc Perrin (a quitté le service)" for one that is not mine.
[[nodiscard]] QString viewOwnerText(const TicketView &view);

/// What was shown when the page was left: for the settings file.
struct QueuePlace {
    QueueBase base;
    TicketFilter filter;
    QueueOrder order;
};
[[nodiscard]] QByteArray toBytes(const QueuePlace &place);
[[nodiscard]] std::optional<QueuePlace> queuePlaceFromBytes(const QByteArray &bytes);

} // namespace desk
