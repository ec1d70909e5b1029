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

#include <memory>

namespace desk::test {

/// The answers a fake port still owes, oldest first; each can be given late, or never.
template <class T>
class Owed
{
public:
    [[nodiscard]] QFuture<T> ask()
    {
        m_promises.push_back(std::make_unique<QPromise<T>>());
        m_promises.back()->start();
        return m_promises.back()->future();
    }
    void answer(int index, T value)
    {
        QPromise<T> &promise = *m_promises.at(size_t(index));
        promise.addResult(std::move(value));
        promise.finish();
    }
    void answerLast(T value) { answer(count() - 1, std::move(value)); }
    [[nodiscard]] int count() const { return int(m_promises.size()); }

private:
    std::vector<std::unique_ptr<QPromise<T>>> m_promises;
};

class FakeLookupStore : public LookupStore
{
public:
    QFuture<Result<CallerFile>> openFile(const QString &key, const QUuid &call) override
    {
        keys << key;
        calls << call;
        return files.ask();
    }
    QFuture<Result<QList<Suggestion>>> suggest(const SearchTerm &term) override
    {
        terms << term;
        return suggestions.ask();
    }
    QFuture<Result<QString>> reveal(const QString &, qint64, const QUuid &) override
    {
        return readyFuture(Result<QString>(fail(Error::Code::NotFound)));
    }
    QStringList keys;
    QList<QUuid> calls;
    QList<SearchTerm> terms;
    Owed<Result<CallerFile>> files;
    Owed<Result<QList<Suggestion>>> suggestions;
};

class FakeOperationStore : public OperationStore
{
public:
    QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) override
    {
        submitted << request;
        return outcomes.ask();
    }
    QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &) override
    {
        return readyFuture(Result<std::optional<OperationOutcome>>(std::nullopt));
    }
    QFuture<Result<Done>> saveNote(const QUuid &, const QString &note) override
    {
        notes << note;
        return readyFuture(Result<Done>(Done()));
    }
    QList<OperationRequest> submitted;
    QStringList notes;
    Owed<Result<OperationOutcome>> outcomes;
};

class FakeSessionStore : public SessionStore
{
public:
    QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &where, const QString &secret) override
    {
        places << where;
        secretsGiven << secret;
        return logIns.ask();
    }
    QFuture<Result<SessionInfo>> test(const ConnectionSettings &where, const QString &) override
    {
        tested << where;
        return tests.ask();
    }
    QFuture<Result<Pulse>> pulse(qint64, qint64) override { return readyFuture(Result<Pulse>(nextPulse)); }
    QFuture<Result<QList<PublishedScript>>> publishedScripts() override
    {
        return readyFuture(Result<QList<PublishedScript>>(QList<PublishedScript>()));
    }
    void logOut() override { ++loggedOut; }
    QList<ConnectionSettings> places, tested;
    QStringList secretsGiven;
    Owed<Result<SessionInfo>> logIns, tests;
    Pulse nextPulse;
    int loggedOut = 0;
};

class FakeSecretStore : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const QString &) override
    {
        return readyFuture(Result<std::optional<QString>>(kept));
    }
    QFuture<Result<Done>> write(const QString &, const QString &secret) override
    {
        written << secret;
        return readyFuture(usable ? Result<Done>(Done()) : Result<Done>(fail(Error::Code::Unavailable)));
    }
    QFuture<Result<Done>> remove(const QString &) override { return readyFuture(Result<Done>(Done())); }
    std::optional<QString> kept;
    QStringList written;
    bool usable = true;
};

class FakePrivateServer : public PrivateServerPort
{
public:
    QFuture<Result<Ready>> start(const QString &folder, std::function<void(QString, int)> progress) override
    {
        folders << folder;
        report = std::move(progress);
        return starts.ask();
    }
    void stop() override { }
    QStringList folders;
    std::function<void(QString, int)> report;
    Owed<Result<Ready>> starts;
};

class FakeLocalStore : public LocalStore
{
public:
    QFuture<Result<Done>> open(const QString &) override { return done(); }
    QString damagedFile() const override { return damaged; }
    QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override
    {
        drafts[key] = value;
        return done();
    }
    QFuture<Result<QString>> draft(const QString &key) override { return readyFuture(Result<QString>(drafts.value(key))); }
    QFuture<Result<Done>> keepPending(const QUuid &, const QJsonObject &) override { return done(); }
    QFuture<Result<Done>> dropPending(const QUuid &) override { return done(); }
    QFuture<Result<QList<QJsonObject>>> pending() override
    {
        return readyFuture(Result<QList<QJsonObject>>(QList<QJsonObject>()));
    }
    QFuture<Result<Done>> cacheScripts(const QJsonObject &) override { return done(); }
    QFuture<Result<QJsonObject>> cachedScripts() override { return readyFuture(Result<QJsonObject>(QJsonObject())); }
    QHash<QString, QString> drafts;
    QString damaged;

private:
    static QFuture<Result<Done>> done() { return readyFuture(Result<Done>(Done())); }
};

/// The real services on fake ports.
struct Desk
{
    [[nodiscard]] UiServices ui()
    {
        return {settings, clock, session, cases, calls, operations, scripts, privateServer, local};
    }
    /// Logs in as an agent of the demonstration.
    void logIn()
    {
        ConnectionSettings where;
        where.kind = ConnectionSettings::Kind::Private;
        session.logIn(where, {}, false);
        sessionStore.logIns.answerLast(agent());
    }
    [[nodiscard]] static SessionInfo agent()
    {
        using namespace Qt::StringLiterals;
        SessionInfo info;
        info.login = u"n.martin"_s;
        info.displayName = u"Nadia Martin"_s;
        info.schemaVersion = 10;
        info.serverTime = QDateTime::currentDateTimeUtc();
        info.callOutcomes = {{u"resolved"_s, u"Résolu pendant l’appel"_s, false},
                             {u"call_back"_s, u"À rappeler"_s, false},
                             {u"transferred"_s, u"Transmis à un autre service"_s, true},
                             {u"cut"_s, u"Appel coupé"_s, false}};
        return info;
    }
    /// A file of one establishment, whose look-up opened the call `call`.
    [[nodiscard]] static CallerFile bakery(const QUuid &call)
    {
        using namespace Qt::StringLiterals;
        CallerFile file;
        file.subject = CallerFile::Subject::Establishment;
        file.stamp = u"1"_s;
        file.serverTime = QDateTime::currentDateTimeUtc();
        file.establishment.id = EstablishmentId(1);
        file.establishment.siret = u"73282932000074"_s;
        file.establishment.denomination = u"Boulangerie du Capitole"_s;
        file.establishment.town = u"Toulouse"_s;
        file.call = CallState{call, QDateTime::currentDateTimeUtc().addSecs(-134), {}};
        return file;
    }

    QTemporaryDir folder;
    FakeLookupStore lookups;
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
