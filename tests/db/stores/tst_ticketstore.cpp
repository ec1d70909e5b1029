// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "db/stores/pgticketstore.h"
#include "tests/db/stores/storesworld.h"
#include "tests/support/countingproxy.h"

using namespace Qt::StringLiterals;
using namespace desk;

/// The queue through the console's own store on a real server: documents and readers agree, one round trip each.
class TestTicketStore : public QObject {
    Q_OBJECT
private:
    /// One log-in behind a proxy that counts.
    struct Desk {
        Desk(StoresWorld &world, const QString &login) : proxy(quint16(world.cluster.port()))
        {
            auto where = world.cluster.tcpSettings(login);
            where.port = proxy.port();
            ok = await(session.logIn(where, TempCluster::password(login))).has_value();
            proxy.reset();
        }
        CountingProxy proxy;
        PgDatabase database;
        PgSessionStore session{database};
        PgOperationStore operations{database};
        PgTicketStore tickets{database};
        bool ok = false;
    };
    StoresWorld m_world;
    std::unique_ptr<Desk> m_agent, m_other;

    template <class T> static QString ruleOf(const Result<T> &answer)
    {
        return answer ? u"ok"_s : answer.error().rule + answer.error().detail;
    }
    static OperationRequest comment(qint64 number, const QString &text)
    {
        OperationRequest request;
        request.id = QUuid::createUuid();
        request.kind = OperationKind::TicketComment;
        request.params = {{u"number"_s, number}, {u"text"_s, text}};
        request.ticket = TicketNumber(number);
        return request;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QVERIFY(m_world.admin(
            "insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, "
            "motif, channel, due_at, received_at) select 50000 + i, '73282932000074', 'Établissement ' || i % 7, "
            "'Zoé', "
            "'0612345678', 'zoe@exemple.fr', case when i % 2 = 0 then 'autres' else 'habilitation' end, 'extranet', "
            "now() + make_interval(hours => i), now() - make_interval(mins => i) from generate_series(1, 40) i"));
        m_agent = std::make_unique<Desk>(m_world, u"agent1"_s);
        m_other = std::make_unique<Desk>(m_world, u"superviseur1"_s);
        QVERIFY(m_agent->ok && m_other->ok);
    }
    void init() { m_agent->proxy.reset(); }

    void pageByPage()
    {
        QueueQuestion question;
        question.order = {QueueColumn::Establishment, true};
        question.limit = 15;
        QList<TicketNumber> numbers;
        bool more = true;
        int pages = 0;
        for (; more && pages < 10; ++pages) {
            const auto page = await(m_agent->tickets.page(question));
            QVERIFY2(page, qPrintable(ruleOf(page)));
            for (const QueueRow &row : page->rows)
                numbers << row.number;
            more = page->more;
            question.from = QueueCursor{page->rows.last().key, page->rows.last().number};
        }
        QCOMPARE(m_agent->proxy.roundTrips(), pages);
        QCOMPARE(numbers.size(), 41);
        QCOMPARE(QSet<TicketNumber>(numbers.cbegin(), numbers.cend()).size(), 41);
        const auto first = await(m_agent->tickets.page({{}, {QueueColumn::Number, false}, {}, false, false, 1}));
        QVERIFY(first);
        const QueueRow &row = first->rows.first();
        QCOMPARE(row.number, TicketNumber(48213));
        QVERIFY(row.siretKnown && row.twins == 20 && row.dueAt.isValid() && first->serverTime.isValid());
        QCOMPARE(row.requesterEmailMasked, u"c••••@boulangerie-capitole.fr"_s);
    }

    void everyColumnIsKnownThere()
    {
        for (int column = 0; column <= int(QueueColumn::Outcome); ++column) {
            TicketFilter filter;
            filter.scope = TicketFilter::Scope::All;
            const auto page = await(m_agent->tickets.page({filter, {QueueColumn(column), true}, {}, false, true, 5}));
            QVERIFY2(page && page->rows.size() == 5, qPrintable(ruleOf(page) + QString::number(column)));
        }
    }

    void everyFilterIsKnownThere()
    {
        TicketFilter filter;
        filter.scope = TicketFilter::Scope::All;
        filter.motifs = filter.outcomes = QStringList{u"autres"_s};
        filter.states = QStringList{u"open"_s, u"awake"_s, u"merged"_s};
        filter.owners = QStringList{u"@me"_s, QString()};
        filter.departments = filter.profiles = QStringList{QString()};
        filter.channels = QStringList{u"extranet"_s};
        filter.due = TicketFilter::Due::Soon;
        filter.ageFrom = filter.ageTo = filter.closedWithin = 1;
        filter.twins = true;
        filter.siret = filter.establishment = filter.requester = u"732"_s;
        const auto page = await(m_agent->tickets.page({filter, {}, {}, false, false, 5}));
        QVERIFY2(page, qPrintable(ruleOf(page)));
        filter = {};
        filter.due = TicketFilter::Due::Late;
        filter.requester = u"zoe"_s;
        QVERIFY(await(m_agent->tickets.page({filter, {}, {}, false, false, 5}))->rows.isEmpty());
        const auto bad = await(m_agent->tickets.page({{}, {}, {}, false, false, 5000}));
        QVERIFY(!bad);
        QCOMPARE(bad.error().rule, u"bad_params"_s);
    }

    void aFileOfRows()
    {
        TicketFilter filter;
        filter.motifs = QStringList{u"autres"_s};
        const auto rows = await(m_agent->tickets.exportPage({filter, {}, {}, false, false, 5000}));
        QVERIFY2(rows, qPrintable(ruleOf(rows)));
        QCOMPARE(rows->rows.size(), 20);
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        QCOMPARE(m_world.one("select count(*) as x from asp.journal where kind = 'queue_export' and actor = 'agent1'"),
                 u"1"_s);
    }

    void figures()
    {
        const auto counts = await(m_agent->tickets.counts({QUuid::createUuid()}));
        QVERIFY2(counts, qPrintable(ruleOf(counts)));
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        QCOMPARE(counts->views.value(u"all"_s), 41);
        QCOMPARE(counts->views.value(u"mine"_s), 0);
        QCOMPARE(counts->motifs.size(), 2);
        QCOMPARE(counts->days.size(), 5);
        QVERIFY(counts->at.isValid());
    }

    void aTicketWhole()
    {
        const auto detail = await(m_agent->tickets.ticket(TicketNumber(50001)));
        QVERIFY2(detail, qPrintable(ruleOf(detail)));
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        QCOMPARE(detail->ticket.number, TicketNumber(50001));
        QCOMPARE(detail->siret, StoresWorld::siret);
        QCOMPARE(detail->twins.size(), 20);
        const auto none = await(m_agent->tickets.ticket(TicketNumber(1)));
        QVERIFY(!none);
        QCOMPARE(none.error().code, Error::Code::NotFound);
    }

    void aViewIsSavedAndChosen()
    {
        OperationRequest save;
        save.id = QUuid::createUuid();
        save.kind = QueueKind::SaveView;
        const QUuid view = QUuid::createUuid();
        TicketFilter filter;
        filter.due = TicketFilter::Due::Late;
        filter.establishment = u"café"_s;
        save.params = {{u"view"_s, view.toString(QUuid::WithoutBraces)},
                       {u"name"_s, u"En retard"_s},
                       {u"shared"_s, false},
                       {u"filter"_s, toDocument(filter)},
                       {u"sort"_s, codeOf(QueueColumn::Owner)},
                       {u"descending"_s, true}};
        const auto saved = await(m_agent->operations.submit(save));
        QVERIFY2(saved, qPrintable(ruleOf(saved)));
        OperationRequest choose;
        choose.id = QUuid::createUuid();
        choose.kind = QueueKind::ChooseView;
        choose.params = {{u"view"_s, view.toString(QUuid::WithoutBraces)}};
        QVERIFY(await(m_agent->operations.submit(choose)));
        m_agent->proxy.reset();
        const auto views = await(m_agent->tickets.views());
        QVERIFY2(views, qPrintable(ruleOf(views)));
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        QCOMPARE(views->size(), 1);
        QCOMPARE(views->first().id, view);
        QVERIFY(views->first().mine && views->first().chosen);
        QCOMPARE(views->first().filter, filter);
        QCOMPARE(views->first().order, (QueueOrder{QueueColumn::Owner, true}));
        QVERIFY(await(m_agent->tickets.counts({view}))->views.contains(view.toString(QUuid::WithoutBraces)));
        QVERIFY(await(m_other->tickets.views())->isEmpty());
    }

    void whoIsAtTheDesk()
    {
        const auto agents = await(m_agent->tickets.agents());
        QVERIFY2(agents, qPrintable(ruleOf(agents)));
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        const auto me
            = std::find_if(agents->cbegin(), agents->cend(), [](const DeskAgent &a) { return a.login == "agent1"_L1; });
        QVERIFY(me != agents->cend());
        QVERIFY(me->here);
        QCOMPARE(me->name, u"Nadia Martin"_s);
    }

    void twoConsolesHearOfEachOther()
    {
        const TicketNumber ticket(50001);
        QVERIFY(await(m_agent->tickets.here(QUuid::createUuid(), {{ticket, PresenceLevel::Writing}})));
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        const QString before = await(m_agent->session.pulse(0, 0))->presenceStamp;
        const QUuid console = QUuid::createUuid();
        const auto heard = await(m_other->tickets.here(console, {{ticket, PresenceLevel::Open}}));
        QVERIFY2(heard, qPrintable(ruleOf(heard)));
        QCOMPARE(heard->value(ticket), (QList<Presence>{{u"agent1"_s, u"Nadia Martin"_s, PresenceLevel::Writing}}));
        const QString after = await(m_agent->session.pulse(0, 0))->presenceStamp;
        QVERIFY(after != before && !after.isEmpty());
        const auto page = await(
            m_agent->tickets.page({{}, {QueueColumn::Number, false}, QueueCursor{u"50001"_s, ticket}, true, false, 1}));
        QVERIFY(page);
        QCOMPARE(page->rows.first().presence.size(), 1);
        QCOMPARE(page->rows.first().presence.first().login, u"superviseur1"_s);
        QVERIFY(await(m_other->tickets.here(console, {})));
        QVERIFY(await(m_agent->session.pulse(0, 0))->presenceStamp != after);
    }

    void aBatchAnswersEachByItself()
    {
        const auto exists = m_world.one("select count(*) as x from pg_proc where proname = 'operate_batch'");
        if (exists == "0"_L1)
            QSKIP("no batches yet");
        const QString before = await(m_agent->session.pulse(0, 0))->ticketsStamp;
        m_agent->proxy.reset();
        const QList<OperationRequest> requests{comment(50002, u"rappelé"_s), comment(1, u"personne"_s),
                                               comment(50003, QString())};
        const auto first = await(m_agent->tickets.submitBatch(requests));
        QVERIFY2(first, qPrintable(ruleOf(first)));
        QCOMPARE(m_agent->proxy.roundTrips(), 1);
        QCOMPARE(first->size(), 3);
        QVERIFY2(first->at(0), qPrintable(ruleOf(first->at(0))));
        QVERIFY(!first->at(0)->repeated);
        QCOMPARE(first->at(0)->id, requests.first().id);
        QCOMPARE(first->at(1).error().rule, u"unknown_ticket"_s);
        QCOMPARE(first->at(2).error().rule, u"text_needed"_s);
        QVERIFY(await(m_agent->session.pulse(0, 0))->ticketsStamp != before);
        const auto again = await(m_agent->tickets.submitBatch(requests));
        QVERIFY(again && again->at(0) && again->at(0)->repeated);
    }
};

QTEST_GUILESS_MAIN(TestTicketStore)
#include "tst_ticketstore.moc"
