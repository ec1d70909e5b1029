// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/pgconnection.h"

#include "app/core/logcategories.h"
#include "db/libpq/conninfo.h"
#include "db/libpq/socketwait.h"
#include "db/libpq/sqlstate.h"

#include <QRegularExpression>

#include <libpq-fe.h>

#include <chrono>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

void ignoreNotice(void *, const PGresult *)
{
    // "already exists, skipping" and the like: libpq would write them on the console
}

/// libpq tells the SQLSTATE of a refused connection only inside its verbose message, in any language:
/// "… failed: FATAL:  28P01: …", with the two spaces.
QString stateInMessage(const QString &message)
{
    static const QRegularExpression pattern(u":  ([0-9A-Z]{5}): "_s);
    return pattern.match(message).captured(1);
}

/// A message that repeats what was sent (data exceptions, broken constraints) is left out of the log.
bool repeatsData(const QByteArray &state)
{
    return state.startsWith("22") || state.startsWith("23");
}

Error errorFromResult(const PGresult *result)
{
    const auto field = [result](int code) { return QByteArray(PQresultErrorField(result, code)); };
    const QByteArray state = field(PG_DIAG_SQLSTATE);
    QByteArray detail = state + ' ' + (repeatsData(state) ? QByteArray() : field(PG_DIAG_MESSAGE_PRIMARY));
    for (const char code : {PG_DIAG_TABLE_NAME, PG_DIAG_COLUMN_NAME, PG_DIAG_CONSTRAINT_NAME}) {
        if (const QByteArray name = field(code); !name.isEmpty())
            detail += ' ' + name;
    }
    return errorFromSqlState(QString::fromLatin1(state), QString::fromUtf8(detail));
}

PGconn *startConnecting(const ConnInfo &info, const QByteArray &password)
{
    std::vector<QByteArray> texts; // keeps the bytes alive for the two arrays of pointers
    texts.reserve(static_cast<size_t>(info.size()) * 2 + 2);
    for (auto it = info.cbegin(); it != info.cend(); ++it) {
        texts.push_back(it.key().toUtf8());
        texts.push_back(it.value().toUtf8());
    }
    if (!password.isEmpty()) {
        texts.push_back("password");
        texts.push_back(password);
    }
    std::vector<const char *> keywords, values;
    for (size_t i = 0; i < texts.size(); i += 2) {
        keywords.push_back(texts[i].constData());
        values.push_back(texts[i + 1].constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectStartParams(keywords.data(), values.data(), 0);
}

/// Drives the connection to its end. libpq's own loop cannot be used: its messages carry no SQLSTATE, because
/// the verbosity can be set on a started connection only. False: the time was over.
bool finishConnecting(PGconn *conn, std::chrono::milliseconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left <= 0ms || !waitForSocket(PQsocket(conn), status == PGRES_POLLING_WRITING, left))
            return false;
        status = PQconnectPoll(conn);
    }
    return true;
}

/// One entry per host, so that a silent one delays but does not stop the others.
QList<ConnInfo> oneHostEach(const ConnInfo &info)
{
    const QStringList hosts = info.value(u"host"_s).split(u',');
    const QStringList addresses = info.value(u"hostaddr"_s).split(u',');
    const QStringList ports = info.value(u"port"_s).split(u',');
    QList<ConnInfo> all;
    for (qsizetype i = 0; i < std::max(hosts.size(), addresses.size()); ++i) {
        ConnInfo one = info;
        const auto choose = [&](const QString &keyword, const QStringList &values) {
            if (info.contains(keyword))
                one.insert(keyword, values.size() == 1 ? values.first() : values.value(i));
        };
        choose(u"host"_s, hosts);
        choose(u"hostaddr"_s, addresses);
        choose(u"port"_s, ports);
        all << one;
    }
    return all;
}

/// Every host in turn; "prefer-standby" is two rounds, as in libpq.
QList<ConnInfo> attempts(const ConnInfo &info)
{
    const QString keyword = u"target_session_attrs"_s;
    if (info.value(keyword) != "prefer-standby"_L1)
        return oneHostEach(info);
    ConnInfo standby = info, any = info;
    standby.insert(keyword, u"standby"_s);
    any.insert(keyword, u"any"_s);
    return oneHostEach(standby) + oneHostEach(any);
}

} // namespace

void PgConnection::Closer::operator()(PGconn *conn) const
{
    PQfinish(conn);
}

Result<PgConnection> PgConnection::open(const QString &conninfoOrUri, const QString &applicationName,
                                        const QString &password)
{
    Result<ConnInfo> parsed = parseConnInfo(conninfoOrUri);
    if (!parsed)
        return Failure(parsed.error());
    parsed->insert(u"application_name"_s, applicationName);
    parsed->insert(u"client_encoding"_s, u"UTF8"_s);
    const int asked = parsed->value(u"connect_timeout"_s).toInt();
    const auto atMost = asked > 0 ? std::chrono::seconds(asked) : 10s;

    Error error = errorFromSqlState({}, u"no host to connect to"_s);
    for (const ConnInfo &info : attempts(*parsed)) {
        PgConnection connection;
        connection.m_conn.reset(startConnecting(info, password.toUtf8()));
        PGconn *conn = connection.handle();
        if (conn == nullptr)
            return fail(Error::Code::Internal, u"out of memory"_s);
        PQsetErrorVerbosity(conn, PQERRORS_VERBOSE);
        PQsetNoticeReceiver(conn, ignoreNotice, nullptr);
        if (PQstatus(conn) != CONNECTION_BAD && !finishConnecting(conn, atMost)) {
            error = errorFromSqlState({}, u"no answer within %1 s"_s.arg(atMost.count()));
            continue;
        }
        if (PQstatus(conn) == CONNECTION_OK) {
            PQsetErrorVerbosity(conn, PQERRORS_DEFAULT);
            return connection;
        }
        error = connection.connectionError(u"connect"_s);
        if (error.code == Error::Code::AuthFailed)
            break; // another host would refuse alike, and count a second failure
    }
    qCDebug(logDatabase) << "not connected:" << error.detail;
    return Failure(error);
}

Error PgConnection::connectionError(const QString &what) const
{
    if (!m_conn)
        return errorFromSqlState({}, what + ": not connected"_L1);
    if (PQconnectionNeedsPassword(m_conn.get()))
        return Error{Error::Code::AuthFailed, what + ": the server wants a password"_L1, u"password_needed"_s};
    const QString message = QString::fromUtf8(PQerrorMessage(m_conn.get())).trimmed();
    const QString firstLine = message.section(u'\n', 0, 0);
    if (PQstatus(m_conn.get()) != CONNECTION_BAD)
        return errorFromSqlState(u"XX000"_s, what + ": "_L1 + firstLine);
    return errorFromSqlState(stateInMessage(message), what + ": "_L1 + firstLine);
}

Result<PgRows> PgConnection::take(pg_result *result)
{
    const std::shared_ptr<pg_result> owned(result, &PQclear);
    switch (result != nullptr ? PQresultStatus(result) : PGRES_FATAL_ERROR) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
    case PGRES_COPY_IN:
        return PgRows(owned);
    case PGRES_FATAL_ERROR:
        // A result without SQLSTATE was made by libpq itself: the connection broke.
        if (result != nullptr && PQresultErrorField(result, PG_DIAG_SQLSTATE) != nullptr)
            return Failure(errorFromResult(result));
        return Failure(connectionError(u"statement"_s));
    default:
        return fail(Error::Code::Internal,
                    u"unexpected answer: %1"_s.arg(QLatin1StringView(PQresStatus(PQresultStatus(result)))));
    }
}

Result<PgRows> PgConnection::exec(const QByteArray &sql, const QList<std::optional<QByteArray>> &params)
{
    if (!m_conn)
        return Failure(connectionError(u"statement"_s));
    std::vector<const char *> values;
    values.reserve(static_cast<size_t>(params.size()));
    for (const std::optional<QByteArray> &param : params)
        values.push_back(param ? param->constData() : nullptr);
    return take(PQexecParams(m_conn.get(), sql.constData(), static_cast<int>(params.size()), nullptr, values.data(),
                             nullptr, nullptr, 0));
}

Result<Done> PgConnection::execScript(const QByteArray &sql)
{
    if (!m_conn)
        return Failure(connectionError(u"script"_s));
    const Result<PgRows> rows = take(PQexec(m_conn.get(), sql.constData()));
    return rows ? Result<Done>(Done{}) : Failure(rows.error());
}

Result<Done> PgConnection::copyBegin(const QByteArray &sql)
{
    return execScript(sql);
}

Result<Done> PgConnection::copyRow(const QByteArray &line)
{
    const bool complete = line.endsWith('\n');
    const QByteArray text = complete ? line : line + '\n';
    if (!m_conn || PQputCopyData(m_conn.get(), text.constData(), static_cast<int>(text.size())) != 1)
        return Failure(connectionError(u"copy"_s));
    return Done{};
}

Result<Done> PgConnection::copyEnd()
{
    if (!m_conn || PQputCopyEnd(m_conn.get(), nullptr) != 1)
        return Failure(connectionError(u"copy"_s));
    Result<PgRows> rows = take(PQgetResult(m_conn.get()));
    while (PGresult *more = PQgetResult(m_conn.get()))
        PQclear(more);
    return rows ? Result<Done>(Done{}) : Failure(rows.error());
}

QByteArray PgConnection::copyEscaped(const QByteArray &value)
{
    QByteArray escaped;
    escaped.reserve(value.size());
    for (const char c : value) {
        switch (c) {
        case '\\':
            escaped += "\\\\";
            break;
        case '\t':
            escaped += "\\t";
            break;
        case '\n':
            escaped += "\\n";
            break;
        case '\r':
            escaped += "\\r";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

QByteArray PgConnection::quotedIdentifier(const QByteArray &name) const
{
    const std::unique_ptr<char, decltype(&PQfreemem)> text(
        PQescapeIdentifier(m_conn.get(), name.constData(), static_cast<size_t>(name.size())), &PQfreemem);
    return QByteArray(text.get());
}

QByteArray PgConnection::quotedLiteral(const QByteArray &value) const
{
    const std::unique_ptr<char, decltype(&PQfreemem)> text(
        PQescapeLiteral(m_conn.get(), value.constData(), static_cast<size_t>(value.size())), &PQfreemem);
    return QByteArray(text.get());
}

bool PgConnection::usedPassword() const
{
    return m_conn && PQconnectionUsedPassword(m_conn.get()) != 0;
}

bool PgConnection::usesTls() const
{
    return m_conn && PQsslInUse(m_conn.get()) != 0;
}

bool PgConnection::isOpen() const
{
    return m_conn && PQstatus(m_conn.get()) == CONNECTION_OK;
}

} // namespace desk
