// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QCoreApplication>
#include <QString>

namespace desk {

/// The table of what each rule of the database, or of the connection to it, is said with: what happened, what was kept,
/// what to do. A new rule needs its row.
struct Rules {
    Q_DECLARE_TR_FUNCTIONS(Rules)
public:
    [[nodiscard]] static QString sentence(const QString &rule); ///< empty for a rule this program does not know
};

} // namespace desk
