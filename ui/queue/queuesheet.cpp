// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/queuesheet.h"

#include "app/core/desktime.h"
#include "app/core/documentkeys.h"
#include "app/core/siret.h"
#include "ui/common/format.h"
#include "ui/common/ticketwords.h"
#include "ui/queue/queuetexts.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct QueueSheetText {
    Q_DECLARE_TR_FUNCTIONS(QueueSheet)
};

QString sortable(const QDateTime &at)
{
    return at.isValid() ? deskTime(at).toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QString channelLabel(const QString &channel)
{
    return channel == "agent"_L1   ? QueueSheetText::tr("agent")
        : channel == "extranet"_L1 ? QueueSheetText::tr("extranet")
                                   : channel;
}

QString profileWords(const QString &code)
{
    return code.isEmpty() ? QString() : profileLabel(fromCode<Profile>(code).value_or(Profile::Etablissement));
}

QString dueWords(const QueueRow &row, const QDateTime &now)
{
    return row.isOpen() && row.dueAt.isValid() ? dueText(row.dueAt, now) : QString();
}

} // namespace

QueueExportWords queueExportWords(const QueueSheet &sheet, const SessionInfo &info, const QDateTime &now)
{
    QueueExportWords words;
    words.title = sheet.title;
    words.exportedBy = info.displayName.isEmpty() ? info.login : u"%1 (%2)"_s.arg(info.displayName, info.login);
    words.exportedAt = now;
    words.filterLabel = QueueSheetText::tr("Filtre");
    words.filter = sheet.filterWords.isEmpty() ? QueueSheetText::tr("aucun") : sheet.filterWords;
    words.headings
        = {QueueSheetText::tr("N°"),        QueueSheetText::tr("Reçue le"),        QueueSheetText::tr("Échéance"),
           QueueSheetText::tr("SIRET"),     QueueSheetText::tr("SIRET connu"),     QueueSheetText::tr("Établissement"),
           QueueSheetText::tr("Demandeur"), QueueSheetText::tr("Courriel"),        QueueSheetText::tr("Motif"),
           QueueSheetText::tr("État"),      QueueSheetText::tr("Mise en attente"), QueueSheetText::tr("Jusqu’au"),
           QueueSheetText::tr("Agent"),     QueueSheetText::tr("Département"),     QueueSheetText::tr("Profil"),
           QueueSheetText::tr("Origine"),   QueueSheetText::tr("Doublons"),        QueueSheetText::tr("Issue"),
           QueueSheetText::tr("Close le")};
    words.cells
        = [motifs = info.motifs, holds = info.holdReasons, outcomes = info.ticketOutcomes](const QueueRow &row) {
              return QStringList{QString::number(row.number.value()),
                                 sortable(row.receivedAt),
                                 sortable(row.dueAt),
                                 row.siret,
                                 row.siretKnown ? QueueSheetText::tr("oui") : QueueSheetText::tr("non"),
                                 row.denomination,
                                 row.requesterName,
                                 row.requesterEmailMasked,
                                 labelOfCode(row.motif, motifs),
                                 ticketStateText(row.state),
                                 labelOfCode(row.holdReason, holds),
                                 sortable(row.holdUntil),
                                 row.ownerName.isEmpty() ? row.owner : row.ownerName,
                                 row.department,
                                 profileWords(row.profile),
                                 channelLabel(row.channel),
                                 row.twins > 0 ? QString::number(row.twins) : QString(),
                                 labelOfCode(row.outcome, outcomes),
                                 sortable(row.closedAt)};
          };
    return words;
}

PagePdf queuePdf(const QueueSheet &sheet, const SessionInfo &info, const QDateTime &now)
{
    const QueueExportWords words = queueExportWords(sheet, info, now);
    PagePdf page(sheet.title, words.exportedBy, now);
    page.addWords(QueueSheetText::tr("Filtre : %1").arg(words.filter));
    PagePdf::Table table;
    table.title = sheet.rows.size() == 1
        ? QueueSheetText::tr("1 demande affichée")
        : QueueSheetText::tr("%1 demandes affichées").arg(groupedNumber(sheet.rows.size()));
    table.columns = {{QueueSheetText::tr("N°"), 0.7, true},           {QueueSheetText::tr("Échéance"), 1.2, false},
                     {QueueSheetText::tr("Établissement"), 2, false}, {QueueSheetText::tr("SIRET"), 1.4, false},
                     {QueueSheetText::tr("Demandeur"), 1.8, false},   {QueueSheetText::tr("Motif"), 1.6, false},
                     {QueueSheetText::tr("État"), 1.2, false},        {QueueSheetText::tr("Agent"), 1.1, false}};
    table.nothing = QueueSheetText::tr("Aucune demande.");
    for (const QueueRow &row : sheet.rows)
        table.rows << QStringList{groupedNumber(row.number.value()),
                                  dueWords(row, now),
                                  row.denomination,
                                  groupedDigits(row.siret),
                                  requesterText(row),
                                  labelOfCode(row.motif, info.motifs),
                                  ticketStateText(row.state),
                                  row.ownerName.isEmpty() ? row.owner : row.ownerName};
    page.addTable(table);
    return page;
}

} // namespace desk
