// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/overview.h"
#include "app/tickets/ticketstore.h"
#include "tests/support/fakestores.h"

namespace desk::test {

/// Tickets in number, one list of owed answers for each function.
class FakeTicketStore : public TicketStore {
public:
    QFuture<Result<QueuePageAnswer>> page(const QueueQuestion &question) override
    {
        asked << question;
        return answerPage ? readyFuture(answerPage(question)) : pages.ask();
    }
    QFuture<Result<QueuePageAnswer>> exportPage(const QueueQuestion &question) override
    {
        exported << question;
        return answerPage ? readyFuture(answerPage(question)) : exports.ask();
    }
    QFuture<Result<QueueCounts>> counts(const QList<QUuid> &views) override
    {
        countedViews << views;
        return figures.ask();
    }
    QFuture<Result<TicketDetail>> ticket(TicketNumber number) override
    {
        opened << number;
        return details.ask();
    }
    QFuture<Result<QList<TicketView>>> views() override { return viewLists.ask(); }
    QFuture<Result<QList<DeskAgent>>> agents() override { return agentLists.ask(); }
    QFuture<Result<QHash<TicketNumber, QList<Presence>>>> here(const QUuid &,
                                                               const QList<OwnPresence> &tickets) override
    {
        told << tickets;
        return presences.ask();
    }
    QFuture<Result<QList<Result<OperationOutcome>>>> submitBatch(const QList<OperationRequest> &requests) override
    {
        batches << requests;
        return answerBatch ? readyFuture(answerBatch(requests)) : batchAnswers.ask();
    }

    QList<QueueQuestion> asked, exported;
    QList<QList<QUuid>> countedViews;
    QList<TicketNumber> opened;
    QList<QList<OwnPresence>> told;
    QList<QList<OperationRequest>> batches;
    std::function<Result<QueuePageAnswer>(const QueueQuestion &)> answerPage; ///< set: answers at once
    std::function<Result<QList<Result<OperationOutcome>>>(const QList<OperationRequest> &)> answerBatch;
    Owed<QueuePageAnswer> pages, exports;
    Owed<QueueCounts> figures;
    Owed<TicketDetail> details;
    Owed<QList<TicketView>> viewLists;
    Owed<QList<DeskAgent>> agentLists;
    Owed<QHash<TicketNumber, QList<Presence>>> presences;
    Owed<QList<Result<OperationOutcome>>> batchAnswers;
};

class FakeOverviewStore : public OverviewStore {
public:
    QFuture<Result<Overview>> overview() override { return overviews.ask(); }
    QFuture<Result<WatchedPage>> watched(WatchList list, const QString &from, int) override
    {
        asked << std::pair(list, from);
        return pages.ask();
    }

    QFuture<Result<Overview>> exportOverview() override
    {
        ++overviewsExported;
        return overviews.ask();
    }
    QFuture<Result<WatchedPage>> exportWatched(WatchList list, const QString &from, int) override
    {
        exported << std::pair(list, from);
        return pages.ask();
    }

    QList<std::pair<WatchList, QString>> asked, exported;
    int overviewsExported = 0;
    Owed<Overview> overviews;
    Owed<WatchedPage> pages;
};

} // namespace desk::test
