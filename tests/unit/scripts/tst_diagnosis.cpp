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
    void sumsAndBounds_data();
    void sumsAndBounds();
    void onlyTheLikeliestAreShown();
    void nothingWithoutAFile();
    void scriptsOutOfDateOrForOthersAreLeftOut();

private:
    CataloguePtr m_catalogue;
};

void DiagnosisTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
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

/// Scripts made for it, each of one kind of sum; the lock (30) and the profile are true, the deletion is not.
void DiagnosisTest::sumsAndBounds_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("reason"); // empty: not proposed
    const auto line = [](const QByteArray &fact, const QByteArray &is, int weight, const QByteArray &reason = {}) {
        return "  - { fact: " + fact + ", is: " + is + ", weight: " + QByteArray::number(weight)
            + (reason.isEmpty() ? QByteArray() : ", reason: " + reason) + " }\n";
    };
    const QByteArray lock = "compte.verrouille", profile = "compte.profil", gone = "compte.suppression";
    QTest::newRow("just enough") << line(lock, "oui", leastWeight, "a") << u"a"_s;
    QTest::newRow("one too light") << line(lock, "oui", leastWeight - 1, "a") << QString();
    QTest::newRow("two that add up") << line(lock, "oui", 12, "a") + line(profile, "etablissement", 8) << u"a"_s;
    QTest::newRow("what does not hold adds nothing")
        << line(lock, "oui", 12, "a") + line(gone, "oui", 80, "b") << QString();
    QTest::newRow("what speaks against it")
        << line(lock, "oui", 30, "a") + line(profile, "etablissement", -11) << QString();
    QTest::newRow("against it, and still enough")
        << line(lock, "oui", 30, "a") + line(profile, "etablissement", -10, "b") << u"a"_s;
    QTest::newRow("heavy and without a word") << line(lock, "oui", 90) << QString();
    QTest::newRow("its words do not hold") << line(lock, "oui", 90) + line(gone, "oui", 30, "a") << QString();
    QTest::newRow("the two heaviest reasons, heaviest first")
        << line(profile, "etablissement", 20, "c") + line(gone, "non", 40, "b") + line(lock, "oui", 60, "a")
        << u"a, b"_s;
}

void DiagnosisTest::sumsAndBounds()
{
    QFETCH(QByteArray, lines);
    const auto one = ScriptParser::parse("id: essai\ntitle: E\nwordings: [a]\nstart: fin\ndiagnosis:\n" + lines
                                             + "nodes:\n  fin: { kind: end, title: F, outcome: explained }\n",
                                         u"essai.yaml"_s);
    QCOMPARE(one.problems, QList<ScriptProblem>());
    const CallerFile f = file({locked()});
    const QList<Proposal> found = diagnose(*ScriptCatalogue::fromParsed({one}), context(f));
    QFETCH(QString, reason);
    QCOMPARE(found.isEmpty(), reason.isEmpty());
    if (!found.isEmpty())
        QCOMPARE(found.first().reason, reason);
}

void DiagnosisTest::onlyTheLikeliestAreShown()
{
    QList<Account> many;
    for (int i = 0; i < 30; ++i)
        many.append(locked(account(100 + i, u"compte.%1"_s.arg(i))));
    const CallerFile f = file(many);
    QCOMPARE(diagnose(*m_catalogue, context(f, -1)).size(), qsizetype(mostProposals));
}

void DiagnosisTest::nothingWithoutAFile()
{
    FactContext nothing;
    nothing.now = now();
    QVERIFY(diagnose(*m_catalogue, nothing).isEmpty());
}

void DiagnosisTest::scriptsOutOfDateOrForOthersAreLeftOut()
{
    const auto catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_SAMPLES));
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
