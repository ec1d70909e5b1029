// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace desk {

/// A change of access that was made lately; until `until` someone may object to it.
struct FileChange {
    QUuid id;
    QString kind; ///< OperationKind
    QDateTime at, until;
    QString actorName, newIdentifiant, oldIdentifiant;
    QDateTime undoneAt, objectedAt;
    [[nodiscard]] bool isOpen(const QDateTime &now) const { return !undoneAt.isValid() && until > now; }
    friend bool operator==(const FileChange &, const FileChange &) = default;
};
BOOST_DESCRIBE_STRUCT(FileChange, (),
                      (id, kind, at, until, actorName, newIdentifiant, oldIdentifiant, undoneAt, objectedAt))

} // namespace desk
