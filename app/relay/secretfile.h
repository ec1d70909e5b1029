// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace desk {

/// The one line of a file only we may read; a relative name is looked up where systemd puts credentials
/// ($CREDENTIALS_DIRECTORY). Errors: Invalid with rule "secret_unreadable", "secret_open" (others may read it) or
/// "secret_empty" (nothing, more than one line, or too long), params file.
[[nodiscard]] Result<QByteArray> readSecretFile(const QString &file);

} // namespace desk
