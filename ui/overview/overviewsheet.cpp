// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/overviewsheet.h"

#include "app/core/csvwriter.h"
#include "app/core/desktime.h"
#include "app/core/documentkeys.h"
#include "app/core/siret.h"
#include "ui/common/format.h"
#include "ui/overview/overviewcharts.h"
#include "ui/overview/overviewtexts.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct OverviewSheetText {
    Q_DECLARE_TR_FUNCTIONS(OverviewSheet)
};

QString stamp(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

struct Totals {
    int open = 0, late = 0, soon = 0, onHold = 0;
};

Totals totalsOf(const QList<BacklogLine> &backlog)
{
    Totals all;
    for (const BacklogLine &line : backlog) {
        all.open += line.total;
        all.late += line.late;
        all.soon += line.soon;
        all.onHold += line.onHold;
    }
    return all;
}

QStringList cellsOf(const BacklogLine &line, const QList<ListItem> &motifs)
{
    QStringList cells{motifLabel(motifs, line.motif)};
    for (const int count : line.ages)
        cells << QString::number(count);
    return cells << QString::number(line.total) << QString::number(line.late) << QString::number(line.soon)
                 << QString::number(line.onHold);
}

QStringList cellsOf(const AgentLine &agent, bool forPeople)
{
    return {agent.name,
            agent.here ? OverviewSheetText::tr("ici") : OverviewSheetText::tr("absent"),
            QString::number(agent.owned),
            QString::number(agent.late),
            QString::number(agent.onHold),
            QString::number(agent.closedToday),
            forPeople ? dateTime(agent.firstDue) : stamp(agent.firstDue),
            workingText(agent.working)};
}

QStringList cellsOf(const OverviewSheet &sheet, const WatchedAccount &row, bool forPeople)
{
    return {row.denomination,
            forPeople ? groupedDigits(row.siret) : row.siret,
            row.identifiant,
            forPeople ? dateTime(row.since) : stamp(row.since),
            watchedState(sheet.list, row, sheet.madeAt).text,
            watchedDetail(sheet.list, row)};
}

void addFigures(CsvWriter &csv, const OverviewSheet &sheet)
{
    const Totals all = totalsOf(sheet.overview.backlog);
    csv.addRow({OverviewSheetText::tr("Encours"), QString::number(all.open)});
    csv.addRow({OverviewSheetText::tr("En retard"), QString::number(all.late)});
    csv.addRow({OverviewSheetText::tr("Bientôt en retard"), QString::number(all.soon)});
    csv.addRow({OverviewSheetText::tr("En attente"), QString::number(all.onHold)});
    csv.addRow({OverviewSheetText::tr("Reçues aujourd’hui"), QString::number(sheet.overview.receivedToday)});
    csv.addRow({OverviewSheetText::tr("Closes aujourd’hui"), QString::number(sheet.overview.closedToday)});
    csv.addRow(
        {OverviewSheetText::tr("Closes aujourd’hui hors délai"), QString::number(sheet.overview.closedLateToday)});
    for (const WatchList list : watchLists)
        csv.addRow({watchListLabel(list), cappedNumber(sheet.overview.accounts.value(codeOf(list)))});
}

void addCounts(CsvWriter &csv, const QString &title, const QString &first, const QList<HourCount> &counts,
               const QString &format)
{
    csv.addEmptyRow();
    csv.addRow({title});
    csv.addRow({first, OverviewSheetText::tr("Reçues"), OverviewSheetText::tr("Closes")});
    for (const HourCount &one : counts)
        csv.addRow({deskTime(one.from).toString(format), QString::number(one.received), QString::number(one.closed)});
}

QStringList backlogHeads()
{
    return QStringList{OverviewSheetText::tr("Motif")} + ageLabels()
        + QStringList{OverviewSheetText::tr("Total"), OverviewSheetText::tr("En retard"),
                      OverviewSheetText::tr("Bientôt en retard"), OverviewSheetText::tr("En attente")};
}

QStringList agentHeads()
{
    return {OverviewSheetText::tr("Agent"),
            OverviewSheetText::tr("Présence"),
            OverviewSheetText::tr("En charge"),
            OverviewSheetText::tr("En retard"),
            OverviewSheetText::tr("En attente"),
            OverviewSheetText::tr("Closes aujourd’hui"),
            OverviewSheetText::tr("Première échéance"),
            OverviewSheetText::tr("En cours")};
}

QStringList accountHeads()
{
    return {OverviewSheetText::tr("Établissement"), OverviewSheetText::tr("SIRET"),
            OverviewSheetText::tr("Identifiant"),   OverviewSheetText::tr("Depuis"),
            OverviewSheetText::tr("État"),          OverviewSheetText::tr("Détail")};
}

QList<PagePdf::Column> columns(const QStringList &heads, const QList<double> &weights, int numbersFrom, int numbersTo)
{
    QList<PagePdf::Column> columns;
    for (int i = 0; i < int(heads.size()); ++i)
        columns << PagePdf::Column{heads.at(i), weights.value(i, 1), i >= numbersFrom && i <= numbersTo};
    return columns;
}

QString accountsTitle(const OverviewSheet &sheet)
{
    const QString title = OverviewSheetText::tr("Comptes à surveiller : %1").arg(watchListLabel(sheet.list).toLower());
    return sheet.truncated
        ? OverviewSheetText::tr("%1 (les %2 premiers)").arg(title, groupedNumber(sheet.accounts.size()))
        : title;
}

void addCharts(PagePdf &page, const OverviewSheet &sheet, const QFont &font)
{
    const ChartLook look{tokens(false), font};
    const Overview &o = sheet.overview;
    page.addPictures({chartPicture(OverviewSheetText::tr("Encours par motif et ancienneté"), {},
                                   QSizeF(960, 220), // its table follows

                                   [&](QChart *chart) { showBacklog(chart, look, o.backlog, sheet.motifs); })});
    page.addPictures({chartPicture(OverviewSheetText::tr("Aujourd’hui, par heure"), hoursSentence(o.hours),
                                   QSizeF(470, 190), [&](QChart *chart) { showHours(chart, look, o.hours); }),
                      chartPicture(OverviewSheetText::tr("Trente jours"), daysSentence(o.days), QSizeF(470, 190),
                                   [&](QChart *chart) { showDays(chart, look, o.days); })});
}

} // namespace

QByteArray overviewCsv(const OverviewSheet &sheet)
{
    CsvWriter csv;
    csv.addOrigin(OverviewSheetText::tr("Vue d’ensemble d’Assistance AP"), sheet.madeBy, sheet.madeAt);
    addFigures(csv, sheet);
    csv.addEmptyRow();
    csv.addRow({OverviewSheetText::tr("Encours par motif et ancienneté")});
    csv.addRow(backlogHeads());
    for (const BacklogLine &line : sheet.overview.backlog)
        csv.addRow(cellsOf(line, sheet.motifs));
    addCounts(csv, OverviewSheetText::tr("Aujourd’hui, par heure"), OverviewSheetText::tr("Heure"),
              sheet.overview.hours, u"HH:mm"_s);
    addCounts(csv, OverviewSheetText::tr("Trente jours"), OverviewSheetText::tr("Jour"), sheet.overview.days,
              u"yyyy-MM-dd"_s);
    csv.addEmptyRow();
    csv.addRow({OverviewSheetText::tr("Qui fait quoi")});
    csv.addRow(agentHeads());
    for (const AgentLine &agent : sheet.overview.agents)
        csv.addRow(cellsOf(agent, false));
    csv.addEmptyRow();
    csv.addRow({accountsTitle(sheet)});
    csv.addRow(accountHeads());
    for (const WatchedAccount &row : sheet.accounts)
        csv.addRow(cellsOf(sheet, row, false));
    return csv.bytes();
}

PagePdf overviewPdf(const OverviewSheet &sheet, const QFont &font)
{
    PagePdf page(OverviewSheetText::tr("Vue d’ensemble"), sheet.madeBy, sheet.madeAt);
    const Totals all = totalsOf(sheet.overview.backlog);
    page.addFigures({{OverviewSheetText::tr("Encours"), groupedNumber(all.open)},
                     {OverviewSheetText::tr("En retard"), groupedNumber(all.late)},
                     {OverviewSheetText::tr("Bientôt en retard"), groupedNumber(all.soon)},
                     {OverviewSheetText::tr("Reçues aujourd’hui"), groupedNumber(sheet.overview.receivedToday)},
                     {OverviewSheetText::tr("Closes aujourd’hui"), groupedNumber(sheet.overview.closedToday)},
                     {OverviewSheetText::tr("dont hors délai"), groupedNumber(sheet.overview.closedLateToday)}});
    addCharts(page, sheet, font);
    PagePdf::Table backlog{OverviewSheetText::tr("Encours par motif"),
                           columns(backlogHeads(), {3}, 1, 9),
                           {},
                           OverviewSheetText::tr("Aucune demande ouverte.")};
    for (const BacklogLine &line : sheet.overview.backlog)
        backlog.rows << cellsOf(line, sheet.motifs);
    page.addTable(backlog);
    PagePdf::Table agents{OverviewSheetText::tr("Qui fait quoi"),
                          columns(agentHeads(), {2.2, 1, 1, 1, 1, 1.4, 1.6, 2.6}, 2, 5),
                          {},
                          OverviewSheetText::tr("Personne n’est connecté et personne n’a de demande.")};
    for (const AgentLine &agent : sheet.overview.agents)
        agents.rows << cellsOf(agent, true);
    page.addTable(agents);
    PagePdf::Table accounts{accountsTitle(sheet),
                            columns(accountHeads(), {2.6, 1.6, 1.6, 1.1, 1.7, 2.4}, 99, 99),
                            {},
                            watchListNothing(sheet.list)};
    for (const WatchedAccount &row : sheet.accounts)
        accounts.rows << cellsOf(sheet, row, true);
    page.addTable(accounts);
    return page;
}

QFuture<Result<Done>> writeOverviewCsv(const QString &file, const OverviewSheet &sheet)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, file, sheet] {
        promise->addResult(saveWhole(file, overviewCsv(sheet)));
        promise->finish();
    });
    return promise->future();
}

} // namespace desk
