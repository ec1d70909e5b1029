// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/accessasks.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The supervisor's overview: its figures are those of plain SQL, its lists hold who they should, in order, page by
/// page; who may read it, what the journal keeps of it, and the two operations from its rows.
class TestOverviewRules : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }
    QJsonObject overview() { return m_world.read(u"superviseur1"_s, "overview"); }
    QJsonObject watched(const QByteArray &list, int limit = 200, const QString &from = {})
    {
        return m_world.read(
            u"superviseur1"_s, "watched_accounts",
            asks::json({{u"list"_s, QString::fromLatin1(list)}, {u"limit"_s, limit}, {u"from"_s, from}}));
    }
    static QList<qint64> idsOf(const QJsonObject &page)
    {
        QList<qint64> ids;
        for (const QJsonValue row : page.value("rows"_L1).toArray())
            ids << row["id"_L1].toInteger();
        return ids;
    }
    static QJsonObject withKey(const QJsonValue &list, QLatin1StringView key, const QString &value)
    {
        for (const QJsonValue one : list.toArray()) {
            if (one[key].toString() == value)
                return one.toObject();
        }
        return {};
    }
    qint64 number(const QByteArray &sql) { return m_world.one(sql).toLongLong(); }
    /// Tickets of every state and age, some for agent2.
    void seedTickets()
    {
        admin(
            R"(insert into asp.ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, channel,
                        state, owner, received_at, due_at, hold_reason, hold_until, closed_at, closed_by, outcome)
            select '73282932000074', 'B', 'N', '1', 'n@exemple.fr', (array['habilitation', 'autres', 'fiche_etablissement'])[1 + i % 3],
                   'extranet', s.state, case when s.state = 'taken' or i % 2 = 0 then 'agent2'::name end,
                   now() - make_interval(hours => i * 7), now() + make_interval(hours => i % 9 - 4),
                   case when s.state = 'on_hold' then 'requester' end,
                   case when s.state = 'on_hold' then now() + make_interval(hours => i % 5 - 2) end,
                   case when s.state = 'closed' then now() - make_interval(hours => i % 60) end,
                   case when s.state = 'closed' then 'agent1'::name end,
                   case when s.state = 'closed' then 'explained' end
            from generate_series(1, 120) i, lateral (select (array['open', 'taken', 'on_hold', 'closed'])[1 + i % 4] as state) s)");
    }
    QString tried(const QString &login, const QString &kind, const QJsonObject &params,
                  const QString &reason = u"locked"_s)
    {
        return asks::outcome(m_world, m_world.operate(login, {kind, asks::json(params), reason}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init()
    {
        QString why;
        QVERIFY2(m_world.fresh(&why), qPrintable(why));
        admin("update asp.setting set value = '1000' where key = 'supervision.par_minute'");
    }

    void theBacklogIsThatOfPlainCounts()
    {
        seedTickets();
        const QJsonArray backlog = overview().value("backlog"_L1).toArray();
        QCOMPARE(backlog.size(), number("select count(*) from asp.motif where active"));
        const QByteArray open = "from asp.ticket t where t.motif = '%1' and t.closed_at is null";
        const QByteArray free = " and not (t.state = 'on_hold' and t.hold_until > now())";
        for (const QJsonValue line : backlog) {
            const QByteArray mine = QByteArray(open).replace("%1", line["motif"_L1].toString().toLatin1());
            QCOMPARE(line["total"_L1].toInteger(), number("select count(*) " + mine));
            QCOMPARE(line["late"_L1].toInteger(), number("select count(*) " + mine + " and t.due_at < now()" + free));
            QCOMPARE(line["soon"_L1].toInteger(),
                     number("select count(*) " + mine
                            + " and t.due_at >= now() and t.due_at < now() + interval '4 hours'" + free));
            QCOMPARE(line["on_hold"_L1].toInteger(), number("select count(*) " + mine + " and t.state = 'on_hold'"));
            const QByteArray bounds[] = {"'0 h'", "'24 h'", "'48 h'", "'120 h'", "'240 h'", "'9999 h'"};
            for (int i = 0; i < 5; ++i)
                QCOMPARE(line["ages"_L1][i].toInteger(),
                         number("select count(*) " + mine + " and now() - t.received_at >= interval " + bounds[i]
                                + " and now() - t.received_at < interval " + bounds[i + 1]));
        }
    }

    void todayIsThatOfParis()
    {
        admin(
            R"(insert into asp.ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, channel, state,
                        received_at, due_at, closed_at, closed_by, outcome)
            select '73282932000074', 'B', 'N', '1', 'n@exemple.fr', 'autres', 'extranet', 'closed', m + s, m - interval '1 day', m + s,
                   'agent1', 'explained'
            from (select date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris' as m) x,
                 unnest(array[interval '-1 second', interval '0', interval '-10 days', interval '-40 days']) s)");
        seedTickets();
        const QJsonObject read = overview();
        const QByteArray today = "(%1 at time zone 'Europe/Paris')::date = (now() at time zone 'Europe/Paris')::date";
        const auto on = [&today](const QByteArray &column) { return QByteArray(today).replace("%1", column); };
        QCOMPARE(read.value("received_today"_L1).toInteger(),
                 number("select count(*) from asp.ticket where " + on("received_at")));
        QCOMPARE(read.value("closed_today"_L1).toInteger(),
                 number("select count(*) from asp.ticket where " + on("closed_at")));
        QCOMPARE(read.value("closed_late_today"_L1).toInteger(),
                 number("select count(*) from asp.ticket where " + on("closed_at") + " and closed_at > due_at"));
        qint64 received = 0, closed = 0;
        for (const QJsonValue hour : read.value("hours"_L1).toArray()) {
            received += hour["received"_L1].toInteger();
            closed += hour["closed"_L1].toInteger();
        }
        QCOMPARE(received, read.value("received_today"_L1).toInteger());
        QCOMPARE(closed, read.value("closed_today"_L1).toInteger());
        const QJsonArray days = read.value("days"_L1).toArray();
        QCOMPARE(days.size(), 30);
        QCOMPARE(days.last()["closed"_L1].toInteger(), closed);
        for (int i : {0, 19, 28, 29})
            QCOMPARE(days.at(i)["received"_L1].toInteger(),
                     number("select count(*) from asp.ticket where (received_at at time zone 'Europe/Paris')::date = "
                            "(now() at time zone 'Europe/Paris')::date - "
                            + QByteArray::number(29 - i)));
    }

    void whoDoesWhat()
    {
        seedTickets();
        admin("insert into asp.presence (login, console, ticket, level, until, change) values"
              " ('agent2', '00000000-0000-4000-8000-0000000000c1', 48213, 'open', now() + interval '20 s', 1),"
              " ('agent2', '00000000-0000-4000-8000-0000000000c2', 48213, 'writing', now() + interval '20 s', 2),"
              " ('agent2', '00000000-0000-4000-8000-0000000000c1', 48377, 'away', now() + interval '20 s', 3),"
              " ('agent2', '00000000-0000-4000-8000-0000000000c1', 48400, 'left', now() + interval '20 s', 4),"
              " ('superviseur2', '00000000-0000-4000-8000-0000000000c3', 48400, 'open', now() - interval '1 s', 5);"
              "update asp.ticket set owner = 'parti' where number = 48600; update asp.ticket set state = 'taken' where "
              "number = 48600");
        const QJsonValue agents = overview().value("agents"_L1);
        const QJsonObject agent2 = withKey(agents, "login"_L1, u"agent2"_s);
        QCOMPARE(agent2.value("name"_L1).toString(), u"Paul Durand"_s);
        QVERIFY(agent2.value("here"_L1).toBool());
        const QByteArray mine = " from asp.ticket where closed_at is null and owner = 'agent2'";
        QCOMPARE(agent2.value("owned"_L1).toInteger(), number("select count(*)" + mine));
        QCOMPARE(agent2.value("late"_L1).toInteger(),
                 number("select count(*)" + mine
                        + " and due_at < now() and not (state = 'on_hold' and hold_until > now())"));
        QCOMPARE(agent2.value("on_hold"_L1).toInteger(), number("select count(*)" + mine + " and state = 'on_hold'"));
        const QDateTime due = QDateTime::fromString(agent2.value("first_due"_L1).toString(), Qt::ISODateWithMs);
        const qint64 first = number("select (extract(epoch from min(due_at)) * 1000)::bigint" + mine
                                    + " and not (state = 'on_hold' and hold_until > now())");
        QVERIFY(qAbs(due.toMSecsSinceEpoch() - first) <= 1);
        const QJsonArray working = agent2.value("working"_L1).toArray();
        QCOMPARE(working.size(), 2); // what was left is not open any more
        QCOMPARE(working.at(0)["number"_L1].toInteger(), 48213);
        QCOMPARE(working.at(0)["level"_L1].toString(), u"writing"_s); // of two consoles the nearer
        QCOMPARE(working.at(1)["level"_L1].toString(), u"away"_s);
        const QJsonObject agent1 = withKey(agents, "login"_L1, u"agent1"_s);
        QCOMPARE(agent1.value("closed_today"_L1).toInteger(),
                 number("select count(*) from asp.ticket where closed_by = 'agent1' and (closed_at at time zone "
                        "'Europe/Paris')::date = (now() at time zone 'Europe/Paris')::date"));
        QVERIFY(!agent1.value("here"_L1).toBool());
        const QJsonObject gone = withKey(agents, "login"_L1, u"parti"_s); // who left with tickets is seen
        QCOMPARE(gone.value("owned"_L1).toInteger(), 1);
        QVERIFY(withKey(agents, "login"_L1, u"superviseur2"_s).isEmpty()); // not here: the lease is over
        QVERIFY(withKey(agents, "login"_L1, u"superviseur1"_s).value("here"_L1).toBool());
    }

    void eachListHoldsWhoItShould_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::newRow("locked now, not one whose lock is over or who is switched off")
            << QByteArray("locked")
            << QByteArray("update asp.account set locked_at = now(), locked_until = now() + "
                          "interval '29 minutes', failed_logins = 3 where id = 2")
            << QList<qint64>{2, 1};
        QTest::newRow("never connected for two days, with an active habilitation")
            << QByteArray("never")
            << QByteArray("update asp.account set created_at = now() - interval '47 hours' where id = 1;"
                          "update asp.account set last_login_at = null, created_at = now() - interval '49 hours' where "
                          "id in (2, 3)")
            << QList<qint64>{2};
        QTest::newRow("an habilitation that waits longer than the setting says, the oldest first")
            << QByteArray("waiting")
            << QByteArray("update asp.habilitation set requested_at = now() - interval '73 hours' where id in (1, 4);"
                          "update asp.habilitation set requested_at = now() - interval '80 hours' where id = 7;"
                          "insert into asp.habilitation (id, account_id, establishment_id, state, requested_at) values"
                          " (9, 1, 2, 'requested', now() - interval '71 hours')")
            << QList<qint64>{7, 4};
        QTest::newRow("mails of a week that came back and were not sent again")
            << QByteArray("bounced")
            << QByteArray(
                   "insert into asp.mail (id, kind, account_id, to_address, state, bounced_at, replaced_by, reason) "
                   "values"
                   " (11, 'identifiant', 1, 'a@b.fr', 'bounced', now() - interval '6 days', null, '550 unknown'),"
                   " (12, 'identifiant', 1, 'a@b.fr', 'refused', now() - interval '1 hour', null, ''),"
                   " (13, 'identifiant', 1, 'a@b.fr', 'bounced', now() - interval '8 days', null, ''),"
                   " (14, 'identifiant', 1, 'a@b.fr', 'bounced', now(), 1, ''),"
                   " (15, 'identifiant', 1, 'a@b.fr', 'cancelled', now(), null, '')")
            << QList<qint64>{12, 11};
        QTest::newRow("three resets within a week")
            << QByteArray("resets")
            << QByteArray("insert into asp.operation (id, kind, params, call_id, actor, at, result, digest, account_id)"
                          " select gen_random_uuid(), k, '{}', '00000000-0000-4000-8000-000000000001', 'agent1', now() "
                          "- age, '{}', '',"
                          " account from (values (1, 'account.reset_password', interval '1 h'), (1, "
                          "'account.reset_password', '2 h'),"
                          " (1, 'account.reset_password', '6 days'), (2, 'account.reset_password', '1 h'),"
                          " (2, 'account.reset_password', '2 h'), (2, 'account.reset_password', '8 days'),"
                          " (7, 'account.unlock', '1 h'), (7, 'account.unlock', '2 h'), (7, 'account.unlock', '3 h'))"
                          " as x (account, k, age)")
            << QList<qint64>{1};
        QTest::newRow("several accounts on one SIRET, of those changed lately")
            << QByteArray("several")
            << QByteArray("update asp.habilitation set requested_at = now() - interval '31 days';"
                          "update asp.habilitation set requested_at = now() where id in (2, 7);"
                          "update asp.setting set value = '5' where key = 'surveillance.comptes_siret'")
            << QList<qint64>{1};
        QTest::newRow("one account fewer than the setting is not several")
            << QByteArray("several")
            << QByteArray("update asp.setting set value = '6' where key = 'surveillance.comptes_siret'")
            << QList<qint64>{};
    }
    void eachListHoldsWhoItShould()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, seed);
        QFETCH(QList<qint64>, ids);
        admin(seed);
        const QJsonObject page = watched(list);
        QCOMPARE(page.value("status"_L1).toString(), u"ok"_s);
        QCOMPARE(idsOf(page), ids);
        QCOMPARE(overview().value("accounts"_L1)[QString::fromLatin1(list)].toInteger(), ids.size());
    }

    void aRowSaysWhatItTakesToAct()
    {
        const QJsonValue locked = watched("locked").value("rows"_L1)[0];
        QCOMPARE(locked["account"_L1].toInteger(), 1);
        QCOMPARE(locked["identifiant"_L1].toString(), u"claire.fontan"_s);
        QCOMPARE(locked["siret"_L1].toString(), RulesWorld::siret);
        QCOMPARE(locked["habilitation"_L1].toInteger(), 1);
        QCOMPARE(locked["count"_L1].toInteger(), 3);
        QVERIFY(!locked["until"_L1].isNull() && !locked["since"_L1].isNull() && !locked["active_from"_L1].isNull());
        admin("update asp.habilitation set requested_at = now() - interval '9 days' where id = 4;"
              "update asp.setting set value = '2' where key like 'surveillance.comptes%';"
              "insert into asp.mail (id, kind, account_id, to_address, state, bounced_at, reason) values"
              " (11, 'mot_de_passe', 1, 'a@b.fr', 'bounced', now(), '550 unknown')");
        const QJsonValue waiting = watched("waiting").value("rows"_L1)[0];
        QCOMPARE(waiting["identifiant"_L1].toString(), u"sonia.roux"_s);
        QVERIFY(waiting["active_from"_L1].isNull() && waiting["until"_L1].isNull());
        const QJsonValue bounced = watched("bounced").value("rows"_L1)[0];
        QCOMPARE(bounced["detail"_L1].toString(), u"550 unknown"_s);
        QCOMPARE(bounced["mail_kind"_L1].toString(), u"mot_de_passe"_s);
        QCOMPARE(bounced["mail"_L1].toInteger(), 11);
        const QJsonValue several = watched("several").value("rows"_L1)[0];
        QVERIFY(several["account"_L1].isNull());
        QVERIFY(several["detail"_L1].toString().contains(u"claire.fontan"_s));
    }

    void pagesJoinWithoutGapOrOverlap()
    {
        // All at the same moment: the id decides.
        admin("with e as (insert into asp.establishment (siret, denomination, postcode, town)"
              " values ('44306184100047', 'Garage', '31000', 'Toulouse') returning id), a as ("
              "insert into asp.account (identifiant, last_name, first_name, email, profile, created_at)"
              " select 'jamais' || i, 'J', 'J', 'j' || i || '@exemple.fr', 'etablissement', date '2026-01-01' + "
              "0.123456 * interval '1 s'"
              " from generate_series(1, 450) i returning id)"
              "insert into asp.habilitation (account_id, establishment_id, state, active_from)"
              " select a.id, e.id, 'active', now() - interval '1 day' from a, e");
        QSet<qint64> seen;
        QString from;
        int pages = 0;
        do {
            const QJsonObject page = watched("never", 200, from);
            for (const qint64 id : idsOf(page)) {
                QVERIFY(!seen.contains(id));
                seen << id;
            }
            from = page.value("next"_L1).toString();
        } while (!from.isEmpty() && ++pages < 10);
        QCOMPARE(pages, 2);
        QCOMPARE(
            seen.size(),
            number("select count(*) from asp.account a where created_at < now() - interval '2 days' and first_login_at "
                   "is null"
                   " and last_login_at is null and disabled_at is null and being_deleted_at is null and exists (select"
                   " from asp.habilitation h where h.account_id = a.id and h.state = 'active')"));
        QCOMPARE(idsOf(watched("never", 5000)).size(), 200); // whatever is asked for
    }

    void countsStopAtAThousand()
    {
        admin("insert into asp.account (identifiant, last_name, first_name, email, profile, locked_at, locked_until)"
              " select 'bloque' || i, 'J', 'J', 'j' || i || '@exemple.fr', 'etablissement', now(), now() + interval '1 "
              "hour'"
              " from generate_series(1, 1100) i");
        QCOMPARE(overview().value("accounts"_L1)["locked"_L1].toInteger(), 1000);
    }

    void badQuestionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("an unknown list") << QByteArray(R"({"list": "others"})");
        QTest::newRow("a list of lists") << QByteArray(R"({"list": ["locked"]})");
        QTest::newRow("a cursor that is none") << QByteArray(R"({"list": "locked", "from": "1' or 1=1"})");
        QTest::newRow("a cursor that is too long")
            << QByteArray(R"({"list": "locked", "from": "99999999999999999999|1"})");
        QTest::newRow("a limit that is no number") << QByteArray(R"({"list": "locked", "limit": "many"})");
    }
    void badQuestionsAreRefused()
    {
        QFETCH(QByteArray, params);
        const QJsonObject answer = m_world.read(u"superviseur1"_s, "watched_accounts", params);
        QCOMPARE(answer.value("rule"_L1).toString(), u"bad_params"_s);
    }

    void supervisorsOnly()
    {
        for (const QByteArray what : {"overview", "watched_accounts"}) {
            const QByteArray params = R"({"list": "locked"})";
            QCOMPARE(m_world.read(u"agent1"_s, what, params).value("rule"_L1).toString(), u"supervisor_only"_s);
            QCOMPARE(m_world.read(u"superviseur2"_s, what, params).value("status"_L1).toString(), u"ok"_s);
            for (const QString &login : {u"relay1"_s, u"extranet1"_s}) {
                (void)m_world.read(login, what, params);
                QVERIFY(m_world.error.has_value());
                QCOMPARE(m_world.stateOf(login, "select asp.f_read_" + what + "('{}')"), u"42501"_s);
            }
        }
        const QJsonObject unlock{{u"account_id"_s, 1}}, resend{{u"habilitation_id"_s, 1}};
        QCOMPARE(tried(u"agent1"_s, u"watch.unlock"_s, unlock), u"supervisor_only"_s);
        QCOMPARE(tried(u"agent1"_s, u"watch.resend"_s, resend), u"supervisor_only"_s);
        for (const QString &login : {u"relay1"_s, u"extranet1"_s}) {
            (void)m_world.operate(login, {u"watch.unlock"_s, asks::json(unlock), u"locked"_s});
            QVERIFY(m_world.error.has_value());
        }
        QCOMPARE(number("select count(*) from asp.account where id = 1 and locked_until > now()"), 1);
    }

    void theJournalTellsWhatWasReadAndWhatLeft()
    {
        (void)overview();
        (void)watched("bounced");
        (void)m_world.read(u"superviseur1"_s, "overview", R"({"export": true})");
        (void)m_world.read(u"superviseur1"_s, "watched_accounts", R"({"list": "never", "export": true})");
        QCOMPARE(
            m_world.one("select string_agg(kind || coalesce(' ' || (detail ->> 'list'), ''), ', ' order by id) from "
                        "asp.journal where actor = 'superviseur1'"),
            u"read_overview, read_watched_accounts bounced, overview_export, watched_accounts_export never"_s);
        // What was refused before it was read leaves no trace of a reading.
        (void)m_world.read(u"superviseur1"_s, "watched_accounts", R"({"list": "x"})");
        QCOMPARE(number("select count(*) from asp.journal where actor = 'superviseur1'"), 4);
        // The other readings are journalled as before.
        (void)m_world.read(u"superviseur1"_s, "watch");
        QCOMPARE(m_world.one("select kind from asp.journal order by id desc limit 1"), u"read_watch"_s);
    }

    void unlockingFromARow()
    {
        QCOMPARE(tried(u"superviseur1"_s, u"watch.unlock"_s, {{u"account_id"_s, 1}}, {}), u"reason_needed"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.unlock"_s, {{u"account_id"_s, 1}}, u"other"_s),
                 u"reason_text_needed"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.unlock"_s, {{u"account_id"_s, 1}}), u"done"_s);
        QCOMPARE(number("select count(*) from asp.account where id = 1 and locked_until is null and failed_logins = 0"),
                 1);
        QCOMPARE(
            m_world.one("select concat_ws(' ', establishment_id, account_id, reason) from asp.operation where kind = "
                        "'watch.unlock'"),
            u"1 1 locked"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.unlock"_s, {{u"account_id"_s, 1}}), u"not_locked"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.unlock"_s, {{u"account_id"_s, 4}}), u"account_being_deleted"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.unlock"_s, {{u"account_id"_s, 999}}), u"unknown_account"_s);
        QVERIFY(idsOf(watched("locked")).isEmpty());
    }

    void resendingFromARow()
    {
        QCOMPARE(tried(u"superviseur1"_s, u"watch.resend"_s, {{u"habilitation_id"_s, 1}}, {}), u"reason_needed"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.resend"_s, {{u"habilitation_id"_s, 1}}), u"done"_s);
        QCOMPARE(number("select count(*) from asp.mail where kind = 'habilitation' and habilitation_id = 1 and state = "
                        "'queued'"),
                 1);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.resend"_s, {{u"habilitation_id"_s, 4}}), u"nothing_to_confirm"_s);
        QCOMPARE(tried(u"superviseur1"_s, u"watch.resend"_s, {{u"habilitation_id"_s, 8}}),
                 u"habilitation_not_active"_s);
    }
};

QTEST_GUILESS_MAIN(TestOverviewRules)
#include "tst_overviewrules.moc"
