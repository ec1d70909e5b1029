// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/db/rules/rulesworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

// Ten days of work, then today's. Ids and times rise together, as they do in service.
constexpr auto history = R"sql(
set role asp_owner;
insert into asp.journal (at, actor, kind, call_id, operation_id, establishment_id, account_id, ticket, rule, detail)
select now() - make_interval(days => 10 - n / 10), 'agent' || 1 + n % 2,
       (array['open_file', 'operation', 'refused'])[1 + n % 3],
       '00000000-0000-4000-8000-000000000001', case when n % 3 = 1 then gen_random_uuid() end,
       case when n % 5 = 0 then 1 when n % 5 = 1 then 2 end, case when n % 4 = 0 then 1 + n % 8 / 4 end,
       case when n % 7 = 0 then 48213 end, case when n % 3 = 2 then 'rate_limited' end,
       case when n % 3 = 1 then jsonb_build_object('kind', (array['account.unlock', 'ticket.close'])[1 + n % 2]) else '{}' end
from generate_series(0, 99) n;
)sql";

constexpr auto quoted = R"({"agent": "x' or 'a'='a", "kind": "y' or true --"})";

/// Written with simple quotes: moc stumbles over JSON in raw strings inside a class.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// Supervisors read the journal, and that is in the journal.
class TestJournalPages : public QObject {
    Q_OBJECT
private:
    RulesWorld m_world;

    QJsonObject page(const QByteArray &filter, std::optional<QByteArray> before = {}, const QByteArray &limit = "200",
                     const QString &login = u"superviseur1"_s)
    {
        return m_world.read(login, "journal_page",
                            "{\"filter\": " + filter + ", \"before\": " + before.value_or("null")
                                + ", \"limit\": " + limit + "}");
    }
    QString last() // the latest journal row
    {
        return m_world.one("select concat_ws('|', kind, actor, establishment_id, account_id, detail) from asp.journal"
                           " order by id desc limit 1");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_world.start(&why), qPrintable(why));
        QCOMPARE(m_world.stateOf(u"admin"_s, history), QString());
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("where"); // the same in SQL
        const auto row = [](const char *name, const QByteArray &filter, const QByteArray &where) {
            QTest::newRow(name) << filter << where;
        };
        row("SIRET", json("{'siret': '73282932000074'}"), "establishment_id = 1");
        row("SIRET with spaces", json("{'siret': '732 829 320 00074'}"), "establishment_id = 1");
        row("SIRET nobody has", json("{'siret': '39481722500011'}"), "false");
        row("identifiant", json("{'identifiant': 'Marc.Delmas'}"), "account_id = 2");
        row("identifiant nobody has", json("{'identifiant': 'personne'}"), "false");
        row("agent", json("{'agent': 'agent2'}"), "actor = 'agent2'");
        row("kind", json("{'kind': 'refused'}"), "kind = 'refused'");
        row("operation's kind", json("{'kind': 'ticket.close'}"), "detail ->> 'kind' = 'ticket.close'");
        row("period", json("{'from': '@5', 'to': '@4'}"), "at >= @5 and at < @4");
        row("from", json("{'from': '@3'}"), "at >= @3");
        row("to", json("{'to': '@8'}"), "at < @8");
        row("several",
            json("{'siret': '73282932000074', 'agent': 'agent1', 'kind': 'open_file', 'from': '@9', 'to': '@2'}"),
            "establishment_id = 1 and actor = 'agent1' and kind = 'open_file' and at >= @9 and at < @2");
        row("a quote is a value", quoted, "false");
    }
    void filters()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, where);
        // "@5": five days ago at this hour, in either language.
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(-3600);
        for (int days = 1; days < 10; ++days) {
            const QByteArray at = now.addDays(-days).toString(Qt::ISODate).toLatin1();
            filter.replace('@' + QByteArray::number(days), at);
            where.replace('@' + QByteArray::number(days), '\'' + at + '\'');
        }
        const QString expected = m_world.one(
            "select coalesce(string_agg(id::text, ' ' order by id desc), '') from asp.journal where " + where);
        const qint64 before = m_world.one("select max(id) from asp.journal").toLongLong();
        const QJsonObject answer = page(filter);
        QCOMPARE(answer.value("status"_L1).toString(), u"ok"_s);
        QStringList found;
        for (const auto &row : answer.value("rows"_L1).toArray()) {
            const qint64 id = row.toObject().value("id"_L1).toInteger();
            if (id <= before) // the search itself comes on top: it was journalled first
                found << QString::number(id);
        }
        QCOMPARE(found.join(u' '), expected);
    }

    void rowsSayWhoWhatAndOnWhom()
    {
        const QJsonObject row = page(json("{'kind': 'account.unlock', 'identifiant': 'claire.fontan'}"))
                                    .value("rows"_L1)
                                    .toArray()
                                    .first()
                                    .toObject();
        QCOMPARE(row.keys(),
                 QStringList({u"actor"_s, u"actor_name"_s, u"at"_s, u"call"_s, u"denomination"_s, u"detail"_s, u"id"_s,
                              u"identifiant"_s, u"kind"_s, u"operation"_s, u"operation_kind"_s, u"rule"_s, u"siret"_s,
                              u"ticket"_s}));
        QCOMPARE(row.value("kind"_L1).toString(), u"operation"_s);
        QCOMPARE(row.value("operation_kind"_L1).toString(), u"account.unlock"_s);
        QCOMPARE(row.value("identifiant"_L1).toString(), u"claire.fontan"_s);
        QVERIFY(!row.value("operation"_L1).toString().isEmpty());
        QVERIFY(QStringList({u"Nadia Martin"_s, u"Paul Durand"_s}).contains(row.value("actor_name"_L1).toString()));
    }

    void pagesFollowEachOtherWithoutGapOrOverlap()
    {
        QStringList found;
        std::optional<QByteArray> before;
        for (int pages = 0; pages < 50; ++pages) {
            const QJsonObject answer = page(json("{'kind': 'open_file'}"), before, "7");
            for (const auto &row : answer.value("rows"_L1).toArray())
                found << QString::number(row.toObject().value("id"_L1).toInteger());
            if (answer.value("next"_L1).isNull())
                break;
            before = QByteArray::number(answer.value("next"_L1).toInteger());
        }
        QCOMPARE(
            found.join(u' '),
            m_world.one("select string_agg(id::text, ' ' order by id desc) from asp.journal where kind = 'open_file'"));
    }

    void pagesAreCapped()
    {
        m_world.one("select count(*) from (select asp.f_journal('open_call') from generate_series(1, 300)) x");
        QCOMPARE(page("{}", {}, "100000").value("rows"_L1).toArray().size(), 200);
        QCOMPARE(page("{}", {}, "0").value("rows"_L1).toArray().size(), 1);
    }

    void nonsense_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no date") << QByteArray(json("{'from': 'hier peut-être'}"));
        QTest::newRow("no date either") << QByteArray(json("{'to': '2026-02-31'}"));
    }
    void nonsense()
    {
        QFETCH(QByteArray, filter);
        QCOMPARE(page(filter).value("rule"_L1).toString(), u"bad_params"_s);
    }

    void readingIsJournalledWithIds()
    {
        static_cast<void>(page(
            json("{'siret': '73282932000074', 'identifiant': 'claire.fontan', 'agent': 'agent1', 'kind': 'refused'}")));
        QCOMPARE(last(), u"journal_search|superviseur1|1|1|{\"agent\": \"agent1\", \"searched\": \"refused\"}"_s);
        const QJsonObject answer
            = m_world.read(u"superviseur1"_s, "journal_export", json("{'filter': {'siret': '73282932000074'}}"));
        QVERIFY(answer.value("rows"_L1).toArray().size() >= 20);
        QCOMPARE(answer.value("exported_by"_L1).toString(), u"Inès Leroy"_s);
        QVERIFY(!answer.value("exported_at"_L1).toString().isEmpty());
        QCOMPARE(answer.value("truncated"_L1).toBool(true), false);
        QCOMPARE(last(), u"journal_export|superviseur1|1|{}"_s);
    }

    void noPersonalValueInTheJournal()
    {
        static_cast<void>(
            m_world.read(u"agent1"_s, "open_file", json("{'key': 'claire.fontan@boulangerie-capitole.fr'}")));
        const QString all
            = m_world.one("select string_agg(concat_ws(' ', actor, kind, rule, detail), ' ') from asp.journal");
        QVERIFY(!all.contains("fontan"_L1, Qt::CaseInsensitive));
        QVERIFY(!all.contains(u'@'));
        QVERIFY(!all.contains(QRegularExpression(u"\\d{9}"_s)));
    }

    void exportsAreCapped()
    {
        QString rule;
        for (int i = 0; i < 12 && rule.isEmpty(); ++i)
            rule = m_world.read(u"superviseur1"_s, "journal_export", json("{'filter': {'agent': 'personne'}}"))
                       .value("rule"_L1)
                       .toString();
        QCOMPARE(rule, u"rate_limited"_s);
    }

    void stateTellsOfTheSeal()
    {
        const auto state = [this] { return m_world.document(u"superviseur1"_s, "select desk.journal_state() as d"); };
        QVERIFY(state().value("unsealed"_L1).toInt() > 100);
        m_world.one("asp.f_seal(10000)");
        const QJsonObject sealed = state();
        QCOMPARE(sealed.value("unsealed"_L1).toInt(-1), 0);
        QCOMPARE(QString::number(sealed.value("sealed_rows"_L1).toInteger()),
                 m_world.one("select count(*) from asp.journal"));
        QCOMPARE(sealed.value("head"_L1).toString().size(), 64);
        QVERIFY(sealed.value("first_bad"_L1).isNull());
        QCOMPARE(m_world.stateOf(u"admin"_s,
                                 "reset role; set session_replication_role = replica;"
                                 "update asp.journal set actor = 'x' where id = 7; reset session_replication_role"),
                 QString());
        QCOMPARE(state().value("first_bad"_L1).toInteger(), 7);
    }

    void agentsMayNot_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char *sql : {"select asp.f_read_journal_page('{}')", "select asp.f_read_journal_export('{}')",
                                "select desk.journal_state()", "select desk.relay_head()", "select asp.f_seal(1)"})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void agentsMayNot()
    {
        QFETCH(QByteArray, sql);
        QCOMPARE(m_world.stateOf(u"agent1"_s, sql), u"42501"_s);
    }
};

QTEST_GUILESS_MAIN(TestJournalPages)
#include "tst_journalpages.moc"
