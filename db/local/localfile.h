// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QJsonObject>
#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QUuid>

class QSqlQuery;

namespace desk {

/// One owner's SQLite file. Lives in one thread, blocks. Mode 0600 in a folder of mode 0700; what is removed is
/// overwritten. Errors: DiskFull; Unavailable with rule "local_store" (cannot be opened, written or read).
class LocalFile {
public:
    /// Opens or makes the file of `owner` in `folder`. A damaged one is renamed (damagedFile) and a fresh one made.
    /// Purges what is older than 7 days, of every owner.
    LocalFile(const QString &folder, const QString &owner);
    ~LocalFile();
    LocalFile(const LocalFile &) = delete;
    LocalFile &operator=(const LocalFile &) = delete;

    [[nodiscard]] Result<Done> open();
    [[nodiscard]] QString damagedFile() const { return m_damaged; }

    [[nodiscard]] Result<Done> saveDraft(const QString &key, const QString &value);
    [[nodiscard]] Result<QString> draft(const QString &key);
    [[nodiscard]] Result<Done> keepPending(const QUuid &id, const QJsonObject &request);
    [[nodiscard]] Result<Done> dropPending(const QUuid &id);
    [[nodiscard]] Result<QList<QJsonObject>> pending();
    [[nodiscard]] Result<Done> keepCache(const QString &name, const QJsonObject &content);
    [[nodiscard]] Result<QJsonObject> cache(const QString &name);

private:
    [[nodiscard]] bool prepareFile() const;
    [[nodiscard]] bool isSound();
    [[nodiscard]] bool openFile();
    void closeFile();
    void setAside();
    void purge();
    void purgeFiles() const;
    [[nodiscard]] Result<Done> exec(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<QStringList> column(const QString &sql, const QVariantList &values = {});

    QString m_folder, m_file, m_connection, m_damaged;
    QSqlDatabase m_db;
};

} // namespace desk
