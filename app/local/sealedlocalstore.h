// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/local/databasedrafts.h"
#include "app/local/localstore.h"
#include "app/session/sessionstore.h"

#include <QObject>

#include <chrono>

namespace desk {

/// The LocalStore of the services. Finds the key of the log-in in the keychain and keeps drafts and operations sealed
/// on this machine; without a usable keychain drafts go to the central database and operations stay in memory. The key
/// is made and written only when nothing sealed is there: a locked keyring answers like an empty one, and a new key
/// would lose what the old one sealed. GUI thread.
class SealedLocalStore : public QObject, public LocalStore {
    Q_OBJECT
public:
    /// `patience`: how long the keychain may take to answer; after that it counts as locked for this session.
    SealedLocalStore(SealedFile &file, SecretStore &secrets, DraftTable &table,
                     std::chrono::milliseconds patience = std::chrono::seconds(5), QObject *parent = nullptr);

    [[nodiscard]] static QString keyName(const QString &owner); ///< of the keychain's entry

    [[nodiscard]] QFuture<Result<Done>> open(const QString &owner) override;
    void allowKeychain(bool allowed) override { m_keychainAllowed = allowed; }
    void close() override;
    [[nodiscard]] QFuture<Result<Done>> flush() override;
    [[nodiscard]] LocalState state() const override;
    [[nodiscard]] QString damagedFile() const override { return m_file.damagedFile(); }
    [[nodiscard]] QFuture<Result<Done>> saveDraft(const QString &key, const QString &value) override;
    [[nodiscard]] QFuture<Result<QString>> draft(const QString &key) override;
    [[nodiscard]] QFuture<Result<Done>> keepPending(const QUuid &id, const QJsonObject &request) override;
    [[nodiscard]] QFuture<Result<Done>> dropPending(const QUuid &id) override;
    [[nodiscard]] QFuture<Result<QList<QJsonObject>>> pending() override;
    [[nodiscard]] QFuture<Result<Done>> cacheScripts(const QJsonObject &scripts) override;
    [[nodiscard]] QFuture<Result<QJsonObject>> cachedScripts() override;

Q_SIGNALS:
    void stateChanged();

private:
    using Found = Result<std::optional<QString>>;
    [[nodiscard]] bool isSealed() const { return m_state.keeping == LocalState::Keeping::Sealed; }
    void findKey(bool holdsSealed);
    void onKeyRead(const Found &found, bool holdsSealed);
    void makeKey();
    void readMadeKey();
    void unlock(const QString &text);
    void moveIntoFile();
    void useDatabase(const QString &why);
    void takePlain(LocalState::Keeping keeping, const QString &why);
    void finish(LocalState::Keeping keeping, const QString &why);
    template <class T, class Then> void patiently(const QFuture<Result<T>> &future, Then then);

    SealedFile &m_file;
    SecretStore &m_secrets;
    DatabaseDrafts m_drafts;
    std::chrono::milliseconds m_patience;
    std::shared_ptr<QPromise<Result<Done>>> m_opening;
    QString m_owner;
    LocalState m_state;
    QList<std::pair<QUuid, QJsonObject>> m_pending; ///< of this session, where they cannot be sealed
    int m_session = 0;
    bool m_keychainAllowed = true;
};

} // namespace desk
