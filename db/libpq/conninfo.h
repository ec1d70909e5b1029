// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QMap>
#include <QString>

namespace desk {

/// libpq keywords and values, without any secret.
using ConnInfo = QMap<QString, QString>;

/// Reads a "postgresql://…" URI or a "host=… dbname=…" string as libpq does. Errors: Invalid with rule
/// "uri_password" when it holds a password (a command line and a settings file can be read by others),
/// Invalid with rule "bad_uri" when libpq does not understand it. The detail never repeats the text. Any
/// thread.
[[nodiscard]] Result<ConnInfo> parseConnInfo(const QString &text);

/// The "keyword='value' …" string of these keywords, as PgConnection::open takes it.
[[nodiscard]] QString toConnInfoText(const ConnInfo &info);

/// The same as a postgresql:// URI, every keyword as a query parameter:
/// "postgresql://?host=%2Frun&dbname=asp". It carries socket folders and several hosts alike, and goes on a
/// command line in one piece.
[[nodiscard]] QString toConnInfoUri(const ConnInfo &info);

} // namespace desk
