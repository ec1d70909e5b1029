// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/operations/operationservice.h"
#include "app/session/sessionservice.h"

namespace desk::test {

// Ports that answer at once; what they were asked is kept to be looked at.

class FakeOperationStore : public OperationStore
{
public:
    QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) override
    {
        submitted.append(request);
        if (refuseWith)
            return readyFuture(Result<OperationOutcome>(Failure(*refuseWith)));
        OperationOutcome outcome;
        outcome.id = request.id;
        outcome.kind = request.kind;
        outcome.at = at;
        outcome.result = result;
        return readyFuture(Result<OperationOutcome>(outcome));
    }
    QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &) override
    {
        return readyFuture(Result<std::optional<OperationOutcome>>(std::nullopt));
    }
    QFuture<Result<Done>> saveNote(const QUuid &, const QString &) override { return readyFuture(Result<Done>(Done())); }

    QList<OperationRequest> submitted;
    std::optional<Error> refuseWith;
    QJsonObject result;
    QDateTime at;
};

class FakeSessionStore : public SessionStore
{
public:
    QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &, const QString &) override
    {
        SessionInfo info;
        info.serverTime = serverTime;
        return readyFuture(Result<SessionInfo>(info));
    }
    QFuture<Result<SessionInfo>> test(const ConnectionSettings &where, const QString &secret) override { return logIn(where, secret); }
    QFuture<Result<Pulse>> pulse(qint64, qint64) override { return readyFuture(Result<Pulse>(Pulse())); }
    QFuture<Result<QList<PublishedScript>>> publishedScripts() override
    {
        return readyFuture(Result<QList<PublishedScript>>(QList<PublishedScript>()));
    }
    void logOut() override { }

    QDateTime serverTime;
};

class FakeSecretStore : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const QString &) override
    {
        return readyFuture(Result<std::optional<QString>>(std::nullopt));
    }
    QFuture<Result<Done>> write(const QString &, const QString &) override { return readyFuture(Result<Done>(Done())); }
    QFuture<Result<Done>> remove(const QString &) override { return readyFuture(Result<Done>(Done())); }
};

class FakeLocalStore : public LocalStore
{
public:
    QFuture<Result<Done>> open(const QString &) override { return done(); }
    QString damagedFile() const override { return {}; }
    QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override
    {
        if (value.isEmpty())
            drafts.remove(key);
        else
            drafts.insert(key, value);
        return done();
    }
    QFuture<Result<QString>> draft(const QString &key) override { return readyFuture(Result<QString>(drafts.value(key))); }
    QFuture<Result<Done>> keepPending(const QUuid &, const QJsonObject &) override { return done(); }
    QFuture<Result<Done>> dropPending(const QUuid &) override { return done(); }
    QFuture<Result<QList<QJsonObject>>> pending() override { return readyFuture(Result<QList<QJsonObject>>(QList<QJsonObject>())); }
    QFuture<Result<Done>> cacheScripts(const QJsonObject &) override { return done(); }
    QFuture<Result<QJsonObject>> cachedScripts() override { return readyFuture(Result<QJsonObject>(QJsonObject())); }

    QHash<QString, QString> drafts;

private:
    static QFuture<Result<Done>> done() { return readyFuture(Result<Done>(Done())); }
};

} // namespace desk::test
