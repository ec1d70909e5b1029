// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// Working time: what a span comes to over nights, weekends, holidays and changes of the clocks, and what a hold does
/// to the due time of a ticket. Times are those of Paris.
class TestWorkingTime : public QObject {
    Q_OBJECT
    RulesWorld m_world;

    void sql(const QByteArray &statement)
    {
        const QString state = m_world.stateOf(u"admin"_s, statement);
        QVERIFY2(state.isEmpty(), qPrintable(state + (m_world.error ? m_world.error->detail : QString())));
    }
    QString paris(const QByteArray &expression)
    {
        return m_world.one("select to_char((" + expression + ") at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI:SS')");
    }
    QString rule(const QString &login, const char *kind, QByteArray params)
    {
        const QJsonObject answer = m_world.operate(login, {QString::fromLatin1(kind), params.replace('\'', '"')});
        return answer.value("rule"_L1).toString(answer.value("status"_L1).toString());
    }
    static QByteArray at(const QByteArray &local) { return "(timestamp '" + local + "' at time zone 'Europe/Paris')"; }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        sql("reset role; update asp.setting set value = case key when 'echeance.autres' then '38' else '28' end where "
            "key in "
            "('echeance.autres', 'echeance.fiche_etablissement', 'echeance.decision_autorisation', "
            "'echeance.demande_indemnisation')");
    }
    void cleanup()
    {
        sql("reset role; update asp.setting set value = case when key in ('horaires.samedi', 'horaires.dimanche') then "
            "'fermé'"
            " else '08:30-18:00' end where key like 'horaires.%'");
    }

    void easter_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("sunday");
        for (const auto &[year, sunday] :
             {std::pair(1818, "1818-03-22"), std::pair(1943, "1943-04-25"), std::pair(2000, "2000-04-23"),
              std::pair(2008, "2008-03-23"), std::pair(2011, "2011-04-24"), std::pair(2014, "2014-04-20"),
              std::pair(2020, "2020-04-12"), std::pair(2024, "2024-03-31"), std::pair(2025, "2025-04-20"),
              std::pair(2026, "2026-04-05"), std::pair(2038, "2038-04-25"), std::pair(2049, "2049-04-18"),
              std::pair(2060, "2060-04-18")})
            QTest::addRow("%d", year) << year << QString::fromLatin1(sunday);
    }
    void easter()
    {
        QFETCH(int, year);
        QFETCH(QString, sunday);
        QCOMPARE(m_world.one("select asp.f_easter(" + QByteArray::number(year) + ")"), sunday);
    }

    void holidays_data()
    {
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QByteArray>("department");
        QTest::addColumn<bool>("closed");
        const auto row = [](const QByteArray &day, const QByteArray &department, bool closed) {
            QTest::addRow("%s in %s", day.constData(), department.isEmpty() ? "?" : department.constData())
                << day << department << closed;
        };
        for (const QByteArray &everywhere :
             QList<QByteArray>{"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                               "2026-07-14", "2025-08-15", "2024-11-01", "2026-11-11", "2026-12-25", "2025-04-21",
                               "2024-04-01", "2014-06-09", "2060-04-19"}) {
            row(everywhere, "31", true);
            row(everywhere, "974", true);
            row(everywhere, "", true);
        }
        row("2026-05-27", "971", true);
        row("2026-05-22", "972", true);
        row("2026-06-10", "973", true);
        row("2027-12-20", "974", true);
        row("2026-04-27", "976", true);
        row("2026-10-09", "977", true);
        row("2026-05-28", "978", true);
        for (const QByteArray &overseas : QList<QByteArray>{"2026-05-27", "2026-05-22", "2026-06-10", "2027-12-20",
                                                            "2026-04-27", "2026-10-09", "2026-05-28", "2026-04-03"}) {
            row(overseas, "31", false);
            row(overseas, "", false);
            row(overseas, "2A", false);
        }
        row("2026-05-27", "972", false);
        for (const QByteArray &alsace : QList<QByteArray>{"57", "67", "68"}) {
            row("2026-04-03", alsace, true);
            row("2028-12-26", alsace, true);
        }
        row("2028-12-26", "54", false);
        row("2026-11-21", "31", true); // a Saturday
        row("2026-11-22", "31", true);
        row("2026-11-23", "31", false);
    }
    void holidays()
    {
        QFETCH(QByteArray, day);
        QFETCH(QByteArray, department);
        QFETCH(bool, closed);
        QCOMPARE(m_world.one("select asp.f_opening(asp.f_week(), '" + day + "', '" + department + "') is null"),
                 closed ? u"true"_s : u"false"_s);
    }

    void adding_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("span");
        QTest::addColumn<QByteArray>("department");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("back"); ///< counting from one to the other gives the span again
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &span,
                            const QByteArray &department, const char *to, bool back = true) {
            QTest::newRow(name) << from << span << department << QString::fromLatin1(to) << back;
        };
        row("within a day", "2026-11-23 09:00", "3 hours", "31", "2026-11-23 12:00:00");
        row("before opening", "2026-11-23 06:00", "1 hour", "31", "2026-11-23 09:30:00");
        row("after closing", "2026-11-23 20:00", "1 hour", "31", "2026-11-24 09:30:00");
        row("to the last minute", "2026-11-23 08:30", "9 hours 30 minutes", "31", "2026-11-23 18:00:00");
        row("overnight", "2026-11-23 17:00", "2 hours", "31", "2026-11-24 09:30:00");
        row("over a weekend", "2026-11-20 17:00", "2 hours", "31", "2026-11-23 09:30:00");
        row("on a Sunday", "2026-11-22 12:00", "30 minutes", "31", "2026-11-23 09:00:00");
        row("two days", "2026-11-23 10:00", "19 hours", "31", "2026-11-25 10:00:00");
        row("as days of the clock", "2026-11-23 08:30", "1 day", "31", "2026-11-25 13:30:00");
        row("over 1 May", "2026-04-30 17:00", "2 hours", "31", "2026-05-04 09:30:00");
        row("over Easter Monday", "2026-04-03 17:00", "2 hours", "31", "2026-04-07 09:30:00");
        row("over Easter, in Alsace", "2026-04-02 17:00", "2 hours", "67", "2026-04-07 09:30:00");
        row("over 14 July", "2026-07-13 17:30", "1 hour", "31", "2026-07-15 09:00:00");
        row("22 May in Martinique", "2026-05-21 17:30", "1 hour", "972", "2026-05-26 09:00:00");
        row("22 May elsewhere", "2026-05-21 17:30", "1 hour", "971", "2026-05-22 09:00:00");
        row("over New Year", "2026-12-31 17:00", "2 hours", "31", "2027-01-04 09:30:00");
        row("clocks forward", "2026-03-27 17:00", "2 hours", "31", "2026-03-30 09:30:00");
        row("clocks back", "2026-10-23 17:00", "2 hours", "31", "2026-10-26 09:30:00");
        row("over years", "2026-01-02 08:30", "4750 hours", "31", "2027-12-28 18:00:00", false);
        row("nothing", "2026-11-22 12:00", "0", "31", "2026-11-22 12:00:00");
        row("back, within a day", "2026-11-23 12:00", "-3 hours", "31", "2026-11-23 09:00:00");
        row("back over a weekend", "2026-11-23 09:30", "-2 hours", "31", "2026-11-20 17:00:00");
        row("back from a Sunday", "2026-11-22 12:00", "-1 hour", "31", "2026-11-20 17:00:00");
        row("back over Easter", "2026-04-07 09:30", "-2 hours", "31", "2026-04-03 17:00:00");
    }
    void adding()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, span);
        QFETCH(QByteArray, department);
        QFETCH(QString, to);
        QFETCH(bool, back);
        const QByteArray added = "asp.f_add_working(" + at(from) + ", '" + span + "', '" + department + "')";
        if (back)
            QCOMPARE(paris(added), to);
        QCOMPARE(m_world.one("select extract(epoch from asp.f_working_between(" + at(from) + ", " + added + ", '"
                             + department + "'))::bigint = extract(epoch from interval '" + span + "')::bigint"),
                 u"true"_s);
        for (const QByteArray &zone : QList<QByteArray>{"UTC", "Pacific/Auckland", "America/Cayenne"}) {
            sql("set timezone = '" + zone + "'");
            if (back)
                QCOMPARE(paris(added), to);
        }
        sql("reset timezone");
    }

    void aDayThatIsLongOrShort()
    {
        sql("update asp.setting set value = '00:00-24:00' where key like 'horaires.%'");
        const auto hours = [this](const QByteArray &day) {
            return m_world.one("select extract(epoch from asp.f_working_between(" + at(day) + ", "
                               + at(day + " 23:59:59.999999") + ", '31'))::int / 3600");
        };
        QCOMPARE(hours("2026-03-28"), u"24"_s);
        QCOMPARE(hours("2026-03-29"), u"23"_s);
        QCOMPARE(hours("2026-10-25"), u"25"_s);
        QCOMPARE(paris("asp.f_add_working(" + at("2026-03-29 00:00") + ", '23 hours', '31')"),
                 u"2026-03-30 00:00:00"_s);
    }

    void aClosedWeek()
    {
        sql("update asp.setting set value = 'fermé' where key like 'horaires.%'");
        QCOMPARE(paris("asp.f_add_working(" + at("2026-11-21 12:00") + ", '48 hours', '31')"),
                 u"2026-11-23 12:00:00"_s);
        QCOMPARE(m_world.one("select asp.f_working_between(" + at("2026-11-21 12:00") + ", " + at("2026-11-22 12:00")
                             + ", '31')"),
                 u"24:00:00"_s);
        sql("update asp.setting set value = '10:00-12:00' where key = 'horaires.mercredi'");
        QCOMPARE(paris("asp.f_add_working(" + at("2026-11-21 12:00") + ", '3 hours', '31')"), u"2026-12-02 11:00:00"_s);
    }
    void spoiledHoursAreClosed()
    {
        sql("update asp.setting set value = 'toujours' where key = 'horaires.lundi'");
        QCOMPARE(paris("asp.f_add_working(" + at("2026-11-20 17:00") + ", '2 hours', '31')"), u"2026-11-24 09:30:00"_s);
    }
    void noSearchWithoutEnd()
    {
        sql("update asp.setting set value = 'fermé' where key like 'horaires.%'");
        sql("update asp.setting set value = '10:00-10:01' where key = 'horaires.mardi'");
        QElapsedTimer timer;
        timer.start();
        QVERIFY(paris("asp.f_add_working(" + at("2026-11-21 12:00") + ", '1000 hours', '31')") < u"2037"_s);
        m_world.one("select asp.f_working_between('1900-01-01', '2900-01-01', '31')");
        QVERIFY2(timer.elapsed() < 5000, "ten years at most are looked at");
    }

    void settings_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("rule");
        for (const QByteArray &good : QList<QByteArray>{"09:00-17:30", "00:00-24:00", "fermé"})
            QTest::newRow(good.constData()) << good << u"done"_s;
        for (const QByteArray &bad : QList<QByteArray>{"18:00-08:30", "08:30-08:30", "8h30-18h", "08:30", "24:00-24:00",
                                                       "08:60-18:00", "Fermé", "08:30-18:00\\n", "fermé|.*"})
            QTest::newRow(bad.constData()) << bad << u"bad_value"_s;
    }
    void settings()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, rule);
        if (value.endsWith("\\n"))
            rule = u"done"_s; // blanks around a value are taken off
        QCOMPARE(this->rule(u"superviseur1"_s, "setting.set", "{'key': 'horaires.jeudi', 'value': '" + value + "'}"),
                 rule);
        QCOMPARE(this->rule(u"agent1"_s, "setting.set", "{'key': 'horaires.jeudi', 'value': '09:00-10:00'}"),
                 u"supervisor_only"_s);
    }

    // Tickets
    // ----------------------------------------------------------------------------------------------------------------

    void whoseTicketItIs()
    {
        QCOMPARE(m_world.one("select string_agg(concat(number, ' ', department, ' ', profile), ', ' order by number) "
                             "from asp.ticket"),
                 u"48213 31 etablissement, 48377 31 , 48400 31 etablissement, 48500 31 etablissement, 48600  "_s);
        sql("insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, "
            "motif, channel, due_at)"
            " values (48800, '41816609600010', 'H', 'A', '1', 'MARC@cabinet-delmas.fr', 'autres', 'extranet', now()),"
            " (48801, '73282932000074', 'H', 'A', '1', 'marc@cabinet-delmas.fr', 'autres', 'extranet', now())");
        QCOMPARE(m_world.one("select string_agg(concat(department, ' ', profile), ', ' order by number) from "
                             "asp.ticket where number in (48800, 48801)"),
                 u"972 tiers, 31 tiers"_s);
        sql("insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, "
            "motif, channel, due_at,"
            " department, profile) values (48802, '41816609600010', 'H', 'A', '1', 'x@y.fr', 'autres', 'extranet', "
            "now(), '75', '')");
        QCOMPARE(m_world.one("select department from asp.ticket where number = 48802"), u"75"_s);
    }

    /// Holding stops the clock: what was left when it was held is left when it goes on.
    void holdStopsTheClock()
    {
        sql("update asp.setting set value = '00:00-24:00' where key like 'horaires.%'; delete from asp.holiday;"
            " update asp.ticket set due_at = now() + interval '10 hours' where number = 48213");
        const auto left = [this](const char *what) {
            return m_world.one("select round(extract(epoch from " + QByteArray(what)
                               + ") / 3600) from asp.ticket where number = 48213");
        };
        const QByteArray until
            = m_world.one("select to_char(now() + interval '3 days', 'YYYY-MM-DD\"T\"HH24:MI:SSOF')").toLatin1();
        QCOMPARE(rule(u"agent1"_s, "ticket.hold",
                      "{'number': 48213, 'version': 1, 'hold_reason': 'mail', 'until': '" + until + "'}"),
                 u"done"_s);
        QCOMPARE(left("due_left"), u"10"_s);
        QCOMPARE(left("due_at - now()"), u"82"_s);
        // Another date: the same is left.
        const QByteArray later
            = m_world.one("select to_char(now() + interval '5 days', 'YYYY-MM-DD\"T\"HH24:MI:SSOF')").toLatin1();
        QCOMPARE(rule(u"agent1"_s, "ticket.hold",
                      "{'number': 48213, 'version': 2, 'hold_reason': 'mail', 'until': '" + later + "'}"),
                 u"done"_s);
        QCOMPARE(left("due_at - now()"), u"130"_s);
        // A motif with twice the time, while on hold.
        QCOMPARE(rule(u"agent1"_s, "ticket.change_motif", "{'number': 48213, 'version': 3, 'motif': 'autres'}"),
                 u"done"_s);
        QCOMPARE(left("due_left"), u"29"_s);
        QCOMPARE(left("due_at - now()"), u"149"_s);
        QCOMPARE(rule(u"agent1"_s, "ticket.resume", "{'number': 48213, 'version': 4}"), u"done"_s);
        QCOMPARE(left("due_at - now()"), u"29"_s);
        QCOMPARE(m_world.one("select due_left is null from asp.ticket where number = 48213"), u"true"_s);
        // Late when it was held: late again.
        sql("update asp.ticket set due_at = now() - interval '6 hours' where number = 48213");
        QCOMPARE(rule(u"agent1"_s, "ticket.hold",
                      "{'number': 48213, 'version': 5, 'hold_reason': 'mail', 'until': '" + until + "'}"),
                 u"done"_s);
        QCOMPARE(left("due_left"), u"-6"_s);
        // Awake since an hour: the clock runs since then, whoever resumes it when.
        sql("update asp.ticket set hold_until = now() - interval '1 hour', due_left = '5 hours', due_at = now() + "
            "interval '4 hours'"
            " where number = 48213");
        QCOMPARE(rule(u"agent1"_s, "ticket.resume", "{'number': 48213, 'version': 6}"), u"done"_s);
        QCOMPARE(left("due_at - now()"), u"4"_s);
        // Held again after it woke: what is left by then.
        sql("update asp.ticket set state = 'on_hold', hold_until = now() - interval '1 hour', due_left = '5 hours' "
            "where number = 48213");
        QCOMPARE(rule(u"agent1"_s, "ticket.hold",
                      "{'number': 48213, 'version': 7, 'hold_reason': 'mail', 'until': '" + until + "'}"),
                 u"done"_s);
        QCOMPARE(left("due_left"), u"4"_s);
        // Closed and reopened: a time of its own from now on.
        QCOMPARE(
            rule(u"agent1"_s, "ticket.close",
                 "{'number': 48213, 'version': 8, 'outcome': 'explained', 'answer': 'x', 'leave_duplicates': true}"),
            u"done"_s);
        QCOMPARE(rule(u"agent1"_s, "ticket.reopen", "{'number': 48213, 'version': 9, 'text': 'x'}"), u"done"_s);
        QCOMPARE(left("due_at - now()"), u"38"_s);
        QCOMPARE(m_world.one("select due_left is null from asp.ticket where number = 48213"), u"true"_s);
    }
};

QTEST_GUILESS_MAIN(TestWorkingTime)
#include "tst_workingtime.moc"
