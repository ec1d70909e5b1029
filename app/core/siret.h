// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include <optional>

namespace desk {

/// A valid SIRET: 14 digits, Luhn over all of them and over the SIREN, with La Poste's exception
/// (as asp.f_siret_valid in db/schema/baseline/10_schemas.sql). Whoever holds one holds a checked one.
class Siret {
public:
    /// What is wrong with a text meant as a SIRET; the interface words it.
    enum class Fault { None, NotDigits, TooShort, TooLong, WrongCheckDigit };

    /// Accepts spaces, no-break spaces, dots and dashes between digits, and full-width digits.
    [[nodiscard]] static std::optional<Siret> parse(QStringView text);
    /// Why parse() refuses `text`; Fault::None when it does not.
    [[nodiscard]] static Fault faultOf(QStringView text);
    /// The digits of `text` once separators are gone and full-width digits folded; other characters are kept.
    [[nodiscard]] static QString compact(QStringView text);

    [[nodiscard]] QString toString() const { return m_digits; }
    [[nodiscard]] QString siren() const { return m_digits.left(9); }
    /// "732 829 320 00074" with no-break spaces, for display.
    [[nodiscard]] QString grouped() const;
    friend bool operator==(const Siret &, const Siret &) = default;

private:
    explicit Siret(QString digits) : m_digits(std::move(digits)) { }
    QString m_digits;
};

/// Groups 14 or 9 digits by threes with no-break spaces ("732 829 320 00074"); other text is returned as is.
[[nodiscard]] QString groupedDigits(const QString &digits);

/// Luhn's check over ASCII digits.
[[nodiscard]] bool passesLuhn(QStringView digits);

} // namespace desk
