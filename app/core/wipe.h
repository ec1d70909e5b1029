// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QString>

namespace desk {

/// Overwrites a secret in memory and empties it. Reaches this copy only, and only when nobody shares it: Qt shares
/// texts freely, so whoever holds a secret keeps it in one place and hands it on as late as possible.
void wipe(QString &text);
void wipe(QByteArray &bytes);

} // namespace desk
