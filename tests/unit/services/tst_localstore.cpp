// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
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
            QVERIFY(store.open(m_owner).result());
            (void)store.saveDraft(u"note/1"_s, u"first"_s);
            (void)store.saveDraft(u"note/1"_s, text); // not waited for: ending the program writes it
        }
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
        QCOMPARE(*store.draft(u"note/1"_s).result(), text);
        QVERIFY(store.saveDraft(u"note/1"_s, {}).result());
        QCOMPARE(*store.draft(u"note/1"_s).result(), QString());
        QVERIFY(store.damagedFile().isEmpty());
    }

    void operationsComeBackOldestFirst()
    {
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
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
        QVERIFY(store.open(m_owner).result());
        QVERIFY(store.cachedScripts().result()->isEmpty());
        QVERIFY(store.cacheScripts({{u"locked"_s, u"yaml"_s}}).result());
        QCOMPARE(store.cachedScripts().result()->value("locked"_L1).toString(), u"yaml"_s);
    }

    void eachLogInHasItsOwn()
    {
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
        QVERIFY(store.saveDraft(u"note"_s, u"mine"_s).result());
        QVERIFY(store.open(u"someone else"_s).result());
        QCOMPARE(*store.draft(u"note"_s).result(), QString());
        QVERIFY(store.open(m_owner).result());
        QCOMPARE(*store.draft(u"note"_s).result(), u"mine"_s);
    }

    void nobodyElseCanReadIt()
    {
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
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
            QVERIFY(store.open(m_owner).result());
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
        QVERIFY(store.open(m_owner).result());
        QVERIFY(!store.damagedFile().isEmpty());
        QVERIFY(QFile::exists(store.damagedFile()));
        QVERIFY(store.saveDraft(u"note"_s, u"works"_s).result());
        QCOMPARE(*store.draft(u"note"_s).result(), u"works"_s);
    }

    void aWeekOldIsPurged()
    {
        {
            SqliteLocalStore store(folder());
            QVERIFY(store.open(m_owner).result());
            QVERIFY(store.saveDraft(u"old"_s, u"x"_s).result());
            QVERIFY(store.keepPending(QUuid::createUuid(), {}).result());
        }
        makeOld(u"draft"_s);
        makeOld(u"pending"_s);
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
        QCOMPARE(*store.draft(u"old"_s).result(), QString());
        QVERIFY(store.pending().result()->isEmpty());
    }

    void filesOfOthersNotUsedForAWeekAreRemoved()
    {
        {
            SqliteLocalStore store(folder());
            QVERIFY(store.open(u"left the desk"_s).result());
        }
        const QString left = onlyFile();
        QFile file(left);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-8), QFileDevice::FileModificationTime));
        file.close();
        SqliteLocalStore store(folder());
        QVERIFY(store.open(m_owner).result());
        QVERIFY(!QFile::exists(left));
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
        QVERIFY(one.open(m_owner).result());
        QVERIFY(two.open(m_owner).result());
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
