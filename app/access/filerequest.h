// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace desk {

/// A change of access that waits for another person's approval.
struct FileRequest {
    QUuid id;
    QString kind; ///< OperationKind
    QDateTime requestedAt, expiresAt;
    QString requestedByName;
    QStringList why; ///< codes: why it needs approval
    QString personName; ///< whom it is for
    bool own = false; ///< asked for by this person
    friend bool operator==(const FileRequest &, const FileRequest &) = default;
};
BOOST_DESCRIBE_STRUCT(FileRequest, (), (id, kind, requestedAt, expiresAt, requestedByName, why, personName, own))

} // namespace desk
