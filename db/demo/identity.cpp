// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/identity.h"

#include "db/demo/names.h"

#include <QString>

#include <algorithm>

namespace desk::demo {

namespace {

/// First digit of a phone number by department, 00 to 95.
constexpr std::string_view phoneZones
    = "443444443534542455254325534222455542224352442255422332332333323455433433244121153554425533311111";

/// SIRENs begin with 3 to 9; the specimen of the specification and La Poste keep theirs.
constexpr quint32 firstSiren = 30'000'000, sirenCount = 65'000'000;
constexpr quint32 keptSirens[] = {73'282'932, 35'600'000};

std::string padded(quint64 number, size_t width)
{
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// The digit that makes `digits` + it pass Luhn's check.
char luhnDigit(const std::string &digits)
{
    int sum = 0;
    bool twice = true;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it, twice = !twice) {
        const int weighted = (*it - '0') * (twice ? 2 : 1);
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::vector<std::string> slugs(std::span<const std::string_view> names)
{
    std::vector<std::string> all;
    std::transform(names.begin(), names.end(), std::back_inserter(all), [](std::string_view name) {
        std::string text = slug(name);
        if (name.find("’") != std::string_view::npos)
            std::erase(text, '-'); // Guivarc’h: guivarch
        return text;
    });
    return all;
}

} // namespace

std::string slug(std::string_view text)
{
    const QString folded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                               .toLower()
                               .replace(u'œ', QStringLiteral("oe"))
                               .normalized(QString::NormalizationForm_KD);
    std::string out;
    for (const QChar c : folded) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            out += static_cast<char>(c.unicode());
        else if (c.category() != QChar::Mark_NonSpacing && !out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

std::string siretOf(const std::string &siren, int sequence)
{
    const std::string digits = siren + padded(static_cast<quint64>(sequence), 4);
    return digits + luhnDigit(digits);
}

std::string fictionalPhone(Rng &rng, std::string_view postcode, bool mobile)
{
    constexpr std::string_view ranges[] = {"", "19900", "26191", "35301", "46571", "53649"};
    const auto department = static_cast<size_t>((postcode[0] - '0') * 10 + (postcode[1] - '0'));
    const bool overseas = department >= phoneZones.size();
    const std::string_view range
        = mobile || overseas ? std::string_view("63998") : ranges[static_cast<size_t>(phoneZones[department] - '0')];
    return "+33" + std::string(range) + padded(rng.below(10000), 4);
}

std::string spokenPhone(const std::string &international)
{
    const std::string national = "0" + international.substr(3);
    std::string spaced;
    for (size_t i = 0; i < national.size(); i += 2)
        spaced += (i > 0 ? " " : "") + national.substr(i, 2);
    return spaced;
}

std::string uuid(Rng &rng)
{
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (int part = 0; part < 2; ++part) {
        for (quint64 bits = rng.next(), i = 0; i < 16; ++i, bits >>= 4)
            text += hex[bits & 15];
    }
    text[12] = '4';
    text[16] = hex[8 | (static_cast<size_t>(text[16]) & 3)];
    for (const size_t dash : {8U, 13U, 18U, 23U})
        text.insert(dash, 1, '-');
    return text;
}

Identities::Identities(quint64 seed, qint64 people)
    : m_firstSlugs(slugs(firstNames())), m_lastSlugs(slugs(lastNames())),
      m_names(static_cast<quint32>(m_firstSlugs.size() * m_lastSlugs.size()), mixed(seed + 1)),
      m_sirens(sirenCount, mixed(seed + 2)),
      m_pool(std::clamp<qint64>(people * 9 / 10, 1, static_cast<qint64>(m_firstSlugs.size() * m_lastSlugs.size())))
{
}

Person Identities::nextPerson()
{
    const quint32 name = m_names.at(static_cast<quint32>(m_personCount % m_pool));
    qint64 homonym = m_personCount++ / m_pool + 1;
    const size_t first = name % m_firstSlugs.size(), last = name / m_firstSlugs.size();
    Person person{std::string(firstNames()[first]), std::string(lastNames()[last]),
                  m_firstSlugs[first] + "." + m_lastSlugs[last]};
    if (const auto chosen = m_chosen.find(person.identifiant); chosen != m_chosen.end())
        homonym += chosen->second;
    if (homonym > 1)
        person.identifiant += std::to_string(homonym);
    return person;
}

Person Identities::person(std::string_view firstName, std::string_view lastName)
{
    Person person{std::string(firstName), std::string(lastName), slug(firstName) + "." + slug(lastName)};
    const int count = ++m_chosen[person.identifiant];
    if (count > 1)
        person.identifiant += std::to_string(count);
    return person;
}

std::string Identities::nextSiren()
{
    quint32 body = 0;
    do {
        body = firstSiren + m_sirens.at(static_cast<quint32>(m_sirenCount++));
    } while (std::find(std::begin(keptSirens), std::end(keptSirens), body) != std::end(keptSirens));
    const std::string digits = padded(body, 8);
    return digits + luhnDigit(digits);
}

std::string Identities::nextLaPosteSiret()
{
    for (;;) {
        const std::string digits = "356000000" + padded(static_cast<quint64>(++m_laPosteNic), 5);
        int sum = 0;
        for (const char c : digits)
            sum += c - '0';
        if (sum % 5 == 0)
            return digits;
    }
}

} // namespace desk::demo
