// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuetexts.h"

#include "app/core/documentkeys.h"
#include "app/core/siret.h"
#include "app/tickets/urgency.h"
#include "ui/common/format.h"
#include "ui/common/ticketwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct QueueWords {
    Q_DECLARE_TR_FUNCTIONS(QueueWords)
};

int nearness(PresenceLevel level)
{
    return level == PresenceLevel::Writing ? 0 : level == PresenceLevel::Open ? 1 : 2;
}

QString dash(const QString &text)
{
    return text.isEmpty() ? u"—"_s : text;
}

} // namespace

QString QueueColumnLook::label() const
{
    return QueueWords::tr(title);
}

const QList<QueueColumnLook> &queueColumns()
{
    // In the order of the table. At 1366 pixels, up to who has it without scrolling.
    static const QList<QueueColumnLook> columns{
        {QueueColumn::Number, 70, QT_TRANSLATE_NOOP("QueueWords", "N°"),
         [](auto &row, auto &, auto &) { return groupedNumber(row.number.value()); }},
        {QueueColumn::Due, 134, QT_TRANSLATE_NOOP("QueueWords", "Échéance"),
         [](auto &row, auto &, auto &now) { return dueChip(row, now, 0).text; }},
        {QueueColumn::Establishment, 190, QT_TRANSLATE_NOOP("QueueWords", "Établissement"),
         [](auto &row, auto &, auto &) { return dash(row.denomination); }},
        {QueueColumn::Siret, 136, QT_TRANSLATE_NOOP("QueueWords", "SIRET"),
         [](auto &row, auto &, auto &) { return dash(groupedDigits(row.siret)); }},
        {QueueColumn::Requester, 156, QT_TRANSLATE_NOOP("QueueWords", "Demandeur"),
         [](auto &row, auto &, auto &) { return dash(requesterText(row)); }},
        {QueueColumn::State, 160, QT_TRANSLATE_NOOP("QueueWords", "État"),
         [](auto &row, auto &info, auto &) { return stateText(row, info); }},
        {QueueColumn::Owner, 90, QT_TRANSLATE_NOOP("QueueWords", "Agent"),
         [](auto &row, auto &, auto &) { return dash(row.owner); }},
        {QueueColumn::Motif, 158, QT_TRANSLATE_NOOP("QueueWords", "Motif"),
         [](auto &row, auto &info, auto &) { return labelOfCode(row.motif, info.motifs); }},
        {QueueColumn::Department, 96, QT_TRANSLATE_NOOP("QueueWords", "Département"),
         [](auto &row, auto &, auto &) { return dash(row.department); }},
        {QueueColumn::Profile, 120, QT_TRANSLATE_NOOP("QueueWords", "Profil"),
         [](auto &row, auto &, auto &) { return dash(profileText(row.profile)); }},
        {QueueColumn::Received, 100, QT_TRANSLATE_NOOP("QueueWords", "Reçue"),
         [](auto &row, auto &, auto &now) { return whenText(row.receivedAt, now); }},
        {QueueColumn::Closed, 100, QT_TRANSLATE_NOOP("QueueWords", "Close le"),
         [](auto &row, auto &, auto &now) { return whenText(row.closedAt, now); }},
        {QueueColumn::Outcome, 150, QT_TRANSLATE_NOOP("QueueWords", "Issue"),
         [](auto &row, auto &info, auto &) { return labelOfCode(row.outcome, info.ticketOutcomes); }},
    };
    return columns;
}

ToneText dueChip(const QueueRow &row, const QDateTime &now, int warningHours)
{
    if (!row.isOpen())
        return {};
    if (row.state == "on_hold"_L1 && !row.awake)
        return {Tone::Muted, row.holdUntil.isValid() ? u"◷ "_s + whenText(row.holdUntil, now) : u"◷"_s};
    const Urgency urgency = urgencyOf(row.dueAt, now, warningHours);
    if (urgency == Urgency::None)
        return {};
    return {urgency == Urgency::Late       ? Tone::Error
                : urgency == Urgency::Soon ? Tone::Warn
                                           : Tone::Muted,
            capitalised(dueText(row.dueAt, now, true))};
}

QString stateText(const QueueRow &row, const SessionInfo &info)
{
    if (row.state == "open"_L1)
        return QueueWords::tr("Nouvelle");
    if (row.state == "taken"_L1)
        return QueueWords::tr("Prise");
    if (row.state == "on_hold"_L1)
        return row.holdReason.isEmpty() ? QueueWords::tr("En attente") : labelOfCode(row.holdReason, info.holdReasons);
    if (row.state == "closed"_L1)
        return QueueWords::tr("Close");
    return row.state == "merged"_L1 ? QueueWords::tr("Fusionnée") : row.state;
}

ToneText awakeChip(const QueueRow &row)
{
    return row.awake ? ToneText{Tone::Warn, QueueWords::tr("à reprendre")} : ToneText{};
}

ToneText twinsChip(const QueueRow &row)
{
    return row.twins > 0 && row.isOpen() ? ToneText{Tone::Muted, QueueWords::tr("doublon ?")} : ToneText{};
}

ToneText presenceChip(const QList<Presence> &presence)
{
    const auto nearest = std::min_element(presence.cbegin(), presence.cend(), [](const Presence &a, const Presence &b) {
        return nearness(a.level) < nearness(b.level);
    });
    if (nearest == presence.cend())
        return {};
    const QString others = presence.size() > 1 ? u" +%1"_s.arg(presence.size() - 1) : QString();
    switch (nearest->level) {
    case PresenceLevel::Writing:
        return {Tone::Info, QueueWords::tr("✎ %1 écrit").arg(nearest->login) + others};
    case PresenceLevel::Open:
        return {Tone::Info, u"● "_s + nearest->login + others};
    case PresenceLevel::Away:
        break;
    }
    return {Tone::Muted, u"○ "_s + nearest->login + others};
}

QString presenceSentence(const QList<Presence> &presence)
{
    QStringList lines;
    for (const Presence &one : presence) {
        const QString who = one.name.isEmpty() ? one.login : one.name;
        lines << (one.level == PresenceLevel::Writing    ? QueueWords::tr("%1 y écrit").arg(who)
                      : one.level == PresenceLevel::Open ? QueueWords::tr("%1 l’a sous les yeux").arg(who)
                                                         : QueueWords::tr("%1 l’a ouverte, sans y toucher").arg(who));
    }
    return lines.join(u'\n');
}

QString profileText(const QString &code)
{
    for (const Profile profile :
         {Profile::Etablissement, Profile::Tiers, Profile::Ud, Profile::Direccte, Profile::Dgefp}) {
        if (codeOf(profile) == code)
            return profileLabel(profile);
    }
    return code;
}

QString channelText(const QString &code)
{
    return code == "extranet"_L1 ? QueueWords::tr("l’extranet")
        : code == "agent"_L1     ? QueueWords::tr("un agent")
                                 : code;
}

QString requesterText(const QueueRow &row)
{
    return row.requesterEmailMasked.isEmpty() ? row.requesterName : row.requesterEmailMasked;
}

} // namespace desk
