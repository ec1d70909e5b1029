// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/demo/rng.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace desk::demo {

/// Lower case ASCII with dashes: "L’Isle-d’Abeau" becomes "l-isle-d-abeau".
[[nodiscard]] std::string slug(std::string_view text);

/// The `sequence`-th establishment of a company: NIC 0001x, 0002x… with its check digit. `sequence`: 1 …
/// 9999.
[[nodiscard]] std::string siretOf(const std::string &siren, int sequence);

/// A number of the ranges kept for fiction, in international form; of the zone of the postcode, mobile
/// overseas.
[[nodiscard]] std::string fictionalPhone(Rng &rng, std::string_view postcode, bool mobile);
/// "05 36 49 12 34", as people type it.
[[nodiscard]] std::string spokenPhone(const std::string &international);

[[nodiscard]] std::string uuid(Rng &rng);

struct Person {
    std::string firstName, lastName, identifiant;
};

/// Hands out names and numbers that are never given twice, in constant memory.
class Identities {
public:
    /// `people`: how many persons will be asked for, about; decides how many are homonyms.
    Identities(quint64 seed, qint64 people);

    /// The identifiant of a homonym is numbered: claire.fontan2.
    [[nodiscard]] Person nextPerson();
    /// A name chosen by us; must come before the first nextPerson().
    [[nodiscard]] Person person(std::string_view firstName, std::string_view lastName);

    [[nodiscard]] std::string nextSiren();
    /// SIRETs of La Poste whose digit sum is a multiple of 5, most of which fail Luhn's check.
    [[nodiscard]] std::string nextLaPosteSiret();

private:
    std::vector<std::string> m_firstSlugs, m_lastSlugs;
    Shuffle m_names, m_sirens;
    qint64 m_pool, m_personCount = 0, m_sirenCount = 0;
    int m_laPosteNic = 0;
    std::unordered_map<std::string, int> m_chosen; ///< identifiants given by person(): how many
};

} // namespace desk::demo
