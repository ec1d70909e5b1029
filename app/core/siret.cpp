// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/siret.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

int digitSum(QStringView digits)
{
    int sum = 0;
    for (const QChar c : digits)
        sum += c.unicode() - u'0';
    return sum;
}

bool checksOut(const QString &digits)
{
    if (passesLuhn(digits) && passesLuhn(QStringView(digits).left(9)))
        return true;
    // La Poste ran out of NICs that pass Luhn: its establishments may have a digit sum multiple of 5.
    return digits.startsWith("356000000"_L1) && digitSum(digits) % 5 == 0;
}

} // namespace

bool passesLuhn(QStringView digits)
{
    int sum = 0;
    bool twice = false;
    for (auto it = digits.crbegin(); it != digits.crend(); ++it, twice = !twice) {
        const int digit = it->unicode() - u'0';
        const int weighted = twice ? digit * 2 : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
}

QString Siret::compact(QStringView text)
{
    QString digits = text.toString().normalized(QString::NormalizationForm_KC);
    // Cf: zero-width characters and direction marks, which come along when a number is pasted.
    digits.removeIf([](QChar c) {
        return c.isSpace() || c == u'.' || c == u'-' || c == u'\u2010' || c == u'\u2011' || c == u'\u2013'
            || c.category() == QChar::Other_Format;
    });
    return digits;
}

Siret::Fault Siret::faultOf(QStringView text)
{
    const QString digits = compact(text);
    if (digits.isEmpty() || !std::all_of(digits.cbegin(), digits.cend(), isAsciiDigit))
        return Fault::NotDigits;
    if (digits.size() != 14)
        return digits.size() < 14 ? Fault::TooShort : Fault::TooLong;
    return checksOut(digits) ? Fault::None : Fault::WrongCheckDigit;
}

std::optional<Siret> Siret::parse(QStringView text)
{
    if (faultOf(text) != Fault::None)
        return std::nullopt;
    return Siret(compact(text));
}

QString Siret::grouped() const
{
    return groupedDigits(m_digits);
}

QString groupedDigits(const QString &digits)
{
    if ((digits.size() != 14 && digits.size() != 9) || !std::all_of(digits.cbegin(), digits.cend(), isAsciiDigit))
        return digits;
    QString text = digits.mid(0, 3) + u'\u00A0' + digits.mid(3, 3) + u'\u00A0' + digits.mid(6, 3);
    if (digits.size() == 14)
        text += u'\u00A0' + digits.mid(9);
    return text;
}

} // namespace desk
