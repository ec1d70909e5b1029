// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/frenchtext.h"
#include "app/scripts/scriptparser.h"
#include "app/scripts/scriptsearch.h"

#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

class ScriptSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void first_data();
    void first();
    void spoken_data();
    void spoken();
    void everyWordingFindsItsScript();
    void nearerComesFirst_data();
    void nearerComesFirst();
    void nothing_data();
    void nothing();
    void emptyListsEverything();
    void folding_data();
    void folding();

private:
    CataloguePtr m_catalogue;
    std::unique_ptr<ScriptSearch> m_search;
};

void ScriptSearchTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
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

/// As agents type what they hear: in the caller's words, in a hurry, misspelt.
void ScriptSearchTest::spoken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("script");
    const auto row = [](const QString &typed, const char *script) {
        QTest::newRow(qPrintable(typed)) << typed << QString::fromUtf8(script);
    };
    row(u"j'ai pas eu mon mot de passe"_s, "edl_36");
    row(u"ca m'a deconecté"_s, "edl_47");
    row(u"mot de pass oublier"_s, "mot_de_passe_perdu");
    row(u"habilitation en atente"_s, "edl_38");
    row(u"jai rien reçu"_s, "edl_36");
    row(u"toujours pas mes codes"_s, "edl_36");
    row(u"les mail arrive pas"_s, "edl_36");
    row(u"il me redemande mon identifiant"_s, "identifiant_perdu");
    row(u"mon compte est vérouiller"_s, "compte_verrouille");
    row(u"trois fois mauvais mot de passe"_s, "compte_verrouille");
    row(u"vous pouvez me débloquer"_s, "compte_verrouille");
    row(u"trente minutes"_s, "compte_verrouille");
    row(u"la reponse est incorrecte impossible d'envoyer un nouveau mot de passe"_s, "mot_de_passe_perdu");
    row(u"les secrets question réponse ne sont pas renseignés pour ce compte contactez le support de l'application"_s,
        "mot_de_passe_perdu");
    row(u"la procédure est terminée consultez votre messagerie"_s, "mot_de_passe_perdu");
    row(u"j'ai oublié mon idantifiant"_s, "identifiant_perdu");
    row(u"c'est quoi mon identifiant"_s, "identifiant_perdu");
    row(u"je connais plus ma réponse secrete"_s, "edl_37");
    row(u"question secrete oubliée"_s, "edl_37");
    row(u"refus de connection"_s, "edl_38");
    row(u"identifiant ou mot de passe incorect"_s, "edl_38");
    row(u"je suis pas habilité"_s, "edl_38");
    row(u"premiere conexion"_s, "premiere_connexion");
    row(u"on me demande l'ancien mot de passe"_s, "premiere_connexion");
    row(u"mon collègue est parti avec les codes"_s, "recuperation");
    row(u"la personne est partie on a perdu les acces"_s, "recuperation");
    row(u"le siret existe deja"_s, "recuperation");
    row(u"comment créer mon espase"_s, "edl_33");
    row(u"le boutton envoyer ne fait rien"_s, "edl_34");
    row(u"adresse electronique deja conue"_s, "edl_35");
    row(u"direccte acces refusé"_s, "edl_40");
    row(u"l'unité departementale ne peut plus entrer"_s, "edl_40");
    row(u"rajouter un etablisement"_s, "edl_41");
    row(u"le bic et l'iban sont refusés"_s, "edl_42");
    row(u"envoyer le contrat signé"_s, "edl_43");
    row(u"acusé de reception"_s, "edl_44");
    row(u"mon client a perdu identifiant et mot de passe"_s, "edl_45");
    row(u"changement de banque"_s, "edl_46");
    row(u"nouveau rib"_s, "edl_46");
    row(u"enregistrer la fiche etablissement"_s, "edl_47");
    row(u"effectif entreprise"_s, "edl_48");
    row(u"saisir une dap"_s, "edl_49");
    row(u"modifier l'effectif de la dap"_s, "edl_50");
    row(u"avenant expert comptable"_s, "edl_51");
    row(u"dap invalidé"_s, "edl_52");
    row(u"ma demande a été refusée"_s, "edl_52");
    row(u"je trouve plus ma demande"_s, "edl_53");
    row(u"trompé dans ma dap"_s, "edl_54");
    row(u"reçu les codes de quelqu'un d'autre"_s, "edl_55");
    row(u"je vois une autre entreprise"_s, "edl_56");
    row(u"formulaire annexe trois"_s, "inscription_administration");
    row(u"internet explorer"_s, "navigateurs");
    row(u"mozila firefox"_s, "navigateurs");
    row(u"se déconecter"_s, "deconnexion");
    row(u"demande d'indemnisation"_s, "demande_autre");
    row(u"où en est ma demande"_s, "demande_habilitation");
    row(u"personnaliser mot de passe"_s, "edl_39");
    row(u"changer de mot de passe"_s, "edl_39");
    row(u"le mot de passe il est plus bon"_s, "mot_de_passe_perdu");
    row(u"compte bloquer depuis ce matin"_s, "compte_verrouille");
    row(u"j'ai tapé trois fois le mauvais code"_s, "compte_verrouille");
    row(u"votre compte est verrouillé veuillez patienter trente minutes"_s, "compte_verrouille");
    row(u"verrou compte"_s, "compte_verrouille");
    row(u"mot passe"_s, "mot_de_passe_perdu");
    row(u"passe de mot oublié"_s, "mot_de_passe_perdu");
    row(u"mots de passe oubliés"_s, "mot_de_passe_perdu");
    row(u"j'arrive pas à me conecter"_s, "edl_38");
    row(u"ça veut pas me connecter"_s, "edl_38");
    row(u"impossible d'accéder à mon espace"_s, "edl_38");
    row(u"identifiant inexistant"_s, "identifiant_perdu");
    row(u"l'identifiant n'existe pas"_s, "identifiant_perdu");
    row(u"c'est quoi mon login"_s, "identifiant_perdu");
    row(u"j'ai pas reçu les mels"_s, "edl_36");
    row(u"mails dans les spam"_s, "edl_36");
    row(u"courriels indésirables"_s, "edl_36");
    row(u"pas de mail d'habilitation"_s, "edl_38");
    row(u"habilité sur un autre compte"_s, "edl_38");
    row(u"notre comptable est parti"_s, "recuperation");
    row(u"ancien directeur parti avec les accès"_s, "recuperation");
    row(u"comment on fait pour s'inscrire"_s, "edl_33");
    row(u"bouton envoyé grisé"_s, "edl_34");
    row(u"il se passe rien quand je clique sur envoyer"_s, "edl_34");
    row(u"cette adresse électronique est déjà utilisée"_s, "edl_35");
    row(u"deux établissements un seul compte"_s, "edl_41");
    row(u"plusieurs siret même mail"_s, "edl_41");
    row(u"iban pas valide"_s, "edl_42");
    row(u"changer le compte bancaire"_s, "edl_46");
    row(u"j'ai été déconnecté"_s, "edl_47");
    row(u"session expirée"_s, "edl_47");
    row(u"combien de salariés je mets"_s, "edl_48");
    row(u"nombre de salarié"_s, "edl_48");
    row(u"demande d'activité partielle comment faire"_s, "edl_49");
    row(u"faire une demande de chômage partiel"_s, "edl_49");
    row(u"modifier une demande déjà envoyée"_s, "edl_54");
    row(u"dap refusé par la direccte"_s, "edl_52");
    row(u"je tombe sur le dossier d'une autre boîte"_s, "edl_56");
    row(u"je vois les données de quelqu'un d'autre"_s, "edl_56");
    row(u"sous quel navigateur ça marche"_s, "navigateurs");
    row(u"firefoxe"_s, "navigateurs");
    row(u"safari mac"_s, "navigateurs");
    row(u"comment fermer ma session"_s, "deconnexion");
    row(u"quitter le site"_s, "deconnexion");
    row(u"annexe trois"_s, "inscription_administration");
    row(u"je suis à la direccte et je n'ai pas de compte"_s, "inscription_administration");
    row(u"nom de jeune fille de ma mère"_s, "edl_37");
    row(u"changer mon mot de passe moi même"_s, "edl_39");
    row(u"habilitation a l'extranet"_s, "demande_habilitation");
    row(u"numéro de ma demande d'assistance"_s, "demande_habilitation");
    row(u"indemnisation pas reçue"_s, "demande_autre");
    row(u"demande indemnisation bloquée"_s, "demande_autre");
    row(u"contrat de prestation"_s, "edl_43");
    row(u"envoi du contrat par la poste"_s, "edl_43");
    row(u"expert comptable codes client"_s, "edl_45");
    row(u"avenant dap"_s, "edl_51");
    row(u"retrouver dap"_s, "edl_53");
    row(u"où est passée ma dap"_s, "edl_53");
    row(u"effectif dap"_s, "edl_50");
    row(u"edl38"_s, "edl_38");
    row(u"edl n° 47"_s, "edl_47");
    row(u"le 38"_s, "edl_38");
    row(u"numero 52"_s, "edl_52");
    row(u"script 41"_s, "edl_41");
    row(u"no 36"_s, "edl_36");
    row(u"EDL N°44"_s, "edl_44");
    row(u"il veut plus me laisser rentrer compte bloqué"_s, "compte_verrouille");
    row(u"réessayer dans 30 minutes"_s, "compte_verrouille");
    row(u"je me suis trompé de code plusieur fois"_s, "compte_verrouille");
    row(u"oublie mdp"_s, "mot_de_passe_perdu");
    row(u"mdp perdu"_s, "mot_de_passe_perdu");
    row(u"perdu mon mot de passe comment j'en redemande un"_s, "mot_de_passe_perdu");
    row(u"procédure terminée mais pas de mail"_s, "mot_de_passe_perdu");
    row(u"je retrouve plus l'identifiant"_s, "identifiant_perdu");
    row(u"perdu identifiant"_s, "identifiant_perdu");
    row(u"mes identifiants n'arrive pas"_s, "edl_36");
    row(u"ça fait trois jours que j'attends les codes"_s, "edl_36");
    row(u"toujours rien dans ma boîte mail"_s, "edl_36");
    row(u"connection impossible"_s, "edl_38");
    row(u"connexion impossible malgré le bon mot de passe"_s, "edl_38");
    row(u"mes identifiants marchent pas"_s, "edl_38");
    row(u"l'ancienne assistante avait les codes"_s, "recuperation");
    row(u"reprendre le dossier d'une collègue partie"_s, "recuperation");
    row(u"je remplace la comptable comment j'ai accès"_s, "recuperation");
    row(u"bouton envoyer bloqué"_s, "edl_34");
    row(u"le formulaire s'envoie pas"_s, "edl_34");
    row(u"adresse mail déjà utilisée"_s, "edl_35");
    row(u"second établissement"_s, "edl_41");
    row(u"nouvel établissement même adresse mail"_s, "edl_41");
    row(u"bic refuser"_s, "edl_42");
    row(u"modifier le rib"_s, "edl_46");
    row(u"fiche établissement champs obligatoires"_s, "edl_47");
    row(u"bouton enregistrer marche pas"_s, "edl_47");
    row(u"effectif total ou du site"_s, "edl_48");
    row(u"dap bouton saisir introuvable"_s, "edl_49");
    row(u"changer nombre de salariés dap"_s, "edl_50");
    row(u"avenant cabinet comptable"_s, "edl_51");
    row(u"demande invalidée que faire"_s, "edl_52");
    row(u"liste de mes demandes"_s, "edl_53");
    row(u"erreur de date sur la dap"_s, "edl_54");
    row(u"mauvais identifiant envoyé"_s, "edl_55");
    row(u"dossier d'une autre société"_s, "edl_56");
    row(u"explorer ou firefox"_s, "navigateurs");
    row(u"bouton déconnexion"_s, "deconnexion");
    row(u"direccte inscription"_s, "inscription_administration");
    row(u"codes direccte ne marchent plus"_s, "edl_40");
    row(u"unité départementale connexion"_s, "edl_40");
    row(u"réponse secrète perdue"_s, "edl_37");
    row(u"mot de passe provisoire première fois"_s, "premiere_connexion");
    row(u"contrat signé"_s, "edl_43");
    row(u"pas de réponse pour le contrat"_s, "edl_44");
    row(u"client a oublié son mot de passe et son identifiant"_s, "edl_45");
    row(u"suivi demande assistance"_s, "demande_habilitation");
    row(u"certificat"_s, "demande_autre");
    row(u"edl 38"_s, "edl_38");
    row(u"n°45"_s, "edl_45");
}

void ScriptSearchTest::spoken()
{
    first();
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

void ScriptSearchTest::nearerComesFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("titles"); // of one script each, best first
    QTest::newRow("the word, one that begins like it, a slip") << u"compte"_s << u"Compte / Compteur / Conpte"_s;
    QTest::newRow("a rare word a slip away does not win")
        << u"codes"_s << u"Codes / Codes perdus / Codes perdus hier / Coder"_s;
    QTest::newRow("more of the word typed") << u"verrou"_s << u"Verrous / Verrouillé / Verrouillage"_s;
    QTest::newRow("one slip before two") << u"inscripton"_s << u"Inscription / Inscripions"_s;
    QTest::newRow("one slip each: the longer shared part") << u"mails"_s << u"Maills / Mail / Mais"_s;
    QTest::newRow("the phrase before its words apart")
        << u"demande ouverte"_s << u"Une demande ouverte / Ouverte, cette demande"_s;
    QTest::newRow("nothing else in the line") << u"mot perdu"_s << u"Le mot perdu / Mot doux, perdu hier au soir"_s;
    QTest::newRow("an announced number too") << u"script 52"_s << u"Autre chose / Le script 52 / 52 fois 52"_s;
    QTest::newRow("a number is the script's own") << u"52"_s << u"Autre chose / Le 52 / 52 fois 52"_s;
}

/// In a catalogue of their own, listed worst first.
void ScriptSearchTest::nearerComesFirst()
{
    QFETCH(QString, typed);
    QFETCH(QString, titles);
    const QStringList best = titles.split(u" / "_s);
    QList<ParsedScript> all;
    for (const QString &title : best) {
        const QString number = title == u"Autre chose"_s ? u"number: %1\n"_s.arg(typed.right(2)) : QString();
        const QString id = u"s%1"_s.arg(9 - all.size());
        const QString yaml
            = u"id: %1\n%2title: \"%3\"\nwordings: [un, deux, trois, quatre, cinq]\nstart: fin\nnodes:\n"
              "  fin: { kind: end, title: Fin, say: Voilà, outcome: explained }\n"_s.arg(id, number, title);
        all.prepend(ScriptParser::parse(yaml.toUtf8(), id + u".yaml"_s));
    }
    const auto catalogue = ScriptCatalogue::fromParsed(all);
    QCOMPARE(catalogue->problems(), QList<ScriptProblem>());
    QStringList found;
    for (const ScriptHit &hit : ScriptSearch(*catalogue).find(typed))
        found.append(hit.title);
    QCOMPARE(found, best);
}

void ScriptSearchTest::nothing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("another subject") << u"xylophone zébrure"_s;
    QTest::newRow("a number without script") << u"99"_s;
    QTest::newRow("one word in three is known") << u"xylophone zébrure verrouillé"_s;
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

QTEST_APPLESS_MAIN(ScriptSearchTest)
#include "tst_scriptsearch.moc"
