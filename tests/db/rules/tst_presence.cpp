// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

/// Who has a ticket open: three levels, a lease, and the stamp that tells the others to ask again.
class TestPresence : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    static QString console(int n) { return u"00000000-0000-4000-8000-0000000000c%1"_s.arg(n); }
    /// "ticket login level, …" of the others, after telling `tickets` ("48213 open, 48377 writing").
    QString here(const QString &login, int n, const QString &tickets)
    {
        QJsonArray told;
        for (const QString &one : tickets.split(u", "_s, Qt::SkipEmptyParts))
            told << QJsonObject{{u"ticket"_s, one.section(u' ', 0, 0).toInt()}, {u"level"_s, one.section(u' ', 1)}};
        const QJsonObject answer = raw(login, console(n).toUtf8(), QJsonDocument(told).toJson());
        if (answer.value("status"_L1) != "ok"_L1)
            return answer.value("rule"_L1).toString();
        QStringList others;
        const QJsonArray heard = answer.value("others"_L1).toArray();
        for (const QJsonValue &value : heard) {
            const QJsonObject o = value.toObject();
            others << QString::number(o.value("ticket"_L1).toInteger()) + u' ' + o.value("login"_L1).toString() + u' '
                    + o.value("level"_L1).toString();
        }
        std::sort(others.begin(), others.end());
        return others.join(u", "_s);
    }
    QJsonObject raw(const QString &login, const std::optional<QByteArray> &console,
                    const std::optional<QByteArray> &tickets)
    {
        return m_world.document(login, "select desk.here($1::uuid, $2::jsonb) as d", {console, tickets});
    }
    QString stamp(const QString &login = u"agent2"_s)
    {
        const QJsonObject pulse = m_world.document(login, "select desk.pulse(0, 0) as d");
        return pulse.value("presence_stamp"_L1).toString(u"none"_s);
    }
    QString ticketsStamp()
    {
        return m_world.document(u"agent1"_s, "select desk.pulse(0, 0) as d")
            .value("tickets_stamp"_L1)
            .toString(u"none"_s);
    }
    void admin(const QByteArray &sql) { QCOMPARE(m_world.stateOf(u"admin"_s, sql), QString()); }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
    }
    void init() { admin("delete from asp.presence; delete from asp.read_meter"); }

    void threeLevels_data()
    {
        QTest::addColumn<QString>("level");
        for (const char *level : {"open", "away", "writing"})
            QTest::newRow(level) << QString::fromLatin1(level);
    }
    void threeLevels()
    {
        QFETCH(QString, level);
        QCOMPARE(here(u"agent1"_s, 1, u"48213 "_s + level), QString());
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open, 48377 open"_s), u"48213 agent1 "_s + level);
        const QJsonObject page = m_world.read(u"agent2"_s, "queue_page", R"({"sort": "number", "limit": 1})");
        const QJsonArray seen = page.value("rows"_L1).toArray().first().toObject().value("presence"_L1).toArray();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().toObject(),
                 (QJsonObject{{u"login"_s, u"agent1"_s}, {u"name"_s, u"Nadia Martin"_s}, {u"level"_s, level}}));
        const QJsonObject whole = m_world.read(u"agent2"_s, "ticket", R"({"ticket": 48213})");
        QCOMPARE(whole.value("presence"_L1).toArray(), seen);
    }

    void whatIsToldReplacesWhatWas()
    {
        here(u"agent1"_s, 1, u"48213 writing, 48377 open"_s);
        here(u"agent1"_s, 1, u"48377 open"_s);
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open, 48377 open"_s), u"48377 agent1 open"_s);
        here(u"agent1"_s, 1, QString());
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open, 48377 open"_s), QString());
        here(u"agent1"_s, 1, u"48213 open"_s); // again, after it was taken back
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), u"48213 agent1 open"_s);
    }

    void aLeaseLapses()
    {
        here(u"agent1"_s, 1, u"48213 writing"_s);
        admin("update asp.presence set until = until - interval '29 seconds'");
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), u"48213 agent1 writing"_s);
        admin("update asp.presence set until = until - interval '2 seconds' where login = 'agent1'");
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), QString());
        here(u"agent1"_s, 1, u"48213 writing"_s); // the console lives after all
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), u"48213 agent1 writing"_s);
    }

    void oneIsNotAnotherToOneself()
    {
        here(u"agent1"_s, 1, u"48213 away"_s);
        QCOMPARE(here(u"agent1"_s, 2, u"48213 writing"_s), QString()); // a second console
        QCOMPARE(here(u"superviseur2"_s, 3, u"48213 open"_s), QString()); // a second log-in of that person
        // Others hear of each log-in once, by the nearest of its consoles.
        QCOMPARE(here(u"agent2"_s, 4, u"48213 open"_s), u"48213 agent1 writing, 48213 superviseur2 open"_s);
        here(u"agent1"_s, 2, QString());
        QCOMPARE(here(u"agent2"_s, 4, u"48213 open"_s), u"48213 agent1 away, 48213 superviseur2 open"_s);
    }

    void nobodySpeaksForAnother()
    {
        here(u"agent1"_s, 1, u"48213 writing"_s);
        here(u"agent2"_s, 1, QString()); // under the id of the other's console
        QCOMPARE(here(u"superviseur1"_s, 3, u"48213 open"_s), u"48213 agent1 writing"_s);
    }

    void somebodyWhoLeft()
    {
        admin("create role parti login in role asp_agent");
        QCOMPARE(here(u"parti"_s, 5, u"48213 open"_s), QString());
        admin("drop role parti");
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), u"48213 parti open"_s); // until the lease ends
        admin("update asp.presence set until = until - interval '31 seconds' where login = 'parti'");
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), QString());
    }

    void theStampTellsChangesAndOnlyThem()
    {
        const QString none = stamp();
        here(u"agent1"_s, 1, u"48213 open"_s);
        const QString open = stamp();
        QVERIFY(open != none && open != u"none"_s);
        here(u"agent1"_s, 1, u"48213 open"_s);
        QCOMPARE(stamp(), open); // renewed
        here(u"agent1"_s, 1, u"48213 writing"_s);
        const QString writing = stamp();
        QVERIFY(writing != open);
        here(u"agent1"_s, 1, QString());
        const QString left = stamp();
        QVERIFY(left != writing);
        here(u"agent1"_s, 1, QString());
        QCOMPARE(stamp(), left);
        here(u"agent1"_s, 1, u"48213 open"_s);
        QVERIFY(stamp() != left);
    }

    void theStampSeesWhatIsCommittedLate()
    {
        const QString before = ticketsStamp();
        auto slow = m_world.connect(u"admin"_s);
        QVERIFY(slow.has_value());
        QVERIFY(slow->execScript(
            "begin; insert into asp.ticket_event (ticket, at, actor, kind) values (48213, now(), 'x', 'commented')"));
        admin("insert into asp.ticket_event (ticket, at, actor, kind) select 48213, now(), 'y', 'commented' from "
              "generate_series(1, 100)");
        const QString others = ticketsStamp();
        QVERIFY(others != before);
        QVERIFY(slow->execScript("commit"));
        QVERIFY(ticketsStamp() != others);
        const QString quiet = ticketsStamp();
        QCOMPARE(m_world
                     .operate(u"agent2"_s,
                              {u"ticket.comment"_s, R"({"number": 48213, "text": "appelé"})", {}, {}, {}, 48213})
                     .value("status"_L1)
                     .toString(),
                 u"done"_s);
        QVERIFY(ticketsStamp() != quiet);
    }

    void refused_data()
    {
        QTest::addColumn<std::optional<QByteArray>>("console");
        QTest::addColumn<std::optional<QByteArray>>("tickets");
        using Value = std::optional<QByteArray>;
        const Value id = console(1).toUtf8();
        QByteArray many = "[";
        for (int i = 1; i <= 201; ++i)
            many += QByteArray(i > 1 ? "," : "") + "{\"ticket\": " + QByteArray::number(i) + ", \"level\": \"open\"}";
        QTest::newRow("no console") << Value() << Value("[]");
        QTest::newRow("no list") << id << Value();
        QTest::newRow("an object") << id << Value("{}");
        QTest::newRow("a list of numbers") << id << Value("[48213]");
        QTest::newRow("a level that is none") << id << Value(R"([{"ticket": 48213, "level": "left"}])");
        QTest::newRow("no level") << id << Value(R"([{"ticket": 48213}])");
        QTest::newRow("a ticket as a text") << id << Value(R"([{"ticket": "48213", "level": "open"}])");
        QTest::newRow("half a ticket") << id << Value(R"([{"ticket": 0.5, "level": "open"}])");
        QTest::newRow("two hundred and one") << id << Value(many + "]");
    }
    void refused()
    {
        QFETCH(std::optional<QByteArray>, console);
        QFETCH(std::optional<QByteArray>, tickets);
        QCOMPARE(raw(u"agent1"_s, console, tickets).value("rule"_L1).toString(), u"bad_params"_s);
        QVERIFY(!m_world.error);
        QCOMPARE(m_world.one("select count(*) from asp.presence"), u"0"_s);
    }

    void oneTicketTwiceIsOneByTheNearest()
    {
        QCOMPARE(here(u"agent1"_s, 1, u"48213 away, 48213 writing"_s), QString());
        QCOMPARE(here(u"agent2"_s, 2, u"48213 open"_s), u"48213 agent1 writing"_s);
    }

    void caps()
    {
        admin("insert into asp.presence select 'agent1', gen_random_uuid(), i, 'open', now() + interval '1 minute', i "
              "from generate_series(1, 2001) i");
        QCOMPARE(here(u"agent1"_s, 1, u"48213 open"_s), u"rate_limited"_s);
        QCOMPARE(here(u"agent2"_s, 1, u"48213 open"_s), QString());
        admin("delete from asp.presence; update asp.setting set value = '2' where key = 'presence.par_minute';"
              "delete from asp.read_meter");
        here(u"agent1"_s, 1, QString());
        here(u"agent1"_s, 1, QString());
        QCOMPARE(here(u"agent1"_s, 1, u"48213 open"_s), u"rate_limited"_s);
        admin("update asp.setting set value = '240' where key = 'presence.par_minute'");
    }

    void whoIsAtTheDesk()
    {
        admin("create role parti2 nologin in role asp_agent");
        (void)stamp(u"agent2"_s);
        const QJsonArray agents
            = m_world.document(u"agent1"_s, "select desk.agents() as d").value("agents"_L1).toArray();
        QHash<QString, QJsonObject> byLogin;
        for (const QJsonValue &agent : agents)
            byLogin.insert(agent.toObject().value("login"_L1).toString(), agent.toObject());
        QStringList logins = byLogin.keys();
        logins.sort();
        QCOMPARE(logins, (QStringList{u"agent1"_s, u"agent2"_s, u"superviseur1"_s, u"superviseur2"_s}));
        QCOMPARE(byLogin.value(u"agent2"_s).value("name"_L1).toString(), u"Paul Durand"_s);
        QCOMPARE(byLogin.value(u"agent2"_s).value("open"_L1).toInt(), 1);
        QCOMPARE(byLogin.value(u"agent1"_s).value("open"_L1).toInt(), 0);
        QVERIFY(byLogin.value(u"agent1"_s).value("here"_L1).toBool());
        QVERIFY(byLogin.value(u"agent2"_s).value("here"_L1).toBool());
    }

    void onlyTheDesk_data()
    {
        QTest::addColumn<QString>("login");
        QTest::newRow("the relay") << u"relay1"_s;
        QTest::newRow("the extranet") << u"extranet1"_s;
    }
    void onlyTheDesk()
    {
        QFETCH(QString, login);
        for (const QByteArray sql : {"select desk.here(gen_random_uuid(), '[]')", "select desk.agents()",
                                     "select desk.views()", "select * from asp.presence"})
            QCOMPARE(m_world.stateOf(login, sql), u"42501"_s);
        QCOMPARE(m_world.stateOf(u"agent1"_s, "insert into asp.presence select"), u"42501"_s);
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
