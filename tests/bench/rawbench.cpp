// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/rawbench.h"

#include "app/lookup/searchterm.h"

#include <libpq-fe.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace desk::bench {

namespace {

constexpr char unlockSql[]
    = "with c as (select id from asp.call where id = $1::uuid and closed_at is null for no key update), "
      "a as (update asp.account set locked_at = null, locked_until = null, failed_logins = 0 "
      "where id = $2::bigint and locked_until > clock_timestamp() and being_deleted_at is null and "
      "disabled_at is null returning id), "
      "e as (select h.establishment_id as id from asp.habilitation h where h.account_id = $2::bigint "
      "order by h.state = 'revoked', h.id limit 1), "
      "o as (insert into asp.operation (id, kind, params, reason, call_id, actor, at, result, digest, "
      "establishment_id, account_id) "
      "select $3::text::uuid, 'account.unlock', jsonb_build_object('account_id', a.id), 'locked', c.id, "
      "session_user, "
      "clock_timestamp(), "
      "jsonb_build_object('account_id', a.id), sha256(convert_to($3::text, 'UTF8')), e.id, a.id from a, c, e "
      "returning *) "
      "insert into asp.journal (kind, call_id, operation_id, establishment_id, account_id, detail) "
      "select 'operation', o.call_id, o.id, o.establishment_id, o.account_id, '{\"kind\": "
      "\"account.unlock\"}' from o";

using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;

Rows execute(PgConnection &connection, const char *statement, const QByteArrayList &values)
{
    std::vector<const char *> texts;
    for (const QByteArray &value : values)
        texts.push_back(value.constData());
    return Rows(PQexecPrepared(connection.handle(), statement, static_cast<int>(texts.size()), texts.data(), nullptr,
                               nullptr, 0),
                &PQclear);
}

bool prepareOne(PgConnection &connection, const char *name, const char *sql)
{
    const Rows result(PQprepare(connection.handle(), name, sql, 0, nullptr), &PQclear);
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
        return true;
    std::fprintf(stderr, "asp-bench: %s", PQresultErrorMessage(result.get()));
    return false;
}

template <class Values>
Series timed(PgConnection &connection, const char *statement, const QStringList &inputs, Values values)
{
    Series times;
    for (const QString &input : inputs) {
        const QByteArrayList sent = values(input);
        const double start = monotonicMs();
        const Rows rows = execute(connection, statement, sent);
        if (PQresultStatus(rows.get()) == PGRES_TUPLES_OK)
            times.add(monotonicMs() - start);
    }
    return times;
}

/// A reading as the console sends it: announced and answered, two prepared statements in one trip.
template <class Params>
Series timedReading(PgConnection &agent, const char *what, const QStringList &inputs, Params params)
{
    Series times;
    PGconn *conn = agent.handle();
    const auto send = [conn](const char *statement, const QByteArrayList &values) {
        std::vector<const char *> texts;
        for (const QByteArray &value : values)
            texts.push_back(value.constData());
        PQsendQueryPrepared(conn, statement, int(texts.size()), texts.data(), nullptr, nullptr, 0);
        PQpipelineSync(conn);
    };
    for (const QString &input : inputs) {
        const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const QByteArray json = QJsonDocument(params(input)).toJson(QJsonDocument::Compact);
        const double start = monotonicMs();
        PQenterPipelineMode(conn);
        send("announce", {id, what, json});
        send("answer", {id});
        int syncs = 0, answers = 0;
        while (syncs < 2 && PQstatus(conn) == CONNECTION_OK) {
            const Rows rows(PQgetResult(conn), &PQclear);
            syncs += rows && PQresultStatus(rows.get()) == PGRES_PIPELINE_SYNC ? 1 : 0;
            answers += rows && PQresultStatus(rows.get()) == PGRES_TUPLES_OK ? 1 : 0;
        }
        PQexitPipelineMode(conn);
        if (answers == 2)
            times.add(monotonicMs() - start);
    }
    return times;
}

/// As the database's functions name what the search box recognised.
QByteArray kindOf(SearchTerm::Kind kind)
{
    switch (kind) {
    case SearchTerm::Kind::Siret:
        return "siret";
    case SearchTerm::Kind::BadSiret:
        return "bad_siret";
    case SearchTerm::Kind::Siren:
        return "siren";
    case SearchTerm::Kind::Email:
        return "email";
    case SearchTerm::Kind::Phone:
        return "phone";
    case SearchTerm::Kind::Ticket:
        return "ticket";
    case SearchTerm::Kind::Identifiant:
        return "identifiant";
    default:
        return "words";
    }
}

} // namespace

bool RawBench::prepare()
{
    return prepareOne(m_owner, "siret", "select * from asp.establishment where siret = $1")
        && prepareOne(m_owner, "unlock", unlockSql)
        && prepareOne(m_agent, "announce", "select desk.announce($1, $2, $3)")
        && prepareOne(m_agent, "answer", "select desk.answer($1)");
}

Series RawBench::siretLookUps(const QStringList &sirets)
{
    return timed(m_owner, "siret", sirets, [](const QString &siret) { return QByteArrayList{siret.toUtf8()}; });
}

Series RawBench::openFiles(const QStringList &keys)
{
    const QString call = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return timedReading(m_agent, "open_file", keys, [&call](const QString &key) {
        return QJsonObject{{u"key"_s, key}, {u"call"_s, call}};
    });
}

Series RawBench::suggestions(const QStringList &typed)
{
    return timedReading(m_agent, "suggest", typed, [](const QString &text) {
        const SearchTerm term = SearchTerm::recognise(text);
        return QJsonObject{{u"kind"_s, QString::fromLatin1(kindOf(term.kind))}, {u"text"_s, term.text}};
    });
}

QByteArray RawBench::newCall()
{
    const QByteArray call = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    static_cast<void>(m_owner.exec("insert into asp.call (id, agent) values ($1, session_user)", {call}));
    return call;
}

template <class Act> RawBench::Operations RawBench::measureOperations(const QStringList &accounts, Act act)
{
    const QByteArray call = newCall();
    const qint64 pid = PQbackendPID(m_owner.handle());
    const double cpu = cpuMsOf(pid);
    Operations operations;
    for (const QString &account : accounts) {
        const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const double start = monotonicMs();
        const Rows rows = act(call, account.toUtf8(), id);
        if (PQresultStatus(rows.get()) == PGRES_COMMAND_OK)
            operations.times.add(monotonicMs() - start);
    }
    operations.serverCpuMs = (cpuMsOf(pid) - cpu) / static_cast<double>(accounts.size());
    return operations;
}

RawBench::Operations RawBench::unlockByStatements(const QStringList &accounts)
{
    return measureOperations(accounts, [this](const QByteArray &call, const QByteArray &account, const QByteArray &id) {
        const QByteArray sql = "begin; select id from asp.call where id = '" + call
            + "' and closed_at is null for no key update;"
              "select * from asp.account where id = "
            + account
            + " for no key update;"
              "update asp.account set locked_at = null, locked_until = null, failed_logins = 0 where id "
              "= "
            + account
            + ";"
              "insert into asp.operation (id, kind, params, reason, call_id, actor, at, result, digest, "
              "establishment_id, account_id) "
              "values ('"
            + id + "', 'account.unlock', '{\"account_id\": " + account + "}', 'locked', '" + call
            + "', session_user, "
              "clock_timestamp(), '{\"account_id\": "
            + account + "}', sha256('" + id
            + "'), (select establishment_id from "
              "asp.habilitation where account_id = "
            + account + " order by state = 'revoked', id limit 1), " + account
            + ");"
              "insert into asp.journal (kind, call_id, operation_id, establishment_id, account_id, "
              "detail) select 'operation', "
              "call_id, id, establishment_id, account_id, '{\"kind\": \"account.unlock\"}' from "
              "asp.operation where id = '"
            + id + "'; commit";
        return Rows(PQexec(m_owner.handle(), sql.constData()), &PQclear);
    });
}

RawBench::Operations RawBench::unlockByOneStatement(const QStringList &accounts)
{
    return measureOperations(accounts, [this](const QByteArray &call, const QByteArray &account, const QByteArray &id) {
        return execute(m_owner, "unlock", {call, account, id});
    });
}

} // namespace desk::bench
