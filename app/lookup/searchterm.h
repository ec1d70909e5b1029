// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QString>
#include <QUuid>

namespace desk {

/// What an agent typed or pasted into the one search box, and what it was recognised as.
struct SearchTerm {
    enum class Kind { Empty, Siret, BadSiret, Siren, Email, Phone, Ticket, Identifiant, Words };
    BOOST_DESCRIBE_NESTED_ENUM(Kind, Siret, BadSiret, Siren, Email, Phone, Ticket, Identifiant, Words)
    Kind kind = Kind::Empty;
    QString text; ///< normalised: digits compacted, spaces folded, 200 characters at most
    QString raw; ///< as typed, for display

    /// Recognises `input`; never fails, whatever its size or content (the first 1,000 characters count; a pasted
    /// page is searched for a SIRET first). BadSiret: digits that look like a SIRET but are 13, 15 or fail the check.
    [[nodiscard]] static SearchTerm recognise(const QString &input);
    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

/// One line of the suggestion list.
struct Suggestion {
    enum class Kind { Establishment, Account, Ticket, Candidate };
    BOOST_DESCRIBE_NESTED_ENUM(Kind, Establishment, Account, Ticket, Candidate)
    Kind kind = Kind::Establishment;
    QString key; ///< what openFile() wants: a SIRET, "account:123" or "ticket:48213"
    QString title; ///< denomination, identifiant or "#48 213"
    QString detail; ///< town, masked address, motif…
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (kind, key, title, detail))

} // namespace desk
