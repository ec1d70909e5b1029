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
    auto info = sessionInfoFromJson(*answer);
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

QList<ListItem> listOf(const QJsonObject &document, QLatin1StringView key)
{
    QList<ListItem> items;
    const QJsonArray array = document.value(key).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject item = value.toObject();
        items << ListItem{item.value("code"_L1).toString(), item.value("label"_L1).toString(),
                          item.value("needs_text"_L1).toBool()};
    }
    return items;
}

QList<OwnRequest> ownRequestsOf(const QJsonObject &document)
{
    QList<OwnRequest> requests;
    const QJsonArray array = document.value("my_requests"_L1).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject request = value.toObject();
        requests << OwnRequest{QUuid::fromString(request.value("id"_L1).toString()),
                               request.value("kind"_L1).toString(),
                               request.value("state"_L1).toString(),
                               request.value("denomination"_L1).toString(),
                               timeOf(request.value("decided_at"_L1)),
                               timeOf(request.value("expires_at"_L1))};
    }
    return requests;
}

Pulse pulseOf(const QJsonObject &document, int roundTripMs)
{
    Pulse pulse;
    pulse.serverTime = timeOf(document.value("server_time"_L1));
    pulse.fileStamp = document.value("file_stamp"_L1).toString();
    pulse.mailsWaiting = document.value("mails_waiting"_L1).toInt();
    pulse.notices = noticesOf(document);
    pulse.roundTripMs = roundTripMs;
    pulse.mailsFailed = document.value("mails_failed"_L1).toInt();
    pulse.approvalsWaiting = document.value("approvals_waiting"_L1).toInt();
    pulse.objections = document.value("objections"_L1).toInt();
    pulse.myRequests = ownRequestsOf(document);
    pulse.ticketsStamp = document.value("tickets_stamp"_L1).toString();
    pulse.presenceStamp = document.value("presence_stamp"_L1).toString();
    return pulse;
}

SessionInfo::Environment environmentOf(const QString &code)
{
    if (code == "production"_L1)
        return SessionInfo::Environment::Production;
    return code == "recette"_L1 ? SessionInfo::Environment::Recette : SessionInfo::Environment::Demonstration;
}

} // namespace

Result<SessionInfo> sessionInfoFromJson(const QJsonObject &document)
{
    SessionInfo info;
    info.login = document.value("login"_L1).toString();
    info.displayName = document.value("display_name"_L1).toString(info.login);
    info.supervisor = document.value("supervisor"_L1).toBool();
    info.environment = environmentOf(document.value("environment"_L1).toString());
    info.schemaVersion = document.value("schema_version"_L1).toInt();
    info.minClientVersion = document.value("min_client_version"_L1).toInt();
    info.serverTime = timeOf(document.value("server_time"_L1));
    if (info.login.isEmpty() || !info.serverTime.isValid())
        return fail(Error::Code::Internal, u"session without login or time"_s);
    if (info.minClientVersion > clientVersion)
        return Failure(Error{Error::Code::TooOld,
                             u"database wants a newer console"_s,
                             u"client_too_old"_s,
                             {{u"needed"_s, info.minClientVersion}, {u"have"_s, clientVersion}}});
    if (info.schemaVersion < oldestSchema)
        return Failure(Error{Error::Code::TooNew,
                             u"schema older than this console"_s,
                             u"schema_too_old"_s,
                             {{u"schema"_s, info.schemaVersion}, {u"oldest"_s, oldestSchema}}});
    const QJsonObject settings = document.value("settings"_L1).toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        info.settings.insert(it.key(), it.value().toVariant().toString());
    info.motifs = listOf(document, "motifs"_L1);
    info.ticketOutcomes = listOf(document, "ticket_outcomes"_L1);
    info.operationReasons = listOf(document, "operation_reasons"_L1);
    info.callOutcomes = listOf(document, "call_outcomes"_L1);
    info.holdReasons = listOf(document, "hold_reasons"_L1);
    info.notices = noticesOf(document);
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
        return pulseOf(*answer, took);
    });
}

QFuture<Result<QList<PublishedScript>>> PgSessionStore::readScripts(QLatin1StringView query,
                                                                    const QList<std::optional<QByteArray>> &values)
{
    DatabaseWorker::Options options;
    options.deadline = timelimits::scripts;
    options.retry = true;
    return m_database.main().run(options, [query, values](DatabaseSession &db) -> Result<QList<PublishedScript>> {
        const auto rows = db.exec(query, values);
        const auto answer = rows ? answerOf(*rows) : Failure(rows.error());
        if (!answer)
            return Failure(answer.error());
        QList<PublishedScript> scripts;
        const QJsonArray array = answer->value("scripts"_L1).toArray();
        for (const QJsonValue &value : array) {
            const QJsonObject script = value.toObject();
            scripts << PublishedScript{script.value("id"_L1).toString(), script.value("version"_L1).toInt(),
                                       script.value("yaml"_L1).toString()};
        }
        return scripts;
    });
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
