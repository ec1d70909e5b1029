// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/accesstext.h"

#include "app/core/documentreading.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct AccessText {
    Q_DECLARE_TR_FUNCTIONS(AccessText)
};

QString joined(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.mid(0, parts.size() - 1).join(u", "_s) + AccessText::tr(" et ") + parts.last();
}

QString mailName(const QString &kind)
{
    if (kind == "identifiant"_L1)
        return AccessText::tr("l’identifiant");
    if (kind == "mot_de_passe"_L1)
        return AccessText::tr("le mot de passe");
    return kind == "habilitation"_L1 ? AccessText::tr("la confirmation d’habilitation") : QString();
}

/// Which mails would leave, and to whom; who is told of the change.
QString mailsText(const QList<PlannedMail> &mails)
{
    QStringList credentials, told;
    QString to;
    for (const PlannedMail &mail : mails) {
        const QString name = mailName(mail.kind);
        if (!name.isEmpty()) {
            credentials << name;
            to = mail.toMasked;
        } else if (!told.contains(mail.toMasked)) {
            told << mail.toMasked;
        }
    }
    QStringList sentences;
    if (!credentials.isEmpty())
        sentences << AccessText::tr("Vers %1 : %2.").arg(to, joined(credentials));
    if (!told.isEmpty())
        sentences << AccessText::tr("Avis de changement à %1.").arg(joined(told));
    return sentences.join(u' ');
}

QStringList whyOf(const QJsonObject &result)
{
    QStringList why;
    const QJsonArray codes = result.value("why"_L1).toArray();
    for (const QJsonValue &code : codes)
        why << code.toString();
    return why;
}

} // namespace

const Account *referentOf(const CallerFile &file)
{
    const auto it
        = std::find_if(file.accounts.cbegin(), file.accounts.cend(), [](const Account &a) { return a.isReferent(); });
    return it == file.accounts.cend() ? nullptr : &*it;
}

QString accessChange(const QString &kind, const AccessTarget &target, const CallerFile &file, bool keepOld)
{
    const QString where = file.establishment.denomination;
    const QString who = target.name.isEmpty() ? AccessText::tr("Cette personne") : target.name;
    if (kind == OperationKind::CreateAccount)
        return target.identifiant.isEmpty()
            ? AccessText::tr("%1 reçoit un compte habilité sur %2.").arg(who, where)
            : AccessText::tr("Le compte %1 est habilité aussi sur %2.").arg(target.identifiant, where);
    const QString text = AccessText::tr("%1 devient référent de %2.").arg(who, where);
    const Account *old = referentOf(file);
    if (!old)
        return text;
    return text + u' '
        + (keepOld ? AccessText::tr("%1 garde son accès, sans être référent.").arg(old->identifiant)
                   : AccessText::tr("%1 perd son accès à cet établissement.").arg(old->identifiant));
}

QString approvalReasons(const QStringList &why)
{
    QStringList reasons;
    for (const QString &code : why) {
        if (code == "address_outside_domains"_L1)
            reasons << AccessText::tr("l’adresse n’est pas d’un domaine connu de l’établissement");
        else if (code == "no_ticket_from_requester"_L1)
            reasons << AccessText::tr("aucune demande ouverte ne vient de cette personne");
        else if (code == "second_change_in_30_days"_L1)
            reasons << AccessText::tr("c’est le second changement en trente jours");
    }
    return joined(reasons);
}

QString rehearsalText(const Rehearsal &rehearsal, const QDateTime &now)
{
    if (rehearsal.would == Rehearsal::Would::Refused)
        return rehearsal.refusal.rule == "check_needed"_L1
            ? AccessText::tr("L’appelant reste à vérifier : la suite sera annoncée ici.")
            : AccessText::tr("Ce sera refusé. %1").arg(errorText(rehearsal.refusal));
    if (rehearsal.would == Rehearsal::Would::Waiting) {
        const QString why = approvalReasons(whyOf(rehearsal.result));
        return why.isEmpty()
            ? AccessText::tr("Rien ne change tout de suite : une autre personne doit d’abord approuver.")
            : AccessText::tr("Rien ne change tout de suite : une autre personne doit d’abord approuver, car %1.")
                  .arg(why);
    }
    const QDateTime end = timeOf(rehearsal.result.value("objection_until"_L1));
    const QString until = end.isValid() ? untilText(end, now) : QString();
    QStringList parts{mailsText(rehearsal.mails),
                      until.isEmpty() ? QString() : AccessText::tr("Opposition possible %1.").arg(until)};
    parts.removeAll(QString());
    return (QStringList{AccessText::tr("Effet immédiat, sans approbation.")} + parts).join(u' ');
}

bool isWaiting(const OperationOutcome &outcome)
{
    return outcome.result.value("state"_L1).toString() == "waiting"_L1;
}

QString accessDone(const OperationOutcome &outcome, const QDateTime &now)
{
    const QString at = shortTime(outcome.at);
    const bool create = outcome.kind == OperationKind::CreateAccount;
    if (isWaiting(outcome)) {
        const QString until = untilText(timeOf(outcome.result.value("expires_at"_L1)), now);
        return (create ? AccessText::tr("Création de compte envoyée pour approbation à %1, réponse possible %2")
                       : AccessText::tr("Changement de référent envoyé pour approbation à %1, réponse possible %2"))
            .arg(at, until);
    }
    const QString identifiant = outcome.result.value("identifiant"_L1).toString();
    const QDateTime end = timeOf(outcome.result.value("objection_until"_L1));
    const QString until = end.isValid() ? untilText(end, now) : QString();
    const QString text = create ? AccessText::tr("Compte %1 habilité à %2").arg(identifiant, at)
                                : AccessText::tr("Référent changé à %1 : %2").arg(at, identifiant);
    return until.isEmpty() ? text : text + AccessText::tr(", opposition possible %1").arg(until);
}

QString tellWaiting(const OperationOutcome &outcome, const QDateTime &now)
{
    const qint64 hours = (now.secsTo(timeOf(outcome.result.value("expires_at"_L1))) + 1800) / 3600;
    return AccessText::tr("« Votre demande est enregistrée. Par sécurité, une autre personne doit l’approuver : cela "
                          "prend au plus %1 heures. L’ancienne adresse et l’établissement en seront prévenus. Vos "
                          "courriels partiront ensuite ; regardez aussi dans les indésirables. »")
        .arg(hours > 0 ? hours : 72);
}

} // namespace desk
