// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/frenchtext.h"
#include "app/scripts/scriptsearch.h"

#include <QElapsedTimer>
#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

class ScriptSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void first_data();
    void first();
    void nothing_data();
    void nothing();
    void emptyListsEverything();
    void folding_data();
    void folding();
    void isQuick();

private:
    CataloguePtr m_catalogue;
    std::unique_ptr<ScriptSearch> m_search;
};

void ScriptSearchTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QFINDTESTDATA("../../../resources/scripts"));
    QVERIFY(m_catalogue->problems().isEmpty());
    m_search = std::make_unique<ScriptSearch>(*m_catalogue);
}

void ScriptSearchTest::first_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("script");
    const auto row = [](const QString &typed, const char *script) {
        QTest::newRow(qPrintable(typed)) << typed << QString::fromUtf8(script);
    };
    row(u"38"_s, "edl_38");
    row(u"37"_s, "edl_37");
    row(u"compte verrouillé"_s, "compte_verrouille");
    row(u"COMPTE VERROUILLE"_s, "compte_verrouille");
    row(u"mon compte est bloqué"_s, "compte_verrouille");
    row(u"compte vérouillé"_s, "compte_verrouille"); // one letter short
    row(u"bloqeu"_s, "compte_verrouille"); // two letters swapped
    row(u"verrou"_s, "compte_verrouille"); // the beginning of a word
    row(u"debloquer"_s, "compte_verrouille");
    row(u"j'ai oublié mon mot de passe"_s, "mot_de_passe_perdu");
    row(u"mot de passe perdu"_s, "mot_de_passe_perdu");
    row(u"mot de pase oublie"_s, "mot_de_passe_perdu");
    row(u"la réponse est incorrecte"_s, "mot_de_passe_perdu");
    row(u"secrets non renseignés pour le compte"_s, "mot_de_passe_perdu");
    row(u"contacter le support de l'application"_s, "mot_de_passe_perdu");
    row(u"question secrète"_s, "edl_37");
    row(u"question secrette"_s, "edl_37");
    row(u"reponse secrete oubliee"_s, "edl_37");
    row(u"je n'arrive pas à me connecter"_s, "edl_38");
    row(u"impossible de me connecter"_s, "edl_38");
    row(u"connexion refusée"_s, "edl_38");
    row(u"j'ai tout reçu mais ca marche pas"_s, "edl_38");
    row(u"demande d'habilitation"_s, "demande_habilitation");
}

void ScriptSearchTest::first()
{
    QFETCH(QString, typed);
    const QList<ScriptHit> hits = m_search->find(typed);
    QVERIFY(!hits.isEmpty());
    QTEST(hits.first().scriptId, "script");
    QVERIFY(!hits.first().excerpt.isEmpty() && !hits.first().excerpt.contains(u'{'));
}

void ScriptSearchTest::nothing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("another subject") << u"xylophone zébrure"_s;
    QTest::newRow("a number without script") << u"99"_s;
    QTest::newRow("nonsense") << u"qzkwx"_s;
}

void ScriptSearchTest::nothing()
{
    QFETCH(QString, typed);
    QVERIFY(m_search->find(typed).isEmpty());
}

void ScriptSearchTest::emptyListsEverything()
{
    QCOMPARE(m_search->find(QString()).size(), m_catalogue->scripts().size());
    QCOMPARE(m_search->find(u"  ?! "_s).size(), m_catalogue->scripts().size());
    QVERIFY(!m_search->find(QString(100000, u'a')).size());
    QVERIFY(ScriptSearch(*ScriptCatalogue::fromParsed({})).find(u"compte"_s).isEmpty());
}

void ScriptSearchTest::folding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("accents") << u"Élève à Noël, ça !"_s << u"eleve a noel ca"_s;
    QTest::newRow("ligatures") << u"Cœur et ex-æquo"_s << u"coeur et ex aequo"_s;
    QTest::newRow("apostrophes") << u"l’appelant d'hier"_s << u"l appelant d hier"_s;
    QTest::newRow("nothing") << u" … "_s << QString();
}

void ScriptSearchTest::folding()
{
    QFETCH(QString, text);
    QTEST(foldedText(text), "folded");
}

/// The goal is 10 ms; tests/bench measures it. Here only that nobody made it absurdly slow.
void ScriptSearchTest::isQuick()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        (void)m_search->find(u"jai pas recu mon mot de pase et mon conpte est veruoille"_s);
    QVERIFY2(timer.elapsed() < 20 * 200, qPrintable(QString::number(timer.elapsed())));
    qInfo("a long query with slips: %.3f ms", double(timer.nsecsElapsed()) / 20e6);
}

QTEST_APPLESS_MAIN(ScriptSearchTest)
#include "tst_scriptsearch.moc"
