// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/local/seal.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSqlDatabase>
#include <QString>
#include <QUuid>

class QSqlQuery;

namespace desk {

/// One owner's SQLite file. Lives in one thread, blocks. Mode 0600 in a folder of mode 0700; what is removed is
/// overwritten. Drafts and operations are sealed, under names that hold ids only; what is public (cached scripts) is
/// not. A value that its key does not open is moved to the table set_aside, and counted. Errors: DiskFull; Unavailable
/// with rule "local_store" (cannot be opened, written or read).
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
    [[nodiscard]] Result<bool> holdsSealed();
    [[nodiscard]] Result<int> unlock(const QByteArray &key); ///< see SealedFile
    [[nodiscard]] int setAside() const { return m_setAside; }
    [[nodiscard]] Result<QMap<QString, QString>> plainDrafts();

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
    void setFileAside();
    void purge();
    [[nodiscard]] bool checkKey();
    [[nodiscard]] Result<Done> setAllAside();
    [[nodiscard]] Result<Done> sealPlain();
    [[nodiscard]] Result<Done> keep(const QString &kind, const QString &name, const QByteArray &value);
    [[nodiscard]] std::optional<QByteArray> opened(const QString &kind, const QString &name, const QByteArray &sealed);
    void purgeFiles() const;
    [[nodiscard]] Result<Done> exec(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<QList<QVariantList>> rows(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<QStringList> column(const QString &sql, const QVariantList &values = {});

    QString m_folder, m_file, m_connection, m_damaged;
    std::optional<Seal> m_seal; ///< none yet: only what is public can be kept
    int m_setAside = 0;
    QSqlDatabase m_db;
};

} // namespace desk
