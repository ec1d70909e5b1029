// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/tableindexes.h"

#include <algorithm>
#include <functional>

namespace desk::demo {

namespace {

/// Unique indexes stay: loading in order costs them little, and a mistake shows at once.
constexpr char indexesSql[]
    = "select 'drop index ' || i.indexrelid::regclass as undo, pg_get_indexdef(i.indexrelid) as redo "
      "from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisunique "
      "order by i.indexrelid";

constexpr char foreignKeysSql[]
    = "select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as undo, "
      "format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, "
      "pg_get_constraintdef(c.oid)) as redo "
      "from pg_constraint c where c.contype = 'f' and c.conrelid = any ($1::regclass[]) order by c.oid";

} // namespace

Result<Done> TableIndexes::drop(PgConnection &connection, const QByteArrayList &tables)
{
    const QByteArray all = "{" + tables.join(',') + "}";
    for (const char *sql : {foreignKeysSql, indexesSql}) {
        const auto rows = connection.exec(sql, {all});
        if (!rows)
            return Failure(rows.error());
        for (int i = 0; i < rows->size(); ++i) {
            if (auto dropped = connection.execScript(rows->bytes(i, "undo")); !dropped)
                return dropped;
            m_statements.append(rows->bytes(i, "redo"));
        }
    }
    // Foreign keys last: they look rows up.
    const auto isKey = [](const QByteArray &sql) { return sql.startsWith("alter"); };
    std::stable_partition(m_statements.begin(), m_statements.end(), std::not_fn(isKey));
    return Done{};
}

} // namespace desk::demo
