// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// The queue against plain SQL: every order both ways, every filter, the figures; and what it refuses.
class TestQueue : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    // Few values for many tickets: every order has ties, and states, times and texts of all kinds come together.
    static constexpr auto tickets = R"sql(
set role asp_owner;
update asp.setting set value = '6000' where key = 'files.par_minute';
update asp.setting set value = '200000' where key = 'files.par_heure';
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, channel, state,
                        owner, received_at, due_at, closed_at, closed_by, hold_reason, hold_until, outcome, answer, duplicate_of)
select 60000 + i,
       case when i % 11 = 0 then 'SIRET ' || i % 5 else lpad((73282932000000 + i % 300)::text, 14, '0') end,
       (array['Boulangerie du Capitole', 'L’Épi d’or', 'Épicerie 100 % bio', 'AUBERGE_du pont', 'Zinc & Cie', 'œuvres'])[1 + i % 6],
       (array['Claire Fontan', 'Éric Zola', 'ana faux', 'Zoé O’Neil'])[1 + i % 4],
       '0612345678', 'personne' || i % 50 || '@exemple.fr', (array['habilitation', 'autres', 'demande_indemnisation'])[1 + i % 3],
       case when i % 9 = 0 then 'agent' else 'extranet' end, s.state,
       case when s.state in ('taken', 'on_hold') or i % 4 = 1 then (array['agent1', 'agent2', 'superviseur1'])[1 + i % 3] end,
       now() - make_interval(hours => i % 200), now() + make_interval(hours => i % 90 - 40),
       case when s.state in ('closed', 'merged') then now() - make_interval(hours => i % 60) end,
       case when s.state in ('closed', 'merged') then 'agent1' end,
       case when s.state = 'on_hold' then (select min(code) from asp.hold_reason) end,
       case when s.state = 'on_hold' then now() + make_interval(hours => i % 20 - 10) end,
       case when s.state = 'closed' then (array['explained', 'duplicate', 'refused'])[1 + i % 3] end, null,
       case when s.state = 'merged' then 48213 end
from generate_series(1, 2400) i
cross join lateral (select (array['open', 'taken', 'on_hold', 'closed', 'merged', 'open', 'on_hold', 'closed'])[1 + i % 8] as state) s;
update asp.ticket set department = (array['31', '2A', '974', ''])[1 + number % 4],
                      profile = (array['etablissement', 'tiers', ''])[1 + number % 3] where number > 60000;
analyze asp.ticket;
)sql";

    QJsonObject page(const QJsonObject &question, const QString &login = u"agent1"_s,
                     const QByteArray &what = "queue_page")
    {
        return m_world.read(login, what, QJsonDocument(question).toJson(QJsonDocument::Compact));
    }
    static QStringList numbersOf(const QJsonObject &document)
    {
        QStringList numbers;
        const QJsonArray rows = document.value("rows"_L1).toArray();
        for (const QJsonValue &row : rows)
            numbers << QString::number(row.toObject().value("number"_L1).toInteger());
        return numbers;
    }
    static QJsonObject cursorOf(const QJsonValue &row)
    {
        return {{u"key"_s, row.toObject().value("key"_L1)}, {u"number"_s, row.toObject().value("number"_L1)}};
    }
    /// All pages of a question, one behind the other; empty when they do not come to an end.
    QStringList walk(QJsonObject question, bool backward, int limit = 401)
    {
        QStringList numbers;
        question.insert(u"limit"_s, limit);
        question.insert(u"backward"_s, backward);
        for (int pages = 0; pages < 100; ++pages) {
            const QJsonObject document = page(question);
            const QJsonArray rows = document.value("rows"_L1).toArray();
            numbers = backward ? numbersOf(document) + numbers : numbers + numbersOf(document);
            if (!document.value("more"_L1).toBool())
                return document.value("status"_L1) == "ok"_L1 ? numbers : QStringList{u"refused"_s};
            question.insert(u"from"_s, cursorOf(backward ? rows.first() : rows.last()));
        }
        return {};
    }
    QStringList plain(const QByteArray &where, const QByteArray &order = "number")
    {
        const QString all = m_world.one("select coalesce(string_agg(t.number::text, ' ' order by " + order
                                        + "), '') from asp.ticket t where " + where);
        return all.isEmpty() ? QStringList() : all.split(u' ');
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QCOMPARE(m_world.stateOf(u"admin"_s, tickets), QString());
        QVERIFY2(!m_world.error, qPrintable(m_world.error ? m_world.error->detail : QString()));
    }

    void everyOrderBothWays_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QByteArray>("key");
        const std::pair<const char *, const char *> orders[] = {
            {"number", "t.number"},
            {"due", "t.due_at"},
            {"received", "t.received_at"},
            {"establishment", "asp.f_norm(t.denomination) collate \"C\""},
            {"siret", "t.siret collate \"C\""},
            {"requester", "asp.f_norm(t.requester_name) collate \"C\""},
            {"motif", "t.motif collate \"C\""},
            {"state", "array_position(array['open', 'taken', 'on_hold', 'closed', 'merged'], t.state)"},
            {"owner", "coalesce(t.owner::text, '') collate \"C\""},
            {"department", "t.department collate \"C\""},
            {"profile", "t.profile collate \"C\""},
            {"closed", "coalesce(t.closed_at, 'infinity')"},
            {"outcome", "coalesce(t.outcome, '') collate \"C\""},
        };
        for (const auto &[sort, key] : orders)
            QTest::newRow(sort) << QString::fromLatin1(sort) << QByteArray(key);
    }
    void everyOrderBothWays()
    {
        QFETCH(QString, sort);
        QFETCH(QByteArray, key);
        const std::pair<QString, QByteArray> scopes[] = {{u"open"_s, "t.state in ('open', 'taken', 'on_hold')"},
                                                         {u"closed"_s, "t.state in ('closed', 'merged')"},
                                                         {u"all"_s, "true"}};
        for (const auto &[scope, where] : scopes) {
            for (const bool descending : {false, true}) {
                const QByteArray way = descending ? " desc" : "";
                const QStringList expected = plain(where, key + way + ", t.number" + way);
                QVERIFY(expected.size() > 600);
                const QJsonObject question{
                    {u"filter"_s, QJsonObject{{u"scope"_s, scope}}}, {u"sort"_s, sort}, {u"descending"_s, descending}};
                QVERIFY2(walk(question, false) == expected, qPrintable(scope));
                QVERIFY2(walk(question, true, 577) == expected, qPrintable(scope + u" backward"_s));
            }
        }
    }

    void thePageFromTheMiddle()
    {
        QJsonObject question{{u"sort"_s, u"motif"_s}, {u"limit"_s, 50}};
        const QStringList all = plain("t.state in ('open', 'taken', 'on_hold')", "t.motif collate \"C\", t.number");
        const QJsonObject first = page(question);
        const QJsonArray rows = first.value("rows"_L1).toArray();
        QVERIFY(first.value("more"_L1).toBool());
        question.insert(u"from"_s, cursorOf(rows.at(20)));
        QCOMPARE(numbersOf(page(question)), all.mid(21, 50));
        question.insert(u"inclusive"_s, true);
        QCOMPARE(numbersOf(page(question)), all.mid(20, 50));
        question.insert(u"backward"_s, true);
        QJsonObject before = page(question);
        QCOMPARE(numbersOf(before), all.mid(0, 21));
        QVERIFY(!before.value("more"_L1).toBool());
        question.insert(u"inclusive"_s, false);
        question.insert(u"limit"_s, 20);
        before = page(question);
        QCOMPARE(numbersOf(before), all.mid(0, 20));
        QVERIFY(!before.value("more"_L1).toBool()); // exactly what is there is not more
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char *name, const char *filter, const char *where) {
            QTest::newRow(name) << QByteArray(filter) << QByteArray(where);
        };
        const char *open = "t.state in ('open', 'taken', 'on_hold')";
        row("nothing asked for: what is open", "{}", open);
        row("one motif", R"({"motifs": ["habilitation"]})",
            "t.state in ('open', 'taken', 'on_hold') and t.motif = 'habilitation'");
        row("two motifs", R"({"motifs": ["habilitation", "autres"]})",
            "t.state in ('open', 'taken', 'on_hold') and t.motif in ('habilitation', 'autres')");
        row("an unknown motif finds nothing", R"({"motifs": ["x' or true --"]})", "false");
        row("a state", R"({"states": ["taken"]})", "t.state = 'taken'");
        row("on hold, whether awake or not", R"({"states": ["on_hold"]})", "t.state = 'on_hold'");
        row("awake", R"({"states": ["awake"]})", "t.state = 'on_hold' and t.hold_until <= now()");
        row("open or awake", R"({"states": ["open", "awake"]})",
            "t.state = 'open' or t.state = 'on_hold' and t.hold_until <= now()");
        row("a state of the other half", R"({"states": ["closed"]})", "false");
        row("states of both halves", R"({"scope": "all", "states": ["merged", "awake"]})",
            "t.state = 'merged' or t.state = 'on_hold' and t.hold_until <= now()");
        row("mine", R"({"owners": ["@me"]})", "t.state in ('open', 'taken', 'on_hold') and t.owner = 'agent1'");
        row("mine and nobody's", R"({"owners": ["@me", ""]})",
            "t.state in ('open', 'taken', 'on_hold') and (t.owner = 'agent1' or t.owner is null)");
        row("nobody's", R"({"owners": [""]})", "t.state in ('open', 'taken', 'on_hold') and t.owner is null");
        row("departments, one unknown", R"({"departments": ["2A", ""]})",
            "t.state in ('open', 'taken', 'on_hold') and t.department in ('2A', '')");
        row("profiles", R"({"profiles": ["tiers"]})",
            "t.state in ('open', 'taken', 'on_hold') and t.profile = 'tiers'");
        row("channel", R"({"scope": "all", "channels": ["agent"]})", "t.channel = 'agent'");
        row("outcomes", R"({"scope": "closed", "outcomes": ["explained", "refused"]})",
            "t.outcome in ('explained', 'refused')");
        row("outcomes among all", R"({"scope": "all", "outcomes": ["duplicate"]})", "t.outcome = 'duplicate'");
        row("late", R"({"due": "late"})",
            "t.state in ('open', 'taken', 'on_hold') and t.due_at < now() and not (t.state = 'on_hold' and "
            "t.hold_until > now())");
        row("soon", R"({"due": "soon"})",
            "t.state in ('open', 'taken', 'on_hold') and t.due_at >= now() and t.due_at < now() + interval '4 hours' "
            "and not (t.state = 'on_hold' and t.hold_until > now())");
        row("what is closed is not late", R"({"scope": "closed", "due": "late"})", "false");
        row("received between two and five days ago", R"({"scope": "all", "age_from": 48, "age_to": 120})",
            "t.received_at between now() - interval '120 hours' and now() - interval '48 hours'");
        row("closed within a day", R"({"scope": "all", "closed_within": 24})",
            "t.closed_at >= now() - interval '24 hours'");
        row("twins", R"({"twins": true})",
            "t.state in ('open', 'taken', 'on_hold') and exists (select from asp.ticket o where o.siret = t.siret and "
            "o.motif = t.motif and o.number <> t.number and o.state in ('open', 'taken', 'on_hold'))");
        row("the first digits of a SIRET", R"({"scope": "all", "siret": "732 829 320 000 7"})",
            "t.siret like '7328293200007%'");
        row("what was typed as a SIRET", R"({"scope": "all", "siret": "SIRET"})", "t.siret like 'SIRET%'");
        row("parts of words, accents and case forgiven", R"({"scope": "all", "establishment": "EPI or"})",
            "t.denomination = 'L’Épi d’or'");
        row("a percent sign is a percent sign", R"({"scope": "all", "establishment": "100 %"})",
            "t.denomination = 'Épicerie 100 % bio'");
        row("an underline is an underline", R"({"scope": "all", "establishment": "auberge_"})",
            "t.denomination = 'AUBERGE_du pont'");
        row("the requester", R"({"scope": "all", "requester": "zoe o’neil"})", "t.requester_name = 'Zoé O’Neil'");
        row("quotes and backslashes", R"({"scope": "all", "requester": "\\' or true; --"})", "false");
        row("all together",
            R"({"motifs": ["autres"], "states": ["open", "taken"], "channels": ["extranet"], "due": "late",
                               "requester": "fontan", "siret": "732", "departments": ["31", "974", ""]})",
            "t.motif = 'autres' and t.state in ('open', 'taken') and t.channel = 'extranet' and t.due_at < now() and "
            "t.requester_name = 'Claire Fontan' and t.siret like '732%' and t.department in ('31', '974', '')");
    }
    void filters()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, where);
        const QStringList expected = plain(where);
        const QJsonObject asked = QJsonDocument::fromJson(filter).object();
        QCOMPARE(walk({{u"filter"_s, asked}, {u"sort"_s, u"number"_s}}, false, 1000), expected);
        QStringList other
            = walk({{u"filter"_s, asked}, {u"sort"_s, u"received"_s}, {u"descending"_s, true}}, false, 400);
        std::sort(other.begin(), other.end());
        QCOMPARE(other, expected); // all numbers have five digits
        if (where != "false")
            QVERIFY(!expected.isEmpty());
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("params");
        const auto row = [](const char *name, const QByteArray &params) { QTest::newRow(name) << params; };
        row("the filter is a text", R"({"filter": "late"})");
        row("an unknown condition", R"({"filter": {"colour": "red"}})");
        row("an unknown scope", R"({"filter": {"scope": "mine"}})");
        row("an unknown state", R"({"filter": {"states": ["asleep"]}})");
        row("an unknown channel", R"({"filter": {"channels": ["pigeon"]}})");
        row("an unknown due", R"({"filter": {"due": "yesterday"}})");
        row("a list that is a text", R"({"filter": {"motifs": "autres"}})");
        row("a list of numbers", R"({"filter": {"motifs": [1]}})");
        row("a department that is none", R"({"filter": {"departments": ["31' or true"]}})");
        row("a code too long", "{\"filter\": {\"owners\": [\"" + QByteArray(64, 'x') + "\"]}}");
        row("hours below zero", R"({"filter": {"age_from": -1}})");
        row("half an hour", R"({"filter": {"age_to": 0.5}})");
        row("hours beyond reason", R"({"filter": {"closed_within": 10000000}})");
        row("twins as a text", R"({"filter": {"twins": "true"}})");
        row("a text too long", "{\"filter\": {\"requester\": \"" + QByteArray(201, 'x') + "\"}}");
        row("an unknown order", R"({"sort": "number; drop table asp.ticket"})");
        row("a way that is none", R"({"descending": "yes"})");
        row("no rows", R"({"limit": 0})");
        row("too many rows", R"({"limit": 1001})");
        row("rows as a text", R"({"limit": "10"})");
        row("a cursor without a number", R"({"from": {"key": "x"}})");
        row("a cursor that is no time", R"({"sort": "due", "from": {"key": "soon", "number": 1}})");
        row("a cursor that is no number", R"({"sort": "state", "from": {"key": "open", "number": 1}})");
        row("a cursor beyond all numbers",
            R"({"sort": "state", "from": {"key": "99999999999999999999", "number": 1}})");
    }
    void bad()
    {
        QFETCH(QByteArray, params);
        const QJsonObject refused = m_world.read(u"agent1"_s, "queue_page", params);
        QVERIFY2(!m_world.error, qPrintable(m_world.error ? m_world.error->detail : QString()));
        QCOMPARE(refused.value("rule"_L1).toString(), u"bad_params"_s);
    }

    void aRowSaysWhatIsThere()
    {
        const QJsonObject row
            = page({{u"filter"_s,
                     QJsonObject{{u"siret"_s, RulesWorld::siret}, {u"motifs"_s, QJsonArray{u"habilitation"_s}}}},
                    {u"sort"_s, u"number"_s}})
                  .value("rows"_L1)
                  .toArray()
                  .first()
                  .toObject();
        QCOMPARE(row.value("number"_L1).toInteger(), 48213);
        QCOMPARE(row.value("requester_email_masked"_L1).toString(), u"c••••@boulangerie-capitole.fr"_s);
        QVERIFY(row.value("siret_known"_L1).toBool());
        QCOMPARE(row.value("twins"_L1).toInt(),
                 m_world
                     .one("select count(*) - 1 from asp.ticket t where siret = '" + RulesWorld::siret.toLatin1()
                          + "' and motif = 'habilitation' and state in ('open', 'taken', 'on_hold')")
                     .toInt());
        QVERIFY(!QJsonDocument(row).toJson().contains("claire.fontan@"));
        QVERIFY(!QJsonDocument(row).toJson().contains("12345678"));
    }

    void figures()
    {
        const QJsonObject counts = page({{u"views"_s, QJsonArray()}}, u"agent2"_s, "queue_counts");
        QCOMPARE(counts.value("status"_L1).toString(), u"ok"_s);
        const QByteArray open = "t.state in ('open', 'taken', 'on_hold')";
        const QByteArray awake = "not (t.state = 'on_hold' and t.hold_until > now())";
        const std::pair<const char *, QByteArray> views[] = {
            {"all", open},
            {"late", open + " and t.due_at < now() and " + awake},
            {"soon", open + " and t.due_at >= now() and t.due_at < now() + interval '4 hours' and " + awake},
            {"mine", open + " and t.owner = 'agent2'"},
            {"unowned", open + " and t.owner is null"},
            {"on_hold", "t.state = 'on_hold'"},
            {"awake", "t.state = 'on_hold' and t.hold_until <= now()"},
            {"twins",
             open
                 + " and exists (select from asp.ticket o where o.siret = t.siret and o.motif = t.motif and "
                   "o.number <> t.number and o.state in ('open', 'taken', 'on_hold'))"},
            {"closed_today", "t.closed_at >= date_trunc('day', now(), 'Europe/Paris')"},
        };
        const QJsonObject told = counts.value("views"_L1).toObject();
        for (const auto &[view, where] : views)
            QVERIFY2(told.value(QLatin1StringView(view)).toInt(-1) == plain(where).size(), view);
        QCOMPARE(told.size(), qsizetype(std::size(views)));
        QCOMPARE(counts.value("received_today"_L1).toInt(),
                 plain("t.received_at >= date_trunc('day', now(), 'Europe/Paris')").size());
        QCOMPARE(counts.value("closed_today"_L1).toInt(), told.value("closed_today"_L1).toInt());
        const QJsonArray motifs = counts.value("motifs"_L1).toArray();
        QCOMPARE(motifs.size(), 3);
        for (const QJsonValue &value : motifs) {
            const QJsonObject motif = value.toObject();
            const QByteArray own = open + " and t.motif = '" + motif.value("motif"_L1).toString().toLatin1() + "'";
            QCOMPARE(motif.value("open"_L1).toInt(), plain(own).size());
            QCOMPARE(motif.value("late"_L1).toInt(), plain(own + " and t.due_at < now() and " + awake).size());
            QCOMPARE(motif.value("unowned"_L1).toInt(), plain(own + " and t.owner is null").size());
        }
        const QJsonArray days = counts.value("days"_L1).toArray();
        QCOMPARE(days.size(), 5);
        QCOMPARE(days.last().toObject().value("received"_L1).toInt(), counts.value("received_today"_L1).toInt());
        QVERIFY(days.first().toObject().value("from"_L1).toString()
                < days.last().toObject().value("from"_L1).toString());
    }

    void figuresAreCountedOnceForEverybody()
    {
        QCOMPARE(m_world.stateOf(u"admin"_s, "delete from asp.queue_figures"), QString());
        const QJsonObject first = page({}, u"agent1"_s, "queue_counts");
        const QJsonObject second = page({}, u"agent2"_s, "queue_counts");
        QCOMPARE(second.value("at"_L1), first.value("at"_L1));
        QVERIFY(second.value("views"_L1).toObject().value("mine"_L1)
                    != first.value("views"_L1).toObject().value("mine"_L1)
                || plain("t.owner = 'agent1' and t.closed_at is null").size()
                    == plain("t.owner = 'agent2' and t.closed_at is null").size());
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.queue_figures set at = at - interval '3 seconds'"), QString());
        QVERIFY(page({}, u"agent2"_s, "queue_counts").value("at"_L1) != first.value("at"_L1));
    }

    void oneWhoKeepsTheFiguresKeepsNobodyWaiting()
    {
        QCOMPARE(m_world.stateOf(u"admin"_s, "update asp.queue_figures set at = at - interval '3 seconds'"), QString());
        QCOMPARE(m_world.stateOf(u"admin"_s, "begin; select from asp.queue_figures for update"), QString());
        const QJsonObject stale = page({}, u"agent2"_s, "queue_counts");
        QCOMPARE(stale.value("status"_L1).toString(), u"ok"_s);
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "update asp.queue_figures set at = at - interval '1 minute'; commit; begin;"
                                 "select pg_advisory_xact_lock(hashtextextended('desk', 35)); "
                                 "select from asp.queue_figures for update"),
                 QString());
        const QJsonObject own = page({}, u"agent1"_s, "queue_counts");
        QVERIFY(own.value("at"_L1).toString() > stale.value("at"_L1).toString());
        QCOMPARE(m_world.stateOf(u"admin"_s, "rollback"), QString());
    }

    void oneTicketWhole()
    {
        QCOMPARE(m_world.stateOf(
                     u"admin"_s,
                     "insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, "
                     "requester_email, motif, channel, state, due_at, closed_at, closed_by, duplicate_of) "
                     "values (58000, '73282932000074', 'x', 'y', '0612345678', 'Autre@exemple.fr', 'habilitation', "
                     "'extranet', 'merged', now(), now(), 'agent1', 48213)"),
                 QString());
        const QByteArray before = m_world.one("select count(*) from asp.journal where kind = 'read_ticket'").toLatin1();
        const QJsonObject whole = m_world.read(u"agent1"_s, "ticket", R"({"ticket": 48213})");
        QCOMPARE(whole.value("status"_L1).toString(), u"ok"_s);
        const QJsonObject ticket = whole.value("ticket"_L1).toObject();
        QCOMPARE(ticket.value("number"_L1).toInteger(), 48213);
        QCOMPARE(ticket.value("siret"_L1).toString(), RulesWorld::siret);
        QCOMPARE(ticket.value("merged_others"_L1).toBool(), true);
        QVERIFY(!ticket.value("events"_L1).toArray().isEmpty());
        QCOMPARE(whole.value("merged"_L1).toArray().first().toObject().value("number"_L1).toInteger(), 58000);
        const QJsonArray twins = whole.value("twins"_L1).toArray();
        QVERIFY(!twins.isEmpty());
        QCOMPARE(twins.first().toObject().value("number"_L1).toInteger(), 48377);
        QCOMPARE(twins.first().toObject().value("same_requester"_L1).toBool(), false);
        QVERIFY(!QJsonDocument(whole).toJson().contains("claire.fontan@"));
        QCOMPARE(m_world.one("select count(*) - " + before
                             + " from asp.journal where kind = 'read_ticket' and ticket = 48213 "
                               "and actor = 'agent1' and establishment_id = 1"),
                 u"1"_s);
        QCOMPARE(m_world.read(u"agent1"_s, "ticket", R"({"ticket": 1})").value("rule"_L1).toString(), u"not_found"_s);
        QCOMPARE(m_world.read(u"agent1"_s, "ticket", R"({"ticket": "x"})").value("rule"_L1).toString(),
                 u"bad_params"_s);
        QCOMPARE(m_world.read(u"agent1"_s, "ticket").value("rule"_L1).toString(), u"bad_params"_s);
    }

    void whoTookAFile()
    {
        const QJsonObject question{
            {u"filter"_s, QJsonObject{{u"motifs"_s, QJsonArray{u"autres"_s}}, {u"requester"_s, u"fontan"_s}}},
            {u"sort"_s, u"number"_s},
            {u"limit"_s, 5000}};
        const QJsonObject exported = page(question, u"agent2"_s, "queue_export");
        QCOMPARE(numbersOf(exported),
                 plain("t.state in ('open', 'taken', 'on_hold') and t.motif = 'autres' and "
                       "t.requester_name = 'Claire Fontan'"));
        QCOMPARE(
            m_world.one("select string_agg(actor || ' ' || (detail -> 'filter' ->> 'motifs') || ' ' "
                        "|| (detail -> 'filter' ->> 'requester'), ';') from asp.journal where kind = 'queue_export'"),
            u"agent2 [\"autres\"] true"_s); // who and by which codes; not whose name was searched for
        QCOMPARE(page({{u"limit"_s, 5001}}, u"agent2"_s, "queue_export").value("rule"_L1).toString(), u"bad_params"_s);
        QCOMPARE(m_world.one("select count(*) from asp.journal where kind = 'queue_export'"), u"1"_s);
    }

    void caps()
    {
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "update asp.setting set value = '2' where key = 'file_export.par_minute';"
                                 "update asp.setting set value = '1' where key = 'demande.par_minute';"
                                 "delete from asp.read_meter"),
                 QString());
        for (int i = 0; i < 2; ++i)
            QCOMPARE(page({}, u"agent1"_s, "queue_export").value("status"_L1).toString(), u"ok"_s);
        QCOMPARE(page({}, u"agent1"_s, "queue_export").value("rule"_L1).toString(), u"rate_limited"_s);
        QVERIFY(m_world.read(u"agent1"_s, "ticket", R"({"ticket": 48213})").contains("ticket"_L1));
        QCOMPARE(m_world.read(u"agent1"_s, "ticket", R"({"ticket": 48213})").value("rule"_L1).toString(),
                 u"rate_limited"_s);
        QCOMPARE(page({}, u"agent2"_s, "queue_export").value("status"_L1).toString(), u"ok"_s);
    }

    void whoMayRead_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<bool>("may");
        QTest::newRow("an agent") << u"agent2"_s << true;
        QTest::newRow("a supervisor") << u"superviseur1"_s << true;
        QTest::newRow("the relay") << u"relay1"_s << false;
        QTest::newRow("the extranet") << u"extranet1"_s << false;
    }
    void whoMayRead()
    {
        QFETCH(QString, login);
        QFETCH(bool, may);
        for (const QByteArray what : {"queue_page", "queue_counts"}) {
            const QJsonObject answer = page({}, login, what);
            QCOMPARE(answer.value("status"_L1).toString() == "ok"_L1, may);
            QCOMPARE(m_world.error.has_value(), !may);
        }
        for (const QByteArray sql : {"select asp.f_read_queue_page('{}')", "select number from asp.ticket",
                                     "select * from asp.queue_figures", "select asp.f_queue_count('{}')"})
            QCOMPARE(m_world.stateOf(login, sql), u"42501"_s);
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
