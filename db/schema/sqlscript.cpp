// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/schema/sqlscript.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using OwnedResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// The end of what begins at `at` and may hold a semicolon that ends nothing; `at` itself when nothing does.
qsizetype endOfQuoted(const QByteArray &sql, qsizetype at)
{
    const auto after = [&sql](const QByteArray &mark, qsizetype from) {
        const qsizetype found = sql.indexOf(mark, from);
        return found < 0 ? sql.size() : found + mark.size();
    };
    const char c = sql.at(at);
    if (c == '\'' || c == '"')
        return after(QByteArray(1, c), at + 1); // a doubled one begins the next quoted piece
    if (sql.mid(at, 2) == "--")
        return after("\n", at);
    if (sql.mid(at, 2) == "/*")
        return after("*/", at);
    if (c == '$') {
        qsizetype end = at + 1;
        while (end < sql.size() && (std::isalnum(static_cast<unsigned char>(sql.at(end))) != 0 || sql.at(end) == '_'))
            ++end;
        if (end < sql.size() && sql.at(end) == '$') {
            const QByteArray tag = sql.mid(at, end - at + 1);
            return after(tag, end + 1);
        }
    }
    return at;
}

bool isComment(const QByteArray &sql, qsizetype at)
{
    return sql.mid(at, 2) == "--" || sql.mid(at, 2) == "/*";
}

int lineOfCharacter(const QByteArray &sql, qsizetype character)
{
    return static_cast<int>(QString::fromUtf8(sql).left(character - 1).count(u'\n')) + 1;
}

SqlFault faultFrom(const PGresult *result, PGconn *connection, const QByteArray &sql, qsizetype statement)
{
    const auto field = [result](int code) { return QByteArray(PQresultErrorField(result, code)); };
    SqlFault fault{field(PG_DIAG_SQLSTATE), QString::fromUtf8(field(PG_DIAG_MESSAGE_PRIMARY)), 0};
    if (fault.state.isEmpty())
        fault.message = QString::fromUtf8(PQerrorMessage(connection)).section(u'\n', 0, 0);
    if (const int position = field(PG_DIAG_STATEMENT_POSITION).toInt(); position > 0)
        fault.line = lineOfCharacter(sql, position);
    else
        fault.line = statementLines(sql).value(statement);
    return fault;
}

} // namespace

bool SqlFault::needsSomething() const
{
    static constexpr std::array states{"42883", "42704", "42P01"};
    return std::find(states.begin(), states.end(), state) != states.end();
}

QList<int> statementLines(const QByteArray &sql)
{
    QList<int> lines;
    qsizetype at = 0;
    int line = 1;
    bool inside = false;
    while (at < sql.size()) {
        const bool blank = std::isspace(static_cast<unsigned char>(sql.at(at))) != 0;
        if (!inside && !blank && !isComment(sql, at) && sql.at(at) != ';') {
            lines << line;
            inside = true;
        }
        inside = inside && sql.at(at) != ';';
        const qsizetype next = std::max(endOfQuoted(sql, at), at + 1);
        line += static_cast<int>(QByteArrayView(sql).sliced(at, next - at).count('\n'));
        at = next;
    }
    return lines;
}

tl::expected<Done, SqlFault> runSqlFile(PgConnection &connection, const QByteArray &sql)
{
    PGconn *handle = connection.handle();
    if (handle == nullptr || PQsendQuery(handle, sql.constData()) != 1)
        return tl::unexpected(SqlFault{{}, u"no connection"_s, 0});
    tl::expected<Done, SqlFault> outcome = Done{};
    qsizetype done = 0;
    while (const OwnedResult result{PQgetResult(handle), &PQclear}) {
        const ExecStatusType status = PQresultStatus(result.get());
        if (outcome && status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
            outcome = tl::unexpected(faultFrom(result.get(), handle, sql, done));
        ++done;
    }
    return outcome;
}

} // namespace desk
