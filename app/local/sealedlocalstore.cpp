// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/local/sealedlocalstore.h"

#include "app/core/logcategories.h"
#include "app/core/wipe.h"
#include "app/local/seal.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString whyOf(const Error &error)
{
    return error.rule.isEmpty() ? u"keychain_absent"_s : error.rule;
}

} // namespace

SealedLocalStore::SealedLocalStore(SealedFile &file, SecretStore &secrets, DraftTable &table,
                                   std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_file(file), m_secrets(secrets), m_drafts(table), m_patience(patience)
{
    // What an earlier version left readable on the disk goes once the database has it.
    connect(&m_drafts, &DatabaseDrafts::saved, this, [this](const QString &key) {
        if (!isSealed())
            (void)m_file.saveDraft(key, {});
    });
}

QString SealedLocalStore::keyName(const QString &owner)
{
    return "brouillons "_L1 + owner;
}

/// Calls `then` with the keychain's answer, or with "locked" once the patience is over; never both, and never for an
/// owner who has left.
template <class T, class Then> void SealedLocalStore::patiently(const QFuture<Result<T>> &future, Then then)
{
    const auto settled = std::make_shared<bool>(false);
    const auto once = [this, settled, session = m_session, then](const Result<T> &answer) {
        if (std::exchange(*settled, true) || session != m_session)
            return;
        then(answer);
    };
    whenFinished(future, this, once);
    QTimer::singleShot(m_patience, this, [once] {
        once(Result<T>(Failure(Error{Error::Code::Timeout, u"keychain too slow"_s, u"keychain_locked"_s})));
    });
}

QFuture<Result<Done>> SealedLocalStore::open(const QString &owner)
{
    close();
    m_owner = owner;
    m_opening = std::make_shared<QPromise<Result<Done>>>();
    m_opening->start();
    const auto future = m_opening->future();
    whenFinished(m_file.open(owner), this, [this, session = m_session](const Result<Done> &opened) {
        if (session != m_session)
            return;
        if (!opened || !m_keychainAllowed) {
            useDatabase(opened ? u"private_server"_s : u"local_store"_s);
            return;
        }
        whenFinished(m_file.holdsSealed(), this, [this, session](const Result<bool> &holds) {
            if (session == m_session)
                findKey(holds.value_or(true));
        });
    });
    return future;
}

void SealedLocalStore::findKey(bool holdsSealed)
{
    patiently(m_secrets.read(keyName(m_owner)),
              [this, holdsSealed](const Found &found) { onKeyRead(found, holdsSealed); });
}

void SealedLocalStore::onKeyRead(const Found &found, bool holdsSealed)
{
    if (!found)
        useDatabase(whyOf(found.error()));
    else if (found->has_value())
        unlock(**found);
    else if (holdsSealed)
        useDatabase(u"keychain_locked"_s); // there is a key somewhere: never write over it
    else
        makeKey();
}

void SealedLocalStore::makeKey()
{
    QByteArray key = Seal::newKey();
    const QString text = QString::fromLatin1(key.toBase64());
    wipe(key);
    patiently(m_secrets.write(keyName(m_owner), text), [this](const Result<Done> &written) {
        if (written)
            readMadeKey();
        else
            useDatabase(whyOf(written.error()));
    });
}

// What the keychain says is what the next session will find: a second console may have written at the same moment.
void SealedLocalStore::readMadeKey()
{
    patiently(m_secrets.read(keyName(m_owner)), [this](const Found &found) {
        if (found && found->has_value())
            unlock(**found);
        else
            useDatabase(found ? u"keychain_locked"_s : whyOf(found.error()));
    });
}

void SealedLocalStore::unlock(const QString &text)
{
    QByteArray key = QByteArray::fromBase64(text.toLatin1());
    whenFinished(m_file.unlock(key), this, [this, session = m_session](const Result<int> &unlocked) {
        if (session != m_session)
            return;
        if (!unlocked) {
            useDatabase(u"seal_key"_s);
            return;
        }
        finish(LocalState::Keeping::Sealed, {});
        moveIntoFile();
    });
    wipe(key);
}

// What was typed while the key was being looked for.
void SealedLocalStore::moveIntoFile()
{
    const QMap<QString, QString> typed = m_drafts.values();
    for (auto it = typed.cbegin(); it != typed.cend(); ++it)
        (void)m_file.saveDraft(it.key(), it.value());
    m_drafts.close();
    for (const auto &[id, request] : std::exchange(m_pending, {}))
        (void)m_file.keepPending(id, request);
}

void SealedLocalStore::useDatabase(const QString &why)
{
    if (why != "private_server"_L1)
        qCWarning(logLocalStore) << "drafts are not kept on this machine:" << why;
    whenFinished(m_drafts.open(), this, [this, why, session = m_session](bool kept) {
        if (session == m_session)
            takePlain(kept ? LocalState::Keeping::Database : LocalState::Keeping::Memory, why);
    });
}

// Left by the version before this one: read before the services ask.
void SealedLocalStore::takePlain(LocalState::Keeping keeping, const QString &why)
{
    whenFinished(m_file.plainDrafts(), this,
                 [this, keeping, why, session = m_session](const Result<QMap<QString, QString>> &plain) {
                     if (session != m_session)
                         return;
                     const QMap<QString, QString> left = plain.value_or(QMap<QString, QString>());
                     for (auto it = left.cbegin(); it != left.cend(); ++it) {
                         if (m_drafts.value(it.key()).isEmpty())
                             m_drafts.set(it.key(), it.value());
                     }
                     finish(keeping, why);
                 });
}

void SealedLocalStore::finish(LocalState::Keeping keeping, const QString &why)
{
    m_state = {keeping, why, 0};
    if (const auto opening = std::exchange(m_opening, {})) {
        opening->addResult(Result<Done>(Done()));
        opening->finish();
    }
    Q_EMIT stateChanged();
}

void SealedLocalStore::close()
{
    ++m_session;
    if (const auto opening = std::exchange(m_opening, {})) {
        opening->addResult(fail(Error::Code::Cancelled, u"closed"_s));
        opening->finish();
    }
    m_drafts.close();
    m_pending.clear();
    m_owner.clear();
    m_file.close();
    m_state = {};
    Q_EMIT stateChanged();
}

QFuture<Result<Done>> SealedLocalStore::flush()
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    m_drafts.flush([promise] {
        promise->addResult(Result<Done>(Done()));
        promise->finish();
    });
    return promise->future();
}

LocalState SealedLocalStore::state() const
{
    LocalState state = m_state;
    state.setAside = m_file.setAside();
    return state;
}

QFuture<Result<Done>> SealedLocalStore::saveDraft(const QString &key, const QString &value)
{
    if (isSealed() || isPublicDraft(key))
        return m_file.saveDraft(key, value);
    m_drafts.set(key, value);
    return readyFuture(Result<Done>(Done()));
}

QFuture<Result<QString>> SealedLocalStore::draft(const QString &key)
{
    if (isSealed() || isPublicDraft(key))
        return m_file.draft(key);
    return readyFuture(Result<QString>(m_drafts.value(key)));
}

QFuture<Result<Done>> SealedLocalStore::keepPending(const QUuid &id, const QJsonObject &request)
{
    if (isSealed())
        return m_file.keepPending(id, request);
    m_pending.append({id, request});
    return readyFuture(Result<Done>(Done()));
}

QFuture<Result<Done>> SealedLocalStore::dropPending(const QUuid &id)
{
    m_pending.removeIf([&id](const auto &one) { return one.first == id; });
    return m_file.dropPending(id);
}

QFuture<Result<QList<QJsonObject>>> SealedLocalStore::pending()
{
    if (isSealed())
        return m_file.pending();
    auto promise = std::make_shared<QPromise<Result<QList<QJsonObject>>>>();
    promise->start();
    // Before those of this session: what an earlier version left on the disk, unsealed.
    whenFinished(m_file.pending(), this, [this, promise](const Result<QList<QJsonObject>> &left) {
        QList<QJsonObject> all = left.value_or(QList<QJsonObject>());
        for (const auto &[id, request] : std::as_const(m_pending))
            all << request;
        promise->addResult(Result<QList<QJsonObject>>(all));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Done>> SealedLocalStore::cacheScripts(const QJsonObject &scripts)
{
    return m_file.cacheScripts(scripts);
}

QFuture<Result<QJsonObject>> SealedLocalStore::cachedScripts()
{
    return m_file.cachedScripts();
}

} // namespace desk
