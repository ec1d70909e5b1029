// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/console/options.h"

#include <QtTest>

using namespace desk;
using namespace Qt::StringLiterals;

class TestOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing()
    {
        const auto options = ConsoleOptions::parse({u"asp-console"_s});
        QVERIFY(options.has_value());
        QVERIFY(options->demo == ConsoleOptions::Demo::No && !options->database);
    }
    void demonstration()
    {
        const auto options = ConsoleOptions::parse(
            {u"asp-console"_s, u"--demo"_s, u"supervisor"_s, u"--private-folder"_s, u"/tmp/x"_s});
        QVERIFY(options.has_value());
        QVERIFY(options->demo == ConsoleOptions::Demo::Supervisor);
        QCOMPARE(options->privateFolder, u"/tmp/x"_s);
    }
    void database()
    {
        const auto options = ConsoleOptions::parse(
            {u"asp-console"_s, u"--database"_s, u"postgresql://n.martin@db.example:5433/asp"_s});
        QVERIFY(options.has_value());
        QCOMPARE(options->database->hosts, u"db.example"_s);
        QCOMPARE(options->database->port, quint16(5433));
        QCOMPARE(options->database->login, u"n.martin"_s);
    }
    void handover_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("value");
        QTest::newRow("siret") << QStringList{u"--siret"_s, u"732 829 320 00074"_s} << u"73282932000074"_s;
        QTest::newRow("phone") << QStringList{u"--phone=+33 6 12 34 56 78"_s} << u"+33612345678"_s;
        QTest::newRow("link") << QStringList{u"asp-ap:siret/73282932000074"_s} << u"73282932000074"_s;
    }
    void handover()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, value);
        const auto options = ConsoleOptions::parse(QStringList{u"asp-console"_s} + arguments);
        QVERIFY(options && options->handover);
        QCOMPARE(options->handover->value, value);
    }
    void refused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--password"_s, u"Sesame7!"_s};
        QTest::newRow("password in the address") << QStringList{u"--database"_s, u"postgresql://a:Sesame7!@db/asp"_s};
        QTest::newRow("password as a parameter")
            << QStringList{u"--database"_s, u"postgresql://a@db/asp?password=Sesame7!"_s};
        QTest::newRow("not an address") << QStringList{u"--database"_s, u"Sesame7!"_s};
        QTest::newRow("role") << QStringList{u"--demo"_s, u"Sesame7!"_s};
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"Sesame7!"_s};
        QTest::newRow("language") << QStringList{u"--language"_s, u"Sesame7!"_s};
        QTest::newRow("missing value") << QStringList{u"--database"_s};
        QTest::newRow("siret") << QStringList{u"--siret"_s, u"Sesame7!"_s};
        QTest::newRow("phone") << QStringList{u"--phone"_s, u"Sesame7!"_s};
        QTest::newRow("two hand-overs") << QStringList{u"--phone"_s, u"0612345678"_s, u"asp-ap:siret/Sesame7!"_s};
        QTest::newRow("one too many") << QStringList{u"Sesame7!"_s};
    }
    void refused()
    {
        QFETCH(QStringList, arguments);
        const auto options = ConsoleOptions::parse(QStringList{u"asp-console"_s} + arguments);
        QVERIFY(!options);
        QVERIFY(options.error().code == Error::Code::Invalid);
        QVERIFY(!options.error().detail.isEmpty());
        QVERIFY2(!options.error().detail.contains(u"Sesame7!"_s), "an argument may be a secret");
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
