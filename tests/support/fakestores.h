// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessstore.h"
#include "app/core/whenfinished.h"
#include "app/local/localstore.h"
#include "app/lookup/lookupstore.h"
#include "app/operations/operationstore.h"
#include "app/session/sessionstore.h"

#include <QMap>

#include <functional>
#include <memory>
#include <vector>

namespace desk::test {

// The far end of the services: ports that keep what they were asked. The connection's ports answer when the test says
// so, or at once where it gave a standing answer; the keychain and the local store answer at once, from memory.

/// The answers a fake port still owes, oldest first; each can be given late, or never. Copies share them.
template <class T> class Owed {
public:
    [[nodiscard]] QFuture<Result<T>> ask()
    {
        if (always)
            return readyFuture(*always);
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_promises.push_back(promise);
        return promise->future();
    }
    void answer(int index, Result<T> answer)
    {
        const auto promise = m_promises.at(size_t(index));
        promise->addResult(std::move(answer));
        promise->finish();
    }
    void answerLast(Result<T> result) { answer(count() - 1, std::move(result)); }
    /// How many were left to the test to answer.
    [[nodiscard]] int count() const { return int(m_promises.size()); }

    std::optional<Result<T>> always; ///< set: every question is answered with it, at once

private:
    std::vector<std::shared_ptr<QPromise<Result<T>>>> m_promises;
};

class FakeLookupStore : public LookupStore {
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
    QFuture<Result<QString>> reveal(const QString &field, qint64 id, const QUuid &) override
    {
        wanted << std::pair(field, id);
        return reveals.ask();
    }

    QStringList keys;
    QList<QUuid> calls;
    QList<SearchTerm> terms;
    QList<std::pair<QString, qint64>> wanted; ///< fields to reveal
    Owed<CallerFile> files;
    Owed<QList<Suggestion>> suggestions;
    Owed<QString> reveals;
};

class FakeOperationStore : public OperationStore {
public:
    QFuture<Result<OperationOutcome>> submit(const OperationRequest &request) override
    {
        submitted << request;
        return carryOut ? readyFuture(carryOut(request)) : outcomes.ask();
    }
    QFuture<Result<std::optional<OperationOutcome>>> find(const QUuid &id) override
    {
        found << id;
        return finds.ask();
    }
    QFuture<Result<CallState>> openCall(const QUuid &call) override
    {
        opened << call;
        return openings.ask();
    }
    QFuture<Result<Done>> saveNote(const QUuid &, const QString &note) override
    {
        notes << note;
        return saves.ask();
    }

    QList<OperationRequest> submitted;
    QList<QUuid> found;
    QList<QUuid> opened; ///< calls opened by hand
    QStringList notes;
    std::function<Result<OperationOutcome>(const OperationRequest &)> carryOut; ///< set: answers operations at once
    Owed<OperationOutcome> outcomes;
    Owed<std::optional<OperationOutcome>> finds;
    Owed<CallState> openings;
    Owed<Done> saves;
};

class FakeAccessStore : public AccessStore {
public:
    QFuture<Result<CheckStatus>> checkStatus(const QUuid &, EstablishmentId establishment, AccountId account) override
    {
        asked << std::pair(establishment.value(), account.value());
        return statuses.ask();
    }
    QFuture<Result<Rehearsal>> rehearse(const RehearsalRequest &request, const QUuid &,
                                        std::optional<TicketNumber>) override
    {
        rehearsed << request;
        return rehearsals.ask();
    }

    QList<std::pair<qint64, qint64>> asked; ///< establishment and account of each status
    QList<RehearsalRequest> rehearsed;
    Owed<CheckStatus> statuses;
    Owed<Rehearsal> rehearsals;
};

class FakeSessionStore : public SessionStore {
public:
    QFuture<Result<SessionInfo>> logIn(const ConnectionSettings &where, const QString &secret) override
    {
        places << where;
        secrets << secret;
        return logIns.ask();
    }
    QFuture<Result<SessionInfo>> test(const ConnectionSettings &where, const QString &secret) override
    {
        tested << where;
        triedSecrets << secret;
        return tests.ask();
    }
    QFuture<Result<Pulse>> pulse(qint64, qint64) override { return pulses.ask(); }
    QFuture<Result<QList<PublishedScript>>> publishedScripts() override { return scripts.ask(); }
    QFuture<Result<QList<PublishedScript>>> earlierScripts(const QStringList &ids) override
    {
        earlierAsked << ids;
        return earlier.ask();
    }
    QFuture<Result<Done>> changePassword(const ConnectionSettings &, const QString &current,
                                         const QString &next) override
    {
        changed << current << next;
        return changes.ask();
    }
    void useSecret(const QString &secret) override { used << secret; }
    void logOut() override { ++logOuts; }

    QList<ConnectionSettings> places, tested;
    QStringList secrets; ///< those log-ins came with
    QStringList triedSecrets; ///< those tests came with
    Owed<SessionInfo> logIns, tests;
    Owed<Pulse> pulses;
    Owed<Done> changes;
    QStringList changed, used; ///< current and next passwords; those to be used from then on
    Owed<QList<PublishedScript>> scripts, earlier;
    QList<QStringList> earlierAsked;
    int logOuts = 0;
};

class FakeSecretStore : public SecretStore {
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
        written << secret;
        kept.insert(key, secret);
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<Done>> remove(const QString &key) override
    {
        kept.remove(key);
        return readyFuture(Result<Done>(Done()));
    }

    QMap<QString, QString> kept;
    QStringList written;
    std::optional<Error> fault; ///< what reading and writing fail with
};

class FakePrivateServer : public PrivateServerPort {
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
    Owed<Ready> starts;
};

class FakeLocalStore : public LocalStore {
public:
    QFuture<Result<Done>> open(const QString &) override { return done(); }
    QString damagedFile() const override { return damaged; }
    LocalState state() const override { return where; }
    QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override
    {
        if (value.isEmpty())
            drafts.remove(key);
        else
            drafts.insert(key, value);
        return done();
    }
    QFuture<Result<QString>> draft(const QString &key) override
    {
        return readyFuture(Result<QString>(drafts.value(key)));
    }
    QFuture<Result<Done>> keepPending(const QUuid &id, const QJsonObject &request) override
    {
        kept.insert(id, request);
        return done();
    }
    QFuture<Result<Done>> dropPending(const QUuid &id) override
    {
        kept.remove(id);
        return done();
    }
    QFuture<Result<QList<QJsonObject>>> pending() override
    {
        return readyFuture(Result<QList<QJsonObject>>(kept.values()));
    }
    QFuture<Result<Done>> cacheScripts(const QJsonObject &) override { return done(); }
    QFuture<Result<QJsonObject>> cachedScripts() override { return readyFuture(Result<QJsonObject>(QJsonObject())); }

    QMap<QString, QString> drafts;
    QMap<QUuid, QJsonObject> kept; ///< operations whose answer has not been seen
    QString damaged;
    LocalState where{LocalState::Keeping::Sealed, {}, 0};

private:
    static QFuture<Result<Done>> done() { return readyFuture(Result<Done>(Done())); }
};

/// Drafts in the database, answered at once.
class FakeDraftTable : public DraftTable {
public:
    QFuture<Result<Done>> save(const QString &key, const QString &value) override
    {
        saves << key;
        if (fault)
            return readyFuture(Result<Done>(Failure(*fault)));
        kept.insert(key, value);
        return readyFuture(Result<Done>(Done()));
    }
    QFuture<Result<QMap<QString, QString>>> all() override
    {
        using All = Result<QMap<QString, QString>>;
        return readyFuture(fault ? All(Failure(*fault)) : All(kept));
    }

    QMap<QString, QString> kept;
    QStringList saves; ///< keys, in the order they came
    std::optional<Error> fault;
};

} // namespace desk::test
