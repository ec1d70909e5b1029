// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QLatin1StringView>

namespace desk {

/// The text of db/queries/<name>.sql; empty when there is none. Any thread.
[[nodiscard]] QByteArray queryText(QLatin1StringView name);

} // namespace desk
