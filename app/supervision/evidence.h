// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/paststep.h"

#include <QList>
#include <QStringList>

namespace desk {

/// The check of the caller that a request was made with.
struct EvidenceCheck {
    QDateTime at; ///< when the caller answered; invalid: not checked
    QStringList facts; ///< codes
    friend bool operator==(const EvidenceCheck &, const EvidenceCheck &) = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceCheck, (), (at, facts))

/// What the database saw when the request was made.
struct Evidence {
    QString domain; ///< of the address asked for
    QStringList knownDomains; ///< of the establishment
    QList<qint64> tickets; ///< numbers of the habilitation requests sent by the requester
    QList<PastStep> recentChanges;
    EvidenceCheck check;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (domain, knownDomains, tickets, recentChanges, check))
template <>
inline constexpr auto documentMarks<Evidence> = std::array{orNull("check"), orNull("tickets"), orNull("knownDomains")};

} // namespace desk
