// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/secrets/keychainsecretstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace desk;

/// Run once in each state of the keychain; KEYRING says which.
class TestSecrets : public QObject {
    Q_OBJECT
private:
    const QString m_key = u"asp-console n.martin@db1:5432/asp"_s;
    const QByteArray m_state = qgetenv("KEYRING");

    template <class T> static T waitFor(const QFuture<T> &future)
    {
        (void)QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
        return future.isFinished() ? future.result() : T(fail(Error::Code::Internal, u"never answered"_s));
    }

private Q_SLOTS:
    void keptReadAndRemoved()
    {
        if (m_state != "unlocked")
            QSKIP("for another state of the keychain");
        KeychainSecretStore store;
        const QString secret = u"mot de passe « é » \\ ' 😀"_s;
        const auto none = waitFor(store.read(m_key));
        QVERIFY(none);
        QVERIFY(!*none);
        QVERIFY(waitFor(store.write(m_key, secret)));
        const auto found = waitFor(store.read(m_key));
        QVERIFY(found && *found);
        QCOMPARE(**found, secret);
        QVERIFY(waitFor(store.write(m_key, u"new"_s)));
        QCOMPARE(**waitFor(store.read(m_key)), u"new"_s);
        QVERIFY(!*waitFor(store.read(u"another key"_s)));
        QVERIFY(waitFor(store.remove(m_key)));
        QVERIFY(!*waitFor(store.read(m_key)));
        QVERIFY(waitFor(store.remove(m_key))); // nothing there: fine
    }

    void theWindowLivesOnMeanwhile()
    {
        if (m_state != "unlocked")
            QSKIP("for another state of the keychain");
        KeychainSecretStore store;
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(1);
        const auto read = store.read(m_key);
        QVERIFY2(!read.isFinished(), "it blocked");
        QVERIFY(waitFor(read));
    }

    void aLockedKeyringReadsAsNoneAndSaysSoOnWriting()
    {
        if (m_state != "locked")
            QSKIP("for another state of the keychain");
        KeychainSecretStore store(std::chrono::seconds(5));
        const auto found = waitFor(store.read(m_key));
        QVERIFY(!found || !*found);
        const auto written = waitFor(store.write(m_key, u"x"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().rule, u"keychain_locked"_s);
    }

    void withoutAKeychainItSaysSo()
    {
        if (m_state != "absent")
            QSKIP("for another state of the keychain");
        KeychainSecretStore store(std::chrono::seconds(5));
        const auto found = waitFor(store.read(m_key));
        QVERIFY(!found);
        QCOMPARE(found.error().rule, u"keychain_absent"_s);
        QCOMPARE(found.error().code, Error::Code::Unavailable);
        const auto written = waitFor(store.write(m_key, u"tres-secret"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().rule, u"keychain_absent"_s);
        QVERIFY(!written.error().detail.contains(u"tres-secret"_s));
    }

    void dyingBeforeTheAnswerIsSafe()
    {
        auto store = std::make_unique<KeychainSecretStore>();
        const auto read = store->read(m_key);
        store.reset();
        QTest::qWait(200);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
