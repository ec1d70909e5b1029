// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/filterparts.h"

#include "app/core/siret.h"
#include "app/tickets/urgency.h"
#include "ui/queue/queuetexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Parts {
    Q_DECLARE_TR_FUNCTIONS(Parts)
};

constexpr int hoursOfDay = 24;

/// A part of a filter: what it is called, and the member it is when it is nothing but a list of codes or a text.
struct PartLook {
    FilterPart part;
    const char *label; ///< to be translated
    QStringList TicketFilter::*list = nullptr;
    QString TicketFilter::*text = nullptr;
};

// In the order of the menu.
constexpr PartLook looks[] = {
    {FilterPart::Due, QT_TRANSLATE_NOOP("Parts", "Échéance")},
    {FilterPart::Motif, QT_TRANSLATE_NOOP("Parts", "Motif"), &TicketFilter::motifs},
    {FilterPart::State, QT_TRANSLATE_NOOP("Parts", "État"), &TicketFilter::states},
    {FilterPart::Agent, QT_TRANSLATE_NOOP("Parts", "Agent"), &TicketFilter::owners},
    {FilterPart::Department, QT_TRANSLATE_NOOP("Parts", "Département"), &TicketFilter::departments},
    {FilterPart::Profile, QT_TRANSLATE_NOOP("Parts", "Profil"), &TicketFilter::profiles},
    {FilterPart::Channel, QT_TRANSLATE_NOOP("Parts", "Reçue par"), &TicketFilter::channels},
    {FilterPart::Age, QT_TRANSLATE_NOOP("Parts", "Ancienneté")},
    {FilterPart::Twins, QT_TRANSLATE_NOOP("Parts", "Doublons probables")},
    {FilterPart::Establishment, QT_TRANSLATE_NOOP("Parts", "Établissement"), nullptr, &TicketFilter::establishment},
    {FilterPart::Siret, QT_TRANSLATE_NOOP("Parts", "SIRET"), nullptr, &TicketFilter::siret},
    {FilterPart::Requester, QT_TRANSLATE_NOOP("Parts", "Demandeur"), nullptr, &TicketFilter::requester},
    {FilterPart::Scope, QT_TRANSLATE_NOOP("Parts", "Ouvertes ou closes")},
    {FilterPart::Outcome, QT_TRANSLATE_NOOP("Parts", "Issue"), &TicketFilter::outcomes},
};

const PartLook &lookOf(FilterPart part)
{
    return *std::find_if(std::begin(looks), std::end(looks), [part](const PartLook &one) { return one.part == part; });
}

QString hoursText(int hours)
{
    return hours % hoursOfDay == 0 ? Parts::tr("%1 j", "days").arg(hours / hoursOfDay)
                                   : Parts::tr("%1 h", "hours").arg(hours);
}

QString ageText(const TicketFilter &filter)
{
    if (filter.ageFrom > 0 && filter.ageTo > 0)
        return Parts::tr("Reçue il y a %1 à %2").arg(hoursText(filter.ageFrom), hoursText(filter.ageTo));
    return filter.ageFrom > 0 ? Parts::tr("Reçue il y a plus de %1").arg(hoursText(filter.ageFrom))
                              : Parts::tr("Reçue depuis moins de %1").arg(hoursText(filter.ageTo));
}

QString scopeText(const TicketFilter &filter)
{
    const bool closed = filter.scope == TicketFilter::Scope::Closed;
    if (filter.closedWithin > 0)
        return closed ? Parts::tr("Closes depuis moins de %1").arg(hoursText(filter.closedWithin))
                      : Parts::tr("Closes comprises, depuis moins de %1").arg(hoursText(filter.closedWithin));
    return closed                                  ? Parts::tr("Closes")
        : filter.scope == TicketFilter::Scope::All ? Parts::tr("Ouvertes et closes")
                                                   : Parts::tr("Ouvertes");
}

QString listText(FilterPart part, const TicketFilter &filter, const SessionInfo &info)
{
    const QStringList codes = filterList(part, filter);
    QStringList words;
    for (const QString &code : codes) {
        QString word = part == FilterPart::Agent ? agentFilterText(code) : code;
        for (const ListItem &item : filterChoices(part, info)) {
            if (item.code == code)
                word = item.label;
        }
        words << word;
    }
    if (part == FilterPart::Department)
        return Parts::tr("Dép. %1").arg(departmentsText(codes));
    const QString all = words.join(u", "_s);
    return part == FilterPart::Agent  ? Parts::tr("Agent : %1").arg(all)
        : part == FilterPart::Profile ? Parts::tr("Profil : %1").arg(all)
        : part == FilterPart::Channel ? Parts::tr("Reçue par : %1").arg(all)
                                      : all;
}

} // namespace

const QList<FilterPart> &filterParts()
{
    static const QList<FilterPart> parts = [] {
        QList<FilterPart> all;
        for (const PartLook &look : looks)
            all << look.part;
        return all;
    }();
    return parts;
}

QString filterPartLabel(FilterPart part)
{
    return Parts::tr(lookOf(part).label);
}

bool isSet(FilterPart part, const TicketFilter &filter)
{
    return !isSame(part, filter, TicketFilter());
}

bool isSame(FilterPart part, const TicketFilter &one, const TicketFilter &other)
{
    return withPart(TicketFilter(), part, one) == withPart(TicketFilter(), part, other);
}

TicketFilter withPart(TicketFilter filter, FilterPart part, const TicketFilter &source)
{
    if (const auto list = lookOf(part).list) {
        filter.*list = source.*list;
    } else if (const auto text = lookOf(part).text) {
        filter.*text = source.*text;
    } else if (part == FilterPart::Age) {
        filter.ageFrom = source.ageFrom;
        filter.ageTo = source.ageTo;
    } else if (part == FilterPart::Due) {
        filter.due = source.due;
    } else if (part == FilterPart::Twins) {
        filter.twins = source.twins;
    } else if (part == FilterPart::Scope) {
        filter.scope = source.scope;
        filter.closedWithin = source.closedWithin;
    }
    return filter;
}

QString filterPartText(FilterPart part, const TicketFilter &filter, const SessionInfo &info)
{
    switch (part) {
    case FilterPart::Age:
        return ageText(filter);
    case FilterPart::Due:
        return filter.due == TicketFilter::Due::Late ? Parts::tr("En retard")
            : filter.due == TicketFilter::Due::Soon  ? Parts::tr("À rendre dans %1 h").arg(dueWarningHours(info.settings))
                                                     : Parts::tr("Toute échéance");
    case FilterPart::Twins:
        return Parts::tr("Doublons probables");
    case FilterPart::Siret:
        return Parts::tr("SIRET %1").arg(groupedDigits(filter.siret));
    case FilterPart::Establishment:
        return Parts::tr("Établissement : %1").arg(filter.establishment);
    case FilterPart::Requester:
        return Parts::tr("Demandeur : %1").arg(filter.requester);
    case FilterPart::Scope:
        return scopeText(filter);
    default:
        return listText(part, filter, info);
    }
}

QList<ListItem> filterChoices(FilterPart part, const SessionInfo &info)
{
    switch (part) {
    case FilterPart::Motif:
        return info.motifs;
    case FilterPart::Outcome:
        return info.ticketOutcomes;
    case FilterPart::State:
        return {{u"open"_s, Parts::tr("Nouvelle")},      {u"taken"_s, Parts::tr("Prise")},
                {u"on_hold"_s, Parts::tr("En attente")}, {u"awake"_s, Parts::tr("À reprendre")},
                {u"closed"_s, Parts::tr("Close")},       {u"merged"_s, Parts::tr("Fusionnée")}};
    case FilterPart::Profile: {
        QList<ListItem> items;
        for (const QString &code : {u"etablissement"_s, u"tiers"_s, u"ud"_s, u"direccte"_s, u"dgefp"_s, QString()})
            items << ListItem{code, code.isEmpty() ? Parts::tr("inconnu") : profileText(code)};
        return items;
    }
    case FilterPart::Channel:
        return {{u"extranet"_s, channelText(u"extranet"_s)}, {u"agent"_s, channelText(u"agent"_s)}};
    default:
        return {};
    }
}

QStringList filterList(FilterPart part, const TicketFilter &filter)
{
    const auto list = lookOf(part).list;
    return list ? filter.*list : QStringList();
}

void setFilterList(FilterPart part, TicketFilter &filter, const QStringList &codes)
{
    if (const auto list = lookOf(part).list)
        filter.*list = codes;
}

QString agentFilterText(const QString &login)
{
    return login == "@me"_L1 ? Parts::tr("moi") : login.isEmpty() ? Parts::tr("personne") : login;
}

QStringList departmentsFromText(const QString &text)
{
    static const QRegularExpression known(u"^(0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-8]|98[4-8])$"_s);
    static const QRegularExpression between(u"[\\s,;/]+"_s);
    QStringList codes;
    for (QString word : text.toUpper().split(between, Qt::SkipEmptyParts)) {
        if (word == Parts::tr("inconnu").toUpper())
            codes << QString();
        else if (word.size() == 1 && word.at(0).isDigit())
            word.prepend(u'0');
        if (known.match(word).hasMatch() && !codes.contains(word))
            codes << word;
    }
    return codes;
}

QString departmentsText(const QStringList &departments)
{
    QStringList words;
    for (const QString &code : departments)
        words << (code.isEmpty() ? Parts::tr("inconnu") : code);
    return words.join(u", "_s);
}

} // namespace desk
