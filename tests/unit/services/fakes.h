// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/lookup/lookupstore.h"
#include "app/operations/operationstore.h"
#include "app/session/sessionstore.h"

#include <QMap>

#include <memory>
#include <vector>

namespace desk {

/// Keeps the questions it was asked, so that a test answers each when it wants to.
template <class Answer>
class Asked
{
public:
    [[nodiscard]] QFuture<Result<Answer>> ask()
    {
        auto promise = std::make_shared<QPromise<Result<Answer>>>();
        promise->start();
        m_promises.push_back(promise);
        return promise->future();
    }
    [[nodiscard]] int count() const { return int(m_promises.size()); }
    void answer(int index, Result<Answer> answer)
    {
        m_promises.at(size_t(index))->addResult(std::move(answer));
        m_promises.at(size_t(index))->finish();
    }
    void answerLast(Result<Answer> result) { answer(count() - 1, std::move(result)); }

private:
    std::vector<std::shared_ptr<QPromise<Result<Answer>>>> m_promises;
};

class FakeSessionStore : public SessionStore
{
public:
    QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &, const QString &secret) override
    {
        secrets << secret;
        return logIns.ask();
    }
    QFuture<Result<SessionInfo>> test(const ConnectionSettings &, const QString &) override { return tests.ask(); }
    QFuture<Result<Pulse>> pulse(qint64, qint64) override { return pulses.ask(); }
    QFuture<Result<QList<PublishedScript>>> publishedScripts() override { return scripts.ask(); }
    void logOut() override { ++logOuts; }

    Asked<SessionInfo> logIns, tests;
    Asked<Pulse> pulses;
    Asked<QList<PublishedScript>> scripts;
    QStringList secrets;
    int logOuts = 0;
};

class FakeSecretStore : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const QString &key) override
    {
        if (fault)
            return readyFuture(Result<std::optional<QString>>(Failure(*fault)));
        const bool known = kept.contains(key);
        return readyFuture(Result<std::optional<QString>>(known ? std::optional(kept.value(key)) : std::nullopt));
    }
    QFuture<Result<Done>> write(const QString &key, const QString &secret) override
    {
        if (fault)
            return readyFuture(Result<Done>(Failure(*fault)));
        kept.insert(key, secret);
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<Done>> remove(const QString &key) override
    {
        kept.remove(key);
        return readyFuture(Result<Done>(Done()));
    }

    QMap<QString, QString> kept;
    std::optional<Error> fault;
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
    QFuture<Result<QString>> reveal(const QString &, qint64, const QUuid &) override { return reveals.ask(); }

    QStringList keys;
    QList<QUuid> calls;
    QList<SearchTerm> terms;
    Asked<CallerFile> files;
    Asked<QList<Suggestion>> suggestions;
    Asked<QString> reveals;
};

class FakeOperationStore : public OperationStore
{
public:
    QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) override
    {
        requests << request;
        return submits.ask();
    }
    QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &id) override
    {
        found << id;
        return finds.ask();
    }
    QFuture<Result<Done>> saveNote(const QUuid &, const QString &note) override
    {
        notes << note;
        return saves.ask();
    }

    QList<OperationRequest> requests;
    QList<QUuid> found;
    QStringList notes;
    Asked<OperationOutcome> submits;
    Asked<std::optional<OperationOutcome>> finds;
    Asked<Done> saves;
};

/// In memory; answers at once.
class FakeLocalStore : public LocalStore
{
public:
    QFuture<Result<Done>> open(const QString &) override { return readyFuture(Result<Done>(Done())); }
    QString damagedFile() const override { return {}; }
    QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override
    {
        if (value.isEmpty())
            drafts.remove(key);
        else
            drafts.insert(key, value);
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<QString>> draft(const QString &key) override
    {
        return readyFuture(Result<QString>(drafts.value(key)));
    }
    QFuture<Result<Done>> keepPending(const QUuid &id, const QJsonObject &request) override
    {
        kept.insert(id, request);
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<Done>> dropPending(const QUuid &id) override
    {
        kept.remove(id);
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<QList<QJsonObject>>> pending() override
    {
        return readyFuture(Result<QList<QJsonObject>>(kept.values()));
    }
    QFuture<Result<Done>> cacheScripts(const QJsonObject &) override { return readyFuture(Result<Done>(Done())); }
    QFuture<Result<QJsonObject>> cachedScripts() override { return readyFuture(Result<QJsonObject>(QJsonObject())); }

    QMap<QString, QString> drafts;
    QMap<QUuid, QJsonObject> kept;
};

[[nodiscard]] inline SessionInfo someSession()
{
    SessionInfo info;
    info.login = QStringLiteral("n.martin");
    info.serverTime = QDateTime::currentDateTimeUtc();
    return info;
}

[[nodiscard]] inline Error lostError()
{
    return {Error::Code::Unavailable, {}, QStringLiteral("connection_lost")};
}

} // namespace desk
