// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/consequences.h"

#include "ui/common/format.h"
#include "ui/common/ticketwords.h"
#include "ui/sheets/accesstext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QVariantMap>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Consequences {
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

QString unlockConsequence(const Account &account, const QDateTime &now)
{
    return Consequences::tr("Le verrou qui devait durer jusqu’à %1 est levé tout de suite et les erreurs sont "
                            "effacées ; %2 se connecte avec "
                            "son mot de passe actuel. Aucun courriel ne part.")
        .arg(whenText(account.lockedUntil, now), account.identifiant);
}

QString resetConsequence(const Account &account, bool alsoUnlock, const QDateTime &now)
{
    QString text
        = Consequences::tr(
              "L’ancien mot de passe de %1 cesse de fonctionner tout de suite ; deux courriels partent vers %2, "
              "l’identifiant et le nouveau mot de passe. Sans retour possible.")
              .arg(account.identifiant,
                   account.emailMasked.isEmpty() ? Consequences::tr("son adresse") : account.emailMasked);
    if (!account.otherExtranets.isEmpty())
        text += u' ' + Consequences::tr("Il change aussi pour %1.").arg(account.otherExtranets.join(u", "_s));
    if (account.isLocked(now))
        text += u' '
            + (alsoUnlock ? Consequences::tr("Le verrou est levé en même temps.")
                          : Consequences::tr("Le compte reste verrouillé jusqu’à %1.")
                                .arg(whenText(account.lockedUntil, now)));
    return text;
}

/// What the answer to the requester became.
QString answeredSentence(const OperationOutcome &outcome, const QString &at)
{
    const bool transferred = outcome.kind == OperationKind::TicketTransfer;
    const qsizetype merged = outcome.result.value("merged"_L1).toArray().size();
    const QJsonValue sent = outcome.result.value("mails"_L1);
    const qsizetype mails = sent.isArray() ? sent.toArray().size() : outcome.result.value("mail"_L1).isDouble() ? 1 : 0;
    QString text = transferred ? Consequences::tr("Transférée à %1").arg(at) : Consequences::tr("Close à %1").arg(at);
    if (merged > 0)
        text += merged == 1 ? Consequences::tr(" avec un doublon") : Consequences::tr(" avec %1 doublons").arg(merged);
    if (mails == 0)
        return text + Consequences::tr(", sans courriel : l’adresse du demandeur n’est pas valable");
    return text
        + (mails == 1 ? Consequences::tr(", réponse en route")
                      : Consequences::tr(", une réponse en route vers chacune des %1 adresses").arg(mails));
}

/// What else happened to a ticket, with a place for the time.
QString ticketSentence(const OperationOutcome &outcome)
{
    if (outcome.kind == OperationKind::TicketHandBack)
        return Consequences::tr("Rendue à %1, elle attend quelqu’un");
    if (outcome.kind == OperationKind::TicketTakeOver)
        return Consequences::tr("Reprise par vous à %1");
    if (outcome.kind == OperationKind::TicketAssign)
        return Consequences::tr("Attribuée à %1");
    if (outcome.kind == OperationKind::TicketHold)
        return Consequences::tr("Mise en attente à %1");
    if (outcome.kind == OperationKind::TicketResume)
        return Consequences::tr("Reprise à %1, le délai court de nouveau");
    if (outcome.kind == OperationKind::TicketMotif)
        return Consequences::tr("Motif changé à %1");
    if (outcome.kind == OperationKind::TicketMerge)
        return Consequences::tr("Fusionnée à %1");
    return {};
}

} // namespace

QString consequence(const QString &kind, const Account &account, bool alsoUnlock, const QDateTime &now)
{
    if (kind == OperationKind::Unlock)
        return unlockConsequence(account, now);
    if (kind == OperationKind::ResetPassword)
        return resetConsequence(account, alsoUnlock, now);
    if (kind == OperationKind::ResendConfirmation)
        return Consequences::tr("Le courriel de confirmation d’habilitation repart vers %1 ; il redonne la date à "
                                "partir de laquelle %2 peut se "
                                "connecter. Rien d’autre ne change.")
            .arg(account.emailMasked.isEmpty() ? Consequences::tr("son adresse") : account.emailMasked,
                 account.identifiant);
    return {};
}

QString tooLongText(qsizetype over)
{
    if (over <= 0)
        return {};
    return over == 1 ? Consequences::tr("1 caractère de trop.") : Consequences::tr("%1 caractères de trop.").arg(over);
}

QString sheetTitle(const QString &kind, const QString &subject)
{
    if (kind == OperationKind::Unlock)
        return Consequences::tr("Déverrouiller %1").arg(subject);
    if (kind == OperationKind::ResetPassword)
        return Consequences::tr("Réinitialiser le mot de passe de %1").arg(subject);
    if (kind == OperationKind::ResendConfirmation)
        return Consequences::tr("Renvoyer la confirmation à %1").arg(subject);
    if (kind == OperationKind::CallCheck)
        return Consequences::tr("Vérifier l’appelant");
    if (kind == OperationKind::CreateAccount)
        return Consequences::tr("Créer un compte pour %1").arg(subject);
    if (kind == OperationKind::ReassignReferent)
        return Consequences::tr("Changer le référent de %1").arg(subject);
    if (kind == OperationKind::ApprovalWithdraw)
        return Consequences::tr("Retirer la demande d’approbation");
    if (kind == OperationKind::ChangeObject)
        return Consequences::tr("Enregistrer une opposition");
    if (kind == OperationKind::TicketTake)
        return Consequences::tr("Prendre la demande %1").arg(subject);
    if (kind == OperationKind::TicketComment)
        return Consequences::tr("Commenter la demande %1").arg(subject);
    if (kind == OperationKind::TicketReopen)
        return Consequences::tr("Rouvrir la demande %1").arg(subject);
    if (kind == OperationKind::TicketHandBack)
        return Consequences::tr("Rendre la demande %1").arg(subject);
    if (kind == OperationKind::TicketTakeOver)
        return Consequences::tr("Reprendre à quelqu’un la demande %1").arg(subject);
    if (kind == OperationKind::TicketAssign)
        return Consequences::tr("Attribuer la demande %1").arg(subject);
    if (kind == OperationKind::TicketHold)
        return Consequences::tr("Mettre en attente la demande %1").arg(subject);
    if (kind == OperationKind::TicketResume)
        return Consequences::tr("Reprendre la demande %1").arg(subject);
    if (kind == OperationKind::TicketMotif)
        return Consequences::tr("Changer le motif de la demande %1").arg(subject);
    if (kind == OperationKind::TicketTransfer)
        return Consequences::tr("Transférer la demande %1").arg(subject);
    if (kind == OperationKind::TicketMerge)
        return Consequences::tr("Fusionner avec la demande %1").arg(subject);
    if (kind == OperationKind::TicketClose)
        return Consequences::tr("Clore la demande %1").arg(subject);
    if (kind == OperationKind::TicketOpen)
        return Consequences::tr("Nouvelle demande d’assistance");
    return operationLabel(kind);
}

QString doneSentence(const OperationOutcome &outcome, bool forCall, const QDateTime &now)
{
    const QString at = shortTime(outcome.at);
    QString text;
    if (outcome.kind == OperationKind::Unlock) {
        text = Consequences::tr("Déverrouillé à %1").arg(at);
    } else if (outcome.kind == OperationKind::ResetPassword) {
        text = outcome.result.value("unlocked"_L1).toBool()
            ? Consequences::tr("Mot de passe réinitialisé et compte déverrouillé à %1, deux courriels en route").arg(at)
            : Consequences::tr("Mot de passe réinitialisé à %1, deux courriels en route").arg(at);
    } else if (outcome.kind == OperationKind::ResendConfirmation) {
        text = Consequences::tr("Confirmation renvoyée à %1").arg(at);
    } else if (outcome.kind == OperationKind::CreateAccount || outcome.kind == OperationKind::ReassignReferent) {
        text = accessDone(outcome, now);
    } else if (outcome.kind == OperationKind::ApprovalWithdraw) {
        text = Consequences::tr("Demande d’approbation retirée à %1").arg(at);
    } else if (outcome.kind == OperationKind::ChangeObject) {
        text = Consequences::tr("Opposition enregistrée à %1, les superviseurs sont prévenus").arg(at);
    } else if (outcome.kind == OperationKind::TicketTake) {
        text = Consequences::tr("Prise en charge par vous à %1").arg(at);
    } else if (outcome.kind == OperationKind::TicketComment) {
        text = Consequences::tr("Commentaire ajouté à %1").arg(at);
    } else if (outcome.kind == OperationKind::TicketReopen) {
        text = Consequences::tr("Rouverte à %1").arg(at);
    } else if (outcome.kind == OperationKind::TicketOpen) {
        text = Consequences::tr("Ouverte à %1").arg(at);
    } else if (outcome.kind == OperationKind::TicketClose || outcome.kind == OperationKind::TicketTransfer) {
        text = answeredSentence(outcome, at);
    } else if (const QString ticket = ticketSentence(outcome); !ticket.isEmpty()) {
        text = ticket.arg(at);
    } else {
        text = Consequences::tr("Fait à %1").arg(at);
    }
    if (outcome.repeated)
        text += Consequences::tr(" (déjà enregistré, rien n’a été fait deux fois)");
    return (isWaiting(outcome) ? u"◷ "_s : u"✓ "_s) + text
        + (forCall ? Consequences::tr(" · fait pour l’appel en cours") : QString());
}

QString usualReason(const QString &kind, const QList<ListItem> &reasons)
{
    const QString code = kind == OperationKind::Unlock ? u"locked"_s
        : kind == OperationKind::ResendConfirmation    ? u"never_received"_s
        : kind == OperationKind::ResetPassword         ? u"secret_forgotten"_s
        : kind == OperationKind::ReassignReferent      ? u"referent_left"_s
        : kind == OperationKind::CreateAccount         ? u"address_wrong"_s
                                                       : QString();
    const bool listed
        = std::any_of(reasons.cbegin(), reasons.cend(), [&code](const ListItem &item) { return item.code == code; });
    return listed ? code : QString();
}

QString changeSentence(const QVariantMap &change, const SessionInfo &info, const QDateTime &now)
{
    const QString field = change.value(u"field"_s).toString();
    const QDateTime at = QDateTime::fromString(change.value(u"at"_s).toString(), Qt::ISODate);
    QStringList by;
    for (const QString &part : {change.value(u"by"_s).toString(), whenText(at, now)}) {
        if (!part.isEmpty())
            by << part;
    }
    const QString sentence
        = ticketFieldChange(field, change.value(u"was"_s).toString(), change.value(u"is"_s).toString(), info, now);
    return by.isEmpty() ? sentence : sentence + u" ("_s + by.join(u", "_s) + u')';
}

} // namespace desk
