// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/libpq/conninfo.h"
#include "db/libpq/pgconnection.h"
#include "db/libpq/pgtransaction.h"
#include "db/libpq/sqlstate.h"
#include "tests/support/tempcluster.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

using Code = Error::Code;

/// The plain libpq layer against a real server.
class TestLibpq : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;

private Q_SLOTS:
    void initTestCase()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why, TempCluster::Content::Bare), qPrintable(why));
        Result<PgConnection> admin = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(admin);
        QVERIFY(admin->execScript("CREATE ROLE marie LOGIN PASSWORD 'juste'; CREATE TABLE public.box"
                                  " (id int PRIMARY KEY, note text); GRANT SELECT ON public.box TO marie"));
    }

    void sqlStates_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const QString &state, Code code, const QString &rule = {}) {
            QTest::newRow(name) << state << static_cast<int>(code) << rule;
        };
        row("wrong password", u"28P01"_s, Code::AuthFailed);
        row("refused by pg_hba", u"28000"_s, Code::AuthFailed);
        row("no such database", u"3D000"_s, Code::NotFound, u"no_database"_s);
        row("no right", u"42501"_s, Code::Forbidden);
        row("deadline", u"57014"_s, Code::Timeout);
        row("row held by someone", u"55P03"_s, Code::Locked);
        row("standby", u"25006"_s, Code::ReadOnly);
        row("disk full", u"53100"_s, Code::DiskFull);
        row("serialization failure", u"40001"_s, Code::Conflict);
        row("deadlock", u"40P01"_s, Code::Conflict);
        row("server stopped", u"57P01"_s, Code::Unavailable);
        row("server starting", u"57P03"_s, Code::Unavailable, u"server_starting"_s);
        row("connection lost", u"08006"_s, Code::Unavailable);
        row("no answer at all", QString(), Code::Unavailable);
        row("defect of ours", u"42P01"_s, Code::Internal);
    }
    void sqlStates()
    {
        QFETCH(QString, state);
        QFETCH(QString, rule);
        const Error error = errorFromSqlState(state, u"why"_s);
        QTEST(static_cast<int>(error.code), "code");
        QCOMPARE(error.rule, rule);
        QCOMPARE(error.detail, u"why"_s);
        QCOMPARE(error.params.value(u"sqlstate"_s).toString(), state);
    }

    void uris_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("rule"); // empty: accepted
        QTest::newRow("plain") << u"postgresql://marie@db.example:5433/asp?sslmode=require"_s << QString();
        QTest::newRow("keywords") << u"host=db.example dbname=asp"_s << QString();
        QTest::newRow("several hosts") << u"postgresql://a.example,b.example/asp?target_session_attrs=read-write"_s
                                       << QString();
        QTest::newRow("password after the log-in") << u"postgresql://marie:juste@db.example/asp"_s << u"uri_password"_s;
        QTest::newRow("password as an option") << u"postgresql://db.example/asp?password=juste"_s << u"uri_password"_s;
        QTest::newRow("password as a keyword") << u"host=db.example password=juste"_s << u"uri_password"_s;
        QTest::newRow("password of a key file") << u"host=db.example sslpassword=juste"_s << u"uri_password"_s;
        QTest::newRow("unknown option") << u"postgresql://db.example/asp?bogus=juste"_s << u"bad_uri"_s;
        QTest::newRow("broken quotes") << u"host='db.example"_s << u"bad_uri"_s;
        QTest::newRow("a sentence") << u"la base juste"_s << u"bad_uri"_s;
    }
    void uris()
    {
        QFETCH(QString, uri);
        QFETCH(QString, rule);
        const Result<ConnInfo> info = parseConnInfo(uri);
        QCOMPARE(info.has_value(), rule.isEmpty());
        if (info)
            return;
        QCOMPARE(info.error().rule, rule);
        QCOMPARE(info.error().code, Code::Invalid);
        QVERIFY2(!info.error().detail.contains("juste"_L1), "a secret must not reach the log");
        QCOMPARE(PgConnection::open(uri, u"test"_s).error().rule, rule);
    }

    void writtenConnInfoReadsBack()
    {
        const ConnInfo info{
            {u"host"_s, u"/run/mon dossier/l'été\\x"_s}, {u"dbname"_s, u"a&b=c"_s}, {u"port"_s, u"5433"_s}};
        QCOMPARE(parseConnInfo(toConnInfoText(info)).value(), info);
        QCOMPARE(parseConnInfo(toConnInfoUri(info)).value(), info);
    }

    void valuesTravelApartFromTheStatement()
    {
        Result<PgConnection> connection = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(connection);
        const QByteArray hostile = "'; DROP TABLE box; -- é";
        const auto rows = connection->exec("SELECT $1::text AS a, $2::int AS b, $3::text AS c, true AS d",
                                           {hostile, "42", std::nullopt});
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->bytes(0, "a"), hostile);
        QCOMPARE(rows->number(0, "b"), 42);
        QCOMPARE(rows->value(0, "c"), std::nullopt);
        QVERIFY(rows->flag(0, "d"));
        QVERIFY(!rows->hasColumn("e"));
    }

    void copyLoadsEscapedLines()
    {
        Result<PgConnection> connection = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(connection);
        QVERIFY(connection->copyBegin("COPY public.box (id, note) FROM STDIN"));
        const QByteArray odd = "tab\tback\\slash\nnew";
        QVERIFY(connection->copyRow("1\t" + PgConnection::copyEscaped(odd)));
        QVERIFY(connection->copyRow("2\t\\N\n3\tétage\n"));
        QVERIFY(connection->copyEnd());
        const auto rows = connection->exec("SELECT note FROM public.box ORDER BY id");
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->bytes(0, "note"), odd);
        QCOMPARE(rows->value(1, "note"), std::nullopt);
        QCOMPARE(rows->text(2, "note"), u"étage"_s);
    }

    void brokenCopyLoadsNothingAndNamesNoValue()
    {
        Result<PgConnection> connection = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(connection->copyBegin("COPY public.box (id, note) FROM STDIN"));
        QVERIFY(connection->copyRow("11\tok"));
        QVERIFY(connection->copyRow("pas-un-nombre\tjuste"));
        const Result<Done> ended = connection->copyEnd();
        QVERIFY(!ended);
        QVERIFY(!ended.error().detail.contains("pas-un-nombre"_L1));
        QCOMPARE(connection->exec("SELECT count(*) AS n FROM public.box WHERE id = 11")->number(0, "n"), 0);
    }

    void errorsHaveTheirCode()
    {
        Result<PgConnection> marie = m_cluster.connect(u"marie"_s, u"postgres"_s);
        QVERIFY(marie);
        QCOMPARE(marie->exec("DELETE FROM public.box").error().code, Code::Forbidden);
        QVERIFY(marie->execScript("SET statement_timeout = 50"));
        QCOMPARE(marie->exec("SELECT pg_sleep(5)").error().code, Code::Timeout);
        QVERIFY(marie->execScript("SET statement_timeout = 0; SET default_transaction_read_only = on"));
        QCOMPARE(marie->exec("CREATE TABLE public.t ()").error().code, Code::ReadOnly);
        QVERIFY(marie->isOpen());
    }

    void failedTransactionDoesNotCommit()
    {
        Result<PgConnection> connection = m_cluster.connect(u"admin"_s, u"postgres"_s);
        {
            PgTransaction transaction(*connection);
            QVERIFY(transaction.started());
            QVERIFY(!connection->execScript("SELECT 1/0"));
            QVERIFY2(!transaction.commit(), "COMMIT answers ROLLBACK without an error");
        }
        {
            PgTransaction transaction(*connection);
            QVERIFY(connection->execScript("INSERT INTO public.box VALUES (21, 'x')"));
        }
        QCOMPARE(connection->exec("SELECT FROM public.box WHERE id = 21")->size(), 0);
    }

    void refusedLogIns()
    {
        const QString uri = m_cluster.tcpUri(u"marie"_s, u"postgres"_s);
        QVERIFY(PgConnection::open(uri, u"test"_s, u"juste"_s));
        const auto wrong = PgConnection::open(uri, u"test"_s, u"faux"_s);
        QCOMPARE(wrong.error().code, Code::AuthFailed);
        QVERIFY(!wrong.error().detail.contains("faux"_L1));
        QCOMPARE(PgConnection::open(uri, u"test"_s).error().rule, u"password_needed"_s);
        const auto missing = m_cluster.connect(u"marie"_s, u"nulle_part"_s);
        QCOMPARE(missing.error().code, Code::NotFound);
        QCOMPARE(missing.error().rule, u"no_database"_s);
    }

    void nextHostIsTriedWhenOneIsAway()
    {
        const QString port = QString::number(m_cluster.port());
        const QString away
            = u"host=127.0.0.1,127.0.0.1 port=1,%1 user=marie dbname=postgres sslmode=disable"_s.arg(port);
        const Result<PgConnection> connection = PgConnection::open(away, u"test"_s, u"juste"_s);
        QVERIFY2(connection, "the second host answers");
        const QString standby = u"host=127.0.0.1 port=%1 user=marie dbname=postgres sslmode=disable"
                                " target_session_attrs=prefer-standby"_s.arg(port);
        QVERIFY2(PgConnection::open(standby, u"test"_s, u"juste"_s), "no standby: any will do");
        const auto nobody = PgConnection::open(u"host=127.0.0.1 port=1 user=marie"_s, u"test"_s);
        QCOMPARE(nobody.error().code, Code::Unavailable);
    }

    void silentHostCostsItsTimeOnly()
    {
        QElapsedTimer timer;
        timer.start();
        // An address for documentation: nothing answers there.
        const auto silent = PgConnection::open(u"host=192.0.2.1 user=marie connect_timeout=1"_s, u"test"_s);
        QCOMPARE(silent.error().code, Code::Unavailable);
        QVERIFY(timer.elapsed() < 3000);
    }

    void lostServerIsNoticed()
    {
        Result<PgConnection> connection = m_cluster.connect(u"admin"_s, u"postgres"_s);
        QVERIFY(connection->isOpen());
        m_cluster.killServer();
        // A server process learns of the death of the main one a moment later, and may answer once more until then.
        Result<PgRows> lost = connection->exec("SELECT 1");
        for (int i = 0; i < 200 && lost; ++i) {
            QTest::qWait(10);
            lost = connection->exec("SELECT 1");
        }
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, Code::Unavailable);
        QVERIFY(!connection->isOpen());
        QCOMPARE(connection->exec("SELECT 1").error().code, Code::Unavailable);
        QCOMPARE(m_cluster.connect(u"admin"_s, u"postgres"_s).error().code, Code::Unavailable);
        QVERIFY(m_cluster.startServer());
        QVERIFY(m_cluster.connect(u"admin"_s, u"postgres"_s));
    }

    void closedConnectionAnswersUnavailable()
    {
        PgConnection none;
        QVERIFY(!none.isOpen());
        QCOMPARE(none.exec("SELECT 1").error().code, Code::Unavailable);
        QCOMPARE(none.execScript("SELECT 1").error().code, Code::Unavailable);
        QCOMPARE(none.copyRow("x").error().code, Code::Unavailable);
        QCOMPARE(none.copyEnd().error().code, Code::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestLibpq)
#include "tst_libpq.moc"
