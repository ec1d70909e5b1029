// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/local/seal.h"
#include "app/local/sealedlocalstore.h"
#include "app/secrets/keychainsecretstore.h"
#include "db/local/sqlitelocalstore.h"
#include "tests/support/fakestores.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Keeping = LocalState::Keeping;

/// Sealing with the real keychain; run once in each of its states, KEYRING says which.
class TestSealingKey : public QObject {
    Q_OBJECT
private:
    const QByteArray m_state = qgetenv("KEYRING");
    const QString m_owner = u"n.martin@db1:5432/asp"_s;

    struct Desk {
        explicit Desk(const QString &folder) : file(folder) { }
        [[nodiscard]] LocalState open(const QString &owner)
        {
            const auto opened = local.open(owner);
            (void)QTest::qWaitFor([&] { return opened.isFinished(); }, 20'000);
            return local.state();
        }
        [[nodiscard]] QString draft(const QString &key)
        {
            const auto found = local.draft(key);
            (void)QTest::qWaitFor([&] { return found.isFinished(); });
            return found.result().value_or(u"error"_s);
        }
        SqliteLocalStore file;
        KeychainSecretStore secrets{std::chrono::seconds(5)};
        FakeDraftTable table;
        SealedLocalStore local{file, secrets, table, std::chrono::seconds(3)};
    };

private Q_SLOTS:
    void anOpenKeyringSealsAndOpensAgain()
    {
        if (m_state != "unlocked")
            QSKIP("for another state of the keychain");
        const QTemporaryDir folder;
        {
            Desk desk(folder.path());
            QCOMPARE(desk.open(m_owner).keeping, Keeping::Sealed);
            (void)desk.local.saveDraft(u"note/1"_s, u"« texte »"_s);
            QCOMPARE(desk.draft(u"note/1"_s), u"« texte »"_s);
        }
        Desk again(folder.path());
        QCOMPARE(again.open(m_owner).keeping, Keeping::Sealed);
        QCOMPARE(again.draft(u"note/1"_s), u"« texte »"_s);
        QCOMPARE(again.local.state().setAside, 0);
    }

    void aLockedOneLeavesWhatIsSealedAlone()
    {
        if (m_state != "locked")
            QSKIP("for another state of the keychain");
        const QTemporaryDir folder;
        const QByteArray key(Seal::keySize, 'k');
        {
            SqliteLocalStore earlier(folder.path());
            QVERIFY(earlier.open(m_owner).result());
            QVERIFY(earlier.unlock(key).result());
            QVERIFY(earlier.saveDraft(u"note/1"_s, u"scellé"_s).result());
        }
        {
            Desk desk(folder.path());
            const LocalState state = desk.open(m_owner);
            QCOMPARE(state.keeping, Keeping::Database);
            QCOMPARE(state.why, u"keychain_locked"_s);
            QCOMPARE(desk.draft(u"note/1"_s), QString());
        }
        SqliteLocalStore later(folder.path());
        QVERIFY(later.open(m_owner).result());
        QCOMPARE(*later.unlock(key).result(), 0);
        QCOMPARE(*later.draft(u"note/1"_s).result(), u"scellé"_s);
    }

    void aLockedOneWithNothingSealedKeepsDraftsInTheDatabase()
    {
        if (m_state != "locked")
            QSKIP("for another state of the keychain");
        const QTemporaryDir folder;
        Desk desk(folder.path());
        const LocalState state = desk.open(m_owner);
        QCOMPARE(state.keeping, Keeping::Database);
        QCOMPARE(state.why, u"keychain_locked"_s);
    }

    void withoutOneDraftsGoToTheDatabase()
    {
        if (m_state != "absent")
            QSKIP("for another state of the keychain");
        const QTemporaryDir folder;
        Desk desk(folder.path());
        const LocalState state = desk.open(m_owner);
        QCOMPARE(state.keeping, Keeping::Database);
        QCOMPARE(state.why, u"keychain_absent"_s);
        (void)desk.local.saveDraft(u"note/1"_s, u"x"_s);
        QTRY_COMPARE(desk.table.kept.value(u"note/1"_s), u"x"_s);
    }
};

QTEST_GUILESS_MAIN(TestSealingKey)
#include "tst_sealingkey.moc"
