// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/establishmentref.h"
#include "app/supervision/holder.h"
#include "app/supervision/paststep.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace desk {

/// A new access that is still within the time in which it can be objected to and undone, or was.
struct AccessChange {
    QUuid id;
    QString kind;
    QDateTime at, until;
    QString actorName, approvedByName;
    EstablishmentRef establishment;
    Holder newHolder, oldHolder;
    bool oldKept = false;
    QDateTime objectedAt;
    QString objectionText;
    QDateTime undoneAt;
    QString undoneByName;
    QList<PastStep> later; ///< operations since on the same rows
    [[nodiscard]] bool canBeUndone(const QDateTime &now) const { return !undoneAt.isValid() && until > now; }
    friend bool operator==(const AccessChange &, const AccessChange &) = default;
};
BOOST_DESCRIBE_STRUCT(AccessChange, (),
                      (id, kind, at, until, actorName, approvedByName, establishment, newHolder, oldHolder, oldKept,
                       objectedAt, objectionText, undoneAt, undoneByName, later))
template <>
inline constexpr auto documentMarks<AccessChange> = std::array{
    orNull("establishment"), named("newHolder", "new_account"),
    orNull("newHolder"),     named("oldHolder", "old_account"),
    orNull("oldHolder"),     orNull("oldKept")};

} // namespace desk
