// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/secrets/keychainsecretstore.h"

#include "app/core/logcategories.h"

#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString service()
{
    return u"asp-console"_s;
}

Failure failure(const QKeychain::Job &job)
{
    const bool locked = job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser;
    qCWarning(logSession) << "keychain:" << int(job.error());
    // Every way of having no keychain at all comes as OtherError; NoBackendAvailable was never seen.
    return Failure(locked ? Error{Error::Code::Forbidden, u"keychain locked"_s, u"keychain_locked"_s}
                          : Error{Error::Code::Unavailable, u"no keychain"_s, u"keychain_absent"_s});
}

/// Starts `job`; `answer` makes the result out of it. Whichever comes first, the job's end or the deadline, answers.
template <class T, class Answer>
QFuture<Result<T>> start(QKeychain::Job *job, QObject *parent, std::chrono::milliseconds deadline, Answer answer)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const QFuture<Result<T>> future = promise->future();
    const auto settle = [promise](Result<T> result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(result));
        promise->finish();
    };
    job->setAutoDelete(false); // its result is read in the slot
    job->setParent(parent);
    QObject::connect(job, &QKeychain::Job::finished, job, [settle, answer, job] {
        settle(answer(*job));
        job->deleteLater();
    });
    QTimer::singleShot(deadline, job, [settle] {
        settle(Failure(Error{Error::Code::Timeout, u"keychain prompt unanswered"_s, u"keychain_locked"_s}));
    });
    job->start();
    return future;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent), m_deadline(deadline)
{
}

QFuture<Result<std::optional<QString>>> KeychainSecretStore::read(const QString &key)
{
    using Value = std::optional<QString>;
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(key);
    return start<Value>(job, this, m_deadline, [job](const QKeychain::Job &ended) -> Result<Value> {
        if (ended.error() == QKeychain::EntryNotFound)
            return Value();
        if (ended.error() != QKeychain::NoError)
            return failure(ended);
        return Value(job->textData());
    });
}

QFuture<Result<Done>> KeychainSecretStore::write(const QString &key, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(key);
    job->setTextData(secret);
    return start<Done>(job, this, m_deadline, [](const QKeychain::Job &ended) -> Result<Done> {
        if (ended.error() != QKeychain::NoError)
            return failure(ended);
        return Done();
    });
}

QFuture<Result<Done>> KeychainSecretStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(key);
    return start<Done>(job, this, m_deadline, [](const QKeychain::Job &ended) -> Result<Done> {
        if (ended.error() != QKeychain::NoError && ended.error() != QKeychain::EntryNotFound)
            return failure(ended);
        return Done();
    });
}

} // namespace desk
