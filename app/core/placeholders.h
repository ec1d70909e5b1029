// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QString>

namespace desk {

/// Replaces each `{name}` of a text that ships with the programs; what a value itself contains is never expanded again.
/// Fails with "missing_value" and the name when one is not among `values`.
[[nodiscard]] Result<QString> fillPlaceholders(const QString &text, const QHash<QString, QString> &values);

} // namespace desk
