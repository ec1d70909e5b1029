// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulktexts.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QMap>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Bulk {
    Q_DECLARE_TR_FUNCTIONS(Bulk)
};

using Kind = BulkAction::Kind;

QString counted(qsizetype count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(groupedNumber(count));
}

QString takeText(int n)
{
    return counted(n, Bulk::tr("Cette demande sera à vous."), Bulk::tr("%1 demandes seront à vous."));
}

QString assignText(int n, const QString &who)
{
    if (who.isEmpty())
        return counted(n, Bulk::tr("Une demande changera d’agent."), Bulk::tr("%1 demandes changeront d’agent."));
    return counted(n, Bulk::tr("Une demande passera à %1.").arg(who),
                   Bulk::tr("%1 demandes passeront à %2.").arg(u"%1"_s, who));
}

QString motifText(int n, const QString &motif)
{
    if (motif.isEmpty())
        return counted(n, Bulk::tr("Une demande changera de file."), Bulk::tr("%1 demandes changeront de file."));
    return counted(
        n, Bulk::tr("Une demande passera dans la file « %1 » ; son échéance sera recalculée.").arg(motif),
        Bulk::tr("%1 demandes passeront dans la file « %2 » ; leur échéance sera recalculée.").arg(u"%1"_s, motif));
}

QString mergeText(const BulkPlan &plan)
{
    const int kept = plan.tickets - plan.duplicates;
    return (
        kept == 1
            ? Bulk::tr("%1 demandes n’en feront plus qu’une, la plus ancienne : chaque demandeur recevra la réponse "
                       "à celle-ci.")
                  .arg(groupedNumber(plan.tickets))
            : Bulk::tr("%1 demandes n’en feront plus que %2 : la plus ancienne de chaque établissement et motif "
                       "est gardée, et chaque demandeur recevra la réponse à celle-ci.")
                  .arg(groupedNumber(plan.tickets), groupedNumber(kept)));
}

QString closeText(const BulkPlan &plan)
{
    const QString closed
        = counted(plan.tickets, Bulk::tr("Une demande sera close et son demandeur recevra cette réponse par courriel."),
                  Bulk::tr("%1 demandes seront closes et leurs demandeurs recevront cette réponse par "
                           "courriel."));
    if (plan.duplicates == 0)
        return closed;
    return closed + u' '
        + counted(
               plan.duplicates,
               Bulk::tr("L’une est le doublon d’une autre : elle y est fusionnée, avec un seul courriel par adresse."),
               Bulk::tr("%1 sont les doublons d’une autre : elles y sont fusionnées, avec un seul courriel par "
                        "adresse."));
}

QString reasonText(LeftOutWhy why, const QString &who, qsizetype n)
{
    switch (why) {
    case LeftOutWhy::Closed:
        return counted(n, Bulk::tr("une déjà close"), Bulk::tr("%1 déjà closes"));
    case LeftOutWhy::OwnedByOther:
        return who.isEmpty()
            ? Bulk::tr("%1 prises par d’autres agents").arg(groupedNumber(n))
            : counted(n, Bulk::tr("une prise par %1").arg(who), Bulk::tr("%1 prises par %2").arg(u"%1"_s, who));
    case LeftOutWhy::AlreadyMine:
        return counted(n, Bulk::tr("une déjà à vous"), Bulk::tr("%1 déjà à vous"));
    case LeftOutWhy::AlreadyTheirs:
        return counted(n, Bulk::tr("une déjà à cette personne"), Bulk::tr("%1 déjà à cette personne"));
    case LeftOutWhy::SameMotif:
        return counted(n, Bulk::tr("une déjà de ce motif"), Bulk::tr("%1 déjà de ce motif"));
    case LeftOutWhy::Alone:
        return counted(n, Bulk::tr("une sans doublon dans la sélection"),
                       Bulk::tr("%1 sans doublon dans la sélection"));
    case LeftOutWhy::TooMany:
        return counted(n, Bulk::tr("une au-delà de ce qui se fusionne en une fois"),
                       Bulk::tr("%1 au-delà de ce qui se fusionne en une fois"));
    case LeftOutWhy::TwinsElsewhere:
        return counted(n, Bulk::tr("une avec un doublon ouvert hors de la sélection"),
                       Bulk::tr("%1 avec un doublon ouvert hors de la sélection"));
    }
    return {};
}

} // namespace

QString bulkTitle(const BulkAction &action, int tickets)
{
    switch (action.kind) {
    case Kind::Take:
        return counted(tickets, Bulk::tr("Prendre une demande"), Bulk::tr("Prendre %1 demandes"));
    case Kind::Assign:
        return counted(tickets, Bulk::tr("Attribuer une demande"), Bulk::tr("Attribuer %1 demandes"));
    case Kind::Motif:
        return counted(tickets, Bulk::tr("Changer le motif d’une demande"),
                       Bulk::tr("Changer le motif de %1 demandes"));
    case Kind::Merge:
        return counted(tickets, Bulk::tr("Fusionner une demande"), Bulk::tr("Fusionner %1 demandes"));
    case Kind::Close:
        return counted(tickets, Bulk::tr("Clore une demande"), Bulk::tr("Clore %1 demandes"));
    }
    return {};
}

QString bulkConsequence(const BulkAction &action, const BulkPlan &plan, const QString &target)
{
    if (plan.steps.isEmpty())
        return Bulk::tr("Rien à faire pour cette sélection.");
    switch (action.kind) {
    case Kind::Take:
        return takeText(plan.tickets);
    case Kind::Assign:
        return assignText(plan.tickets, target);
    case Kind::Motif:
        return motifText(plan.tickets, target);
    case Kind::Merge:
        return mergeText(plan);
    case Kind::Close:
        return closeText(plan);
    }
    return {};
}

QString leftOutText(const QList<LeftOut> &leftOut)
{
    if (leftOut.isEmpty())
        return {};
    QMap<std::pair<int, QString>, qsizetype> counts;
    QSet<QString> owners;
    for (const LeftOut &left : leftOut)
        owners << left.who;
    const bool many = owners.size() > 4; // names would fill the sheet
    for (const LeftOut &left : leftOut)
        ++counts[{int(left.why), many ? QString() : left.who}];
    QStringList reasons;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        reasons << reasonText(LeftOutWhy(it.key().first), it.key().second, it.value());
    const QString why = reasons.join(u", "_s);
    return leftOut.size() == 1 ? Bulk::tr("Une laissée de côté : %1.").arg(why)
                               : Bulk::tr("%1 laissées de côté : %2.").arg(groupedNumber(leftOut.size()), why);
}

QString bulkProgressText(const BulkService &bulk)
{
    const QString done
        = Bulk::tr("%1 sur %2").arg(groupedNumber(bulk.done() + bulk.refused()), groupedNumber(bulk.total()));
    if (bulk.refused() == 0)
        return done;
    return done + u" · "_s + counted(bulk.refused(), Bulk::tr("une refusée"), Bulk::tr("%1 refusées"));
}

QString selectedText(int count)
{
    if (count == 0)
        return Bulk::tr("Aucune sélectionnée");
    return counted(count, Bulk::tr("1 sélectionnée"), Bulk::tr("%1 sélectionnées"));
}

} // namespace desk
