// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace desk {

struct PastStep {
    QUuid id;
    QString kind; ///< of the operation
    QDateTime at;
    QString actorName;
    friend bool operator==(const PastStep &, const PastStep &) = default;
};
BOOST_DESCRIBE_STRUCT(PastStep, (), (id, kind, at, actorName))
template <> inline constexpr auto documentMarks<PastStep> = std::array{optional("actorName")};

} // namespace desk
