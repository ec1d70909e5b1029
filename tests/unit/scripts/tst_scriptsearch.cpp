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
    void everyWordingFindsItsScript();
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
    m_catalogue = ScriptCatalogue::fromFolder(QFINDTESTDATA("../resources/scripts"));
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
    row(u"33"_s, "edl_33");
    row(u"56"_s, "edl_56");
    row(u"comment m'inscrire"_s, "edl_33");
    row(u"le bouton envoyer marche pas"_s, "edl_34");
    row(u"adresse mail deja connue"_s, "edl_35");
    row(u"jai pas eu mon mot de passe"_s, "edl_36");
    row(u"rien recu par mail"_s, "edl_36");
    row(u"personnaliser mon mot de passe"_s, "edl_39");
    row(u"connexion direccte"_s, "edl_40");
    row(u"ajouter un etablissement"_s, "edl_41");
    row(u"iban refusé"_s, "edl_42");
    row(u"contrat signé a renvoyer"_s, "edl_43");
    row(u"accusé de réception du contrat"_s, "edl_44");
    row(u"mon client a perdu ses codes"_s, "edl_45");
    row(u"changer de RIB"_s, "edl_46");
    row(u"la fiche ne s'enregistre pas"_s, "edl_47");
    row(u"effectif etablissement ou entreprise"_s, "edl_48");
    row(u"creer une DAP"_s, "edl_49");
    row(u"effectif faux sur la dap"_s, "edl_50");
    row(u"avenant"_s, "edl_51");
    row(u"dap invalidée"_s, "edl_52");
    row(u"je retrouve plus ma dap"_s, "edl_53");
    row(u"erreur dans ma demande"_s, "edl_54");
    row(u"identifiants de quelqu'un d'autre"_s, "edl_55");
    row(u"données d'autres entreprises"_s, "edl_56");
    row(u"inscrire un client expert comptable"_s, "inscription_etablissement");
    row(u"SIRET déjà connu"_s, "inscription_etablissement");
    row(u"annexe 3"_s, "inscription_administration");
    row(u"premiere connexion"_s, "premiere_connexion");
    row(u"identifiant oublié"_s, "identifiant_perdu");
    row(u"quel navigateur"_s, "navigateurs");
    row(u"ça marche pas avec chrome"_s, "navigateurs");
    row(u"comment se deconnecter"_s, "deconnexion");
    row(u"certificat de signature"_s, "demande_autre");
}

void ScriptSearchTest::first()
{
    QFETCH(QString, typed);
    const QList<ScriptHit> hits = m_search->find(typed);
    QVERIFY(!hits.isEmpty());
    QTEST(hits.first().scriptId, "script");
    QVERIFY(!hits.first().excerpt.isEmpty() && !hits.first().excerpt.contains(u'{'));
}

/// What a script says callers say must bring it up; another script may share the words, but not push it off the list.
void ScriptSearchTest::everyWordingFindsItsScript()
{
    constexpr int seenAtOnce = 3;
    for (const ScriptPtr &script : m_catalogue->scripts()) {
        for (const QString &wording : script->wordings) {
            const QList<ScriptHit> hits = m_search->find(wording).mid(0, seenAtOnce);
            const bool found = std::any_of(hits.cbegin(), hits.cend(),
                                           [&](const ScriptHit &hit) { return hit.scriptId == script->id; });
            QVERIFY2(found, qPrintable(script->id + u" "_s + wording));
        }
    }
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
