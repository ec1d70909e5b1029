// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/console/wiring.h"
#include "tests/support/fakestores.h"

#include "app/calls/callservice.h"
#include "app/operations/operationservice.h"
#include "app/scripts/scriptservice.h"
#include "app/session/sessionservice.h"

#include <QTest>

using namespace desk;
using namespace desk::test;
using namespace Qt::StringLiterals;

namespace {

const QString good = u"id: essai\ntitle: Essai\nwordings: [un]\nstart: fin\nnodes:\n"
                     "  fin: { kind: end, title: F, say: b, outcome: explained }\n"_s;

} // namespace

/// What happens between the services of the console.
class WiringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
};

void WiringTest::scripts_data()
{
    QTest::addColumn<QString>("inForce"); // version 5
    QTest::addColumn<QStringList>("asked"); // whose earlier versions are asked for
    QTest::addColumn<int>("used"); // version; 0: none
    QTest::newRow("can be read") << good << QStringList() << 5;
    QTest::newRow("cannot be read, an older one can") << u"id: essai\n"_s << QStringList{u"essai"_s} << 4;
}

void WiringTest::scripts()
{
    QFETCH(QString, inForce);
    FakeLookupStore lookups;
    FakeOperationStore operationStore;
    FakeSessionStore sessionStore;
    FakeSecretStore secrets;
    FakeLocalStore local;
    ServerClock clock;
    SessionService session{sessionStore, secrets, clock};
    OperationService operations{operationStore, session, local};
    CallService calls{operationStore, operations, session, local, clock};
    CaseService cases{lookups, calls, session};
    ScriptService scripts{operations, local, clock};
    sessionStore.pulses.always = Pulse();
    sessionStore.scripts.always = QList<PublishedScript>{{u"essai"_s, 5, inForce}};
    sessionStore.earlier.always = QList<PublishedScript>{{u"essai"_s, 4, good}, {u"essai"_s, 3, good}};
    const Wiring wiring({sessionStore, local, session, operations, calls, cases, scripts}, {});

    ConnectionSettings where;
    where.login = u"agent1"_s;
    session.logIn(where, u"x"_s, false);
    sessionStore.logIns.answerLast(SessionInfo());
    QFETCH(QStringList, asked);
    QTRY_COMPARE(sessionStore.earlierAsked.value(0), asked);
    QFETCH(int, used);
    QTRY_VERIFY(!scripts.search({}).isEmpty());
    scripts.start(u"essai"_s);
    QVERIFY(scripts.walking());
    QCOMPARE(scripts.problems().isEmpty(), used == 5);
    if (used != 5)
        QVERIFY(scripts.problems().last().reason.contains(u"version %1 reste"_s.arg(used)));
}

QTEST_GUILESS_MAIN(WiringTest)
#include "tst_wiring.moc"
