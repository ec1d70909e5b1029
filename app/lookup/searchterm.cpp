// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/searchterm.h"

#include "app/core/siret.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype countedLength = 1000; // what is looked at of a text that is not a page
constexpr qsizetype searchedPage = 100'000; // how far a pasted page is searched for a SIRET
constexpr qsizetype keptLength = 200;
constexpr qsizetype longestTicket = 8; // digits

using Kind = SearchTerm::Kind;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isDigit);
}

// Cuts without leaving half a surrogate pair behind.
QString cut(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    const bool insidePair = text.at(length - 1).isHighSurrogate();
    return text.left(insidePair ? length - 1 : length);
}

// One plain line: compatibility forms folded, invisible characters gone, every run of blanks one space.
QString plainLine(const QString &text)
{
    QString line = text.normalized(QString::NormalizationForm_KC);
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Format || c == QChar::ReplacementCharacter; });
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
        else if (c == u'\u2010' || c == u'\u2013' || c == u'\u2212')
            c = u'-';
    }
    return line.simplified();
}

// The same for a whole page, as far as numbers need it: a page of ligatures would take seconds to fold entirely.
QString numbersFolded(const QString &page)
{
    QString text = cut(page, searchedPage);
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    for (QChar &c : text) {
        if (c >= u'\uFF10' && c <= u'\uFF19') // full-width digits
            c = QChar(c.unicode() - u'\uFF10' + u'0');
        else if (c.isSpace())
            c = u' ';
        else if (c >= u'\u2010' && c <= u'\u2013')
            c = u'-';
    }
    return text;
}

SearchTerm term(Kind kind, const QString &text, const QString &raw)
{
    return {kind, cut(text, keptLength), raw};
}

// A known-good SIRET anywhere in a page, else a 14-digit number in SIRET's usual grouping that fails its check.
// Blocks of digits separated by one blank, dot or dash are joined while they do not pass 14 digits: "732 829 320 00074
// 75008 PARIS" holds one SIRET and a postal code.
std::optional<SearchTerm> siretInPage(const QString &page, const QString &raw)
{
    static const QRegularExpression run(u"[0-9](?:[ .\\-]?[0-9])*"_s);
    QString wrong;
    auto runs = run.globalMatch(page);
    while (runs.hasNext()) {
        QString digits = runs.next().captured();
        digits.replace(u'.', u' ').replace(u'-', u' ');
        const QStringList blocks = digits.split(u' ');
        for (qsizetype first = 0; first < blocks.size(); ++first) {
            QString joined;
            for (qsizetype i = first; i < blocks.size() && joined.size() < 14; ++i)
                joined += blocks.at(i);
            if (joined.size() != 14)
                continue;
            if (Siret::parse(joined))
                return term(Kind::Siret, joined, raw);
            const QString head = blocks.at(first);
            if (wrong.isEmpty() && (head.size() == 14 || head.size() == 9 || head.size() == 3))
                wrong = joined;
        }
    }
    if (wrong.isEmpty())
        return std::nullopt;
    return term(Kind::BadSiret, wrong, raw);
}

// "+33 (0)1 42 68 53 00", "0033142685300", "01.42.68.53.00" → digits, with a leading + when one was meant.
std::optional<QString> phoneOf(const QString &line)
{
    QString text = line;
    text.remove(u"(0)"_s);
    text.removeIf([](QChar c) { return c.isSpace() || u"./()-"_s.contains(c); });
    if (text.startsWith("00"_L1) && text.size() > 10)
        text = u'+' + text.mid(2);
    const QStringView digits = text.startsWith(u'+') ? QStringView(text).mid(1) : QStringView(text);
    if (!allDigits(digits))
        return std::nullopt;
    if (text.startsWith(u'+'))
        return digits.size() >= 8 && digits.size() <= 15 ? std::optional(text) : std::nullopt;
    if (text.size() == 10 && text.startsWith(u'0'))
        return text;
    if (text.size() == 11 && text.startsWith("33"_L1))
        return u'+' + text;
    return std::nullopt;
}

std::optional<QString> ticketOf(const QString &line)
{
    static const QRegularExpression shape(u"^((?:ticket|demande)?\\s*(?:#|n°|no)?)\\s*([0-9][0-9 .]*)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString digits = match.captured(2);
    digits.removeIf([](QChar c) { return !isDigit(c); });
    const bool announced = !match.captured(1).isEmpty();
    if (digits.size() > longestTicket || (digits.startsWith(u'0') && !announced))
        return std::nullopt; // "01 42…" is a phone number being typed
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits;
}

std::optional<QString> emailOf(const QString &line)
{
    static const QRegularExpression shape(u"[^\\s<>()\"',;:@]+@[^\\s<>()\"',;:@]*"_s);
    const QRegularExpressionMatch match = shape.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString email = match.captured().toLower();
    while (email.endsWith(u'.'))
        email.chop(1);
    return email;
}

bool isIdentifiant(const QString &line)
{
    static const QRegularExpression shape(u"^[\\p{L}0-9_'-]+(?:\\.[\\p{L}0-9_'-]+)+$"_s);
    return std::any_of(line.cbegin(), line.cend(), [](QChar c) { return c.isLetter(); })
        && shape.match(line).hasMatch();
}

// Nothing but digits and separators: which number is it?
std::optional<SearchTerm> number(const QString &line, const QString &raw)
{
    if (Siret::parse(line))
        return term(Kind::Siret, Siret::compact(line), raw);
    if (const auto phone = phoneOf(line))
        return term(Kind::Phone, *phone, raw);
    if (const auto ticket = ticketOf(line))
        return term(Kind::Ticket, *ticket, raw);
    const QString digits = Siret::compact(line);
    if (!allDigits(digits))
        return std::nullopt;
    if (digits.size() >= 13 && digits.size() <= 15)
        return term(Kind::BadSiret, digits, raw);
    if (digits.size() >= 9 && digits.size() <= 12) // a SIRET being typed: its SIREN is known already
        return term(Kind::Siren, digits.left(9), raw);
    return std::nullopt;
}

} // namespace

SearchTerm SearchTerm::recognise(const QString &input)
{
    const QString raw = cut(input, countedLength);
    const QString line = plainLine(raw);
    if (line.isEmpty())
        return {Kind::Empty, {}, raw};
    const auto isPage = input.size() > countedLength || input.contains(u'\n');
    if (!isPage) {
        if (const auto found = number(line, raw))
            return *found;
    }
    if (const auto found = siretInPage(isPage ? numbersFolded(input) : line, raw))
        return *found;
    if (isPage) {
        if (const auto found = number(line, raw))
            return *found;
    }
    if (const auto email = emailOf(line))
        return term(Kind::Email, *email, raw);
    if (isIdentifiant(line))
        return term(Kind::Identifiant, line.toLower(), raw);
    return term(Kind::Words, line, raw);
}

} // namespace desk
