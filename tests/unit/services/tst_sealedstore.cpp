// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/local/sealedlocalstore.h"
#include "db/local/sqlitelocalstore.h"
#include "tests/support/fakestores.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Keeping = LocalState::Keeping;

namespace {

/// A keyring that is locked: reading finds nothing, writing is refused.
class LockedSecrets : public FakeSecretStore {
public:
    QFuture<Result<std::optional<QString>>> read(const QString &) override
    {
        return readyFuture(Result<std::optional<QString>>(std::nullopt));
    }
    QFuture<Result<Done>> write(const QString &, const QString &secret) override
    {
        written << secret;
        return readyFuture(Result<Done>(Failure(Error{Error::Code::Forbidden, {}, u"keychain_locked"_s})));
    }
};

class SilentSecrets : public FakeSecretStore {
public:
    QFuture<Result<std::optional<QString>>> read(const QString &) override { return m_reads.ask(); }

private:
    Owed<std::optional<QString>> m_reads;
};

} // namespace

/// Where drafts go in each state of the keychain.
class TestSealedStore : public QObject {
    Q_OBJECT
private:
    struct Desk {
        explicit Desk(const QString &folder, SecretStore &chain)
            : file(folder), local(file, chain, table, chain_patience)
        {
        }
        [[nodiscard]] bool open(const QString &owner = u"n.martin@db1"_s)
        {
            const auto opened = local.open(owner);
            return QTest::qWaitFor([&] { return opened.isFinished(); }) && opened.result();
        }
        [[nodiscard]] QString draft(const QString &key)
        {
            const auto found = local.draft(key);
            (void)QTest::qWaitFor([&] { return found.isFinished(); });
            return found.result().value_or(u"error"_s);
        }
        [[nodiscard]] QList<QJsonObject> pending()
        {
            const auto found = local.pending();
            (void)QTest::qWaitFor([&] { return found.isFinished(); });
            return found.result().value_or(QList<QJsonObject>());
        }
        static constexpr auto chain_patience = std::chrono::milliseconds(200);
        SqliteLocalStore file;
        FakeDraftTable table;
        SealedLocalStore local;
    };
    std::unique_ptr<QTemporaryDir> m_folder;
    QString folder() const { return m_folder->path(); }
    const QString m_entry = SealedLocalStore::keyName(u"n.martin@db1"_s);

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withAKeychainAKeyIsMadeOnceAndUsed()
    {
        FakeSecretStore secrets;
        {
            Desk desk(folder(), secrets);
            QVERIFY(desk.open());
            QCOMPARE(desk.local.state().keeping, Keeping::Sealed);
            QVERIFY(desk.local.state().why.isEmpty());
            (void)desk.local.saveDraft(u"note/1"_s, u"texte"_s);
            (void)desk.local.keepPending(QUuid::createUuid(), {{u"n"_s, 1}});
            QCOMPARE(desk.draft(u"note/1"_s), u"texte"_s);
            QVERIFY(desk.table.saves.isEmpty()); // nothing of it in the database
        }
        QCOMPARE(secrets.written.size(), 1);
        QCOMPARE(QByteArray::fromBase64(secrets.kept.value(m_entry).toLatin1()).size(), 32);
        Desk again(folder(), secrets);
        QVERIFY(again.open());
        QCOMPARE(again.draft(u"note/1"_s), u"texte"_s);
        QCOMPARE(again.pending().size(), 1);
        QCOMPARE(secrets.written.size(), 1);
    }

    void everyLogInHasAKeyOfItsOwn()
    {
        FakeSecretStore secrets;
        Desk desk(folder(), secrets);
        QVERIFY(desk.open());
        QVERIFY(desk.open(u"p.durand@db1"_s));
        QCOMPARE(secrets.kept.size(), 2);
        QVERIFY(secrets.kept.first() != secrets.kept.last());
    }

    void withoutKeychainDraftsGoToTheDatabase_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("none at all") << u"keychain_absent"_s;
        QTest::newRow("locked") << u"keychain_locked"_s;
    }
    void withoutKeychainDraftsGoToTheDatabase()
    {
        QFETCH(QString, rule);
        FakeSecretStore secrets;
        secrets.fault = Error{Error::Code::Unavailable, {}, rule};
        Desk desk(folder(), secrets);
        desk.table.kept.insert(u"note/0"_s, u"d’avant"_s);
        QVERIFY(desk.open());
        QCOMPARE(desk.local.state().keeping, Keeping::Database);
        QCOMPARE(desk.local.state().why, rule);
        QCOMPARE(desk.draft(u"note/0"_s), u"d’avant"_s);
        (void)desk.local.saveDraft(u"note/1"_s, u"Fontan"_s);
        QCOMPARE(desk.draft(u"note/1"_s), u"Fontan"_s);
        (void)desk.local.keepPending(QUuid::createUuid(), {{u"n"_s, 1}});
        QCOMPARE(desk.pending().size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.table.kept.value(u"note/1"_s), u"Fontan"_s, 3000);
        const auto held = desk.file.holdsSealed();
        QCOMPARE(held.result().value(), false);
    }

    void aLockedKeyringIsNeverWrittenOver()
    {
        FakeSecretStore open;
        {
            Desk desk(folder(), open);
            QVERIFY(desk.open());
            (void)desk.local.saveDraft(u"note/1"_s, u"scellé"_s);
        }
        LockedSecrets locked;
        {
            Desk desk(folder(), locked);
            QVERIFY(desk.open());
            QCOMPARE(desk.local.state().keeping, Keeping::Database);
            QCOMPARE(desk.local.state().why, u"keychain_locked"_s);
            QVERIFY(locked.written.isEmpty());
            QCOMPARE(desk.draft(u"note/1"_s), QString());
            (void)desk.local.saveDraft(u"note/1"_s, u"autre"_s);
        }
        Desk desk(folder(), open);
        QVERIFY(desk.open());
        QCOMPARE(desk.draft(u"note/1"_s), u"scellé"_s);
        QCOMPARE(desk.local.state().setAside, 0);
    }

    void aLockedKeyringWithNothingSealedYet()
    {
        LockedSecrets locked;
        Desk desk(folder(), locked);
        QVERIFY(desk.open());
        QCOMPARE(desk.local.state().keeping, Keeping::Database);
        QCOMPARE(desk.local.state().why, u"keychain_locked"_s);
    }

    void aKeychainThatDoesNotAnswerCountsAsLocked()
    {
        SilentSecrets silent;
        Desk desk(folder(), silent);
        QVERIFY(desk.open());
        QCOMPARE(desk.local.state().why, u"keychain_locked"_s);
        QCOMPARE(desk.local.state().keeping, Keeping::Database);
    }

    void anEntryThatIsNoKeyIsLeftAlone()
    {
        FakeSecretStore secrets;
        secrets.kept.insert(m_entry, u"n’importe quoi"_s);
        Desk desk(folder(), secrets);
        QVERIFY(desk.open());
        QCOMPARE(desk.local.state().why, u"seal_key"_s);
        QCOMPARE(secrets.kept.value(m_entry), u"n’importe quoi"_s);
    }

    void whatWasTypedWhileTheKeyWasSoughtIsSealed()
    {
        FakeSecretStore secrets;
        Desk desk(folder(), secrets);
        const auto opened = desk.local.open(u"n.martin@db1"_s);
        (void)desk.local.saveDraft(u"note/1"_s, u"tôt"_s);
        QTRY_COMPARE(desk.local.state().keeping, Keeping::Sealed);
        QTRY_COMPARE(desk.draft(u"note/1"_s), u"tôt"_s);
        QVERIFY(desk.table.saves.isEmpty());
    }

    void typingCostsOneTripAPause()
    {
        FakeSecretStore secrets;
        secrets.fault = Error{Error::Code::Unavailable, {}, u"keychain_absent"_s};
        Desk desk(folder(), secrets);
        QVERIFY(desk.open());
        for (int i = 1; i <= 30; ++i) {
            (void)desk.local.saveDraft(u"note/1"_s, QString(i, u'x'));
            (void)desk.local.saveDraft(u"note/2"_s, QString(i, u'y'));
            QTest::qWait(20);
        }
        QVERIFY(desk.table.saves.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(desk.table.saves.size(), 2, 3000);
        QCOMPARE(desk.table.kept.value(u"note/1"_s), QString(30, u'x'));
    }

    void leavingSendsWhatWaits()
    {
        FakeSecretStore secrets;
        secrets.fault = Error{Error::Code::Unavailable, {}, u"keychain_absent"_s};
        Desk desk(folder(), secrets);
        QVERIFY(desk.open());
        (void)desk.local.saveDraft(u"note/1"_s, u"fin"_s);
        const auto flushed = desk.local.flush();
        QTRY_VERIFY(flushed.isFinished());
        QCOMPARE(desk.table.kept.value(u"note/1"_s), u"fin"_s);
        desk.local.close();
        QCOMPARE(desk.local.state().keeping, Keeping::Closed);
        QCOMPARE(desk.draft(u"note/1"_s), QString()); // nothing left in memory
        QVERIFY(desk.pending().isEmpty());
    }

    void aServerThatIsAwayIsTriedAgain()
    {
        FakeSecretStore secrets;
        secrets.fault = Error{Error::Code::Unavailable, {}, u"keychain_absent"_s};
        Desk desk(folder(), secrets);
        QVERIFY(desk.open());
        desk.table.fault = Error{Error::Code::Unavailable, {}};
        (void)desk.local.saveDraft(u"note/1"_s, u"fin"_s);
        const auto flushed = desk.local.flush();
        QTRY_VERIFY(flushed.isFinished()); // nobody is kept waiting
        QVERIFY(desk.table.kept.isEmpty());
        desk.table.fault.reset();
        QTRY_COMPARE_WITH_TIMEOUT(desk.table.kept.value(u"note/1"_s), u"fin"_s, 8000);
    }

    void aDatabaseWithoutDraftsLeavesMemory()
    {
        FakeSecretStore secrets;
        secrets.fault = Error{Error::Code::Unavailable, {}, u"keychain_absent"_s};
        Desk desk(folder(), secrets);
        desk.table.fault = Error{Error::Code::Internal, {}};
        QVERIFY(desk.open());
        QCOMPARE(desk.local.state().keeping, Keeping::Memory);
        (void)desk.local.saveDraft(u"note/1"_s, u"ici"_s);
        QCOMPARE(desk.draft(u"note/1"_s), u"ici"_s);
    }

    void aReadableStoreOfTheVersionBeforeMovesToTheDatabase()
    {
        {
            SqliteLocalStore old(folder());
            QVERIFY(old.open(u"n.martin@db1"_s).result());
        }
        const QString file = folder() + u'/' + QDir(folder()).entryList({u"*.sqlite"_s}).value(0);
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            db.setDatabaseName(file);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"INSERT INTO draft VALUES ('note/1', 'avant', unixepoch())"_s));
        }
        QSqlDatabase::removeDatabase(u"old"_s);
        FakeSecretStore secrets;
        secrets.fault = Error{Error::Code::Unavailable, {}, u"keychain_absent"_s};
        Desk desk(folder(), secrets);
        QVERIFY(desk.open());
        QCOMPARE(desk.draft(u"note/1"_s), u"avant"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.table.kept.value(u"note/1"_s), u"avant"_s, 3000);
        QTRY_VERIFY(desk.file.plainDrafts().result()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSealedStore)
#include "tst_sealedstore.moc"
