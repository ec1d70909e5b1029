// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/checkcommand.h"
#include "db/servercheck/servercheck.h"
#include "tests/support/tempcluster.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

using State = CheckOutcome::State;

/// Every check on a real server: what is broken on purpose is found under its name, and gone once it is put right.
class TestServerCheck : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;

    CheckOutcome outcomeOf(const QString &check, const QString &login = u"admin"_s)
    {
        auto connection = m_cluster.connect(login);
        const auto outcomes = checkServer(*connection);
        if (!outcomes)
            return {};
        const auto it = std::find_if(outcomes->cbegin(), outcomes->cend(),
                                     [&](const CheckOutcome &one) { return one.check == check; });
        return it == outcomes->cend() ? CheckOutcome{} : *it;
    }
    void run(const QStringList &statements)
    {
        auto admin = m_cluster.connect(u"admin"_s);
        for (const QString &one : statements) { // ALTER SYSTEM wants to be alone
            const auto done = admin->execScript(one.toUtf8());
            QVERIFY2(done, qPrintable(one + u": "_s + (done ? QString() : done.error().detail)));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
        run({u"alter system set log_parameter_max_length = 0"_s,
             u"alter system set log_min_error_statement = 'panic'"_s, u"select pg_reload_conf()"_s});
    }

    void everyCheckHasItsWords()
    {
        QVERIFY(serverChecks().size() >= 24);
        for (const QString &check : serverChecks()) {
            const auto text = dbadmin::checkText(check);
            QVERIFY2(text && !text->wrong.isEmpty() && !text->why.isEmpty() && !text->remedy.isEmpty(),
                     qPrintable(check));
        }
    }

    void brokenIsFound_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QStringList>("breaks");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QStringList>("mends");
        const auto row = [](const char *name, const char *check, const QString &breaks, const QString &says,
                            const QString &mends) {
            QTest::newRow(name) << QString::fromLatin1(check) << breaks.split(u"; "_s) << says << mends.split(u"; "_s);
        };
        row("an agent is a superuser", "powers", u"alter role agent1 superuser"_s, u"agent1: SUPERUSER"_s,
            u"alter role agent1 nosuperuser"_s);
        row("a supervisor may make roles", "powers", u"alter role superviseur1 createrole bypassrls"_s,
            u"superviseur1: CREATEROLE, BYPASSRLS"_s, u"alter role superviseur1 nocreaterole nobypassrls"_s);
        row("an agent owns the tables", "memberships", u"grant asp_owner to agent1"_s, u"asp_owner"_s,
            u"revoke asp_owner from agent1"_s);
        row("an agent reads all data", "memberships", u"grant pg_read_all_data to agent2"_s,
            u"agent2: pg_read_all_data"_s, u"revoke pg_read_all_data from agent2"_s);
        row("an agent is the relay too", "two_groups", u"grant asp_relay to agent1"_s,
            u"agent1: asp_agent, asp_relay"_s, u"revoke asp_relay from agent1"_s);
        row("no limit of connections", "connection_limit", u"alter role agent1 connection limit -1"_s, u"agent1"_s,
            u"alter role agent1 connection limit 20"_s);
        row("a limit lifted for one log-in", "own_settings", u"alter role agent1 set statement_timeout = 0"_s,
            u"agent1: statement_timeout=0"_s, u"alter role agent1 reset all"_s);
        row("advisory locks for everybody", "open_to_all",
            u"grant execute on function pg_advisory_lock(bigint) to public"_s, u"EXECUTE pg_advisory_lock(bigint)"_s,
            u"revoke execute on function pg_advisory_lock(bigint) from public"_s);
        row("temporary tables for everybody", "open_to_all", u"grant temporary on database asp to public"_s,
            u"TEMPORARY ON DATABASE asp"_s, u"revoke temporary on database asp from public"_s);
        row("a function of ours for everybody", "functions_open",
            u"grant execute on function asp.f_phone(text) to public"_s, u"asp.f_phone(text)"_s,
            u"revoke execute on function asp.f_phone(text) from public"_s);
        row("a definer without its search path", "functions_open", u"alter function desk.drafts() reset search_path"_s,
            u"desk.drafts()"_s, u"alter function desk.drafts() set search_path = pg_catalog, asp, public, pg_temp"_s);
        row("a way to other servers", "other_languages", u"create extension postgres_fdw"_s, u"postgres_fdw"_s,
            u"drop extension postgres_fdw"_s);
        row("md5 from now on", "password_encryption",
            u"alter system set password_encryption = 'md5'; select pg_reload_conf(); select pg_sleep(0.3)"_s,
            u"password_encryption = md5"_s,
            u"alter system reset password_encryption; select pg_reload_conf(); select pg_sleep(0.3)"_s);
        row("a password kept as md5", "md5_passwords",
            u"create role ancien login password 'md5c2f4d3e1a0b95867c2f4d3e1a0b95867'"_s, u"ancien"_s,
            u"drop role ancien"_s);
        row("statements in the log", "logs",
            u"alter system set log_statement = 'all'; select pg_reload_conf(); select pg_sleep(0.3)"_s,
            u"log_statement = all"_s,
            u"alter system reset log_statement; select pg_reload_conf(); select pg_sleep(0.3)"_s);
        row("values in the log", "logs",
            u"alter system set log_parameter_max_length_on_error = 100; select pg_reload_conf(); select pg_sleep(0.3)"_s,
            u"log_parameter_max_length_on_error = 100"_s,
            u"alter system reset log_parameter_max_length_on_error; select pg_reload_conf(); select pg_sleep(0.3)"_s);
        row("nothing ends what is left open", "timeouts",
            u"alter system set idle_in_transaction_session_timeout = 0; select pg_reload_conf(); select pg_sleep(0.3)"_s,
            u"idle_in_transaction_session_timeout = 0"_s,
            u"alter system set idle_in_transaction_session_timeout = '30s'; select pg_reload_conf(); select pg_sleep(0.3)"_s);
        row("another isolation level", "isolation",
            u"alter database asp set default_transaction_isolation = 'repeatable read'"_s,
            u"default_transaction_isolation = repeatable read"_s,
            u"alter database asp reset default_transaction_isolation"_s);
        row("backslashes escape", "strings", u"alter database asp set standard_conforming_strings = off"_s,
            u"standard_conforming_strings = off"_s, u"alter database asp reset standard_conforming_strings"_s);
        row("another database is open", "other_databases", u"grant connect on database template1 to public"_s,
            u"template1"_s, u"revoke connect on database template1 from public"_s);
    }
    void brokenIsFound()
    {
        QFETCH(QString, check);
        QFETCH(QStringList, breaks);
        QFETCH(QString, says);
        QFETCH(QStringList, mends);
        run(breaks);
        const CheckOutcome broken = outcomeOf(check);
        run(mends);
        QCOMPARE(broken.state, State::Found);
        QVERIFY2(broken.found.join(u'\n').contains(says), qPrintable(broken.found.join(u'\n')));
        const CheckOutcome mended = outcomeOf(check);
        QVERIFY2(!mended.found.join(u'\n').contains(says), qPrintable(mended.found.join(u'\n')));
    }

    void anotherEncodingIsFound()
    {
        run({u"create database latin encoding 'LATIN1' locale 'C' template template0"_s});
        auto connection = m_cluster.connect(u"admin"_s, u"latin"_s);
        const auto outcomes = checkServer(*connection);
        QVERIFY(outcomes);
        const auto named = [&](const QString &check) {
            return std::find_if(outcomes->cbegin(), outcomes->cend(),
                                [&](const CheckOutcome &o) { return o.check == check; });
        };
        QCOMPARE(named(u"encoding"_s)->found, QStringList{u"LATIN1"_s});
        QCOMPARE(named(u"extensions"_s)->found.size(), 2);
    }

    void whatMayNotBeSeenIsNotSound()
    {
        QCOMPARE(outcomeOf(u"md5_passwords"_s, u"agent1"_s).state, State::NotSeen);
        QCOMPARE(outcomeOf(u"doors"_s, u"agent1"_s).state, State::NotSeen);
        QCOMPARE(outcomeOf(u"encoding"_s, u"agent1"_s).state, State::Sound);
    }

    void aLostServerIsNoFinding()
    {
        auto connection = m_cluster.connect(u"admin"_s);
        m_cluster.killServer();
        const auto outcomes = checkServer(*connection);
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().code, Error::Code::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestServerCheck)
#include "tst_servercheck.moc"
