// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/format.h"

#include "app/core/desktime.h"

#include "app/operations/operation.h"
#include "app/tickets/ticketqueue.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr QChar noBreakSpace{0x00a0};

} // namespace

QString shortTime(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"HH:mm") : QString();
}

QString shortDate(const QDateTime &at)
{
    return at.isValid() ? shortDate(deskTime(at).date()) : QString();
}

QString shortDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM") : QString();
}

QString longDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM/yyyy") : QString();
}

QString dateTime(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"dd/MM HH:mm") : QString();
}

QString whenText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const QDate day = deskTime(at).date();
    const qint64 days = deskTime(now).date().daysTo(day);
    if (days == 0)
        return shortTime(at);
    if (days == -1)
        return Format::tr("hier %1").arg(shortTime(at));
    if (days == 1)
        return Format::tr("demain %1").arg(shortTime(at));
    return qAbs(days) < 180 ? dateTime(at) : longDate(day);
}

QString untilText(const QDateTime &at, const QDateTime &now)
{
    const qint64 days = deskTime(now).date().daysTo(deskTime(at).date());
    return days < 2 ? Format::tr("jusqu’à %1").arg(whenText(at, now))
                    : Format::tr("jusqu’au %1").arg(whenText(at, now));
}

QString onText(const QDateTime &at, const QDateTime &now)
{
    const qint64 days = deskTime(at).date().daysTo(deskTime(now).date());
    return days == 0 ? Format::tr("à %1").arg(shortTime(at))
        : days == 1  ? whenText(at, now)
                     : Format::tr("le %1").arg(whenText(at, now));
}

QString dueText(const QDateTime &due, const QDateTime &now)
{
    if (!due.isValid())
        return {};
    const qint64 minutes = now.secsTo(due) / 60;
    const qint64 size = qAbs(minutes);
    const QString span = size < 60 ? Format::tr("%1 min").arg(size)
        : size < 48 * 60           ? Format::tr("%1 h", "hours").arg(size / 60)
                                   : Format::tr("%1 j", "days").arg(size / (24 * 60));
    return minutes >= 0 ? Format::tr("il reste %1").arg(span) : Format::tr("en retard de %1").arg(span);
}

QString duration(int seconds)
{
    const int hours = seconds / 3600;
    const QString rest = u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, '0'_L1).arg(seconds % 60, 2, 10, '0'_L1);
    return hours > 0 ? QString::number(hours) + u':' + rest : rest;
}

QString callerLocalTime(const QString &timeZone, const QDateTime &now)
{
    const QTimeZone zone(timeZone.toUtf8());
    if (timeZone.isEmpty() || !QTimeZone::isTimeZoneIdAvailable(timeZone.toUtf8()))
        return {};
    const QDateTime there = now.toTimeZone(zone);
    if (there.offsetFromUtc() == deskTime(now).offsetFromUtc())
        return {};
    return Format::tr("Il est %1 chez l’appelant").arg(there.toString(u"HH:mm"));
}

QString groupedNumber(qint64 number)
{
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(at, noBreakSpace);
    return digits;
}

QString ticketNumber(TicketNumber number)
{
    return u'#' + groupedNumber(number.value());
}

QString profileLabel(Profile profile)
{
    switch (profile) {
    case Profile::Etablissement:
        return Format::tr("établissement");
    case Profile::Tiers:
        return Format::tr("tiers déclarant");
    case Profile::Ud:
        return Format::tr("unité départementale");
    case Profile::Direccte:
        return Format::tr("DIRECCTE");
    case Profile::Dgefp:
        return Format::tr("DGEFP");
    }
    return {};
}

QString habilitationLabel(HabilitationState state)
{
    switch (state) {
    case HabilitationState::None:
        return Format::tr("pas d’habilitation");
    case HabilitationState::Requested:
        return Format::tr("habilitation demandée");
    case HabilitationState::AwaitingConfirmation:
        return Format::tr("confirmation à venir");
    case HabilitationState::Active:
        return Format::tr("habilité");
    case HabilitationState::Revoked:
        return Format::tr("habilitation retirée");
    }
    return {};
}

QString mailKindLabel(MailKind kind)
{
    switch (kind) {
    case MailKind::Identifiant:
        return Format::tr("Identifiant");
    case MailKind::MotDePasse:
        return Format::tr("Mot de passe");
    case MailKind::Habilitation:
        return Format::tr("Habilitation");
    case MailKind::Other:
        return Format::tr("Autre courriel");
    }
    return {};
}

QString mailStateLabel(MailState state)
{
    switch (state) {
    case MailState::Queued:
        return Format::tr("en attente d’envoi");
    case MailState::Sending:
        return Format::tr("envoi en cours");
    case MailState::Sent:
        return Format::tr("envoyé");
    case MailState::Delivered:
        return Format::tr("remis");
    case MailState::Bounced:
        return Format::tr("revenu en erreur");
    case MailState::Refused:
        return Format::tr("refusé");
    case MailState::Cancelled:
        return Format::tr("annulé");
    }
    return {};
}

QString dapStateLabel(DapState state)
{
    switch (state) {
    case DapState::Provisoire:
        return Format::tr("Provisoire");
    case DapState::EnAttenteUd:
        return Format::tr("En attente d’instruction UD");
    case DapState::EnInstruction:
        return Format::tr("En cours d’instruction");
    case DapState::Validee:
        return Format::tr("Validée");
    case DapState::Invalidee:
        return Format::tr("Invalidée");
    }
    return {};
}

QString ticketStateLabel(TicketState state)
{
    switch (state) {
    case TicketState::Open:
        return Format::tr("à prendre");
    case TicketState::Taken:
        return Format::tr("prise en charge");
    case TicketState::OnHold:
        return Format::tr("en attente");
    case TicketState::Closed:
        return Format::tr("close");
    case TicketState::Merged:
        return Format::tr("fusionnée");
    }
    return {};
}

QString operationLabel(const QString &kind)
{
    static constexpr struct {
        QLatin1StringView kind;
        const char *label;
    } labels[] = {
        {OperationKind::Unlock, QT_TRANSLATE_NOOP("Format", "Déblocage du compte")},
        {OperationKind::ResetPassword, QT_TRANSLATE_NOOP("Format", "Réinitialisation du mot de passe")},
        {OperationKind::ResendConfirmation, QT_TRANSLATE_NOOP("Format", "Renvoi de la confirmation d’habilitation")},
        {OperationKind::CallCheck, QT_TRANSLATE_NOOP("Format", "Vérification de l’appelant")},
        {OperationKind::CreateAccount, QT_TRANSLATE_NOOP("Format", "Création d’un compte")},
        {OperationKind::ReassignReferent, QT_TRANSLATE_NOOP("Format", "Changement de référent")},
        {OperationKind::ApprovalApprove, QT_TRANSLATE_NOOP("Format", "Approbation")},
        {OperationKind::ApprovalRefuse, QT_TRANSLATE_NOOP("Format", "Refus d’approbation")},
        {OperationKind::ApprovalWithdraw, QT_TRANSLATE_NOOP("Format", "Retrait d’une demande d’approbation")},
        {OperationKind::ChangeObject, QT_TRANSLATE_NOOP("Format", "Opposition à un changement")},
        {OperationKind::ChangeUndo, QT_TRANSLATE_NOOP("Format", "Annulation d’un changement")},
        {OperationKind::CeilingLift, QT_TRANSLATE_NOOP("Format", "Levée de plafond")},
        {OperationKind::NoticePost, QT_TRANSLATE_NOOP("Format", "Publication d’un avis")},
        {OperationKind::NoticeEnd, QT_TRANSLATE_NOOP("Format", "Fin d’un avis")},
        {OperationKind::SettingSet, QT_TRANSLATE_NOOP("Format", "Changement de réglage")},
        {OperationKind::ProviderSet, QT_TRANSLATE_NOOP("Format", "Changement des messageries partagées")},
        {OperationKind::MailSendAgain, QT_TRANSLATE_NOOP("Format", "Nouvel envoi d’un courriel")},
        {OperationKind::TicketOpen, QT_TRANSLATE_NOOP("Format", "Ouverture d’une demande")},
        {OperationKind::TicketTake, QT_TRANSLATE_NOOP("Format", "Prise en charge d’une demande")},
        {OperationKind::TicketComment, QT_TRANSLATE_NOOP("Format", "Commentaire sur une demande")},
        {OperationKind::TicketHandBack, QT_TRANSLATE_NOOP("Format", "Remise d’une demande à la file")},
        {OperationKind::TicketTakeOver, QT_TRANSLATE_NOOP("Format", "Reprise d’une demande à quelqu’un")},
        {OperationKind::TicketAssign, QT_TRANSLATE_NOOP("Format", "Attribution d’une demande")},
        {OperationKind::TicketHold, QT_TRANSLATE_NOOP("Format", "Mise en attente d’une demande")},
        {OperationKind::TicketResume, QT_TRANSLATE_NOOP("Format", "Fin d’attente d’une demande")},
        {OperationKind::TicketMotif, QT_TRANSLATE_NOOP("Format", "Changement de motif d’une demande")},
        {OperationKind::TicketTransfer, QT_TRANSLATE_NOOP("Format", "Transfert d’une demande")},
        {OperationKind::TicketMerge, QT_TRANSLATE_NOOP("Format", "Fusion de demandes")},
        {OperationKind::TicketClose, QT_TRANSLATE_NOOP("Format", "Clôture d’une demande")},
        {OperationKind::TicketReopen, QT_TRANSLATE_NOOP("Format", "Réouverture d’une demande")},
        {QueueKind::SaveView, QT_TRANSLATE_NOOP("Format", "Enregistrement d’une vue")},
        {QueueKind::DeleteView, QT_TRANSLATE_NOOP("Format", "Suppression d’une vue")},
        {QueueKind::ChooseView, QT_TRANSLATE_NOOP("Format", "Choix de la vue d’ouverture")},
        {"watch.unlock"_L1, QT_TRANSLATE_NOOP("Format", "Déblocage depuis la surveillance")},
        {"watch.resend"_L1, QT_TRANSLATE_NOOP("Format", "Renvoi d’un courriel depuis la surveillance")},
        {OperationKind::CallClose, QT_TRANSLATE_NOOP("Format", "Fin d’appel")},
        {OperationKind::WalkSave, QT_TRANSLATE_NOOP("Format", "Script suivi")},
    };
    for (const auto &one : labels) {
        if (kind == one.kind)
            return Format::tr(one.label);
    }
    return kind;
}

} // namespace desk
