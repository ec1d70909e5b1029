// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace desk {

// Values of a statement, as text. nullopt is NULL. A NUL cannot be stored in PostgreSQL and would cut a text short: it
// is left out. Any thread.
[[nodiscard]] std::optional<QByteArray> sqlText(const QString &text);
[[nodiscard]] std::optional<QByteArray> sqlTextOrNull(const QString &text); ///< NULL when empty
[[nodiscard]] std::optional<QByteArray> sqlNumber(qint64 number);
[[nodiscard]] std::optional<QByteArray> sqlUuid(const QUuid &uuid); ///< NULL when null
[[nodiscard]] QJsonValue jsonUuid(const QUuid &uuid); ///< null when null
[[nodiscard]] std::optional<QByteArray> sqlJson(const QJsonObject &object);
[[nodiscard]] std::optional<QByteArray> sqlJson(const QJsonArray &array);

} // namespace desk
