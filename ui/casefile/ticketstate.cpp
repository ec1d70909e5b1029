// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/ticketstate.h"

#include "app/operations/operation.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QHash>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct TicketWords {
    Q_DECLARE_TR_FUNCTIONS(TicketWords)
};

constexpr int soonSeconds = 4 * 3600;
constexpr int farSeconds = 24 * 3600;

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString nameOf(const QString &name, const QString &login)
{
    return name.isEmpty() ? login : name;
}

} // namespace

ChipText ticketChip(const Ticket &ticket, const QDateTime &now)
{
    if (ticket.state == TicketState::Merged)
        return {Tone::Muted,
                ticket.duplicateOf.value() > 0
                    ? TicketWords::tr("Fusionnée avec %1").arg(ticketNumber(ticket.duplicateOf))
                    : TicketWords::tr("Fusionnée")};
    if (ticket.state == TicketState::Closed)
        return {Tone::Ok,
                ticket.closedAt.isValid() ? TicketWords::tr("✓ Close le %1").arg(shortDate(ticket.closedAt))
                                          : TicketWords::tr("✓ Close")};
    if (ticket.duplicateOf.value() > 0)
        return {Tone::Muted, TicketWords::tr("Doublon probable de %1").arg(ticketNumber(ticket.duplicateOf))};
    if (ticket.state == TicketState::OnHold)
        return {Tone::Info, TicketWords::tr("◷ En attente")};
    if (!ticket.dueAt.isValid())
        return {Tone::Muted, TicketWords::tr("◷ Sans échéance")};
    const qint64 left = now.secsTo(ticket.dueAt);
    const Tone tone = left < 0 ? Tone::Error
        : left <= soonSeconds  ? Tone::Warn
        : left <= farSeconds   ? Tone::Info
                               : Tone::Muted;
    return {tone, (left < 0 ? u"✗ "_s : u"◷ "_s) + capitalised(dueText(ticket.dueAt, now))};
}

QString ticketWhen(const Ticket &ticket, const QDateTime &now, const QString &login)
{
    const QString when = whenText(ticket.receivedAt, now);
    QString text = ticket.receivedAt.isValid()
        ? (when.size() == 5 && when.contains(u':') ? TicketWords::tr("reçue à %1").arg(when)
                                                   : TicketWords::tr("reçue %1").arg(when))
        : QString();
    if (!ticket.isOpen())
        return ticket.outcomeLabel.isEmpty() ? text : ticket.outcomeLabel;
    if (ticket.owner == login && !login.isEmpty())
        text += TicketWords::tr(" · chez vous");
    return text;
}

QList<OperationChoice> ticketOperations(const Ticket &ticket, const QString &login)
{
    if (ticket.state == TicketState::Merged)
        return {};
    if (ticket.state == TicketState::Closed)
        return {{OperationKind::TicketReopen, TicketWords::tr("Rouvrir…"), {}}};
    const bool others = !ticket.owner.isEmpty() && ticket.owner != login;
    const QString blocked = others ? TicketWords::tr("Chez %1").arg(nameOf(ticket.ownerName, ticket.owner)) : QString();
    QList<OperationChoice> choices;
    if (ticket.owner.isEmpty())
        choices << OperationChoice{OperationKind::TicketTake, TicketWords::tr("Prendre"), {}};
    choices << OperationChoice{OperationKind::TicketClose, TicketWords::tr("Clore…"), blocked};
    return choices;
}

QString ticketEventLabel(const QString &kind)
{
    const QHash<QString, QString> labels{
        {u"received"_s, TicketWords::tr("reçue")},        {u"opened"_s, TicketWords::tr("ouverte")},
        {u"taken"_s, TicketWords::tr("prise en charge")}, {u"handed_back"_s, TicketWords::tr("rendue")},
        {u"assigned"_s, TicketWords::tr("attribuée")},    {u"commented"_s, TicketWords::tr("commentée")},
        {u"held"_s, TicketWords::tr("mise en attente")},  {u"resumed"_s, TicketWords::tr("reprise")},
        {u"merged"_s, TicketWords::tr("fusionnée")},      {u"closed"_s, TicketWords::tr("close")},
        {u"reopened"_s, TicketWords::tr("rouverte")}};
    return labels.value(kind, kind);
}

QString ticketHistory(const Ticket &ticket, const QDateTime &now)
{
    QStringList lines;
    for (const TicketEvent &event : ticket.events) {
        QString line = whenText(event.at, now) + u" · "_s + ticketEventLabel(event.kind);
        const QString who = nameOf(event.actorName, event.actor);
        if (!who.isEmpty() && event.kind != "received"_L1)
            line += TicketWords::tr(" par %1").arg(who);
        if (!event.text.isEmpty())
            line += u"\u00A0: "_s + event.text;
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace desk
