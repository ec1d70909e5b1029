// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgsessionstore.h"

#include "app/core/whenfinished.h"
#include "db/stores/jsonanswer.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/sqlvalues.h"
#include "db/worker/timelimits.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// What the greeting of a new connection learnt; written and read in the worker's thread.
using Greeted = std::shared_ptr<SessionInfo>;

/// A database without our schema, or a log-in that may not see it.
Error whyNoSession(Error error)
{
    const QString state = error.params.value(u"sqlstate"_s).toString();
    if (state == "3F000"_L1 || state == "42883"_L1 || state == "42P01"_L1)
        return {Error::Code::NotFound, error.detail, u"not_migrated"_s};
    if (state == "42501"_L1)
        return {Error::Code::Forbidden, error.detail, u"no_role"_s};
    return error;
}

Error whyNotChanged(Error error)
{
    if (error.code == Error::Code::AuthFailed && error.rule.isEmpty())
        error.rule = u"wrong_current_password"_s;
    if (error.rule == "channel_binding"_L1) {
        const bool plain = error.detail.contains("SSL"_L1);
        error.code = Error::Code::Refused;
        error.rule = plain ? u"tls_needed"_s : u"password_elsewhere"_s;
    }
    return error;
}

Result<SessionInfo> greet(DatabaseSession &db)
{
    const auto rows = db.exec("session/log_in"_L1);
    if (!rows)
        return Failure(whyNoSession(rows.error()));
    const auto answer = answerOf(*rows);
    if (!answer)
        return Failure(answer.error());
    auto info = sessionInfoFromDocument(*answer);
    if (info && rows->flag(0, "standby"))
        return Failure(Error{Error::Code::ReadOnly, u"standby"_s, u"standby"_s});
    if (info && rows->flag(0, "read_only"))
        return Failure(Error{Error::Code::ReadOnly, u"read-only"_s, u"read_only"_s});
    if (info) {
        info->passwordUsed = db.usedPassword();
        info->passwordExpiresAt = timeOf(rows->text(0, "password_expires_at"));
    }
    return info;
}

DatabaseSession::Greeting greetingInto(const Greeted &greeted)
{
    return [greeted](DatabaseSession &db) -> Result<Done> {
        auto info = greet(db);
        if (!info)
            return Failure(info.error());
        *greeted = std::move(*info);
        return Done();
    };
}

DatabaseWorker::Options logInOptions(const ConnectionSettings &where)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::connectHost * (where.hosts.count(u',') + 1) + timelimits::file;
    return options;
}

struct SchemaAge {
    int schemaVersion = 0, minClientVersion = 0;
};
BOOST_DESCRIBE_STRUCT(SchemaAge, (), (schemaVersion, minClientVersion))

} // namespace

Result<SessionInfo> sessionInfoFromDocument(const QJsonObject &document)
{
    // Its age first: a document of another one may have other parts.
    const auto age = fromDocument<SchemaAge>(document);
    if (!age)
        return Failure(age.error());
    if (age->minClientVersion > clientVersion)
        return Failure(Error{Error::Code::TooOld,
                             u"database wants a newer console"_s,
                             u"client_too_old"_s,
                             {{u"needed"_s, age->minClientVersion}, {u"have"_s, clientVersion}}});
    if (age->schemaVersion < oldestSchema)
        return Failure(Error{Error::Code::TooNew,
                             u"schema older than this console"_s,
                             u"schema_too_old"_s,
                             {{u"schema"_s, age->schemaVersion}, {u"oldest"_s, oldestSchema}}});
    auto info = fromDocument<SessionInfo>(document);
    if (info && (info->login.isEmpty() || !info->serverTime.isValid()))
        return fail(Error::Code::Internal, u"session without login or time"_s);
    return info;
}

QFuture<Result<SessionInfo>> PgSessionStore::logIn(const ConnectionSettings &where, const QString &secret)
{
    const auto greeted = std::make_shared<SessionInfo>();
    m_database.configure(where, secret, greetingInto(greeted));
    // Opening the connection is the whole request: the greeting has asked everything.
    return m_database.main().run(logInOptions(where),
                                 [greeted](DatabaseSession &) -> Result<SessionInfo> { return *greeted; });
}

QFuture<Result<SessionInfo>> PgSessionStore::test(const ConnectionSettings &where, const QString &secret)
{
    auto *worker = new DatabaseWorker({}, &m_context);
    const auto greeted = std::make_shared<SessionInfo>();
    worker->configure({connectText(where, timelimits::serverStatement), secret}, greetingInto(greeted));
    auto answer
        = worker->run(logInOptions(where), [greeted](DatabaseSession &) -> Result<SessionInfo> { return *greeted; });
    whenFinished(answer, worker, [worker](const Result<SessionInfo> &) { worker->deleteLater(); });
    return answer;
}

QFuture<Result<Pulse>> PgSessionStore::pulse(qint64 openEstablishment, qint64 openAccount)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::pulse;
    options.deadlineFromStart = true; // waiting behind a slow operation is no sign of a dead server
    return m_database.main().run(options, [=](DatabaseSession &db) -> Result<Pulse> {
        QElapsedTimer timer;
        timer.start();
        const auto rows = db.exec("session/pulse"_L1, {sqlNumber(openEstablishment), sqlNumber(openAccount)});
        const int took = int(timer.elapsed());
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        if (!answer)
            return Failure(answer.error());
        auto pulse = fromDocument<Pulse>(*answer);
        if (pulse)
            pulse->roundTripMs = took;
        return pulse;
    });
}

QFuture<Result<QList<PublishedScript>>> PgSessionStore::readScripts(QLatin1StringView query,
                                                                    const QList<std::optional<QByteArray>> &values)
{
    return ask(m_database, query, values, Under<PublishedScript>{"scripts"_L1}, timelimits::scripts);
}

QFuture<Result<QList<PublishedScript>>> PgSessionStore::publishedScripts()
{
    return readScripts("session/published_scripts"_L1, {});
}

QFuture<Result<QList<PublishedScript>>> PgSessionStore::earlierScripts(const QStringList &ids)
{
    // Ids come from sound files or the database itself: letters, digits, "_" and "-".
    return readScripts("session/earlier_scripts"_L1, {u"{%1}"_s.arg(ids.join(u',')).toUtf8()});
}

QFuture<Result<Done>> PgSessionStore::changePassword(const ConnectionSettings &where, const QString &current,
                                                     const QString &next)
{
    auto *worker = new DatabaseWorker({}, &m_context);
    ConnectionSettings proven = where;
    // With it libpq answers to nothing but SCRAM over TLS: passwords kept in a directory are found out before anything
    // is changed here.
    proven.extraOptions.removeIf([](const QString &option) { return option.startsWith("channel_binding="_L1); });
    proven.extraOptions << u"channel_binding=require"_s;
    worker->configure({connectText(proven, timelimits::serverStatement), current});
    auto answer = worker->run(logInOptions(where), [login = where.login.toUtf8(), next](DatabaseSession &db) {
        auto changed = db.usedPassword()
            ? db.changeOwnPassword(login, next.toUtf8())
            : Result<Done>(Failure(Error{Error::Code::Refused, {}, u"password_elsewhere"_s}));
        if (changed)
            (void)db.exec("session/own_password_changed"_L1); // an older database cannot be told
        return changed;
    });
    whenFinished(answer, worker, [worker](const Result<Done> &) { worker->deleteLater(); });
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    whenFinished(answer, &m_context, [promise](const Result<Done> &changed) {
        promise->addResult(changed ? changed : Result<Done>(Failure(whyNotChanged(changed.error()))));
        promise->finish();
    });
    return promise->future();
}

void PgSessionStore::useSecret(const QString &secret)
{
    m_database.setPassword(secret);
}

void PgSessionStore::logOut()
{
    m_database.close();
}

} // namespace desk
