// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/supervisionkind.h"
#include "db/stores/pgdatabase.h"
#include "db/stores/pglookupstore.h"
#include "db/stores/pgoperationstore.h"
#include "db/stores/pgsessionstore.h"
#include "db/stores/pgsupervisionstore.h"
#include "tests/db/stores/storesworld.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;

/// What the pages read, from the real functions: the documents and the readers agree.
class TestSupervisionStore : public QObject {
    Q_OBJECT
private:
    /// One log-in with its stores.
    struct Desk {
        explicit Desk(StoresWorld &world, const QString &login)
        {
            ok = await(session.logIn(world.cluster.settings(login), {})).has_value();
        }
        Result<OperationOutcome> operate(QLatin1StringView kind, const QJsonObject &params,
                                         std::optional<QUuid> call = std::nullopt)
        {
            OperationRequest request;
            request.id = QUuid::createUuid();
            request.kind = kind;
            request.params = params;
            request.call = call;
            if (call)
                request.reason = u"other"_s;
            request.reasonText = call ? u"la gérante est partie"_s : QString();
            return await(operations.submit(request));
        }
        bool ok = false;
        PgDatabase database;
        PgSessionStore session{database};
        PgLookupStore lookup{database};
        PgOperationStore operations{database};
        PgSupervisionStore store{database};
    };
    StoresWorld m_world;
    std::unique_ptr<Desk> m_agent, m_supervisor;

    /// A request of agent1's for the establishment of the world; its id.
    QUuid ask()
    {
        const QUuid call = QUuid::createUuid();
        if (!await(m_agent->lookup.openFile(StoresWorld::siret, call)))
            return {};
        const QJsonObject check{
            {u"establishment_id"_s, 1},
            {u"facts"_s,
             QJsonArray{
                 QJsonObject{{u"fact"_s, u"establishment.street"_s}, {u"value"_s, u"12 rue d’Alsace-Lorraine"_s}},
                 QJsonObject{{u"fact"_s, u"establishment.phone"_s}, {u"value"_s, u"05 61 23 45 67"_s}}}}};
        OperationRequest checked;
        checked.id = QUuid::createUuid();
        checked.kind = u"call.check"_s;
        checked.params = check;
        checked.call = call;
        const auto passed = await(m_agent->operations.submit(checked));
        if (!passed || !passed->result.value("passed"_L1).toBool()) {
            qWarning() << "check" << (passed ? QString() : passed.error().rule + passed.error().detail);
            return {};
        }
        const auto asked = m_agent->operate("referent.reassign"_L1,
                                            {{u"establishment_id"_s, 1},
                                             {u"keep_old"_s, false},
                                             {u"person"_s,
                                              QJsonObject{{u"last_name"_s, u"Roux"_s},
                                                          {u"first_name"_s, u"Sonia"_s},
                                                          {u"phone"_s, u"0612345679"_s},
                                                          {u"email"_s, u"sonia.roux@ailleurs.fr"_s},
                                                          {u"profile"_s, u"etablissement"_s}}}},
                                            call);
        if (!asked) {
            qWarning() << "reassign" << asked.error().rule << asked.error().params << asked.error().detail;
            return {};
        }
        return QUuid::fromString(asked->result.value("approval"_L1).toString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        // The world gave its rows ids of its own: what is made from now on comes after them.
        QVERIFY(m_world.admin("select setval(pg_get_serial_sequence('asp.account', 'id'), 1000), "
                              "setval(pg_get_serial_sequence('asp.habilitation', 'id'), 1000)"));
        m_agent = std::make_unique<Desk>(m_world, u"agent1"_s);
        m_supervisor = std::make_unique<Desk>(m_world, u"superviseur1"_s);
        QVERIFY(m_agent->ok && m_supervisor->ok);
    }

    void aRequestIsReadDecidedAndTold()
    {
        const QUuid id = ask();
        QVERIFY(!id.isNull());
        const auto waiting = await(m_supervisor->store.approvals(SupervisionStore::Approvals::Waiting));
        QVERIFY2(waiting, qPrintable(waiting ? QString() : waiting.error().detail));
        QCOMPARE(waiting->size(), 1);
        const ApprovalRequest &request = waiting->first();
        QCOMPARE(request.id, id);
        QCOMPARE(request.requestedByName, u"Nadia Martin"_s);
        QCOMPARE(request.establishment.siret, StoresWorld::siret);
        QCOMPARE(request.target.email, u"sonia.roux@ailleurs.fr"_s); // whole for who decides
        QCOMPARE(request.current.identifiant, u"claire.fontan"_s);
        QCOMPARE(request.evidence.domain, u"ailleurs.fr"_s);
        QCOMPARE(request.evidence.check.facts.size(), 2);
        QVERIFY(request.why.contains(u"address_outside_domains"_s));
        QVERIFY(request.canDecide && !request.own);
        QVERIFY(request.expiresAt > request.requestedAt);

        const auto mine = await(m_agent->store.approvals(SupervisionStore::Approvals::Mine));
        QVERIFY(mine);
        QVERIFY(mine->first().own && !mine->first().canDecide);
        QVERIFY(!mine->first().target.email.contains(u"sonia.roux"_s)); // masked for everybody else
        const auto refused = await(m_agent->store.approvals(SupervisionStore::Approvals::Waiting));
        QVERIFY(!refused);
        QCOMPARE(refused.error().rule, u"supervisor_only"_s);

        const auto pulse = await(m_supervisor->session.pulse(0, 0));
        QVERIFY(pulse);
        QCOMPARE(pulse->approvalsWaiting, 1);
        const auto own = await(m_agent->session.pulse(0, 0));
        QVERIFY(own);
        QCOMPARE(own->approvalsWaiting, 0);
        QCOMPARE(own->myRequests.size(), 1);
        QCOMPARE(own->myRequests.first().state, u"waiting"_s);

        const auto approved = m_supervisor->operate(SupervisionKind::Approve,
                                                    {{u"request"_s, id.toString(QUuid::WithoutBraces)},
                                                     {u"text"_s, QString()},
                                                     {u"seen"_s, QJsonArray::fromStringList(request.why)}});
        QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().rule));
        QVERIFY(!approved->result.value("identifiant"_L1).toString().isEmpty());

        const auto decided = await(m_supervisor->store.approvals(SupervisionStore::Approvals::Decided));
        QVERIFY(decided);
        QCOMPARE(decided->first().state, ApprovalState::Approved);
        QVERIFY(decided->first().decidedAt.isValid());

        const auto changes = await(m_supervisor->store.changes(SupervisionStore::Changes::Open));
        QVERIFY(changes);
        QCOMPARE(changes->size(), 1);
        const AccessChange &change = changes->first();
        QCOMPARE(change.oldHolder.identifiant, u"claire.fontan"_s);
        QVERIFY(change.canBeUndone(QDateTime::currentDateTimeUtc()));
        const auto undone = m_supervisor->operate(SupervisionKind::Undo,
                                                  {{u"change"_s, change.id.toString(QUuid::WithoutBraces)},
                                                   {u"text"_s, u"erreur"_s},
                                                   {u"later"_s, QJsonArray()}});
        QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().rule));
        const auto all = await(m_supervisor->store.changes(SupervisionStore::Changes::All));
        QVERIFY(all);
        QVERIFY(all->first().undoneAt.isValid());
    }

    void numbersNoticesAndSettings()
    {
        const auto watch = await(m_supervisor->store.watch());
        QVERIFY2(watch, qPrintable(watch ? QString() : watch.error().detail));
        QVERIFY(!await(m_agent->store.watch()));

        const auto posted = m_supervisor->operate(SupervisionKind::PostNotice,
                                                  {{u"text"_s, u"Courriels lents."_s}, {u"kind"_s, u"incident"_s}});
        QVERIFY2(posted, qPrintable(posted ? QString() : posted.error().rule));
        const auto notices = await(m_agent->store.notices(false));
        QVERIFY(notices);
        QCOMPARE(notices->first().text, u"Courriels lents."_s);
        QVERIFY(notices->first().kind == NoticeKind::Incident);

        const auto sheet = await(m_supervisor->store.settingsPage());
        QVERIFY(sheet);
        QVERIFY(!sheet->providers.isEmpty());
        const auto ceiling = std::find_if(sheet->settings.cbegin(), sheet->settings.cend(),
                                          [](const DeskSetting &s) { return s.key == "plafond.reset"_L1; });
        QVERIFY(ceiling != sheet->settings.cend());
        QCOMPARE(ceiling->value, u"30"_s);
        QVERIFY(ceiling->most > 30 && !ceiling->label.isEmpty() && !ceiling->group.isEmpty());
        QVERIFY(!await(m_agent->store.settingsPage()));
        const auto set = m_supervisor->operate(SupervisionKind::SetSetting,
                                               {{u"key"_s, u"plafond.reset"_s}, {u"value"_s, u"31"_s}});
        QVERIFY(set);
        QCOMPARE(set->result.value("is"_L1).toString(), u"31"_s);
    }

    void theJournalPageByPage()
    {
        JournalFilter filter;
        const auto first = await(m_supervisor->store.journalPage(filter, 0, 3));
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QCOMPARE(first->rows.size(), 3);
        QVERIFY(first->next > 0);
        const auto second = await(m_supervisor->store.journalPage(filter, first->rows.last().id, 3));
        QVERIFY(second);
        QVERIFY(second->rows.first().id < first->rows.last().id);

        filter.siret = StoresWorld::siret;
        filter.kind = u"open_file"_s;
        filter.agent = u"agent1"_s;
        filter.from = QDateTime::currentDateTimeUtc().addDays(-1);
        const auto found = await(m_supervisor->store.journalPage(filter, 0, 50));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().rule));
        QVERIFY(!found->rows.isEmpty());
        for (const JournalRow &row : found->rows) {
            QCOMPARE(row.kind, u"open_file"_s);
            QCOMPARE(row.siret, StoresWorld::siret);
            QCOMPARE(row.actorName, u"Nadia Martin"_s);
        }
        const auto exported = await(m_supervisor->store.journalExport(filter));
        QVERIFY(exported);
        QVERIFY(!exported->exportedBy.isEmpty());
        QCOMPARE(exported->rows.size(), found->rows.size());
        const auto state = await(m_supervisor->store.journalState());
        QVERIFY2(state, qPrintable(state ? QString() : state.error().detail));
        QCOMPARE(state->firstBad, 0);
        const auto refused = await(m_agent->store.journalPage(filter, 0, 50));
        QVERIFY(!refused);
    }
};

QTEST_GUILESS_MAIN(TestSupervisionStore)
#include "tst_supervisionstore.moc"
