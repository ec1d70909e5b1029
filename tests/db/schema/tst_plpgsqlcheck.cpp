// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/tempcluster.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

/// plpgsql_check over every function: PostgreSQL itself looks at a body only when it runs.
class TestPlpgsqlCheck : public QObject {
    Q_OBJECT
private:
    TempCluster m_cluster;

private Q_SLOTS:
    void everyFunctionIsSound()
    {
        QString why;
        QVERIFY2(m_cluster.start(&why), qPrintable(why));
        auto admin = m_cluster.connect(u"admin"_s);
        QVERIFY2(admin->execScript("create extension plpgsql_check"),
                 "the package postgresql-NN-plpgsql-check is missing (app/packages.sh names it)");
        QVERIFY(admin->execScript("set search_path = pg_catalog, asp, public, pg_temp"));
        // Left out: literals that are cast at each call (42804), parameters a shared signature brings along, a CASE
        // without ELSE, which raises by itself, and variables whose initialiser is their purpose: it checks.
        const auto found = admin->exec(
            "select distinct p.oid::regprocedure::text as name, coalesce(c.lineno, 0) as line, c.message"
            " from pg_proc p join pg_language l on l.oid = p.prolang"
            " cross join lateral plpgsql_check_function_tb(p.oid,"
            "   coalesce((select t.tgrelid from pg_trigger t where t.tgfoid = p.oid limit 1), 0),"
            "   other_warnings => true, extra_warnings => true, performance_warnings => false) c"
            " where l.lanname = 'plpgsql' and p.pronamespace in ('asp'::regnamespace, 'desk'::regnamespace)"
            " and not (c.sqlstate = '42804' and c.message = 'target type is different type than source type')"
            " and not (c.message like 'unused parameter%' or c.message like 'never read variable%'"
            "          or c.message = 'control reached end of function without RETURN')"
            " order by 1, 2");
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QStringList complaints;
        for (int row = 0; row < found->size(); ++row)
            complaints << u"%1, line %2: %3"_s.arg(found->text(row, "name"))
                              .arg(found->number(row, "line"))
                              .arg(found->text(row, "message"));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestPlpgsqlCheck)
#include "tst_plpgsqlcheck.moc"
