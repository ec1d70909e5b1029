// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/documentkeys.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgoverviewstore.h"
#include "db/stores/pgsessionstore.h"
#include "tests/db/stores/storesworld.h"

#include <numeric>

using namespace Qt::StringLiterals;
using namespace desk;

/// The overview from the real functions: the documents and the reader agree.
class TestOverviewStore : public QObject {
    Q_OBJECT
private:
    struct Desk {
        Desk(StoresWorld &world, const QString &login)
        {
            ok = await(session.logIn(world.cluster.settings(login), {})).has_value();
        }
        bool ok = false;
        PgDatabase database;
        PgSessionStore session{database};
        PgOperationStore operations{database};
        PgOverviewStore store{database};
    };
    StoresWorld m_world;
    std::unique_ptr<Desk> m_agent, m_supervisor;

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QVERIFY(
            m_world.admin("select setval(pg_get_serial_sequence('asp.account', 'id'), 1000);"
                          "update asp.ticket set state = 'taken', owner = 'agent1' where number = 48213;"
                          "insert into asp.presence (login, console, ticket, level, until, change) values ('agent1', "
                          "gen_random_uuid(), 48213, 'writing', now() + interval '1 minute', 1)"));
        m_agent = std::make_unique<Desk>(m_world, u"agent1"_s);
        m_supervisor = std::make_unique<Desk>(m_world, u"superviseur1"_s);
        QVERIFY(m_agent->ok && m_supervisor->ok);
    }

    void theDeskAtAGlance()
    {
        const auto read = await(m_supervisor->store.overview());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        const auto motif = std::find_if(read->backlog.cbegin(), read->backlog.cend(),
                                        [](const BacklogLine &line) { return line.motif == "habilitation"_L1; });
        QVERIFY(motif != read->backlog.cend());
        QCOMPARE(motif->ages, (QList<int>{1, 0, 0, 0, 0}));
        QCOMPARE(motif->total, 1);
        QCOMPARE(motif->soon, 1); // due in three hours
        QCOMPARE(motif->late, 0);
        QCOMPARE(read->receivedToday, 1);
        QCOMPARE(read->days.size(), 30);
        QCOMPARE(read->days.constLast().received, 1);
        QVERIFY(read->days.constFirst().from.isValid() && read->days.constFirst().from < read->days.constLast().from);
        QCOMPARE(std::accumulate(read->hours.cbegin(), read->hours.cend(), 0,
                                 [](int sum, const HourCount &hour) { return sum + hour.received; }),
                 1);
        const auto agent = std::find_if(read->agents.cbegin(), read->agents.cend(),
                                        [](const AgentLine &line) { return line.login == "agent1"_L1; });
        QVERIFY(agent != read->agents.cend());
        QCOMPARE(agent->name, u"Nadia Martin"_s);
        QCOMPARE(agent->owned, 1);
        QVERIFY(agent->here && agent->firstDue.isValid());
        QCOMPARE(agent->working, (QList<WorkingTicket>{{TicketNumber(48213), PresenceLevel::Writing}}));
        QCOMPARE(read->accounts.size(), std::ssize(watchLists));
        QCOMPARE(read->accounts.value(codeOf(WatchList::Locked)), 1);
        QVERIFY(read->at.isValid());
    }

    void aListPageByPage()
    {
        QVERIFY(
            m_world.admin("insert into asp.account (identifiant, last_name, first_name, email, profile, locked_at, "
                          "locked_until) select 'bloque' || i, 'J', 'J', 'j' || i || '@exemple.fr', 'tiers', now(), "
                          "now() + interval '1 hour' from generate_series(1, 4) i"));
        const auto first = await(m_supervisor->store.watched(WatchList::Locked, {}, 3));
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QCOMPARE(first->rows.size(), 3);
        QVERIFY(!first->next.isEmpty());
        const auto second = await(m_supervisor->store.exportWatched(WatchList::Locked, first->next, 3));
        QVERIFY(second);
        QCOMPARE(second->rows.size(), 2);
        QVERIFY(second->next.isEmpty());
        const WatchedAccount &last = second->rows.constLast(); // the first to be unlocked by itself
        QCOMPARE(last.account.value(), 1);
        QCOMPARE(last.habilitation.value(), 1);
        QCOMPARE(last.identifiant, u"claire.fontan"_s);
        QCOMPARE(last.profile, u"etablissement"_s);
        QCOMPARE(last.siret, StoresWorld::siret);
        QVERIFY(last.until.isValid() && last.since.isValid() && last.activeFrom.isValid());
        QCOMPARE(last.count, 3);
        QVERIFY(second->rows.constFirst().siret.isEmpty()); // habilitated nowhere
        for (const WatchList list : watchLists) {
            const auto page = await(m_supervisor->store.watched(list, {}, 50));
            QVERIFY2(page, qPrintable(codeOf(list) + u' ' + (page ? QString() : page.error().detail)));
        }
    }

    void agentsDoNotSeeIt()
    {
        const auto overview = await(m_agent->store.overview());
        QVERIFY(!overview);
        QCOMPARE(overview.error().rule, u"supervisor_only"_s);
        const auto exported = await(m_agent->store.exportOverview());
        QVERIFY(!exported);
        const auto watched = await(m_agent->store.watched(WatchList::Locked, {}, 50));
        QVERIFY(!watched);
        QCOMPARE(watched.error().rule, u"supervisor_only"_s);
    }

    void whatIsExportedIsJournalled()
    {
        QVERIFY(await(m_supervisor->store.exportOverview()));
        QCOMPARE(m_world.one("select kind as x from asp.journal order by id desc limit 1"), u"overview_export"_s);
        QVERIFY(await(m_supervisor->store.overview()));
        QCOMPARE(m_world.one("select kind as x from asp.journal order by id desc limit 1"), u"read_overview"_s);
    }
};

QTEST_GUILESS_MAIN(TestOverviewStore)
#include "tst_overviewstore.moc"
