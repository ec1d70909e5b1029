// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/handover/handover.h"

#include "app/core/siret.h"
#include "app/lookup/searchterm.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestText = 60;
constexpr QByteArrayView mark = "asp-console 1 "; // what is spoken on the socket, and its version

// The text itself never goes into an error: it came from outside.
Failure refuse(const QString &rule)
{
    return Failure(Error{Error::Code::Invalid, u"hand-over"_s, rule});
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9'; // QChar::isDigit knows those of all scripts
}

/// Digits without the separators people and telephone systems put between them; empty when anything else is in there.
QString compact(const QString &text)
{
    QString digits;
    if (text.size() > longestText)
        return {};
    for (const QChar c : text) {
        if (isDigit(c) || (c == u'+' && digits.isEmpty()))
            digits.append(c);
        else if (!c.isSpace() && c != u'.' && c != u'-')
            return {};
    }
    return digits;
}

} // namespace

Result<Handover> Handover::fromSiret(const QString &text)
{
    const auto siret = Siret::parse(compact(text));
    return siret ? Result<Handover>(Handover{Kind::Siret, siret->toString()}) : refuse(u"bad_siret"_s);
}

Result<Handover> Handover::fromPhone(const QString &text)
{
    // What the search would take for something else is none: six digits are a ticket's number.
    const SearchTerm term = SearchTerm::recognise(compact(text));
    if (term.kind != SearchTerm::Kind::Phone)
        return refuse(u"bad_phone"_s);
    return Handover{Kind::Phone, term.text};
}

Result<Handover> Handover::fromLink(const QString &link)
{
    constexpr QLatin1StringView siret("asp-ap:siret/"), phone("asp-ap:phone/");
    Result<Handover> read = refuse(u"bad_link"_s);
    if (link.startsWith(siret, Qt::CaseInsensitive))
        read = fromSiret(link.mid(siret.size()));
    else if (link.startsWith(phone, Qt::CaseInsensitive))
        read = fromPhone(link.mid(phone.size()));
    return read ? read : refuse(u"bad_link"_s);
}

Result<Handover> Handover::fromMessage(const QByteArray &message)
{
    if (message.size() > longestMessage || !message.startsWith(mark) || message.indexOf('\n') != message.size() - 1)
        return refuse(u"bad_message"_s);
    const QByteArray rest = message.mid(mark.size()).chopped(1);
    if (rest == "show")
        return Handover{};
    // Exactly what toMessage() writes; leniency is for people.
    const qsizetype blank = rest.indexOf(' ');
    const QString value = QString::fromLatin1(rest.mid(blank + 1));
    Result<Handover> read = refuse(u"bad_message"_s);
    if (rest.startsWith("siret "))
        read = fromSiret(value);
    else if (rest.startsWith("phone "))
        read = fromPhone(value);
    return read && read->toMessage() == message ? read : refuse(u"bad_message"_s);
}

QByteArray Handover::toMessage() const
{
    switch (kind) {
    case Kind::Siret:
        return mark.toByteArray() + "siret " + value.toLatin1() + '\n';
    case Kind::Phone:
        return mark.toByteArray() + "phone " + value.toLatin1() + '\n';
    case Kind::Show:
        break;
    }
    return mark.toByteArray() + "show\n";
}

} // namespace desk
