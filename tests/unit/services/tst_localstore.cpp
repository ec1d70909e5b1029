// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/local/seal.h"
#include "db/local/sqlitelocalstore.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestLocalStore : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_owner = u"n.martin@db1:5432/asp"_s;

    const QByteArray m_key = QByteArray(Seal::keySize, 'k');

    bool opened(SqliteLocalStore &store, const QString &owner = {}, const QByteArray &key = {})
    {
        return store.open(owner.isEmpty() ? m_owner : owner).result()
            && store.unlock(key.isEmpty() ? m_key : key).result();
    }
    /// Runs one statement on the only file, as another program would.
    QVariant sql(const QString &statement, const QVariantList &values = {}) const
    {
        QVariant first;
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            db.setDatabaseName(onlyFile());
            (void)db.open();
            QSqlQuery query(db);
            (void)query.prepare(statement);
            for (const QVariant &value : values)
                query.addBindValue(value);
            if (query.exec() && query.next())
                first = query.value(0);
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return first;
    }
    /// What anyone with the disk in hand reads, of all files.
    QByteArray onDisk() const
    {
        QByteArray all;
        const auto files = QDir(folder()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }
    QString folder() const { return m_folder->filePath(u"local"_s); }
    QString onlyFile() const
    {
        const QStringList files = QDir(folder()).entryList({u"*.sqlite"_s}, QDir::Files);
        return files.size() == 1 ? folder() + u'/' + files.first() : QString();
    }
    void makeOld(const QString &table) const
    {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            db.setDatabaseName(onlyFile());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"UPDATE %1 SET at = at - 8 * 24 * 3600"_s.arg(table)));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatWasTypedAcrossARestart()
    {
        const QString text = u"« à l’étranger »\n\t😀 'quotes' \"too\""_s;
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store));
            (void)store.saveDraft(u"note/1"_s, u"first"_s);
            (void)store.saveDraft(u"note/1"_s, text); // not waited for: ending the program writes it
        }
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QCOMPARE(*store.draft(u"note/1"_s).result(), text);
        QVERIFY(store.saveDraft(u"note/1"_s, {}).result());
        QCOMPARE(*store.draft(u"note/1"_s).result(), QString());
        QVERIFY(store.damagedFile().isEmpty());
    }

    void operationsComeBackOldestFirst()
    {
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QList<QUuid> ids;
        for (int i = 0; i < 5; ++i) {
            ids << QUuid::createUuid();
            QVERIFY(store.keepPending(ids.last(), {{u"n"_s, i}}).result());
        }
        QVERIFY(store.dropPending(ids.at(1)).result());
        QList<int> order;
        const auto pending = *store.pending().result();
        for (const QJsonObject &one : pending)
            order << one.value("n"_L1).toInt();
        QCOMPARE(order, (QList<int>{0, 2, 3, 4}));
    }

    void scriptsAreCached()
    {
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(store.cachedScripts().result()->isEmpty());
        QVERIFY(store.cacheScripts({{u"locked"_s, u"yaml"_s}}).result());
        QCOMPARE(store.cachedScripts().result()->value("locked"_L1).toString(), u"yaml"_s);
    }

    void eachLogInHasItsOwn()
    {
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(store.saveDraft(u"note"_s, u"mine"_s).result());
        QVERIFY(opened(store, u"someone else"_s));
        QCOMPARE(*store.draft(u"note"_s).result(), QString());
        QVERIFY(opened(store));
        QCOMPARE(*store.draft(u"note"_s).result(), u"mine"_s);
    }

    void nobodyElseCanReadIt()
    {
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(store.saveDraft(u"note"_s, u"mine"_s).result());
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(folder()) & others));
        const auto files = QDir(folder()).entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &file : files)
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<bool>("wholeFile");
        QTest::newRow("no database at all") << true;
        QTest::newRow("overwritten in the middle") << false;
    }
    void aDamagedFileIsSetAside()
    {
        QFETCH(bool, wholeFile);
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store));
            for (int i = 0; i < 200; ++i)
                (void)store.saveDraft(u"note/%1"_s.arg(i), QString(500, u'x'));
        }
        QFile file(onlyFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (!wholeFile)
            file.seek(4096);
        file.write(QByteArray(20'000, '\xA5'));
        file.close();
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(!store.damagedFile().isEmpty());
        QVERIFY(QFile::exists(store.damagedFile()));
        QVERIFY(store.saveDraft(u"note"_s, u"works"_s).result());
        QCOMPARE(*store.draft(u"note"_s).result(), u"works"_s);
    }

    void aWeekOldIsPurged()
    {
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store));
            QVERIFY(store.saveDraft(u"old"_s, u"x"_s).result());
            QVERIFY(store.keepPending(QUuid::createUuid(), {}).result());
        }
        makeOld(u"sealed"_s);
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QCOMPARE(*store.draft(u"old"_s).result(), QString());
        QVERIFY(store.pending().result()->isEmpty());
    }

    void filesOfOthersNotUsedForAWeekAreRemoved()
    {
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store, u"left the desk"_s));
        }
        const QString left = onlyFile();
        QFile file(left);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-8), QFileDevice::FileModificationTime));
        file.close();
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(!QFile::exists(left));
    }

    void nothingTypedIsReadableOnTheDisk()
    {
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(store.saveDraft(u"note/1"_s, u"Madame Fontan, tel 0612345678"_s).result());
        QVERIFY(store.keepPending(QUuid::createUuid(), {{u"reason_text"_s, u"appelle de Toulouse"_s}}).result());
        QVERIFY(store.saveDraft(u"walk/scripts"_s, u"public script"_s).result());
        const QByteArray disk = onDisk();
        QVERIFY(!disk.contains("Fontan") && !disk.contains("Toulouse"));
        QVERIFY(disk.contains("public script"));
        QVERIFY(!disk.contains(m_key));
    }

    void withoutItsKeyNothingIsKeptOrRead()
    {
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QVERIFY(store.saveDraft(u"note/1"_s, u"x"_s).result());
        QVERIFY(store.open(m_owner).result());
        QCOMPARE(*store.holdsSealed().result(), true);
        QCOMPARE(store.draft(u"note/1"_s).result().error().rule, u"local_store"_s);
        QCOMPARE(store.saveDraft(u"note/1"_s, u"y"_s).result().error().rule, u"local_store"_s);
        QVERIFY(!store.keepPending(QUuid::createUuid(), {}).result());
        QVERIFY(store.cacheScripts({{u"a"_s, 1}}).result());
        QVERIFY(!store.unlock("short").result());
        QVERIFY(store.unlock(m_key).result());
        QCOMPARE(*store.draft(u"note/1"_s).result(), u"x"_s);
    }

    void whatCannotBeOpenedIsSetAside_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::newRow("a byte altered")
            << u"UPDATE sealed SET value = substr(value, 1, 30) || x'00' || substr(value, 32) "
               "WHERE name = 'note/1'"_s;
        QTest::newRow("cut short") << u"UPDATE sealed SET value = x'01' WHERE name = 'note/1'"_s;
        QTest::newRow("empty") << u"UPDATE sealed SET value = x'' WHERE name = 'note/1'"_s;
        QTest::newRow("put under another name")
            << u"UPDATE sealed SET value = (SELECT value FROM sealed WHERE name = 'note/2') "
               "WHERE name = 'note/1'"_s;
        QTest::newRow("of another kind")
            << u"UPDATE sealed SET value = (SELECT value FROM sealed WHERE kind = 'check') "
               "WHERE name = 'note/1'"_s;
    }
    void whatCannotBeOpenedIsSetAside()
    {
        QFETCH(QString, harm);
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store));
            QVERIFY(store.saveDraft(u"note/1"_s, u"first"_s).result());
            QVERIFY(store.saveDraft(u"note/2"_s, u"second"_s).result());
        }
        (void)sql(harm);
        SqliteLocalStore store(folder());
        QVERIFY(opened(store));
        QCOMPARE(store.setAside(), 0);
        QCOMPARE(*store.draft(u"note/1"_s).result(), QString());
        QCOMPARE(store.setAside(), 1);
        QCOMPARE(*store.draft(u"note/2"_s).result(), u"second"_s);
        QCOMPARE(sql(u"SELECT count(*) FROM set_aside"_s).toInt(), 1);
        QVERIFY(store.saveDraft(u"note/1"_s, u"anew"_s).result());
        QCOMPARE(*store.draft(u"note/1"_s).result(), u"anew"_s);
    }

    void anotherKeySetsAllAside()
    {
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store));
            QVERIFY(store.saveDraft(u"note/1"_s, u"first"_s).result());
            QVERIFY(store.keepPending(QUuid::createUuid(), {{u"n"_s, 1}}).result());
        }
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
        QCOMPARE(*store.unlock(QByteArray(Seal::keySize, 'z')).result(), 2);
        QCOMPARE(store.setAside(), 2);
        QCOMPARE(*store.draft(u"note/1"_s).result(), QString());
        QVERIFY(store.pending().result()->isEmpty());
        QVERIFY(store.saveDraft(u"note/1"_s, u"anew"_s).result());
        QCOMPARE(*store.draft(u"note/1"_s).result(), u"anew"_s);
    }

    void whatTheVersionBeforeLeftIsSealed()
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        {
            SqliteLocalStore store(folder());
            QVERIFY(opened(store, m_owner));
        }
        (void)sql(u"DELETE FROM sealed"_s);
        (void)sql(u"INSERT INTO draft VALUES ('note/1', 'Madame Fontan', unixepoch())"_s);
        (void)sql(u"INSERT INTO pending VALUES (?, '{\"n\": 7}', unixepoch(), 1)"_s, {id});
        {
            SqliteLocalStore store(folder());
            QVERIFY(store.open(m_owner).result());
            QCOMPARE(store.plainDrafts().result()->value(u"note/1"_s), u"Madame Fontan"_s);
            QCOMPARE(store.pending().result()->size(), 1); // found without a key as well
            QCOMPARE(*store.unlock(m_key).result(), 0);
            QCOMPARE(*store.draft(u"note/1"_s).result(), u"Madame Fontan"_s);
            QCOMPARE(store.pending().result()->first().value("n"_L1).toInt(), 7);
            QVERIFY(store.plainDrafts().result()->isEmpty());
        }
        QVERIFY(!onDisk().contains("Fontan"));
    }

    void withoutAFolderItSaysSo()
    {
        SqliteLocalStore store(u"/proc/nowhere"_s);
        const auto opened = store.open(m_owner).result();
        QVERIFY(!opened);
        QCOMPARE(opened.error().rule, u"local_store"_s);
        const auto draft = store.draft(u"x"_s).result();
        QVERIFY(!draft);
        QCOMPARE(draft.error().code, Error::Code::Unavailable);
    }

    void twoConsolesOfOnePersonDoNotCollide()
    {
        SqliteLocalStore one(folder()), two(folder());
        QVERIFY(opened(one));
        QVERIFY(opened(two));
        for (int i = 0; i < 50; ++i) {
            auto first = one.saveDraft(u"a"_s, QString::number(i));
            auto second = two.saveDraft(u"b"_s, QString::number(i));
            QVERIFY(first.result());
            QVERIFY(second.result());
        }
        QCOMPARE(*two.draft(u"a"_s).result(), u"49"_s);
    }
};

QTEST_GUILESS_MAIN(TestLocalStore)
#include "tst_localstore.moc"
