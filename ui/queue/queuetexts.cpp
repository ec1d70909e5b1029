// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuetexts.h"

#include "app/core/documentkeys.h"
#include "app/core/siret.h"
#include "app/tickets/urgency.h"
#include "ui/common/format.h"

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

QString queueColumnLabel(QueueColumn column)
{
    switch (column) {
    case QueueColumn::Number:
        return QueueWords::tr("N°");
    case QueueColumn::Due:
        return QueueWords::tr("Échéance");
    case QueueColumn::Received:
        return QueueWords::tr("Reçue");
    case QueueColumn::Establishment:
        return QueueWords::tr("Établissement");
    case QueueColumn::Siret:
        return QueueWords::tr("SIRET");
    case QueueColumn::Requester:
        return QueueWords::tr("Demandeur");
    case QueueColumn::Motif:
        return QueueWords::tr("Motif");
    case QueueColumn::State:
        return QueueWords::tr("État");
    case QueueColumn::Owner:
        return QueueWords::tr("Agent");
    case QueueColumn::Department:
        return QueueWords::tr("Département");
    case QueueColumn::Profile:
        return QueueWords::tr("Profil");
    case QueueColumn::Closed:
        return QueueWords::tr("Close le");
    case QueueColumn::Outcome:
        return QueueWords::tr("Issue");
    }
    return {};
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
        return row.holdReason.isEmpty() ? QueueWords::tr("En attente") : listLabel(info.holdReasons, row.holdReason);
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

QString listLabel(const QList<ListItem> &items, const QString &code)
{
    const auto found
        = std::find_if(items.cbegin(), items.cend(), [&code](const ListItem &item) { return item.code == code; });
    return found == items.cend() ? code : found->label;
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

QString cellText(const QueueRow &row, QueueColumn column, const SessionInfo &info, const QDateTime &now)
{
    switch (column) {
    case QueueColumn::Number:
        return groupedNumber(row.number.value());
    case QueueColumn::Due:
        return dueChip(row, now, 0).text;
    case QueueColumn::Received:
        return whenText(row.receivedAt, now);
    case QueueColumn::Establishment:
        return row.denomination.isEmpty() ? u"—"_s : row.denomination;
    case QueueColumn::Siret:
        return dash(groupedDigits(row.siret));
    case QueueColumn::Requester:
        return dash(requesterText(row));
    case QueueColumn::Motif:
        return listLabel(info.motifs, row.motif);
    case QueueColumn::State:
        return stateText(row, info);
    case QueueColumn::Owner:
        return dash(row.owner);
    case QueueColumn::Department:
        return dash(row.department);
    case QueueColumn::Profile:
        return row.profile.isEmpty() ? u"—"_s : profileText(row.profile);
    case QueueColumn::Closed:
        return whenText(row.closedAt, now);
    case QueueColumn::Outcome:
        return row.outcome.isEmpty() ? QString() : listLabel(info.ticketOutcomes, row.outcome);
    }
    return {};
}

} // namespace desk
