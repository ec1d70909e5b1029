// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/gui/casefile/samplefiles.h"
#include "tests/support/fakedesk.h"

#include <QCoreApplication>

namespace desk::test {

/// The services behind a file, logged in, wired as the program wires them.
struct FileDesk : FakeDesk {
    explicit FileDesk(const SessionInfo &info = sampleSession())
    {
        QObject::connect(&operations, &OperationService::finished, &cases, &CaseService::refresh);
        ConnectionSettings where;
        where.kind = ConnectionSettings::Kind::Private;
        session.logIn(where, {}, false);
        for (int i = 0; i < 50 && sessionStore.logIns.count() == 0; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        SessionInfo now = info;
        sessionStore.logIns.answerLast(now);
        for (int i = 0; i < 50 && session.state() != SessionService::State::Connected; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        clock.synchronise(sampleNow());
    }
    /// Looks up and answers with `file`.
    void open(const CallerFile &file, const QString &key = u"73282932000074"_s)
    {
        cases.open(key);
        answer(file);
    }
    /// Answers the look-up or refresh under way.
    void answer(const CallerFile &file)
    {
        lookups.files.answerLast(file);
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    /// Answers the operation sent last as done.
    void done(const QJsonObject &result = {},
              const QDateTime &at = QDateTime(QDate(2020, 4, 3), QTime(12, 21), Qt::UTC))
    {
        const OperationRequest &request = operationStore.submitted.constLast();
        operationStore.outcomes.answerLast(OperationOutcome{request.id, request.kind, false, at, result});
        settle();
    }
    void refuse(Error error)
    {
        operationStore.outcomes.answerLast(Failure(std::move(error)));
        settle();
    }
};

} // namespace desk::test
