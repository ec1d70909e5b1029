// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct pg_result;

namespace desk {

/// The rows a statement answered, read by column name. Cheap to copy (shared, never modified). Rows count
/// from 0; a row or column that does not exist reads as NULL, and is a defect of the caller.
class PgRows {
public:
    PgRows() = default;
    explicit PgRows(std::shared_ptr<pg_result> result);

    [[nodiscard]] int size() const; ///< number of rows
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] qint64 affected() const; ///< rows inserted, changed or deleted
    [[nodiscard]] QByteArray commandTag() const; ///< "INSERT 0 1", "COMMIT", "ROLLBACK"…
    [[nodiscard]] bool hasColumn(const char *column) const;

    /// nullopt is NULL.
    [[nodiscard]] std::optional<QByteArray> value(int row, const char *column) const;
    [[nodiscard]] QByteArray bytes(int row, const char *column) const; ///< empty for NULL
    [[nodiscard]] QString text(int row, const char *column) const; ///< empty for NULL
    [[nodiscard]] qint64 number(int row, const char *column) const; ///< 0 for NULL
    [[nodiscard]] bool flag(int row, const char *column) const; ///< false for NULL

private:
    std::shared_ptr<pg_result> m_result;
};

} // namespace desk
