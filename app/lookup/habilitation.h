// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QDateTime>

namespace desk {

enum class HabilitationState { None, Requested, AwaitingConfirmation, Active, Revoked };
BOOST_DESCRIBE_ENUM(HabilitationState, Requested, AwaitingConfirmation, Active, Revoked)

struct Habilitation {
    HabilitationId id{0};
    HabilitationState state = HabilitationState::None;
    QDateTime requestedAt;
    QDateTime activeFrom; ///< log-in works from then on; told in the confirmation mail
    QDateTime revokedAt;
    bool referent = false;
    friend bool operator==(const Habilitation &, const Habilitation &) = default;
};
BOOST_DESCRIBE_STRUCT(Habilitation, (), (id, state, requestedAt, activeFrom, revokedAt, referent))

} // namespace desk
