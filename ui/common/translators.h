// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

class QCoreApplication;

namespace desk {

/// Installs the texts of `language` ("fr" or "en") and those of Qt's own dialogs, replacing those installed before; the
/// windows get QEvent::LanguageChange. The texts in the code are French; French has a file too, for its plurals.
void installTranslators(QCoreApplication &app, const QString &language);

} // namespace desk
