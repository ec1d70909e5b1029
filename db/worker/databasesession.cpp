// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/worker/databasesession.h"

#include "app/core/logcategories.h"
#include "db/libpq/socketwait.h"
#include "db/libpq/sqlstate.h"
#include "db/queries/queries.h"
#include "db/worker/request.h"
#include "db/worker/tlsdiagnosis.h"

#include <QElapsedTimer>

#include <libpq-fe.h>

#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto slice = 20ms; // how soon an abandoned request is noticed
constexpr qint64 cancelGraceMs = 2000; // for the server to answer a cancel

/// A message that repeats what was sent (data exceptions, broken constraints) is left out of the log.
Error errorOf(const pg_result *result)
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const bool repeatsData = state.startsWith("22") || state.startsWith("23");
    const QByteArray message = repeatsData ? QByteArray() : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    Error error = errorFromSqlState(QString::fromLatin1(state), QString::fromUtf8(state + ' ' + message));
    if (state == "57014" && error.rule.isEmpty()) // its time limit, or a cancel: undone by the server
        error.rule = u"server_cancelled"_s;
    return error;
}

} // namespace

DatabaseSession::DatabaseSession(QString applicationName, ConnectTo where, Greeting greeting)
    : m_applicationName(std::move(applicationName)), m_where(std::move(where)), m_greeting(std::move(greeting))
{
}

DatabaseSession::~DatabaseSession()
{
    close();
}

Result<Done> DatabaseSession::ensureOpen()
{
    if (m_connection.isOpen())
        return Done();
    close();
    auto opened = PgConnection::open(m_where.text, m_applicationName, m_where.password);
    if (!opened) {
        const Error error = diagnosed(connectError(opened.error()), m_where.text);
        qCWarning(logDatabase) << "no connection:" << int(error.code) << error.rule;
        return Failure(error);
    }
    m_connection = std::move(*opened);
    PQsetnonblocking(m_connection.handle(), 1);
    {
        const QMutexLocker lock(&m_cancelMutex);
        m_cancel = std::shared_ptr<pg_cancel>(PQgetCancel(m_connection.handle()), &PQfreeCancel);
    }
    if (!m_greeting)
        return Done();
    auto greeted = m_greeting(*this);
    if (!greeted) {
        close();
        Error error = greeted.error();
        error.params.insert(u"nothing_done"_s, true);
        return Failure(error);
    }
    return Done();
}

void DatabaseSession::close()
{
    {
        const QMutexLocker lock(&m_cancelMutex);
        m_cancel.reset();
    }
    m_connection.close();
}

std::shared_ptr<pg_cancel> DatabaseSession::cancelHandle() const
{
    const QMutexLocker lock(&m_cancelMutex);
    return m_cancel;
}

int DatabaseSession::backendPid() const
{
    return m_connection.handle() ? PQbackendPID(m_connection.handle()) : 0;
}

Result<QByteArray> DatabaseSession::textOf(QLatin1StringView name)
{
    auto text = m_texts.find(name);
    if (text == m_texts.end())
        text = m_texts.insert(name, queryText(name));
    if (text->isEmpty())
        return fail(Error::Code::Internal, "no such query: "_L1 + name);
    return *text;
}

Result<PgRows> DatabaseSession::exec(QLatin1StringView name, const Values &values)
{
    const auto text = textOf(name);
    return text ? execText(*text, values) : Failure(text.error());
}

bool DatabaseSession::send(const QByteArray &sql, const Values &values)
{
    std::vector<const char *> pointers;
    pointers.reserve(size_t(values.size()));
    for (const auto &value : values)
        pointers.push_back(value ? value->constData() : nullptr);
    return PQsendQueryParams(m_connection.handle(), sql.constData(), int(values.size()), nullptr, pointers.data(),
                             nullptr, nullptr, 0)
        == 1;
}

Failure DatabaseSession::lost()
{
    close();
    return Failure(Error{Error::Code::Unavailable, u"connection lost"_s, u"connection_lost"_s});
}

Result<PgRows> DatabaseSession::execText(const QByteArray &sql, const Values &values)
{
    if (!m_connection.handle())
        return fail(Error::Code::Unavailable, u"not connected"_s);
    return send(sql, values) ? collect() : lost();
}

Result<std::pair<PgRows, PgRows>> DatabaseSession::execBoth(const Statement &first, const Statement &second)
{
    PGconn *conn = m_connection.handle();
    if (!conn)
        return fail(Error::Code::Unavailable, u"not connected"_s);
    const auto firstText = textOf(first.name), secondText = textOf(second.name);
    if (!firstText || !secondText)
        return Failure(firstText ? secondText.error() : firstText.error());
    // A sync after each: each ends its own transaction, and the second runs even if the first fails.
    if (PQenterPipelineMode(conn) != 1 || !send(*firstText, first.values) || PQpipelineSync(conn) != 1
        || !send(*secondText, second.values) || PQpipelineSync(conn) != 1)
        return lost();
    auto one = collectPiped();
    if (!m_connection.isOpen())
        return Failure(one ? Error{Error::Code::Unavailable, u"connection lost"_s, u"connection_lost"_s} : one.error());
    auto two = collectPiped();
    if (m_connection.isOpen() && PQexitPipelineMode(conn) != 1)
        return lost();
    if (!one || !two)
        return Failure(one ? two.error() : one.error());
    return std::pair(std::move(*one), std::move(*two));
}

Result<Done> DatabaseSession::changeOwnPassword(const QByteArray &login, const QByteArray &next)
{
    PGconn *conn = m_connection.handle();
    if (!conn)
        return fail(Error::Code::Unavailable, u"not connected"_s);
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        PQencryptPasswordConn(conn, next.constData(), login.constData(), "scram-sha-256"), &PQfreemem);
    if (!verifier)
        return fail(Error::Code::Internal, u"no verifier made"_s);
    const QByteArray text = m_connection.quotedLiteral(QByteArray(verifier.get()));
    const auto done = execText("ALTER ROLE CURRENT_USER PASSWORD " + text);
    return done ? Result<Done>(Done()) : Failure(done.error());
}

// Whether anybody still waits for the answer.
bool DatabaseSession::mayGoOn(qint64 waitedMs) const
{
    if (!m_request || !m_request->isAnswered())
        return true;
    return m_request->isCancellable() && waitedMs < cancelGraceMs;
}

// A connection with an unread answer on it is of no use to the next request.
Failure DatabaseSession::gaveUp()
{
    close();
    return Failure(Error{Error::Code::Timeout, u"given up"_s, u"deadline"_s});
}

Result<Done> DatabaseSession::awaitResult()
{
    PGconn *conn = m_connection.handle();
    QElapsedTimer abandoned;
    for (;;) {
        const int unsent = PQflush(conn);
        if (unsent <= 0 && PQisBusy(conn) == 0)
            return Done();
        if (m_request && m_request->isAnswered() && !abandoned.isValid())
            abandoned.start();
        if (!mayGoOn(abandoned.isValid() ? abandoned.elapsed() : 0))
            return gaveUp();
        if (unsent > 0)
            (void)waitForSocket(PQsocket(conn), true, slice);
        const bool readable = waitForSocket(PQsocket(conn), false, unsent > 0 ? 0ms : slice);
        if (readable && PQconsumeInput(conn) != 1)
            return Done(); // what libpq says of the break is its next result
    }
}

Result<PgRows> DatabaseSession::collect()
{
    std::shared_ptr<pg_result> last;
    for (;;) {
        if (const auto ready = awaitResult(); !ready)
            return Failure(ready.error());
        const std::shared_ptr<pg_result> next(PQgetResult(m_connection.handle()), &PQclear);
        if (!next)
            return take(last);
        last = next;
        if (PQstatus(m_connection.handle()) == CONNECTION_BAD)
            return take(last);
    }
}

// The results of one statement, up to the sync that follows it.
Result<PgRows> DatabaseSession::collectPiped()
{
    std::shared_ptr<pg_result> last;
    for (;;) {
        if (const auto ready = awaitResult(); !ready)
            return Failure(ready.error());
        const std::shared_ptr<pg_result> next(PQgetResult(m_connection.handle()), &PQclear);
        if (PQstatus(m_connection.handle()) == CONNECTION_BAD)
            return take(next ? next : last);
        if (!next)
            continue; // between the statement's last result and its sync
        if (PQresultStatus(next.get()) == PGRES_PIPELINE_SYNC)
            return take(last);
        last = next;
    }
}

Result<PgRows> DatabaseSession::take(const std::shared_ptr<pg_result> &result)
{
    const ExecStatusType status = result ? PQresultStatus(result.get()) : PGRES_FATAL_ERROR;
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return PgRows(result);
    const bool fromServer = result && PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) != nullptr;
    Error error = fromServer ? errorOf(result.get()) : Error{Error::Code::Unavailable, u"connection lost"_s, {}};
    if (PQstatus(m_connection.handle()) == CONNECTION_BAD)
        error.code = Error::Code::Unavailable; // whatever the server said before it hung up
    if (error.code == Error::Code::Unavailable) {
        error.rule = u"connection_lost"_s;
        close();
    }
    qCWarning(logDatabase) << "statement failed:" << int(error.code) << error.rule << error.detail;
    return Failure(error);
}

} // namespace desk
