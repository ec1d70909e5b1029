// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/pgrows.h"

#include <libpq-fe.h>

namespace desk {

PgRows::PgRows(std::shared_ptr<pg_result> result) : m_result(std::move(result))
{
}

int PgRows::size() const
{
    return m_result ? PQntuples(m_result.get()) : 0;
}

qint64 PgRows::affected() const
{
    return m_result ? QByteArray(PQcmdTuples(m_result.get())).toLongLong() : 0;
}

QByteArray PgRows::commandTag() const
{
    return m_result ? QByteArray(PQcmdStatus(m_result.get())) : QByteArray();
}

bool PgRows::hasColumn(const char *column) const
{
    return m_result && PQfnumber(m_result.get(), column) >= 0;
}

std::optional<QByteArray> PgRows::value(int row, const char *column) const
{
    const int field = m_result ? PQfnumber(m_result.get(), column) : -1;
    Q_ASSERT_X(field >= 0 && row >= 0 && row < size(), "PgRows::value", column);
    if (field < 0 || row < 0 || row >= size() || PQgetisnull(m_result.get(), row, field))
        return std::nullopt;
    return QByteArray(PQgetvalue(m_result.get(), row, field), PQgetlength(m_result.get(), row, field));
}

QByteArray PgRows::bytes(int row, const char *column) const
{
    return value(row, column).value_or(QByteArray());
}

QString PgRows::text(int row, const char *column) const
{
    return QString::fromUtf8(bytes(row, column));
}

qint64 PgRows::number(int row, const char *column) const
{
    return bytes(row, column).toLongLong();
}

bool PgRows::flag(int row, const char *column) const
{
    return bytes(row, column) == "t";
}

} // namespace desk
