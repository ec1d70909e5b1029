// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/journaltexts.h"

#include "app/core/desktime.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

QString moment(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"dd/MM/yyyy à HH:mm:ss"_s) : u"date illisible"_s;
}

/// "ligne 153 du journal (open_file, 01/07/2026 à 14:00:00), maillon 150"
QString where(const JournalFinding &finding)
{
    QString text = u"ligne %1 du journal (%2, %3)"_s.arg(finding.journalId).arg(finding.rowKind, moment(finding.at));
    if (finding.seq > 0)
        text += u", maillon %1"_s.arg(finding.seq);
    return text;
}

QString describeAnchor(const JournalFinding &finding)
{
    switch (finding.kind) {
    case JournalFinding::Kind::AnchorDiffers:
        return u"L’ancre du %1 (ligne %2 du fichier) ne concorde pas avec la chaîne, à hauteur du maillon %3 : "
               u"la chaîne a été refaite, à partir de ce maillon ou plus haut."_s.arg(moment(finding.at))
                   .arg(finding.line)
                   .arg(finding.seq);
    case JournalFinding::Kind::TailCut:
        return u"La fin manque : l’ancre du %1 (ligne %2 du fichier) connaît %3 maillons, la base en a %4. La fin de "
               u"la "
               u"chaîne a été retirée, ou la base vient d’une sauvegarde plus ancienne que l’ancre ; dans ce cas, "
               u"mettez ce fichier d’ancre de côté et laissez asp-relay en commencer un autre."_s
                   .arg(moment(finding.at))
                   .arg(finding.line)
                   .arg(groupedNumber(finding.expected), groupedNumber(finding.seq));
    case JournalFinding::Kind::AnchorStepsBack:
        return u"À la ligne %1 du fichier d’ancre (%2), la chaîne est revenue de %3 à %4 maillons : une sauvegarde "
               u"plus "
               u"ancienne a été restaurée, ou la fin a été retirée puis refaite."_s.arg(finding.line)
                   .arg(moment(finding.at), groupedNumber(finding.expected), groupedNumber(finding.seq));
    default:
        return u"La ligne %1 du fichier d’ancre n’est pas lisible."_s.arg(finding.line);
    }
}

QString severalOrNone(qint64 number, const QString &one, const QString &several)
{
    return number == 1 ? one : several.arg(groupedNumber(number));
}

QStringList remarks(const JournalReport &report)
{
    QStringList lines;
    if (report.unsealed > 0)
        lines << severalOrNone(report.unsealed, u"Une ligne attend d’être scellée, depuis le %1."_s,
                               u"%1 lignes attendent d’être scellées, la plus ancienne depuis le %2."_s)
                     .arg(moment(report.unsealedSince));
    if (report.purges > 0 || report.retentionChanges > 0)
        lines << u"Purges inscrites au journal : %1. Durées de conservation modifiées : %2. À relire."_s
                     .arg(report.purges)
                     .arg(report.retentionChanges);
    if (report.backdated > 0)
        lines << u"Lignes datées plus d’une heure avant d’autres, scellées plus tôt : %1 (la première : ligne %2). "
                 u"L’horloge du serveur a pu changer ; à relire."_s.arg(groupedNumber(report.backdated))
                     .arg(report.firstBackdated);
    if (report.anchorCutShort > 0)
        lines << u"Lignes incomplètes dans le fichier d’ancre, non comptées (arrêt brutal du relais) : %1."_s.arg(
            report.anchorCutShort);
    return lines;
}

} // namespace

QString groupedNumber(qint64 number)
{
    return QLocale(QLocale::French, QLocale::France).toString(number);
}

QString describe(const JournalFinding &finding)
{
    switch (finding.kind) {
    case JournalFinding::Kind::ContentChanged:
        return u"Contenu modifié : %1."_s.arg(where(finding));
    case JournalFinding::Kind::RowMissing:
        return u"Ligne disparue, sans purge qui l’explique : %1."_s.arg(where(finding));
    case JournalFinding::Kind::RowAdded:
        return u"Ligne ajoutée après coup, parmi des lignes déjà scellées : %1."_s.arg(where(finding));
    case JournalFinding::Kind::LinkChanged:
        return u"Maillon modifié : le maillon %1, de la %2."_s.arg(finding.seq)
            .arg(where({finding.kind, 0, finding.journalId, finding.rowKind, finding.at}));
    case JournalFinding::Kind::LinkMissing:
        return u"Chaîne interrompue : après le maillon %1 vient le maillon %2."_s.arg(finding.expected - 1)
            .arg(finding.seq);
    case JournalFinding::Kind::PurgeNotAllowed:
        return u"Purge non permise : la ligne %1 du journal (%2) annonce une purge que les durées d’alors "
               u"n’autorisaient pas (%3)."_s.arg(finding.journalId)
                   .arg(moment(finding.at), finding.rowKind.isEmpty() ? u"contenu illisible"_s : finding.rowKind);
    case JournalFinding::Kind::RetentionChanged:
        return u"Durée de conservation modifiée sans passer par le journal : « %1 »."_s.arg(finding.rowKind);
    case JournalFinding::Kind::HeadDiffers:
        return u"La marque du sceau (%1 maillons) ne correspond pas à la fin de la chaîne (%2 maillons)."_s.arg(
            groupedNumber(finding.expected), groupedNumber(finding.seq));
    default:
        return describeAnchor(finding);
    }
}

QStringList describe(const JournalReport &report, bool withAnchor)
{
    QStringList lines;
    if (report.whole()) {
        lines << u"Journal intact. Maillons : %1, dont lignes purgées à leur terme : %2."_s.arg(
            groupedNumber(report.links), groupedNumber(report.purged));
    } else {
        lines << u"Première anomalie. "_s + describe(report.findings.first());
        for (qsizetype i = 1; i < report.findings.size(); ++i)
            lines << u"  "_s + describe(report.findings[i]);
        if (const qint64 more = report.findingsTotal - report.findings.size(); more > 0)
            lines << u"  Et %1 de plus."_s.arg(groupedNumber(more));
        lines << u"Maillons parcourus : %1."_s.arg(groupedNumber(report.links));
    }
    if (withAnchor && report.lastAnchor)
        lines << u"Ancre : %1 repères concordent, le dernier du %2, au maillon %3."_s.arg(
            groupedNumber(report.anchors), moment(report.lastAnchor->at), groupedNumber(report.lastAnchor->head.seq));
    else if (withAnchor)
        lines << u"Ancre : aucun repère ne concorde encore avec la chaîne."_s;
    else
        lines << u"Sans fichier d’ancre, une chaîne refaite en entier ou coupée à sa fin ne se verrait pas."_s;
    return lines + remarks(report);
}

QStringList describe(const QList<PurgeLine> &plan)
{
    QStringList lines;
    for (const PurgeLine &line : plan) {
        const QString kept = line.days
            ? u"gardé %1 jours, à retirer avant le %2 : %3"_s.arg(*line.days)
                  .arg(deskTime(line.before).toString(u"dd/MM/yyyy"_s), groupedNumber(line.rows))
            : u"gardé toujours"_s;
        lines << u"  %1  %2"_s.arg(line.kind, -20).arg(kept);
    }
    return lines;
}

} // namespace desk::dbadmin
