// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace desk {

/// One file of SQL, with "\n" line ends whatever the checkout did.
struct SqlFile {
    QString path; ///< below db/schema: "functions/calls/open_call.sql"
    QByteArray sql;
};

/// One numbered step of the tables: applied once, then never edited. The first is the baseline, of several files.
struct SchemaChange {
    int version = 0;
    QString name; ///< "0041_baseline"
    QList<SqlFile> files;
    [[nodiscard]] QString sha256() const; ///< hexadecimal, of all its files
};

/// What is made anew whenever any of it differs: functions, triggers, grants, and the rules that are rows.
struct SchemaCode {
    QList<SqlFile> drop; ///< takes away what an earlier release made
    QList<SqlFile> functions; ///< in any order: one that needs another waits for it
    QList<SqlFile> rules; ///< in order of their names
    QList<SqlFile> after; ///< grants and settings, over all of them
    [[nodiscard]] QString sha256() const; ///< empty when there is none
    [[nodiscard]] bool isEmpty() const { return functions.isEmpty(); }
};

/// A chain of migrations that the baseline stands for: a database that went through all of it has the baseline's
/// tables.
struct FormerChain {
    int last = 0; ///< its newest version; 0: there was none
    QString sha256; ///< of "version:sha256 of the file" of each, a line each
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
    QList<SchemaChange> changes; ///< by version
    SchemaCode code;
    FormerChain former;
    QList<ShippedScript> scripts;
    int newestTriedServer = 17; ///< PostgreSQL: major version; a newer one is tried, and told

    [[nodiscard]] int newestVersion() const { return changes.isEmpty() ? 0 : changes.constLast().version; }
    /// What is packed in this program. Any thread.
    [[nodiscard]] static SchemaSources shipped();
};

/// Reads the "*.sql" files of a folder and of those below it, by path; `root` is left out of the paths.
[[nodiscard]] QList<SqlFile> sqlFilesIn(const QString &root, const QString &folder);
/// Reads "NNNN_name.sql" files of a folder, by version. Files named otherwise are left out.
[[nodiscard]] QList<SchemaChange> changesIn(const QString &root, const QString &folder);
/// Reads the "*.yaml" files of a folder; `id` and `title` are their top-level keys, the id is else the file's
/// name.
[[nodiscard]] QList<ShippedScript> scriptsIn(const QString &folder);

} // namespace desk
