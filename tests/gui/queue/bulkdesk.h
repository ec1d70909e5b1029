// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/gui/casefile/samplefiles.h"
#include "tests/support/fakedesk.h"

#include <QCoreApplication>

namespace desk::test {

/// Somebody logged in, rows to select, and a database that carries out batches. Invented data.
struct BulkDesk : FakeDesk {
    explicit BulkDesk(bool supervisor = true)
    {
        SessionInfo info = sampleSession();
        info.login = u"l.perrin"_s;
        info.displayName = u"Luc Perrin"_s;
        info.supervisor = supervisor;
        sessionStore.logIns.always = info;
        session.logIn({}, {}, false);
        settle();
        tickets.agentLists.always = QList<DeskAgent>{{u"n.martin"_s, u"Nadia Martin"_s, 12, true},
                                                     {u"s.nguyen"_s, u"Sophie Nguyen"_s, 0, false}};
    }
    static void settle()
    {
        for (int i = 0; i < 8; ++i) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as an event loop would
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
    }
    static QueueRow row(int number, const QString &siret = {}, const QString &owner = {}, int twins = 0)
    {
        QueueRow row;
        row.number = TicketNumber(number);
        row.version = 3;
        row.receivedAt = sampleNow().addSecs(number - 100000);
        row.siret = siret.isEmpty() ? QString::number(73282932000000 + number) : siret;
        row.denomination = u"Boulangerie du Capitole"_s;
        row.motif = u"habilitation"_s;
        row.state = owner.isEmpty() ? u"open"_s : u"taken"_s;
        row.owner = owner;
        row.ownerName = owner == u"n.martin"_s ? u"Nadia Martin"_s : owner;
        row.twins = twins;
        return row;
    }
    static QList<QueueRow> rows(int count)
    {
        QList<QueueRow> rows;
        for (int i = 0; i < count; ++i)
            rows << row(48000 + i);
        return rows;
    }
    /// Every `nth` one is refused; 0: none.
    void answerBatches(int nth = 0)
    {
        tickets.answerBatch = [this, nth](const QList<OperationRequest> &batch) {
            QList<Result<OperationOutcome>> answers;
            for (const OperationRequest &request : batch) {
                if (nth > 0 && request.ticket->value() % nth == 0)
                    answers << Failure(Error{Error::Code::Refused,
                                             {},
                                             u"owned_by_other"_s,
                                             {{u"owner"_s, u"n.martin"_s}, {u"owner_name"_s, u"Nadia Martin"_s}}});
                else
                    answers << OperationOutcome{request.id, request.kind, false, clock.now(), {}};
            }
            return answers;
        };
    }
};

} // namespace desk::test
