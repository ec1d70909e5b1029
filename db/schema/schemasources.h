// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace desk {

/// One numbered step of the schema.
struct Migration {
    int version = 0;
    QString name; ///< "0001_tables"
    QByteArray sql;
    [[nodiscard]] QString sha256() const; ///< hexadecimal, of the text with "\n" line ends whatever the checkout did
};

/// One script as it ships with this release.
struct ShippedScript {
    QString id;
    QString title;
    QByteArray yaml;
    [[nodiscard]] QString sha256() const;
};

/// Everything the migrator brings into a database.
struct SchemaSources {
    QByteArray roles; ///< makes the group roles; safe to run again
    QList<Migration> migrations; ///< by version, from 1
    QList<ShippedScript> scripts;

    [[nodiscard]] int newestVersion() const { return migrations.isEmpty() ? 0 : migrations.constLast().version; }
    /// What is packed in this program. Any thread.
    [[nodiscard]] static SchemaSources shipped();
};

/// Reads "NNNN_name.sql" files of a folder, by version. Files named otherwise are left out.
[[nodiscard]] QList<Migration> migrationsIn(const QString &folder);
/// Reads the "*.yaml" files of a folder; `id` and `title` are their top-level keys, the id is else the file's
/// name.
[[nodiscard]] QList<ShippedScript> scriptsIn(const QString &folder);

} // namespace desk
