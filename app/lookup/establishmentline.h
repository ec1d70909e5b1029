// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/habilitation.h"

#include <QString>

namespace desk {

/// One line of an account's file: an establishment it may act for.
struct EstablishmentLine {
    EstablishmentId id{0};
    QString siret, denomination, postcode, town;
    HabilitationState state = HabilitationState::None;
    QDateTime activeFrom;
    bool referent = false;
    int openTickets = 0;
    friend bool operator==(const EstablishmentLine &, const EstablishmentLine &) = default;
};
BOOST_DESCRIBE_STRUCT(EstablishmentLine, (),
                      (id, siret, denomination, postcode, town, state, activeFrom, referent, openTickets))

} // namespace desk
