// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/ticketstate.h"

#include "app/operations/operation.h"
#include "ui/common/format.h"
#include "ui/common/ticketwords.h"

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

bool isPressing(const Ticket &ticket, const QDateTime &now)
{
    return ticket.dueAt.isValid() && now.secsTo(ticket.dueAt) <= soonSeconds;
}

ChipText dueChip(const Ticket &ticket, const QDateTime &now)
{
    const qint64 left = now.secsTo(ticket.dueAt);
    const Tone tone = left < 0 ? Tone::Error
        : left <= soonSeconds  ? Tone::Warn
        : left <= farSeconds   ? Tone::Info
                               : Tone::Muted;
    return {tone, (left < 0 ? u"✗ "_s : u"◷ "_s) + capitalised(dueText(ticket.dueAt, now))};
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
        return ticket.isHeldFor(now) ? ChipText{Tone::Info, TicketWords::tr("◷ En attente")}
                                     : ChipText{Tone::Warn, TicketWords::tr("◷ À reprendre")};
    if (!ticket.dueAt.isValid())
        return {Tone::Muted, TicketWords::tr("◷ Sans échéance")};
    return dueChip(ticket, now);
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
    if (ticket.duplicateOf.value() > 0 && !held && isPressing(ticket, reader.now))
        marks << dueChip(ticket, reader.now); // its one chip says that it is a duplicate
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
        return {{OperationKind::TicketReopen, TicketWords::tr("Rouvrir…"), {}}};
    const bool others = !ticket.owner.isEmpty() && ticket.owner != login;
    const QString blocked = others ? TicketWords::tr("Chez %1").arg(nameOf(ticket.ownerName, ticket.owner)) : QString();
    QList<OperationChoice> choices;
    if (ticket.owner.isEmpty())
        choices << OperationChoice{OperationKind::TicketTake, TicketWords::tr("Prendre"), {}};
    else if (ticket.state == TicketState::OnHold && !others)
        choices << OperationChoice{OperationKind::TicketResume, TicketWords::tr("Reprendre"), {}};
    choices << OperationChoice{OperationKind::TicketClose, TicketWords::tr("Clore…"), blocked};
    return choices;
}

QList<OperationChoice> ticketActions(const Ticket &ticket, const TicketReader &reader, qsizetype twins)
{
    const WhyNot why{ticket, reader};
    const QString owner = nameOf(ticket.ownerName, ticket.owner);
    const QString reopen = ticket.isOpen() ? TicketWords::tr("elle est ouverte") : QString();
    return {{OperationKind::TicketTake, TicketWords::tr("Prendre"), why.take()},
            {OperationKind::TicketHold,
             ticket.state == TicketState::OnHold ? TicketWords::tr("Changer l’attente…")
                                                 : TicketWords::tr("Mettre en attente…"),
             why.workAsMine()},
            {OperationKind::TicketResume, TicketWords::tr("Reprendre"), why.resume()},
            {OperationKind::TicketComment, TicketWords::tr("Commenter…"), why.closed()},
            {OperationKind::TicketMotif, TicketWords::tr("Changer de motif…"), why.work()},
            {OperationKind::TicketMerge, TicketWords::tr("Fusionner les doublons…"), why.merge(twins)},
            {OperationKind::TicketHandBack, TicketWords::tr("Rendre…"), why.handBack()},
            {OperationKind::TicketTakeOver,
             why.others() ? TicketWords::tr("Reprendre à %1…").arg(owner) : TicketWords::tr("Reprendre à quelqu’un…"),
             why.takeOver()},
            {OperationKind::TicketAssign, TicketWords::tr("Attribuer…"), why.assign()},
            {OperationKind::TicketTransfer, TicketWords::tr("Transférer…"), why.work()},
            {OperationKind::TicketClose, TicketWords::tr("Clore…"), why.work()},
            {OperationKind::TicketReopen, TicketWords::tr("Rouvrir…"), reopen}};
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
