// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/siret.h"
#include "db/demo/generator.h"
#include "db/demo/identity.h"
#include "tests/support/tempcluster.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr qint64 size = 1000;
const QDateTime now(QDate(2026, 4, 9), QTime(14, 5), Qt::UTC);

/// Everything the generator writes but what the server adds of itself.
constexpr char contentSql[]
    = "select md5(string_agg(h, ',' order by t)) as hash from ("
      "select 'company' as t, md5(string_agg(x::text, '' order by siren)) as h from asp.company x union all "
      "select 'establishment', md5(string_agg(x::text, '' order by id)) from asp.establishment x union all "
      "select 'account', md5(string_agg(x::text, '' order by id)) from asp.account x union all "
      "select 'secret', md5(string_agg(x::text, '' order by account_id)) from asp.account_secret x union all "
      "select 'extranet', md5(string_agg(x::text, '' order by account_id)) from asp.account_extranet x union "
      "all "
      "select 'habilitation', md5(string_agg(x::text, '' order by id)) from asp.habilitation x union all "
      "select 'contract', md5(string_agg(x::text, '' order by id)) from asp.contract x union all "
      "select 'dap', md5(string_agg(x::text, '' order by id)) from asp.dap x union all "
      "select 'ticket', md5(string_agg(x::text, '' order by number)) from asp.ticket x union all "
      "select 'event', md5(string_agg(x::text, '' order by id)) from asp.ticket_event x union all "
      "select 'call', md5(string_agg(x::text, '' order by id)) from asp.call x union all "
      "select 'file', md5(string_agg(x::text, '' order by id)) from asp.call_file x union all "
      "select 'operation', md5(string_agg(x::text, '' order by id)) from asp.operation x union all "
      "select 'mail', md5(string_agg((to_jsonb(x) - 'token')::text, '' order by id)) from asp.mail x union all "
      "select 'walk', md5(string_agg(x::text, '' order by id)) from asp.walk x union all "
      "select 'notice', md5(string_agg(x::text, '' order by id)) from asp.incident_notice x) all_tables";

constexpr char structureSql[]
    = "select md5(string_agg(d, ',' order by d)) as hash from ("
      "select indexdef as d from pg_indexes where schemaname = 'asp' union all "
      "select conrelid::regclass || conname || pg_get_constraintdef(oid) || convalidated from pg_constraint "
      "where connamespace = 'asp'::regnamespace) s";

} // namespace

/// The demonstration data, on a real server.
class TestGenerator : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;
    DemoSummary m_summary; ///< of database "asp"

    PgConnection connect(const QString &login, const QString &database = u"asp"_s)
    {
        auto connection = m_cluster.connect(login, database);
        if (!connection)
            qFatal("no connection");
        return std::move(*connection);
    }
    QByteArray one(const QByteArray &sql, const QString &database = u"asp"_s)
    {
        PgConnection admin = connect(u"admin"_s, database);
        const auto rows = admin.exec("select (" + sql + ")::text as v");
        return rows ? rows->bytes(0, "v") : "error: " + rows.error().detail.toUtf8();
    }
    QByteArray hash(const char *sql, const QString &database)
    {
        PgConnection admin = connect(u"admin"_s, database);
        const auto rows = admin.exec(sql);
        return rows ? rows->bytes(0, "hash") : "error: " + rows.error().detail.toUtf8();
    }
    /// A new database with data in it, or the reason why not.
    Result<DemoSummary> generateIn(const QString &database, const DemoOptions &options)
    {
        if (!m_cluster.createDatabase(database))
            return fail(Error::Code::Internal, u"no database"_s);
        PgConnection admin = connect(u"admin"_s, database);
        return generateDemo(admin, options);
    }
    QJsonObject openFile(const QString &key)
    {
        PgConnection agent = connect(u"agent1"_s);
        const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        const auto announced
            = agent.exec("select desk.announce($1::uuid, 'open_file', jsonb_build_object('key', $2::text, "
                         "'call', gen_random_uuid()))",
                         {id, key.toUtf8()});
        const auto rows = agent.exec("select desk.answer($1::uuid) as file", {id});
        return rows ? QJsonDocument::fromJson(rows->bytes(0, "file")).object() : QJsonObject{};
    }
    static QJsonObject account(const QJsonObject &file, const QString &identifiant)
    {
        const QJsonArray all = file[u"accounts"].toArray();
        for (const QJsonValue &value : all) {
            if (value[u"identifiant"].toString() == identifiant)
                return value.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
        PgConnection admin = connect(u"admin"_s);
        QStringList steps;
        const auto made = generateDemo(admin, {size, 1, {}, {}}, [&steps](const QString &step, int percent) {
            QVERIFY(percent >= 0 && percent <= 100);
            steps << step;
        });
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QVERIFY(steps.contains(u"load"_s) && steps.contains(u"analyze"_s));
        m_summary = *made;
    }

    void isInProportion()
    {
        QCOMPARE(one("select count(*) from asp.establishment"), QByteArray::number(size));
        QCOMPARE(m_summary.establishments, size);
        QVERIFY(m_summary.accounts > size && m_summary.accounts < 3 * size / 2);
        QVERIFY(m_summary.habilitations > 9 * size / 4 && m_summary.habilitations < 3 * size);
        QVERIFY(m_summary.mails > 5 * size / 2 && m_summary.mails < 4 * size);
        QVERIFY(m_summary.tickets > 2 * size / 5 && m_summary.tickets < 3 * size / 5);
        QVERIFY(m_summary.openTickets > m_summary.tickets / 20 && m_summary.openTickets < m_summary.tickets / 5);
        QCOMPARE(one("select count(*) from asp.ticket where state in ('open', 'taken', 'on_hold')"),
                 QByteArray::number(m_summary.openTickets));
        QCOMPARE(one("select kind || holds_real_data from asp.environment"), QByteArray("demonstrationfalse"));
    }

    void situationsArePresent_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
        row("locked now",
            "select count(*) from asp.account where locked_until between now() and now() + interval '30 "
            "min'");
        row("never connected", "select count(*) from asp.account where first_login_at is null");
        row("being deleted", "select count(*) from asp.account where being_deleted_at is not null");
        row("password voided", "select count(*) from asp.account where password_state = 'voided'");
        row("secrets unset", "select count(*) from asp.account where not secrets_set");
        row("other extranets", "select count(*) from asp.account_extranet");
        row("homonyms", "select count(*) from asp.account where identifiant ~ '[0-9]$'");
        row("office", "select count(*) from asp.account where identifiant = 'ud.correze'");
        row("La Poste", "select count(*) from asp.establishment where siren = '356000000' and not asp.f_luhn14(siret)");
        row("group",
            "select count(*) from (select from asp.establishment group by siren having count(*) between 5 "
            "and 60) s");
        row("accountant",
            "select count(*) from (select from asp.habilitation group by account_id having count(*) = 200) "
            "s");
        row("overseas", "select count(*) from asp.establishment where department like '97%'");
        row("kept contract", "select count(*) from asp.contract where kept_by_tiers");
        row("taken", "select count(*) from asp.ticket where state = 'taken' and owner is not null");
        row("merged", "select count(*) from asp.ticket where state = 'merged'");
        row("by an agent", "select count(*) from asp.ticket where channel = 'agent'");
        row("old and open",
            "select count(*) from asp.ticket where closed_at is null and received_at < now() - interval '10 "
            "days'");
        row("on hold", "select count(*) from asp.ticket where state = 'on_hold' and hold_until > now()");
        row("awake", "select count(*) from asp.ticket where state = 'on_hold' and hold_until < now()");
        row("late", "select count(*) from asp.ticket where closed_at is null and due_at < now()");
        row("in time", "select count(*) from asp.ticket where closed_at is null and due_at > now()");
        row("open duplicates",
            "select count(*) from (select from asp.ticket where closed_at is null group by siret, motif having "
            "count(*) "
            "> 1) t");
        row("from a third party", "select count(*) from asp.ticket where profile = 'tiers'");
        row("from nobody known", "select count(*) from asp.ticket where profile = ''");
        row("of a SIRET of nobody", "select count(*) from asp.ticket where department = ''");
        row("call", "select count(*) from asp.call_file");
        row("operation", "select count(*) from asp.operation where kind = 'account.reset_password'");
        row("notice in force",
            "select count(*) from asp.incident_notice where now() between valid_from and valid_until");
        row("not registered", "select count(*) from asp.establishment where registered_at is null");
    }
    void situationsArePresent()
    {
        QFETCH(QByteArray, sql);
        QVERIFY2(one(sql).toInt() > 0, one(sql).constData());
    }

    void everyStateIsPresent()
    {
        QCOMPARE(one("select string_agg(distinct state, ' ' order by state) from asp.dap"),
                 QByteArray("en_attente_ud en_instruction invalidee provisoire validee"));
        QCOMPARE(one("select string_agg(distinct state, ' ' order by state) from asp.habilitation"),
                 QByteArray("active awaiting_confirmation requested revoked"));
        QCOMPARE(one("select string_agg(distinct state, ' ' order by state) from asp.mail"),
                 QByteArray("bounced cancelled delivered queued refused sent"));
        QCOMPARE(one("select count(*) from asp.motif m where not exists (select from asp.ticket t where "
                     "t.motif = m.code "
                     "and t.state in ('open', 'taken'))"),
                 QByteArray("0"));
    }

    void isConsistent_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
        row("future",
            "select (select count(*) from asp.account where greatest(created_at, last_login_at, "
            "password_changed_at, "
            "locked_at) > now()) + (select count(*) from asp.mail where greatest(queued_at, sent_at) > "
            "now()) + "
            "(select count(*) from asp.ticket where greatest(received_at, closed_at) > now())");
        row("order",
            "select (select count(*) from asp.account where last_login_at < first_login_at) + "
            "(select count(*) from asp.ticket where closed_at < received_at) + "
            "(select count(*) from asp.dap where decided_at < submitted_at) + "
            "(select count(*) from asp.habilitation where active_from < requested_at or revoked_at < "
            "active_from)");
        row("logs in before the right",
            "select count(*) from asp.account a where first_login_at < (select min(active_from) "
            "from asp.habilitation h where h.account_id = a.id) and a.profile = 'etablissement' "
            "and not exists (select from asp.account_extranet x where x.account_id = a.id)");
        row("secrets",
            "select count(*) from asp.account a join asp.account_secret s on s.account_id = a.id "
            "where (a.password_state = 'active') <> (s.password_hash is not null) "
            "or a.secrets_set <> (s.secret_answer_hash is not null)");
        row("departments", "select count(*) from asp.ticket where department <> asp.f_ticket_department(siret)");
        row("profiles",
            "select count(*) from asp.ticket t where profile <> asp.f_ticket_profile(requester_email, siret) and not "
            "exists "
            "(select from asp.account a where a.email = t.requester_email and a.profile = t.profile)");
        row("due",
            "select count(*) from asp.ticket where state <> 'on_hold' and due_at <> asp.f_due_at(motif, received_at, "
            "department)");
        row("due after a hold",
            "select count(*) from asp.ticket where state = 'on_hold' and due_at <> asp.f_add_working(hold_until, "
            "due_left, department)");
        row("held", "select count(*) from asp.ticket where (state = 'on_hold') <> (due_left is not null)");
        row("merged",
            "select count(*) from asp.ticket d join asp.ticket k on k.number = d.duplicate_of where d.state = 'merged' "
            "and (k.siret <> d.siret or k.motif <> d.motif or d.outcome is not null)");
        row("looked up again",
            "select count(*) from pg_trigger where tgname = 'ticket_requester' and tgenabled <> 'O'");
        row("domains",
            "select (select count(*) from asp.account where email not like '%.example') "
            "+ (select count(*) from asp.establishment where email not like '%.example')");
        row("same DAP period",
            "select count(*) from asp.dap a join asp.dap b on a.establishment_id = b.establishment_id "
            "and a.id < b.id and a.motif = b.motif and a.period_from = b.period_from");
        row("a mail that would leave now",
            "select count(*) from asp.mail where state = 'queued' and next_attempt_at < now()");
        row("caller's mails of others",
            "select count(*) from asp.mail m join asp.habilitation h on h.id = m.habilitation_id "
            "where h.account_id <> m.account_id");
        row("too many establishments",
            "select count(*) from (select from asp.habilitation group by account_id "
            "having count(*) > 200) s");
    }
    void isConsistent()
    {
        QFETCH(QByteArray, wrong);
        QCOMPARE(one(wrong), QByteArray("0"));
    }

    void nextNumbersAreFree()
    {
        PgConnection admin = connect(u"admin"_s);
        const auto added = admin.execScript(
            "begin; insert into asp.establishment (siret, denomination, postcode, town) values "
            "('35600000000048', 'X', '75001', 'Paris');"
            "insert into asp.account (identifiant, last_name, first_name, email, profile) values ('x.y', "
            "'Y', 'X', 'x@y.example', 'tiers');"
            "insert into asp.ticket (siret, denomination, requester_name, requester_phone, requester_email, "
            "motif, channel, due_at) "
            "values ('1', 'X', 'Y', '', 'x@y.example', 'autres', 'agent', now()); rollback;");
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
    }

    void callersAreKeptInTheDatabase()
    {
        QCOMPARE(m_summary.callers.size(), 10);
        PgConnection admin = connect(u"admin"_s);
        const auto kept = demoCallers(admin);
        QVERIFY(kept);
        QCOMPARE(*kept, m_summary.callers);
        for (const DemoCaller &caller : *kept)
            QVERIFY(!caller.title.isEmpty() && !caller.situation.isEmpty());
    }

    void firstCallerIsLockedOut()
    {
        const DemoCaller &first = m_summary.callers.first();
        QCOMPARE(first.key, u"73282932000074"_s);
        QCOMPARE(first.title, u"Boulangerie du Capitole"_s);
        const QJsonObject file = openFile(first.key);
        QCOMPARE(file[u"status"].toString(), u"ok"_s);
        QCOMPARE(file[u"establishment"][u"other_establishments"].toInt(), 2);
        const QJsonObject claire = account(file, u"claire.fontan"_s);
        QCOMPARE(claire[u"failed_logins"].toInt(), 3);
        QVERIFY(claire[u"locked_until"].isString() && claire[u"first_login_at"].isString());
        QVERIFY(claire[u"habilitation"][u"referent"].toBool());
        const QJsonArray mails = claire[u"mails"].toArray();
        QCOMPARE(mails.size(), 3);
        for (const QJsonValue &mail : mails)
            QCOMPARE(mail[u"state"].toString(), u"delivered"_s);
        const QJsonObject marc = account(file, u"marc.delmas"_s);
        QCOMPARE(marc[u"profile"].toString(), u"tiers"_s);
        QCOMPARE(marc[u"habilitation"][u"state"].toString(), u"awaiting_confirmation"_s);
        QCOMPARE(marc[u"other_extranets"].toArray(), QJsonArray{u"SYLAé"_s});
        QVERIFY(!account(file, u"sonia.roux"_s)[u"first_login_at"].isString());
        const QJsonArray tickets = file[u"tickets"].toArray();
        QCOMPARE(tickets.size(), 2);
        for (const QJsonValue &ticket : tickets) {
            QCOMPARE(ticket[u"motif"].toString(), u"habilitation"_s);
            QCOMPARE(ticket[u"requester_name"].toString(), u"Claire Fontan"_s);
        }
        QCOMPARE(one("select count(*) from asp.ticket t join asp.account a on a.email = t.requester_email "
                     "where a.identifiant = 'claire.fontan' and t.state = 'open'"),
                 QByteArray("2"));
    }

    void everyCallersKeyOpensSomething()
    {
        for (const DemoCaller &caller : m_summary.callers) {
            const QJsonObject file = openFile(caller.key);
            QCOMPARE(file[u"status"].toString(), u"ok"_s);
            const bool mistyped = Siret::faultOf(caller.key) == Siret::Fault::WrongCheckDigit;
            QCOMPARE(file[u"subject"].toString() == "unknown"_L1, mistyped);
            if (mistyped)
                QVERIFY(!file[u"candidates"].toArray().isEmpty());
        }
        const QJsonObject accountant = openFile(m_summary.callers[4].key);
        QCOMPARE(accountant[u"subject"].toString(), u"account"_s);
        QCOMPARE(accountant[u"establishments"].toArray().size(), 200);
    }

    void locksTheFirstCallerAgain()
    {
        PgConnection admin = connect(u"admin"_s);
        const QByteArray locked
            = "select count(*) from asp.account where identifiant = 'claire.fontan' and locked_until > now()";
        QVERIFY(admin.execScript("update asp.account set locked_at = null, locked_until = null, failed_logins = 0 "
                                 "where identifiant = 'claire.fontan'"));
        QCOMPARE(one(locked), QByteArray("0"));
        QVERIFY(refreshDemo(admin));
        QCOMPARE(one(locked), QByteArray("1"));
    }

    void sameSeedSameData()
    {
        const DemoOptions options{450, 7, now, {}};
        QVERIFY(generateIn(u"twin1"_s, options));
        QVERIFY(generateIn(u"twin2"_s, options));
        DemoOptions rebuilt = options;
        rebuilt.rebuildIndexes = true;
        QVERIFY(generateIn(u"twin3"_s, rebuilt));
        DemoOptions another = options;
        another.seed = 8;
        QVERIFY(generateIn(u"other"_s, another));
        const QByteArray content = hash(contentSql, u"twin1"_s);
        QCOMPARE(content.size(), 32);
        QCOMPARE(hash(contentSql, u"twin2"_s), content);
        QCOMPARE(hash(contentSql, u"twin3"_s), content);
        QVERIFY(hash(contentSql, u"other"_s) != content);
        QCOMPARE(hash(structureSql, u"twin3"_s), hash(structureSql, u"twin1"_s)); // every rule is back
    }

    void refusesRealData()
    {
        PgConnection admin = connect(u"admin"_s);
        const auto twice = generateDemo(admin, {100, 1, {}, {}});
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Error::Code::Refused);
        QCOMPARE(twice.error().rule, u"holds_real_data"_s);

        QVERIFY(m_cluster.createDatabase(u"real"_s));
        PgConnection real = connect(u"admin"_s, u"real"_s);
        QVERIFY(real.execScript("update asp.environment set kind = 'production', holds_real_data = true"));
        const auto refused = generateDemo(real, {100, 1, {}, {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().rule, u"holds_real_data"_s);
        QCOMPARE(one("select count(*) from asp.establishment", u"real"_s), QByteArray("0"));
    }

    void refusesTooFewAndNoRight()
    {
        QVERIFY(m_cluster.createDatabase(u"few"_s));
        PgConnection admin = connect(u"admin"_s, u"few"_s);
        const auto few = generateDemo(admin, {3, 1, {}, {}});
        QVERIFY(!few);
        QCOMPARE(few.error().rule, u"too_few_establishments"_s);
        PgConnection agent = connect(u"agent1"_s, u"few"_s);
        const auto forbidden = generateDemo(agent, {100, 1, {}, {}});
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, Error::Code::Forbidden);
        QVERIFY(generateDemo(admin, {20, 1, {}, {}})); // the smallest
    }

    /// One account is written by hand, not by the generator: nobody else may be given its identifiant. A seed that
    /// gives it early shows what a big database would come to.
    void nobodyIsGivenAnIdentifiantWrittenByHand()
    {
        quint64 seed = 1;
        const auto givesIt = [](quint64 candidate) {
            constexpr qint64 people = 400;
            demo::Identities identities(candidate, people * 5 / 4);
            for (int i = 0; i < people / 2; ++i) {
                if (identities.nextPerson().identifiant == "hugo.chomarat")
                    return true;
            }
            return false;
        };
        while (!givesIt(seed) && seed < 20'000)
            ++seed;
        QVERIFY(givesIt(seed));
        const auto made = generateIn(u"byhand"_s, {400, seed, now, {}});
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail + made.error().rule));
    }

    void leavesNothingWhenItFails()
    {
        QVERIFY(m_cluster.createDatabase(u"broken"_s));
        PgConnection admin = connect(u"admin"_s, u"broken"_s);
        QVERIFY(admin.execScript("alter table asp.walk add constraint never check (false)"));
        const auto failed = generateDemo(admin, {450, 1, now, true});
        QVERIFY(!failed);
        QCOMPARE(one("select count(*) from asp.establishment", u"broken"_s), QByteArray("0"));
        QVERIFY(admin.execScript("alter table asp.walk drop constraint never"));
        QCOMPARE(hash(structureSql, u"broken"_s), hash(structureSql, u"asp"_s));
        QCOMPARE(one("select current_user", u"broken"_s), QByteArray("admin"));
    }
};

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
