// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/generator.h"
#include "db/demo/simulate.h"
#include "tests/support/tempcluster.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The simulated extranet, with nothing but that role's rights.
class TestSimulate : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;

    PgConnection connect(const QString &login, const QString &database = u"asp"_s)
    {
        auto connection = m_cluster.connect(login, database);
        if (!connection)
            qFatal("no connection");
        return std::move(*connection);
    }
    qint64 number(const QByteArray &sql)
    {
        PgConnection admin = connect(u"admin"_s);
        const auto rows = admin.exec("select (" + sql + ") as v");
        return rows ? rows->number(0, "v") : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
        PgConnection admin = connect(u"admin"_s);
        QVERIFY(generateDemo(admin, {1500, 1, {}, {}}));
    }

    void playsEveryKindOfEvent_data()
    {
        QTest::addColumn<QString>("login");
        QTest::newRow("as the extranet itself") << "extranet1";
        QTest::newRow("as somebody who may take its role") << "admin";
    }
    void playsEveryKindOfEvent()
    {
        QFETCH(QString, login);
        const qint64 tickets = number("select count(*) from asp.ticket");
        const qint64 locked = number("select count(*) from asp.account where locked_until > now()");
        PgConnection connection = connect(login);
        QMap<SimulatedEvent::Kind, int> kinds;
        const auto played = simulateExtranet(connection, {0, 120, 3}, [&kinds](const SimulatedEvent &event) {
            ++kinds[event.kind];
            QVERIFY(!event.identifiant.isEmpty());
        });
        QVERIFY2(played, played ? "" : qPrintable(played.error().detail));
        QCOMPARE(*played, 120);
        QCOMPARE(kinds.size(), 8);
        QCOMPARE(number("select count(*) from asp.ticket") - tickets,
                 kinds[SimulatedEvent::Kind::NewTicket] + kinds[SimulatedEvent::Kind::SameTicketAgain]);
        QVERIFY(number("select count(*) from asp.account where locked_until > now()") > locked);
        const auto rows = connection.exec("select current_user::text as who");
        QCOMPARE(rows->text(0, "who"), login); // the role was given back
    }

    void stopsWhenAsked()
    {
        PgConnection connection = connect(u"extranet1"_s);
        int events = 0;
        const auto played = simulateExtranet(
            connection, {60, 0, 3}, [&events](const SimulatedEvent &) { ++events; }, [&events] { return events > 0; });
        QVERIFY(played);
        QCOMPARE(*played, 1);
    }

    void refusesWhereItHasNoPlace()
    {
        PgConnection agent = connect(u"agent1"_s);
        const auto forbidden = simulateExtranet(agent, {0, 1, 3}, {});
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, Error::Code::Forbidden);

        QVERIFY(m_cluster.createDatabase(u"empty"_s));
        PgConnection admin = connect(u"admin"_s, u"empty"_s);
        const auto production = simulateExtranet(admin, {0, 1, 3}, {});
        QVERIFY(!production);
        QCOMPARE(production.error().rule, u"holds_real_data"_s);
        QVERIFY(admin.execScript("update asp.environment set kind = 'recette'"));
        const auto empty = simulateExtranet(admin, {0, 1, 3}, {});
        QVERIFY(!empty);
        QCOMPARE(empty.error().rule, u"no_accounts"_s);
    }
};

QTEST_GUILESS_MAIN(TestSimulate)
#include "tst_simulate.moc"
