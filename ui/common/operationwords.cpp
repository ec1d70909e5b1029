// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/operationwords.h"

#include "app/operations/operation.h"
#include "app/tickets/ticketqueue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

using About = OperationSubject;

struct Words {
    QLatin1StringView kind;
    About about = About::Desk;
    const char *label = nullptr, *action = nullptr, *title = nullptr, *consequence = nullptr, *done = nullptr,
               *text = nullptr;
    bool textNeeded = false;
    QLatin1StringView reason = {};
};

struct Operations {
    Q_DECLARE_TR_FUNCTIONS(Operations)
public:
    static const Words &of(const QString &kind);
    static QString text(const char *words) { return words ? tr(words) : QString(); }
};

const Words &Operations::of(const QString &kind)
{
    static constexpr Words none;
    static constexpr std::array rows{
        // clang-format off
        Words{.kind = OperationKind::Unlock, .about = About::Account, .label = QT_TR_NOOP("Déblocage du compte"),
              .action = QT_TR_NOOP("Déverrouiller"), .title = QT_TR_NOOP("Déverrouiller %1"),
              .consequence = QT_TR_NOOP("Le verrou qui devait durer jusqu’à %1 est levé tout de suite et les erreurs "
                  "sont effacées ; %2 se connecte avec son mot de passe actuel. Aucun courriel ne part."),
              .done = QT_TR_NOOP("Déverrouillé à %1"), .reason = "locked"_L1},
        Words{.kind = OperationKind::ResetPassword, .about = About::Account,
              .label = QT_TR_NOOP("Réinitialisation du mot de passe"), .action = QT_TR_NOOP("Mot de passe…"),
              .title = QT_TR_NOOP("Réinitialiser le mot de passe de %1"),
              .consequence = QT_TR_NOOP("L’ancien mot de passe de %1 cesse de fonctionner tout de suite ; deux "
                  "courriels partent vers %2, l’identifiant et le nouveau mot de passe. Sans retour possible."),
              .done = QT_TR_NOOP("Mot de passe réinitialisé à %1, deux courriels en route"),
              .reason = "secret_forgotten"_L1},
        Words{.kind = OperationKind::ResendConfirmation, .about = About::Account,
              .label = QT_TR_NOOP("Renvoi de la confirmation d’habilitation"), .action = QT_TR_NOOP("Renvoyer…"),
              .title = QT_TR_NOOP("Renvoyer la confirmation à %1"),
              .consequence = QT_TR_NOOP("Le courriel de confirmation d’habilitation repart vers %1 ; il redonne la "
                  "date à partir de laquelle %2 peut se connecter. Rien d’autre ne change."),
              .done = QT_TR_NOOP("Confirmation renvoyée à %1"), .reason = "never_received"_L1},
        Words{.kind = OperationKind::CallCheck, .about = About::Call, .label = QT_TR_NOOP("Vérification de l’appelant"),
              .title = QT_TR_NOOP("Vérifier l’appelant"),
              .consequence = QT_TR_NOOP("La base compare et ne dit pas ce qui était faux. Réussie, la vérification "
                  "vaut pour cet appel et pour les opérations qui la demandent.")},
        Words{.kind = OperationKind::CreateAccount, .about = About::Access, .label = QT_TR_NOOP("Création d’un compte"),
              .title = QT_TR_NOOP("Créer un compte pour %1"), .reason = "address_wrong"_L1},
        Words{.kind = OperationKind::ReassignReferent, .about = About::Access,
              .label = QT_TR_NOOP("Changement de référent"), .title = QT_TR_NOOP("Changer le référent de %1"),
              .reason = "referent_left"_L1},
        Words{.kind = OperationKind::ApprovalWithdraw, .about = About::Access,
              .label = QT_TR_NOOP("Retrait d’une demande d’approbation"),
              .title = QT_TR_NOOP("Retirer la demande d’approbation"),
              .consequence = QT_TR_NOOP("La demande n’attend plus d’approbation ; rien ne change pour "
                  "l’établissement."),
              .done = QT_TR_NOOP("Demande d’approbation retirée à %1"), .text = QT_TR_NOOP("Pourquoi la retirer")},
        Words{.kind = OperationKind::ChangeObject, .about = About::Access,
              .label = QT_TR_NOOP("Opposition à un changement"), .title = QT_TR_NOOP("Enregistrer une opposition"),
              .consequence = QT_TR_NOOP("Les superviseurs voient l’opposition tout de suite et décident. Rien ne "
                  "change d’ici là."),
              .done = QT_TR_NOOP("Opposition enregistrée à %1, les superviseurs sont prévenus"),
              .text = QT_TR_NOOP("Qui s’oppose, et pourquoi")},
        Words{.kind = OperationKind::TicketOpen, .about = About::Ticket, .label = QT_TR_NOOP("Ouverture d’une demande"),
              .title = QT_TR_NOOP("Nouvelle demande d’assistance"), .done = QT_TR_NOOP("Ouverte à %1")},
        Words{.kind = OperationKind::TicketTake, .about = About::Ticket,
              .label = QT_TR_NOOP("Prise en charge d’une demande"), .action = QT_TR_NOOP("Prendre"),
              .title = QT_TR_NOOP("Prendre la demande %1"),
              .consequence = QT_TR_NOOP("La demande vous est attribuée : les autres agents voient que vous vous en "
                  "occupez."),
              .done = QT_TR_NOOP("Prise en charge par vous à %1")},
        Words{.kind = OperationKind::TicketComment, .about = About::Ticket,
              .label = QT_TR_NOOP("Commentaire sur une demande"), .action = QT_TR_NOOP("Commenter…"),
              .title = QT_TR_NOOP("Commenter la demande %1"),
              .consequence = QT_TR_NOOP("Le commentaire s’ajoute à l’historique de la demande ; le demandeur ne le "
                  "reçoit pas."),
              .done = QT_TR_NOOP("Commentaire ajouté à %1"), .text = QT_TR_NOOP("Commentaire"), .textNeeded = true},
        Words{.kind = OperationKind::TicketHandBack, .about = About::Ticket,
              .label = QT_TR_NOOP("Remise d’une demande à la file"), .action = QT_TR_NOOP("Rendre…"),
              .title = QT_TR_NOOP("Rendre la demande %1"),
              .consequence = QT_TR_NOOP("La demande n’est plus chez vous : elle revient dans la file, à prendre."),
              .done = QT_TR_NOOP("Rendue à %1, elle attend quelqu’un"), .text = QT_TR_NOOP("Commentaire (facultatif)")},
        Words{.kind = OperationKind::TicketTakeOver, .about = About::Ticket,
              .label = QT_TR_NOOP("Reprise d’une demande à quelqu’un"), .action = QT_TR_NOOP("Reprendre à quelqu’un…"),
              .title = QT_TR_NOOP("Reprendre à quelqu’un la demande %1"),
              .consequence = QT_TR_NOOP("La demande est chez %1. Elle passe chez vous ; %1 le verra dans l’historique, "
                  "avec votre raison."),
              .done = QT_TR_NOOP("Reprise par vous à %1"), .text = QT_TR_NOOP("Raison de la reprise"),
              .textNeeded = true},
        Words{.kind = OperationKind::TicketAssign, .about = About::Ticket,
              .label = QT_TR_NOOP("Attribution d’une demande"), .action = QT_TR_NOOP("Attribuer…"),
              .title = QT_TR_NOOP("Attribuer la demande %1"),
              .consequence = QT_TR_NOOP("La demande est chez %1 : elle passe chez la personne choisie, qui la trouve "
                  "parmi les siennes."),
              .done = QT_TR_NOOP("Attribuée à %1")},
        Words{.kind = OperationKind::TicketHold, .about = About::Ticket,
              .label = QT_TR_NOOP("Mise en attente d’une demande"), .action = QT_TR_NOOP("Mettre en attente…"),
              .title = QT_TR_NOOP("Mettre en attente la demande %1"),
              .consequence = QT_TR_NOOP("Le délai s’arrête %1 ; la demande revient alors parmi celles à traiter. Le "
                  "demandeur n’en est pas prévenu."),
              .done = QT_TR_NOOP("Mise en attente à %1"), .text = QT_TR_NOOP("Commentaire")},
        Words{.kind = OperationKind::TicketResume, .about = About::Ticket,
              .label = QT_TR_NOOP("Fin d’attente d’une demande"), .action = QT_TR_NOOP("Reprendre"),
              .title = QT_TR_NOOP("Reprendre la demande %1"),
              .consequence = QT_TR_NOOP("La demande sort de l’attente : elle est de nouveau à traiter, et son délai "
                  "recommence à courir."),
              .done = QT_TR_NOOP("Reprise à %1, le délai court de nouveau")},
        Words{.kind = OperationKind::TicketMotif, .about = About::Ticket,
              .label = QT_TR_NOOP("Changement de motif d’une demande"), .action = QT_TR_NOOP("Changer de motif…"),
              .title = QT_TR_NOOP("Changer le motif de la demande %1"),
              .consequence = QT_TR_NOOP("La demande change de file, et son échéance est recalculée avec le délai du "
                  "nouveau motif. Le demandeur n’en est pas prévenu."),
              .done = QT_TR_NOOP("Motif changé à %1")},
        Words{.kind = OperationKind::TicketTransfer, .about = About::Ticket,
              .label = QT_TR_NOOP("Transfert d’une demande"), .action = QT_TR_NOOP("Transférer…"),
              .title = QT_TR_NOOP("Transférer la demande %1"), .done = QT_TR_NOOP("Transférée à %1")},
        Words{.kind = OperationKind::TicketMerge, .about = About::Ticket, .label = QT_TR_NOOP("Fusion de demandes"),
              .action = QT_TR_NOOP("Fusionner les doublons…"), .title = QT_TR_NOOP("Fusionner avec la demande %1"),
              .consequence = QT_TR_NOOP("Les demandes cochées rejoignent %1 : elles quittent la file sans courriel, et "
                  "la réponse donnée à %1 vaudra pour toutes. Chacune peut être rouverte seule."),
              .done = QT_TR_NOOP("Fusionnée à %1")},
        Words{.kind = OperationKind::TicketClose, .about = About::Ticket, .label = QT_TR_NOOP("Clôture d’une demande"),
              .action = QT_TR_NOOP("Clore…"), .title = QT_TR_NOOP("Clore la demande %1"),
              .done = QT_TR_NOOP("Close à %1")},
        Words{.kind = OperationKind::TicketReopen, .about = About::Ticket,
              .label = QT_TR_NOOP("Réouverture d’une demande"), .action = QT_TR_NOOP("Rouvrir…"),
              .title = QT_TR_NOOP("Rouvrir la demande %1"),
              .consequence = QT_TR_NOOP("La demande redevient ouverte et sans responsable, sa réponse n’est plus "
                  "définitive ; rien n’est envoyé au demandeur."),
              .done = QT_TR_NOOP("Rouverte à %1"), .text = QT_TR_NOOP("Raison de la réouverture"), .textNeeded = true},
        Words{.kind = OperationKind::CallClose, .about = About::Call, .label = QT_TR_NOOP("Fin d’appel")},
        Words{.kind = OperationKind::ApprovalApprove, .label = QT_TR_NOOP("Approbation")},
        Words{.kind = OperationKind::ApprovalRefuse, .label = QT_TR_NOOP("Refus d’approbation")},
        Words{.kind = OperationKind::ChangeUndo, .label = QT_TR_NOOP("Annulation d’un changement")},
        Words{.kind = OperationKind::CeilingLift, .label = QT_TR_NOOP("Levée de plafond")},
        Words{.kind = OperationKind::NoticePost, .label = QT_TR_NOOP("Publication d’un avis")},
        Words{.kind = OperationKind::NoticeEnd, .label = QT_TR_NOOP("Fin d’un avis")},
        Words{.kind = OperationKind::SettingSet, .label = QT_TR_NOOP("Changement de réglage")},
        Words{.kind = OperationKind::ProviderSet, .label = QT_TR_NOOP("Changement des messageries partagées")},
        Words{.kind = OperationKind::MailSendAgain, .label = QT_TR_NOOP("Nouvel envoi d’un courriel")},
        Words{.kind = QueueKind::SaveView, .label = QT_TR_NOOP("Enregistrement d’une vue")},
        Words{.kind = QueueKind::DeleteView, .label = QT_TR_NOOP("Suppression d’une vue")},
        Words{.kind = QueueKind::ChooseView, .label = QT_TR_NOOP("Choix de la vue d’ouverture")},
        Words{.kind = "watch.unlock"_L1, .label = QT_TR_NOOP("Déblocage depuis la surveillance")},
        Words{.kind = "watch.resend"_L1, .label = QT_TR_NOOP("Renvoi d’un courriel depuis la surveillance")},
        Words{.kind = OperationKind::WalkSave, .label = QT_TR_NOOP("Script suivi")}
        // clang-format on
    };
    const auto it = std::find_if(rows.cbegin(), rows.cend(), [&kind](const Words &row) { return kind == row.kind; });
    return it == rows.cend() ? none : *it;
}

} // namespace

OperationSubject operationSubject(const QString &kind)
{
    return Operations::of(kind).about;
}

QString operationLabel(const QString &kind)
{
    const char *label = Operations::of(kind).label;
    return label ? Operations::tr(label) : kind;
}

QString operationAction(const QString &kind)
{
    return Operations::text(Operations::of(kind).action);
}

QString operationTitle(const QString &kind, const QString &subject)
{
    const QString title = Operations::text(Operations::of(kind).title);
    return title.contains("%1"_L1) ? title.arg(subject) : title.isEmpty() ? operationLabel(kind) : title;
}

QString operationConsequence(const QString &kind)
{
    return Operations::text(Operations::of(kind).consequence);
}

QString operationDone(const QString &kind)
{
    const char *done = Operations::of(kind).done;
    return done ? Operations::tr(done) : Operations::tr("Fait à %1");
}

QString operationTextLabel(const QString &kind)
{
    return Operations::text(Operations::of(kind).text);
}

bool operationNeedsText(const QString &kind)
{
    return Operations::of(kind).textNeeded;
}

QString operationUsualReason(const QString &kind)
{
    return Operations::of(kind).reason;
}

} // namespace desk
