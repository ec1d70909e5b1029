// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/calls/callservice.h"
#include "app/core/whenfinished.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"
#include "app/settings/appsettings.h"
#include "ui/uiservices.h"

#include <QTemporaryDir>

namespace desk::test {

// Ports that answer at once, and the real services on top of them: what the script widgets need, without a
// database.

class FakeLookupStore : public LookupStore {
public:
    CallerFile file; ///< what every key opens
    QFuture<Result<CallerFile>> openFile(const QString &, const QUuid &) override
    {
        return readyFuture(Result<CallerFile>(file));
    }
    QFuture<Result<QList<Suggestion>>> suggest(const SearchTerm &) override
    {
        return readyFuture(Result<QList<Suggestion>>(QList<Suggestion>()));
    }
    QFuture<Result<QString>> reveal(const QString &, qint64, const QUuid &) override
    {
        return readyFuture(Result<QString>(fail(Error::Code::NotFound)));
    }
};

class FakeOperationStore : public OperationStore {
public:
    QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) override
    {
        submitted << request;
        OperationOutcome outcome;
        outcome.id = request.id;
        outcome.kind = request.kind;
        return readyFuture(Result<OperationOutcome>(outcome));
    }
    QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &) override
    {
        return readyFuture(Result<std::optional<OperationOutcome>>(std::nullopt));
    }
    QFuture<Result<Done>> saveNote(const QUuid &, const QString &) override
    {
        return readyFuture(Result<Done>(Done()));
    }
    QList<OperationRequest> submitted;
};

class FakeSessionStore : public SessionStore {
public:
    QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &, const QString &) override
    {
        return readyFuture(Result<SessionInfo>(SessionInfo()));
    }
    QFuture<Result<SessionInfo>> test(const ConnectionSettings &, const QString &) override
    {
        return readyFuture(Result<SessionInfo>(SessionInfo()));
    }
    QFuture<Result<Pulse>> pulse(qint64, qint64) override { return readyFuture(Result<Pulse>(Pulse())); }
    QFuture<Result<QList<PublishedScript>>> publishedScripts() override
    {
        return readyFuture(Result<QList<PublishedScript>>(QList<PublishedScript>()));
    }
    void logOut() override { }
};

class FakeSecretStore : public SecretStore {
public:
    QFuture<Result<std::optional<QString>>> read(const QString &) override
    {
        return readyFuture(Result<std::optional<QString>>(std::nullopt));
    }
    QFuture<Result<Done>> write(const QString &, const QString &) override
    {
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<Done>> remove(const QString &) override { return readyFuture(Result<Done>(Done())); }
};

class FakePrivateServer : public PrivateServerPort {
public:
    QFuture<Result<Ready>> start(const QString &, std::function<void(QString, int)>) override
    {
        return readyFuture(Result<Ready>(fail(Error::Code::Unavailable)));
    }
    void stop() override { }
};

class FakeLocalStore : public LocalStore {
public:
    QFuture<Result<Done>> open(const QString &) override { return done(); }
    QString damagedFile() const override { return {}; }
    QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override
    {
        drafts[key] = value;
        return done();
    }
    QFuture<Result<QString>> draft(const QString &key) override
    {
        return readyFuture(Result<QString>(drafts.value(key)));
    }
    QFuture<Result<Done>> keepPending(const QUuid &, const QJsonObject &) override { return done(); }
    QFuture<Result<Done>> dropPending(const QUuid &) override { return done(); }
    QFuture<Result<QList<QJsonObject>>> pending() override
    {
        return readyFuture(Result<QList<QJsonObject>>(QList<QJsonObject>()));
    }
    QFuture<Result<Done>> cacheScripts(const QJsonObject &) override { return done(); }
    QFuture<Result<QJsonObject>> cachedScripts() override
    {
        return readyFuture(Result<QJsonObject>(QJsonObject()));
    }
    QHash<QString, QString> drafts;

private:
    static QFuture<Result<Done>> done() { return readyFuture(Result<Done>(Done())); }
};

/// All services on fake ports, wired as the program does it as far as scripts are concerned.
struct Desk {
    Desk()
    {
        QObject::connect(&cases, &CaseService::fileChanged, &scripts, [this] { giveContext(); });
        QObject::connect(&cases, &CaseService::accountSelected, &scripts, [this] { giveContext(); });
    }
    void giveContext()
    {
        const Account *account = cases.selectedAccount();
        scripts.setContext(cases.file(), account ? std::optional<AccountId>(account->id) : std::nullopt,
                           settings);
    }
    [[nodiscard]] UiServices ui()
    {
        return { appSettings, clock, session, cases, calls, operations, scripts, privateServer, local };
    }

    QTemporaryDir folder;
    FakeLookupStore lookups;
    FakeOperationStore operationStore;
    FakeSessionStore sessionStore;
    FakeSecretStore secrets;
    FakePrivateServer privateServer;
    FakeLocalStore local;
    QHash<QString, QString> settings;
    ServerClock clock;
    AppSettings appSettings { folder.filePath(QStringLiteral("console.ini")) };
    SessionService session { sessionStore, secrets, clock };
    OperationService operations { operationStore, session, local };
    CallService calls { operationStore, operations, session, local, clock };
    CaseService cases { lookups, calls, session };
    ScriptService scripts { operations, local, clock };
};

} // namespace desk::test
