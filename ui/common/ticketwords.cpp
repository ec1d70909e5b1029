// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/ticketwords.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct TicketFields {
    Q_DECLARE_TR_FUNCTIONS(TicketFields)
};

constexpr qsizetype longestShown = 120;

QString nothingText(const QString &field)
{
    if (field == "owner"_L1)
        return TicketFields::tr("personne");
    if (field == "due_at"_L1)
        return TicketFields::tr("sans échéance");
    return TicketFields::tr("vide");
}

} // namespace

QString ticketStateText(const QString &code)
{
    static const QHash<QString, TicketState> states{{u"open"_s, TicketState::Open},
                                                    {u"taken"_s, TicketState::Taken},
                                                    {u"on_hold"_s, TicketState::OnHold},
                                                    {u"closed"_s, TicketState::Closed},
                                                    {u"merged"_s, TicketState::Merged}};
    return states.contains(code) ? ticketStateLabel(states.value(code)) : code;
}

QString labelOfCode(const QString &code, const QList<ListItem> &list)
{
    const auto it
        = std::find_if(list.cbegin(), list.cend(), [&code](const ListItem &item) { return item.code == code; });
    return it == list.cend() ? code : it->label;
}

QString ticketFieldLabel(const QString &field)
{
    const QHash<QString, QString> labels{
        {u"state"_s, TicketFields::tr("État")},        {u"owner"_s, TicketFields::tr("Prise en charge")},
        {u"motif"_s, TicketFields::tr("Motif")},       {u"hold_reason"_s, TicketFields::tr("Raison de l’attente")},
        {u"hold_until"_s, TicketFields::tr("Réveil")}, {u"due_at"_s, TicketFields::tr("Échéance")},
        {u"outcome"_s, TicketFields::tr("Issue")},     {u"outcome_text"_s, TicketFields::tr("Précision")},
        {u"answer"_s, TicketFields::tr("Réponse")},    {u"duplicate_of"_s, TicketFields::tr("Doublon de")}};
    return labels.value(field, field);
}

QString ticketFieldValue(const QString &field, const QString &value, const SessionInfo &info, const QDateTime &now)
{
    const QString text = value.simplified();
    if (text.isEmpty())
        return nothingText(field);
    if (field == "state"_L1)
        return ticketStateText(text);
    if (field == "motif"_L1)
        return labelOfCode(text, info.motifs);
    if (field == "outcome"_L1)
        return labelOfCode(text, info.ticketOutcomes);
    if (field == "hold_reason"_L1)
        return labelOfCode(text, info.holdReasons);
    if (field == "owner"_L1)
        return text == info.login ? TicketFields::tr("vous") : text;
    if (field == "duplicate_of"_L1)
        return ticketNumber(TicketNumber(text.toLongLong()));
    if (field == "hold_until"_L1 || field == "due_at"_L1) {
        const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
        return at.isValid() ? whenText(at, now) : text;
    }
    return text.size() > longestShown ? u"«\u00A0"_s + text.left(longestShown - 1) + u"…\u00A0»"_s
                                      : u"«\u00A0"_s + text + u"\u00A0»"_s;
}

QString ticketFieldChange(const QString &field, const QString &was, const QString &is, const SessionInfo &info,
                          const QDateTime &now)
{
    return TicketFields::tr("%1 : %2 → %3")
        .arg(ticketFieldLabel(field), ticketFieldValue(field, was, info, now), ticketFieldValue(field, is, info, now));
}

QString presenceText(const Presence &presence)
{
    const QString who = presence.name.isEmpty() ? presence.login : presence.name;
    switch (presence.level) {
    case PresenceLevel::Writing:
        return TicketFields::tr("✎ %1 écrit").arg(who);
    case PresenceLevel::Open:
        return TicketFields::tr("ouverte chez %1").arg(who);
    case PresenceLevel::Away:
        return TicketFields::tr("ouverte chez %1, en arrière-plan").arg(who);
    }
    return {};
}

} // namespace desk
