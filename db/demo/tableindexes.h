// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/libpq/pgconnection.h"

#include <QByteArrayList>

namespace desk::demo {

/// Takes the foreign keys and the indexes that enforce nothing off the given tables while they are loaded,
/// and makes them again exactly as they were: PostgreSQL then checks every row at once, which is many times
/// faster than one by one. In the caller's transaction: whatever goes wrong, its rollback brings them back.
class TableIndexes {
public:
    /// `tables`: schema-qualified names.
    [[nodiscard]] Result<Done> drop(PgConnection &connection, const QByteArrayList &tables);
    /// The statements that make them again, in order.
    [[nodiscard]] const QByteArrayList &statements() const { return m_statements; }

private:
    QByteArrayList m_statements;
};

} // namespace desk::demo
