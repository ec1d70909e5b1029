// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/gui/casefile/samplefiles.h"
#include "tests/gui/shell/shellfakes.h"

#include <QCoreApplication>

namespace desk::test {

/// Keeps what was asked to be revealed, and answers when told to.
class FileLookupStore : public FakeLookupStore
{
public:
    QFuture<Result<QString>> reveal(const QString &field, qint64 id, const QUuid &) override
    {
        wanted << std::pair(field, id);
        return reveals.ask();
    }
    QList<std::pair<QString, qint64>> wanted;
    Owed<Result<QString>> reveals;
};

/// The real services on fake ports, logged in, wired as the program wires them.
struct FileDesk
{
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
        sessionStore.nextPulse.serverTime = {}; // the samples have their own time
    }
    [[nodiscard]] UiServices ui()
    {
        return {settings, clock, session, cases, calls, operations, scripts, privateServer, local};
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
    void done(const QJsonObject &result = {}, const QDateTime &at = QDateTime(QDate(2020, 4, 3), QTime(12, 21), Qt::UTC))
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

    QTemporaryDir folder;
    FileLookupStore lookups;
    FakeOperationStore operationStore;
    FakeSessionStore sessionStore;
    FakeSecretStore secrets;
    FakePrivateServer privateServer;
    FakeLocalStore local;
    ServerClock clock;
    AppSettings settings{folder.filePath(QStringLiteral("console.ini"))};
    SessionService session{sessionStore, secrets, clock};
    OperationService operations{operationStore, session, local};
    CallService calls{operationStore, operations, session, local, clock};
    CaseService cases{lookups, calls, session};
    ScriptService scripts{operations, local, clock};
};

} // namespace desk::test
