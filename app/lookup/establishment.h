// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"
#include "app/core/id.h"

#include <QDateTime>
#include <QString>

namespace desk {

struct Establishment {
    EstablishmentId id{0};
    QString siret, siren, denomination;
    QString addressLine; ///< empty while masked
    bool streetMasked = false;
    QString addressComplement, postcode, town, department;
    QString phoneMasked, emailMasked;
    int headcount = -1; ///< of this establishment; -1 when not known
    int companyHeadcount = -1; ///< of all establishments of the SIREN; -1 when not known
    bool headcountMasked = false; ///< known, and to be revealed
    QDateTime registrationRequestedAt, registeredAt;
    int otherEstablishments = 0; ///< of the same SIREN
    QString timeZone; ///< IANA name, e.g. "America/Martinique"
    friend bool operator==(const Establishment &, const Establishment &) = default;
};
BOOST_DESCRIBE_STRUCT(Establishment, (),
                      (id, siret, siren, denomination, addressLine, streetMasked, addressComplement, postcode, town,
                       department, phoneMasked, emailMasked, headcount, companyHeadcount, headcountMasked,
                       registrationRequestedAt, registeredAt, otherEstablishments, timeZone))
template <>
inline constexpr auto documentMarks<Establishment> = std::array{orNull("headcount"), orNull("companyHeadcount")};

/// A masked street may be sent as dots: what is not the value is not one.
inline void settle(Establishment &establishment)
{
    if (establishment.streetMasked)
        establishment.addressLine.clear();
}

} // namespace desk
