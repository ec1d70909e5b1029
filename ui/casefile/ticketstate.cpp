// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/ticketstate.h"

#include "app/operations/operation.h"
#include "app/tickets/urgency.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/common/ticketwords.h"

#include <QCoreApplication>
#include <QHash>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct TicketWords {
    Q_DECLARE_TR_FUNCTIONS(TicketWords)
};

QString nameOf(const QString &name, const QString &login)
{
    return name.isEmpty() ? login : name;
}

Urgency urgencyFor(const Ticket &ticket, const TicketReader &reader)
{
    return urgencyOf(ticket.dueAt, reader.now, dueWarningHours(reader.info.settings));
}

ChipText dueChip(const Ticket &ticket, const TicketReader &reader)
{
    static const QHash<Urgency, Tone> tones{
        {Urgency::Late, Tone::Error}, {Urgency::Soon, Tone::Warn}, {Urgency::Today, Tone::Info}};
    const Urgency urgency = urgencyFor(ticket, reader);
    return {tones.value(urgency, Tone::Muted),
            (urgency == Urgency::Late ? u"✗ "_s : u"◷ "_s) + capitalised(dueText(ticket.dueAt, reader.now))};
}

/// "En attente du demandeur, jusqu’à demain 09:00".
QString holdText(const Ticket &ticket, const TicketReader &reader)
{
    QString reason = labelOfCode(ticket.holdReason, reader.info.holdReasons);
    if (!reason.isEmpty() && !reason.startsWith(TicketWords::tr("En attente")))
        reason = TicketWords::tr("En attente : %1").arg(reason);
    if (ticket.isHeldFor(reader.now) && ticket.holdUntil.isValid())
        reason += (reason.isEmpty() ? QString() : u", "_s) + untilText(ticket.holdUntil, reader.now);
    return capitalised(reason);
}

OperationChoice choiceOf(QLatin1StringView kind, const QString &blocked = {})
{
    return {kind, operationAction(kind), blocked};
}

// Why an operation is impossible now; empty: it is possible.

struct WhyNot {
    const Ticket &ticket;
    const TicketReader &reader;

    [[nodiscard]] bool mine() const { return ticket.belongsTo(reader.info.login); }
    [[nodiscard]] bool others() const { return !ticket.owner.isEmpty() && !mine(); }
    [[nodiscard]] QString owned() const
    {
        return TicketWords::tr("chez %1").arg(nameOf(ticket.ownerName, ticket.owner));
    }
    [[nodiscard]] QString closed() const
    {
        if (ticket.isOpen())
            return {};
        return ticket.state == TicketState::Merged ? TicketWords::tr("fusionnée") : TicketWords::tr("déjà close");
    }
    /// Who may do it, as the desk has set it.
    [[nodiscard]] QString right(const QString &setting) const
    {
        const bool reserved = reader.info.settings.value(setting) == "superviseurs"_L1 && !reader.info.supervisor;
        return reserved ? TicketWords::tr("réservé aux superviseurs") : QString();
    }
    /// Working on it: open, and not somebody else's.
    [[nodiscard]] QString work() const
    {
        const QString over = closed();
        return !over.isEmpty() || !others() ? over : owned();
    }
    /// The same where it becomes mine by it.
    [[nodiscard]] QString workAsMine() const
    {
        const QString why = work();
        return why.isEmpty() && ticket.owner.isEmpty() ? right(u"droit.prendre"_s) : why;
    }
    [[nodiscard]] QString take() const
    {
        if (const QString over = closed(); !over.isEmpty())
            return over;
        if (mine())
            return TicketWords::tr("déjà chez vous");
        return others() ? owned() : right(u"droit.prendre"_s);
    }
    [[nodiscard]] QString handBack() const
    {
        if (const QString over = closed(); !over.isEmpty())
            return over;
        if (!mine())
            return others() ? owned() : TicketWords::tr("elle n’est chez personne");
        return right(u"droit.rendre"_s);
    }
    [[nodiscard]] QString takeOver() const
    {
        if (const QString over = closed(); !over.isEmpty())
            return over;
        if (!others())
            return mine() ? TicketWords::tr("déjà chez vous") : TicketWords::tr("elle n’est chez personne");
        return right(u"droit.reprendre"_s);
    }
    [[nodiscard]] QString assign() const
    {
        if (const QString over = closed(); !over.isEmpty())
            return over;
        return reader.info.supervisor ? QString() : TicketWords::tr("réservé aux superviseurs");
    }
    [[nodiscard]] QString resume() const
    {
        const QString why = workAsMine();
        return why.isEmpty() && ticket.state != TicketState::OnHold ? TicketWords::tr("elle n’est pas en attente")
                                                                    : why;
    }
    [[nodiscard]] QString merge(qsizetype twins) const
    {
        const QString why = work();
        return why.isEmpty() && twins == 0 ? TicketWords::tr("aucun doublon ouvert") : why;
    }
};

} // namespace

ChipText ticketChip(const Ticket &ticket, const TicketReader &reader)
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
        return ticket.isHeldFor(reader.now) ? ChipText{Tone::Info, TicketWords::tr("◷ En attente")}
                                            : ChipText{Tone::Warn, TicketWords::tr("◷ À reprendre")};
    if (!ticket.dueAt.isValid())
        return {Tone::Muted, TicketWords::tr("◷ Sans échéance")};
    return dueChip(ticket, reader);
}

QList<ChipText> ticketMarks(const Ticket &ticket, const TicketReader &reader)
{
    QList<ChipText> marks;
    const QList<Presence> others = reader.others.value(ticket.number);
    for (const Presence &presence : others) {
        const bool writing = presence.level == PresenceLevel::Writing;
        marks << ChipText{writing ? Tone::Info : Tone::Muted, presenceText(presence)};
    }
    if (!ticket.isOpen())
        return marks;
    const bool held = ticket.state == TicketState::OnHold;
    if (held && (!ticket.holdReason.isEmpty() || ticket.holdUntil.isValid()))
        marks << ChipText{ticket.isHeldFor(reader.now) ? Tone::Muted : Tone::Warn, holdText(ticket, reader)};
    if (ticket.duplicateOf.value() > 0 && !held && urgencyFor(ticket, reader) >= Urgency::Soon)
        marks << dueChip(ticket, reader); // its one chip says that it is a duplicate
    if (ticket.merged > 0)
        marks << ChipText{Tone::Muted,
                          ticket.merged == 1 ? TicketWords::tr("1 doublon fusionné")
                                             : TicketWords::tr("%1 doublons fusionnés").arg(ticket.merged)};
    return marks;
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
        text = TicketWords::tr("chez vous") + u" · "_s + text; // first: the line may be cut
    return text;
}

QList<OperationChoice> ticketOperations(const Ticket &ticket, const QString &login)
{
    if (ticket.state == TicketState::Merged)
        return {};
    if (ticket.state == TicketState::Closed)
        return {choiceOf(OperationKind::TicketReopen)};
    const bool others = !ticket.owner.isEmpty() && ticket.owner != login;
    QList<OperationChoice> choices;
    if (ticket.owner.isEmpty())
        choices << choiceOf(OperationKind::TicketTake);
    else if (ticket.state == TicketState::OnHold && !others)
        choices << choiceOf(OperationKind::TicketResume);
    choices << choiceOf(OperationKind::TicketClose,
                        others ? TicketWords::tr("Chez %1").arg(nameOf(ticket.ownerName, ticket.owner)) : QString());
    return choices;
}

QList<OperationChoice> ticketActions(const Ticket &ticket, const TicketReader &reader, qsizetype twins)
{
    const WhyNot why{ticket, reader};
    QList<OperationChoice> actions{
        choiceOf(OperationKind::TicketTake, why.take()),
        choiceOf(OperationKind::TicketHold, why.workAsMine()),
        choiceOf(OperationKind::TicketResume, why.resume()),
        choiceOf(OperationKind::TicketComment, why.closed()),
        choiceOf(OperationKind::TicketMotif, why.work()),
        choiceOf(OperationKind::TicketMerge, why.merge(twins)),
        choiceOf(OperationKind::TicketHandBack, why.handBack()),
        choiceOf(OperationKind::TicketTakeOver, why.takeOver()),
        choiceOf(OperationKind::TicketAssign, why.assign()),
        choiceOf(OperationKind::TicketTransfer, why.work()),
        choiceOf(OperationKind::TicketClose, why.work()),
        choiceOf(OperationKind::TicketReopen, ticket.isOpen() ? TicketWords::tr("elle est ouverte") : QString())};
    for (OperationChoice &action : actions) { // what the state of the ticket says better
        if (action.kind == OperationKind::TicketHold && ticket.state == TicketState::OnHold)
            action.label = TicketWords::tr("Changer l’attente…");
        else if (action.kind == OperationKind::TicketTakeOver && why.others())
            action.label = TicketWords::tr("Reprendre à %1…").arg(nameOf(ticket.ownerName, ticket.owner));
    }
    return actions;
}

QString ticketEventLabel(const QString &kind)
{
    const QHash<QString, QString> labels{{u"received"_s, TicketWords::tr("reçue")},
                                         {u"opened"_s, TicketWords::tr("ouverte")},
                                         {u"taken"_s, TicketWords::tr("prise en charge")},
                                         {u"handed_back"_s, TicketWords::tr("rendue")},
                                         {u"assigned"_s, TicketWords::tr("attribuée")},
                                         {u"taken_over"_s, TicketWords::tr("reprise à quelqu’un")},
                                         {u"motif_changed"_s, TicketWords::tr("changée de motif")},
                                         {u"transferred"_s, TicketWords::tr("transférée")},
                                         {u"commented"_s, TicketWords::tr("commentée")},
                                         {u"held"_s, TicketWords::tr("mise en attente")},
                                         {u"resumed"_s, TicketWords::tr("reprise")},
                                         {u"merged"_s, TicketWords::tr("fusionnée")},
                                         {u"closed"_s, TicketWords::tr("close")},
                                         {u"reopened"_s, TicketWords::tr("rouverte")}};
    return labels.value(kind, kind);
}

QString ticketHistory(const Ticket &ticket, const TicketReader &reader)
{
    // The state is in the word for the event, the answer stands above the history.
    static const QStringList said{u"state"_s, u"answer"_s};
    QStringList lines;
    for (const TicketEvent &event : ticket.events) {
        QString line = whenText(event.at, reader.now) + u" · "_s + ticketEventLabel(event.kind);
        const QString who = nameOf(event.actorName, event.actor);
        if (!who.isEmpty() && event.kind != "received"_L1)
            line += TicketWords::tr(" par %1").arg(who);
        if (!event.text.isEmpty())
            line += u"\u00A0: "_s + event.text;
        for (const TicketFieldChange &change : event.changes) {
            if (said.contains(change.field) || change.was == change.is)
                continue;
            const QString words = ticketFieldChange(change.field, change.was, change.is, reader.info, reader.now);
            line += u" · "_s + words.left(1).toLower() + words.mid(1);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace desk
