// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/supervision/journalcsv.h"

#include "app/core/csvwriter.h"
#include "app/core/desktime.h"
#include "ui/supervision/supervisiontexts.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct JournalCsv {
    Q_DECLARE_TR_FUNCTIONS(JournalCsv)
};

} // namespace

QByteArray journalCsv(const JournalExport &rows)
{
    CsvWriter csv;
    csv.addOrigin(JournalCsv::tr("Journal d’Assistance AP"), rows.exportedBy, rows.exportedAt);
    csv.addEmptyRow();
    csv.addRow({JournalCsv::tr("N°"), JournalCsv::tr("Date"), JournalCsv::tr("Identifiant de l’agent"),
                JournalCsv::tr("Agent"), JournalCsv::tr("Nature"), JournalCsv::tr("Opération"), JournalCsv::tr("Règle"),
                JournalCsv::tr("SIRET"), JournalCsv::tr("Établissement"), JournalCsv::tr("Identifiant"),
                JournalCsv::tr("Demande"), JournalCsv::tr("Appel"), JournalCsv::tr("Détail")});
    for (const JournalRow &row : rows.rows)
        csv.addRow({QString::number(row.id), deskTime(row.at).toString(u"yyyy-MM-dd HH:mm:ss"_s), row.actor,
                    row.actorName, journalKindLabel(row.kind),
                    row.operationKind.isEmpty() ? QString() : stepLabel(row.operationKind), row.rule, row.siret,
                    row.denomination, row.identifiant, row.ticket > 0 ? QString::number(row.ticket) : QString(),
                    row.call.isNull() ? QString() : row.call.toString(QUuid::WithoutBraces), detailLine(row.detail)});
    return csv.bytes();
}

QFuture<Result<Done>> writeJournalCsv(const QString &file, const JournalExport &rows)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, file, rows] {
        promise->addResult(saveWhole(file, journalCsv(rows)));
        promise->finish();
    });
    return promise->future();
}

} // namespace desk
