// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/diagnosis.h"
#include "tests/unit/scripts/callers.h"

#include <QTest>

using namespace desk;
using namespace desk::situations;

class DiagnosisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reasonsAndOrder();
    void everyAccountIsTriedAndNamed();
    void nothingWithoutAFile();
    void scriptsOutOfDateOrForOthersAreLeftOut();

private:
    CataloguePtr m_catalogue;
};

void DiagnosisTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QFINDTESTDATA("../resources/scripts"));
    QCOMPARE(m_catalogue->problems(), QList<ScriptProblem>());
}

void DiagnosisTest::reasonsAndOrder()
{
    const CallerFile f = file({locked(withMail(MailKind::Habilitation, MailState::Bounced))});
    const QList<Proposal> proposals = diagnose(*m_catalogue, context(f));
    QCOMPARE(proposals.size(), 2);
    QCOMPARE(proposals.at(0).reason, u"verrouillé jusqu’à 14:32"_s);
    QCOMPARE(proposals.at(0).account, AccountId(11));
    QCOMPARE(proposals.at(1).number, 38);
    QCOMPARE(proposals.at(1).reason, u"courriel de confirmation rejeté, jamais connecté"_s);
    QVERIFY(proposals.at(0).weight > proposals.at(1).weight);

    const CallerFile unknown = unknownSiret();
    QCOMPARE(diagnose(*m_catalogue, context(unknown, -1)).first().account, AccountId(0));
}

void DiagnosisTest::everyAccountIsTriedAndNamed()
{
    CallerFile f
        = file({neverConnected(), locked(account(12, u"marc.delmas"_s)), locked(account(13, u"sonia.roux"_s))});
    f.tickets = {openTicket()};
    const QList<Proposal> proposals = diagnose(*m_catalogue, context(f, -1));
    QCOMPARE(proposals.size(), 4);
    QCOMPARE(proposals.at(0).reason, u"marc.delmas\u00A0: verrouillé jusqu’à 14:32"_s);
    QCOMPARE(proposals.at(1).reason, u"sonia.roux\u00A0: verrouillé jusqu’à 14:32"_s);
    QCOMPARE(proposals.at(2).reason, u"claire.fontan\u00A0: jamais connecté"_s);
    QCOMPARE(proposals.at(3).scriptId, u"demande_habilitation"_s); // of the establishment: once, and no name
    QCOMPARE(proposals.at(3).account, AccountId(0));
    QCOMPARE(proposals.at(3).reason, u"demande n° 48213 déjà ouverte"_s);
    QCOMPARE(diagnose(*m_catalogue, context(f, 1)).first().reason, u"verrouillé jusqu’à 14:32"_s);
}

void DiagnosisTest::nothingWithoutAFile()
{
    FactContext nothing;
    nothing.now = now();
    QVERIFY(diagnose(*m_catalogue, nothing).isEmpty());
}

void DiagnosisTest::scriptsOutOfDateOrForOthersAreLeftOut()
{
    const auto catalogue = ScriptCatalogue::fromFolder(QFINDTESTDATA("data/scripts"));
    const CallerFile f = file({locked()});
    FactContext c = context(f);
    QCOMPARE(diagnose(*catalogue, c).size(), 1);
    const CallerFile ud = file({changed(locked(), [](Account &a) { a.profile = Profile::Ud; })});
    QVERIFY(diagnose(*catalogue, context(ud)).isEmpty());
    c.now = QDateTime(QDate(2019, 6, 1), QTime(9, 0), QTimeZone::utc());
    QVERIFY(diagnose(*catalogue, c).isEmpty());
}

QTEST_APPLESS_MAIN(DiagnosisTest)
#include "tst_diagnosis.moc"
