// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/stores/pgdatabase.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"
#include "tests/support/countingproxy.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace desk;

/// Agents sit 20-40 ms away from the server: what they wait for costs one round trip, the very first time too.
class TestRoundTrips : public QObject {
    Q_OBJECT
private:
    StoresWorld m_world;
    std::unique_ptr<CountingProxy> m_proxy;
    std::unique_ptr<PgDatabase> m_database;
    std::unique_ptr<PgSessionStore> m_session;
    std::unique_ptr<PgLookupStore> m_lookup;
    std::unique_ptr<PgOperationStore> m_operations;
    const QUuid m_call = QUuid::createUuid();

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        m_proxy = std::make_unique<CountingProxy>(quint16(m_world.cluster.port()));
        m_database = std::make_unique<PgDatabase>();
        m_session = std::make_unique<PgSessionStore>(*m_database);
        m_lookup = std::make_unique<PgLookupStore>(*m_database);
        m_operations = std::make_unique<PgOperationStore>(*m_database);
        auto where = m_world.cluster.tcpSettings(u"agent1"_s);
        where.port = m_proxy->port();
        const auto in = await(m_session->logIn(where, TempCluster::password(u"agent1"_s)));
        QVERIFY2(in, qPrintable(in ? QString() : in.error().detail));
        qInfo() << "log-in, password exchange included:" << m_proxy->roundTrips() << "round trips";
        QVERIFY(m_proxy->roundTrips() <= 5);
    }

    void aFile()
    {
        for (int i = 0; i < 3; ++i) {
            m_proxy->reset();
            QVERIFY(await(m_lookup->openFile(StoresWorld::siret, m_call)));
            QCOMPARE(m_proxy->roundTrips(), 1);
        }
    }

    void anOperation()
    {
        OperationRequest unlock;
        unlock.id = QUuid::createUuid();
        unlock.kind = OperationKind::Unlock;
        unlock.params = {{u"account_id"_s, 1}};
        unlock.reason = u"locked"_s;
        unlock.call = m_call;
        m_proxy->reset();
        const auto done = await(m_operations->submit(unlock));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().rule));
        QCOMPARE(m_proxy->roundTrips(), 1);
    }

    void everythingElse()
    {
        m_proxy->reset();
        QVERIFY(await(m_session->pulse(1, 0)));
        QCOMPARE(m_proxy->roundTrips(), 1);
        QVERIFY(await(m_operations->saveNote(m_call, u"note"_s)));
        QCOMPARE(m_proxy->roundTrips(), 2);
        QVERIFY(await(m_operations->find(QUuid::createUuid())));
        QCOMPARE(m_proxy->roundTrips(), 3);
        QVERIFY(await(m_session->publishedScripts()));
        QCOMPARE(m_proxy->roundTrips(), 4);
        QVERIFY(await(m_lookup->reveal(u"account.email"_s, 1, m_call)));
        QCOMPARE(m_proxy->roundTrips(), 5);
    }

    void suggestionsHaveAConnectionOfTheirOwn()
    {
        QCOMPARE(m_proxy->connections(), 1);
        QVERIFY(await(m_lookup->suggest(SearchTerm::recognise(u"boulang"_s))));
        QCOMPARE(m_proxy->connections(), 2);
        m_proxy->reset();
        QVERIFY(await(m_lookup->suggest(SearchTerm::recognise(u"boulang toul"_s))));
        QCOMPARE(m_proxy->roundTrips(), 1);
        QCOMPARE(m_proxy->connections(), 2);
    }

    void farAwayItTakesAsLongAsTheWay()
    {
        QVERIFY(await(m_lookup->openFile(StoresWorld::siret, m_call)));
        m_proxy->setDelay(40);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(await(m_lookup->openFile(StoresWorld::siret, m_call)));
        const qint64 took = timer.elapsed();
        m_proxy->setDelay(0);
        QVERIFY2(took >= 80 && took < 155, qPrintable(u"%1 ms for a way of 2 x 40 ms"_s.arg(took)));
    }
};

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
