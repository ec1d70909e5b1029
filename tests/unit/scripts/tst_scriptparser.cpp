// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptparser.h"
#include "app/scripts/yamltree.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

/// Six sound lines; what follows begins at line 7.
const QByteArray head = "id: essai\n"
                        "title: Essai\n"
                        "wordings: [un, deux]\n"
                        "start: debut\n"
                        "nodes:\n"
                        "  fin: { kind: end, title: Fin, outcome: explained }\n";
const QByteArray debut = "  debut: { kind: say, title: Début, say: Bonjour, next: fin }\n";

} // namespace

class ScriptParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsRead();
    void refused_data();
    void refused();
    void accepted_data();
    void accepted();
    void aHundredThousandNodes();
    void everyMistakeIsNamedAtOnce();
    void deepNestingIsRefused();
    void unreadableFileIsAProblem();
    void noiseNeverGetsThrough_data();
    void noiseNeverGetsThrough();
};

void ScriptParserTest::everyKindIsRead()
{
    const ParsedScript parsed = ScriptParser::parseFile(QStringLiteral(TESTS_FOLDER "/data/scripts/parcours.yaml"));
    QCOMPARE(parsed.problems, QList<ScriptProblem>());
    QVERIFY(parsed.script);
    const Script &script = *parsed.script;
    QCOMPARE(script.id, u"parcours"_s);
    QCOMPARE(script.number, 40);
    QCOMPARE(script.language, u"fr"_s);
    QCOMPARE(script.file, u"parcours.yaml"_s);
    QCOMPARE(script.wordings.size(), 2);
    QCOMPARE(script.profiles, (QList<Profile>{Profile::Etablissement, Profile::Tiers}));
    QVERIFY(script.validOn(QDate(2030, 12, 31)));
    QVERIFY(!script.validOn(QDate(2031, 1, 1)));
    QVERIFY(!script.validOn(QDate(2019, 12, 31)));
    QCOMPARE(script.diagnosis.size(), 2);
    QCOMPARE(script.diagnosis.at(1).values, (QSet<int>{0, 1}));

    const auto *check = script.node(u"extranet"_s)->as<CheckNode>();
    QVERIFY(check);
    QCOMPARE(check->fact, Fact::OtherExtranet);
    QCOMPARE(check->assume, u"non"_s);
    QCOMPARE(check->branchFor(u"oui"_s)->label, u"Oui, ailleurs aussi"_s);
    QCOMPARE(check->branchFor(u"non"_s)->label, u"Aucun autre extranet"_s);
    const auto *act = script.node(u"deverrouiller"_s)->as<DoNode>();
    QVERIFY(act);
    QCOMPARE(act->operation, ScriptOperation::Unlock);
    QCOMPARE(act->reason, u"locked"_s);
    QCOMPARE(act->answers.size(), 1);
    const auto *jump = script.node(u"vers_renvoi"_s)->as<GotoNode>();
    QVERIFY(jump);
    QCOMPARE(jump->back, u"revenu"_s);
    QCOMPARE(script.node(u"question"_s)->say, u"Et maintenant\u00A0?"_s);
    QCOMPARE(script.node(u"question"_s)->line, 51);
    QCOMPARE(script.node(u"question"_s)->as<AskNode>()->answers.at(1).line, 57);
    QVERIFY(!script.node(u"nulle_part"_s));
}

void ScriptParserTest::refused_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &yaml, int line, const QString &reason) {
        QTest::newRow(name) << yaml << line << reason;
    };
    const auto node = [](const QByteArray &lines) { return head + debut + lines; }; // lines begin at 8
    // The form of the file.
    row("nothing", "", 1, u"fichier vide"_s);
    row("only a comment", "# rien\n", 1, u"fichier vide"_s);
    row("a list", "- a\n- b\n", 1, u"une suite de clés est attendue"_s);
    row("byte order mark", QByteArray("\xEF\xBB\xBF") + head + debut, 1, u"BOM"_s);
    row("UTF-16", QByteArray("\xFF\xFEi\0d\0", 6), 1, u"BOM"_s);
    row("not UTF-8",
        head
            + "  debut: { kind: say, title: D\xE9"
              "but, say: Bonjour, next: fin }\n",
        7, u"UTF-8"_s);
    row("tab", head + "\tdebut: { kind: say }\n", 7, u"tabulation"_s);
    row("tab in a text", head + "  debut: { kind: say, title: \"a\tb\", say: a, next: fin }\n", 7, u"tabulation"_s);
    row("control character", head + "  debut: { kind: say, title: \"a\x07\", say: a, next: fin }\n", 7,
        u"caractère de commande"_s);
    row("zero byte", head + QByteArray("  debut: \0\n", 11), 7, u"caractère de commande"_s);
    row("direction of a page break", head + "  debut: \xE2\x80\xA8\n", 7, u"caractère de commande"_s);
    row("mark of direction", head + "  debut: { kind: say, title: \"a\xE2\x80\xAE\", say: a, next: fin }\n", 7,
        u"invisible (U+202E)"_s);
    row("isolate of direction", head + "  debut: { kind: say, title: a\xE2\x81\xA6z, say: a, next: fin }\n", 7,
        u"invisible (U+2066)"_s);
    row("space of no width", head + "  debut: { kind: say, title: a\xE2\x80\x8Bz, say: a, next: fin }\n", 7,
        u"invisible (U+200B)"_s);
    row("soft hyphen", head + "  debut: { kind: say, title: a\xC2\xADz, say: a, next: fin }\n", 7,
        u"invisible (U+00AD)"_s);
    row("byte order mark further on", head + "  debut: { kind: say, title: \"\xEF\xBB\xBF\", say: a, next: fin }\n", 7,
        u"invisible (U+FEFF)"_s);
    row("invisible tag letters", head + "  debut: { kind: say, title: a\xF3\xA0\x81\x81, say: a, next: fin }\n", 7,
        u"invisible (U+E0041)"_s);
    row("private sign", head + "  debut: { kind: say, title: a\xEE\x80\x80, say: a, next: fin }\n", 7,
        u"invisible (U+E000)"_s);
    row("hidden as an escape", head + "  debut: { kind: say, title: \"a\\u202e\", say: a, next: fin }\n", 7,
        u"invisible (U+202E)"_s);
    row("zero byte as an escape", head + "  debut: { kind: say, title: \"a\\0\", say: a, next: fin }\n", 7,
        u"invisible (U+0000)"_s);
    row("tab as an escape", head + "  debut: { kind: say, title: \"a\\t\", say: a, next: fin }\n", 7,
        u"invisible (U+0009)"_s);
    row("half a pair as an escape", head + "  debut: { kind: say, title: \"a\\ud83d\", say: a, next: fin }\n", 7,
        u"aucun caractère"_s);
    row("unknown escape", head + "  debut: { kind: say, title: \"a\\qz\", say: a, next: fin }\n", 7,
        u"barre oblique inverse"_s);
    row("escape cut short", head + "  debut: { kind: say, title: \"a\\xz\", say: a, next: fin }\n", 7,
        u"code incomplet"_s);
    row("old Mac line ends", QByteArray(head + debut).replace('\n', '\r'), 1, u"retour chariot seul"_s);
    row("a lone return", head + "  debut: { kind: say, title: \"a\rz\", say: a, next: fin }\n", 7,
        u"retour chariot seul"_s);
    row("overlong UTF-8", head + "  debut: { kind: say, title: \"\xC0\xAF\", say: a, next: fin }\n", 7, u"UTF-8"_s);
    row("UTF-8 cut at the end", head + debut + "# \xC3", 8, u"UTF-8"_s);
    row("surrogate in UTF-8", head + "  debut: { kind: say, title: \"\xED\xA0\x80\", say: a, next: fin }\n", 7,
        u"UTF-8"_s);
    row("directive", "%YAML 1.2\n---\n" + head + debut, 1, u"directives YAML"_s);
    row("two documents", head + debut + "---\nid: autre\n", 8, u"second document"_s);
    row("anchor", head + "  debut: &ici { kind: say, title: D, say: a, next: fin }\n", 7, u"ancres"_s);
    row("alias", node("  autre: *ici\n"), 8, u"renvois"_s);
    row("anchor and alias", head + "  debut: &ici { kind: say, title: D, say: a, next: fin }\n  autre: *ici\n", 7,
        u"ancres"_s);
    row("tag", head + "  debut: !!map { kind: say, title: D, say: a, next: fin }\n", 7, u"étiquettes"_s);
    row("two anchors", "id: &a &b essai\n", 1, u"ancres"_s);
    row("two tags", "id: !a !b essai\n", 1, u"étiquettes"_s);
    row("tag written out", "id: !<tag:yaml.org,2002:str> essai\n", 1, u"étiquettes"_s);
    row("binary", "id: !!binary aGVsbG8=\n", 1, u"étiquettes"_s);
    row("document within a text", "id: \"a\n---\nb\"\n", 2, u"milieu d’un texte"_s);
    row("only separators", "---\n---\n", 2, u"second document"_s);
    row("nothing but null", "~\n", 1, u"fichier vide"_s);
    row("a lone text", "bonjour\n", 1, u"une suite de clés est attendue"_s);
    row("tag on a text", "id: !truc essai\n", 1, u"étiquettes"_s);
    row("duplicate key at the top", "id: a\ntitle: b\nid: c\n", 3,
        u"clé «\u00A0id\u00A0» en double, déjà écrite ligne 1"_s);
    row("duplicate node", head + debut + debut, 8, u"en double, déjà écrite ligne 7"_s);
    row("duplicate answer",
        node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: a, next: fin }\n      a: "
             "{ label: b, next: fin }\n"),
        14, u"en double"_s);
    row("duplicate key inside an answer",
        node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: a, label: b, next: fin "
             "}\n"),
        13, u"clé «\u00A0label\u00A0» en double"_s);
    row("duplicate key written otherwise", "id: a\n\"id\": b\n", 2, u"en double"_s);
    row("duplicate key in a symptom",
        "diagnosis:\n  - { fact: compte.verrouille, is: oui, weight: 3, weight: 4 }\n" + head + debut, 2,
        u"en double"_s);
    row("merge key of an alias", "base: &b {id: a}\nautre:\n  <<: *b\n", 1, u"ancres"_s);
    row("merge key", node("  autre:\n    kind: end\n    <<: debut\n"), 10, u"clé inconnue"_s);
    row("a list as a key", "? [a, b]\n: c\n", 1, u"une clé doit être un mot"_s);
    row("empty key", "id: a\n\"\": b\n", 2, u"une clé est vide"_s);
    row("brace left open", head + "  debut: { kind: say, title: D\n", 7, u"accolade"_s);
    row("quotes left open", head + "  debut:\n    kind: say\n    title: \"D\n    say: a\n    next: fin\n", 11,
        u"guillemets"_s);
    row("colon in a bare text", head + "  debut:\n    kind: say\n    title: un: deux\n", 9, u"mal placé"_s);
    row("wrong indent", head + "  debut:\n    kind: say\n   title: D\n", 9, u"retrait"_s);
    row("apostrophe that closes the text",
        head + "  debut: { kind: say, title: D, next: fin }\n  b:\n    say: 'J'ouvre'\n", 9,
        u"apostrophe qui ferme un texte"_s);
    // The head.
    row("missing id", "title: t\nwordings: [a]\nstart: s\nnodes: { s: { kind: end, title: F, outcome: explained } }\n",
        1, u"la clé «\u00A0id\u00A0» manque"_s);
    row("capital in the id", "id: Essai\n" + head.mid(10) + debut, 1, u"n’est pas un nom admis"_s);
    row("number is a word", "number: trente\n" + head + debut, 1, u"nombre entier"_s);
    row("line end in a name", "id: \"essai\\n\"\n" + head.mid(10) + debut, 1, u"n’est pas un nom admis"_s);
    row("letter that only looks right", "id: \xD0\xB5ssai\n" + head.mid(10) + debut, 1, u"n’est pas un nom admis"_s);
    row("letters of full width", "id: \xEF\xBD\x85ssai\n" + head.mid(10) + debut, 1, u"n’est pas un nom admis"_s);
    row("key that only looks right", QByteArray(head).replace("title: Essai", "t\xD1\x96tle: Essai") + debut, 2,
        u"clé inconnue"_s);
    row("id that is a list", "id: [essai]\n" + head.mid(10) + debut, 1, u"texte non vide"_s);
    row("id that is a map", "id: {a: b}\n" + head.mid(10) + debut, 1, u"texte non vide"_s);
    row("id that is nothing", "id:\n" + head.mid(10) + debut, 1, u"texte non vide"_s);
    row("id too long", "id: " + QByteArray(41, 'a') + "\n" + head.mid(10) + debut, 1, u"n’est pas un nom admis"_s);
    row("id as long as half the file", "id: " + QByteArray(100000, 'a') + "\n" + head.mid(10) + debut, 1, u"a…a"_s);
    row("title that is nothing", QByteArray(head).replace("title: Essai", "title: ~") + debut, 2, u"texte non vide"_s);
    row("title that is a list", QByteArray(head).replace("title: Essai", "title: [a]") + debut, 2, u"texte non vide"_s);
    row("wordings that are a map", QByteArray(head).replace("[un, deux]", "{un: deux}") + debut, 3,
        u"texte non vide"_s);
    row("wording that is a list", QByteArray(head).replace("[un, deux]", "[un, [deux]]") + debut, 3,
        u"texte non vide"_s);
    row("wording with a value", QByteArray(head).replace("[un, deux]", "[un, \"{compte.nom}\"]") + debut, 3,
        u"pas de valeur entre accolades"_s);
    row("wording nobody says", QByteArray(head).replace("[un, deux]", "[un, " + QByteArray(201, 'a') + "]") + debut, 3,
        u"200 caractères au plus"_s);
    row("start that is a number", QByteArray(head).replace("start: debut", "start: 3") + debut, 4,
        u"n’est pas un nom admis"_s);
    row("start that is a boolean", QByteArray(head).replace("start: debut", "start: off") + debut, 4,
        u"n’est pas un nom admis"_s);
    row("language of more than two letters", "language: francais\n" + head + debut, 1, u"deux lettres"_s);
    row("profiles that are a map", "profiles: {tiers: oui}\n" + head + debut, 1, u"texte non vide"_s);
    row("number overflows", "number: 99999999999999999999\n" + head + debut, 1, u"nombre entier"_s);
    row("number with a fraction", "number: 38.0\n" + head + debut, 1, u"nombre entier"_s);
    row("number in base sixteen", "number: 0x26\n" + head + debut, 1, u"nombre entier"_s);
    row("number is a list", "number: [38]\n" + head + debut, 1, u"nombre entier"_s);
    row("a date without its zeroes", "valid_from: 2020-3-5\n" + head + debut, 1, u"date"_s);
    row("a date and a time", "valid_until: 2020-03-20T10:00:00Z\n" + head + debut, 1, u"date"_s);
    row("29 February of another year", "valid_until: 2021-02-29\n" + head + debut, 1, u"date"_s);
    row("year of five digits", "valid_until: 10000-01-01\n" + head + debut, 1, u"date"_s);
    row("date that is a list", "valid_until: [2021-02-27]\n" + head + debut, 1, u"date"_s);
    row("number out of range", "number: 57\n" + head + debut, 1, u"va de 33 à 56"_s);
    row("date that is none", "valid_from: 2020-02-30\n" + head + debut, 1, u"date"_s);
    row("dates the wrong way round", "valid_from: 2021-01-01\nvalid_until: 2020-01-01\n" + head + debut, 2,
        u"précède"_s);
    row("unknown profile", "profiles: [mairie]\n" + head + debut, 1, u"profil inconnu «\u00A0mairie\u00A0»"_s);
    row("no wording", QByteArray(head).replace("[un, deux]", "[]") + debut, 3, u"vide"_s);
    row("unknown key at the top", "color: red\n" + head + debut, 1, u"clé inconnue «\u00A0color\u00A0»"_s);
    row("nodes is a text", "id: a\ntitle: b\nwordings: [c]\nstart: d\nnodes: rien\n", 5, u"au moins un nœud"_s);
    // Nodes.
    row("node is a text", node("  autre: bonjour\n"), 8, u"une suite de clés est attendue"_s);
    row("node named by a boolean", node("  yes: { kind: end, title: F, outcome: explained }\n"), 8,
        u"nom de nœud admis"_s);
    row("no kind", node("  autre: { title: A, say: a, next: fin }\n"), 8, u"la clé «\u00A0kind\u00A0» manque"_s);
    row("unknown kind", node("  autre: { kind: dire, title: A }\n"), 8, u"genre «\u00A0dire\u00A0» inconnu"_s);
    row("no title", node("  autre: { kind: say, say: a, next: fin }\n"), 8, u"la clé «\u00A0title\u00A0» manque"_s);
    row("say leads nowhere", node("  autre: { kind: say, title: A, say: a }\n"), 8,
        u"la clé «\u00A0next\u00A0» manque"_s);
    row("nothing to say or do", node("  autre: { kind: say, title: A, next: fin }\n"), 8, u"rien à dire"_s);
    row("empty text", node("  autre:\n    kind: say\n    title: A\n    say: \"\"\n    next: fin\n"), 11,
        u"texte non vide"_s);
    row("text is a list", node("  autre:\n    kind: say\n    title: A\n    say: [a]\n    next: fin\n"), 11,
        u"texte non vide"_s);
    row("ask without answers", node("  q: { kind: ask, title: Q, say: a }\n"), 8,
        u"la clé «\u00A0answers\u00A0» manque"_s);
    row("answers is a list", node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers: [a, b]\n"), 12,
        u"au moins une réponse"_s);
    row("answer without label",
        node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { next: fin }\n      b: fin\n"), 13,
        u"la clé «\u00A0label\u00A0» manque"_s);
    row("answer as a bare name",
        node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: A, next: fin }\n      b: "
             "fin\n"),
        14, u"{ label: …, next: … }"_s);
    row("answer the engine keeps",
        node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      retour: { label: A, next: fin }\n"),
        13, u"«\u00A0retour\u00A0» est réservé à la console"_s);
    row("answer that is no name",
        node("  q:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      Été: { label: A, next: fin }\n"), 13,
        u"nom de réponse admis"_s);
    row("unknown fact",
        node("  c:\n    kind: check\n    title: C\n    fact: compte.humeur\n    answers: { oui: fin }\n"), 11,
        u"fait inconnu «\u00A0compte.humeur\u00A0»"_s);
    row("a fact misspelt",
        node("  c:\n    kind: check\n    title: C\n    fact: compte.verouille\n    answers: { oui: fin }\n"), 11,
        u"vouliez-vous «\u00A0compte.verrouille\u00A0»\u00A0?"_s);
    row("an outcome in another language", node("  e:\n    kind: end\n    title: E\n    outcome: en_attente\n"), 11,
        u"possibles\u00A0: access_restored,"_s);
    row("a request without its motif",
        node("  d:\n    kind: do\n    title: D\n    operation: ticket.open\n    with: { description: a }\n    done: "
             "fin\n    refused: fin\n"),
        11, u"ticket.open demande «\u00A0with: { motif: … }\u00A0»"_s);
    row("value outside the fact",
        node("  c:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    answers:\n      oui: fin\n      "
             "parfois: fin\n"),
        14, u"n’est pas une valeur de compte.verrouille"_s);
    row("assumed value outside the fact",
        node("  c:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    assume: parfois\n    answers: { "
             "oui: fin, non: fin }\n"),
        12, u"n’est pas une valeur"_s);
    row("unknown operation",
        node("  d:\n    kind: do\n    title: D\n    operation: account.delete\n    done: fin\n    refused: fin\n"), 11,
        u"opération inconnue «\u00A0account.delete\u00A0»"_s);
    row("do without a refused branch", node("  d: { kind: do, title: D, operation: account.unlock, done: fin }\n"), 8,
        u"la clé «\u00A0refused\u00A0» manque"_s);
    row("unknown reason",
        node("  d:\n    kind: do\n    title: D\n    operation: account.unlock\n    reason: pour_voir\n    done: fin\n  "
             "  "
             "refused: fin\n"),
        12, u"motif d’opération inconnu «\u00A0pour_voir\u00A0»"_s);
    row("unknown motif",
        node("  d:\n    kind: do\n    title: D\n    operation: ticket.open\n    with: { motif: panne }\n    done: "
             "fin\n    refused: fin\n"),
        12, u"motif inconnu «\u00A0panne\u00A0»"_s);
    row("with is a text",
        node("  d:\n    kind: do\n    title: D\n    operation: ticket.open\n    with: autres\n    done: fin\n    "
             "refused: "
             "fin\n"),
        12, u"suite de clés"_s);
    row("operation is a list",
        node("  d:\n    kind: do\n    title: D\n    operation: [a]\n    done: fin\n    refused: fin\n"), 11,
        u"texte non vide"_s);
    row("answers written as booleans",
        node("  c:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    answers:\n      yes: fin\n      "
             "no: fin\n"),
        13, u"«\u00A0yes\u00A0» n’est pas une valeur"_s);
    row("next is a boolean", node("  autre:\n    kind: say\n    title: A\n    say: a\n    next: no\n"), 12,
        u"n’est pas un nom admis"_s);
    row("unknown parameter",
        node("  d:\n    kind: do\n    title: D\n    operation: account.unlock\n    with: { force: oui }\n    done: "
             "fin\n    refused: fin\n"),
        12, u"n’a pas de paramètre «\u00A0force\u00A0»"_s);
    row("switch that is neither",
        node("  d:\n    kind: do\n    title: D\n    operation: account.reset_password\n    with: { unlock: peut-être "
             "}\n    done: fin\n    refused: fin\n"),
        12, u"vaut oui ou non"_s);
    row("another account than two",
        node("  d:\n    kind: do\n    title: D\n    operation: account.unlock\n    account: voisin\n    done: fin\n    "
             "refused: fin\n"),
        12, u"compte ou autre_compte"_s);
    row("goto with words", node("  g: { kind: goto, title: G, say: a, script: autre }\n"), 8,
        u"un goto ne porte pas de texte"_s);
    row("goto nowhere", node("  g: { kind: goto, title: G }\n"), 8, u"la clé «\u00A0script\u00A0» manque"_s);
    row("unknown outcome", node("  e:\n    kind: end\n    title: E\n    outcome: gagne\n"), 11,
        u"issue inconnue «\u00A0gagne\u00A0»"_s);
    row("end without outcome", node("  e: { kind: end, title: E }\n"), 8, u"la clé «\u00A0outcome\u00A0» manque"_s);
    row("key of another kind", node("  e: { kind: end, title: E, outcome: explained, next: fin }\n"), 8,
        u"clé inconnue «\u00A0next\u00A0»"_s);
    // Diagnosis.
    row("diagnosis is a text", "diagnosis: oui\n" + head + debut, 1, u"doit être une liste"_s);
    row("symptom of an unknown fact", "diagnosis:\n  - { fact: a.b, is: oui, weight: 3 }\n" + head + debut, 2,
        u"fait inconnu «\u00A0a.b\u00A0»"_s);
    row("symptom with a wrong value",
        "diagnosis:\n  - { fact: compte.verrouille, is: [oui, bof], weight: 3 }\n" + head + debut, 2,
        u"n’est pas une valeur"_s);
    row("weight that overflows",
        "diagnosis:\n  - { fact: compte.verrouille, is: oui, weight: 4294967297 }\n" + head + debut, 2,
        u"nombre entier"_s);
    row("weight over a hundred", "diagnosis:\n  - { fact: compte.verrouille, is: oui, weight: 101 }\n" + head + debut,
        2, u"de -100 à 100"_s);
    row("symptom is a text", "diagnosis:\n  - compte.verrouille\n" + head + debut, 2, u"écrire { fact"_s);
    row("symptom without a value", "diagnosis:\n  - { fact: compte.verrouille, weight: 3 }\n" + head + debut, 2,
        u"la clé «\u00A0is\u00A0» manque"_s);
    row("symptom with a boolean", "diagnosis:\n  - { fact: compte.verrouille, is: yes, weight: 3 }\n" + head + debut, 2,
        u"«\u00A0yes\u00A0» n’est pas une valeur"_s);
    row("symptom without weight", "diagnosis:\n  - { fact: compte.verrouille, is: oui, weight: 0 }\n" + head + debut, 2,
        u"de -100 à 100"_s);
}

void ScriptParserTest::refused()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(QString, reason);
    const ParsedScript parsed = ScriptParser::parse(yaml, u"essai.yaml"_s);
    QVERIFY(!parsed.script);
    QVERIFY(!parsed.problems.isEmpty());
    const auto it = std::find_if(parsed.problems.cbegin(), parsed.problems.cend(),
                                 [&](const ScriptProblem &p) { return p.reason.contains(reason); });
    QVERIFY2(it != parsed.problems.cend(), qPrintable(parsed.problems.first().reason));
    QCOMPARE(it->file, u"essai.yaml"_s);
    QCOMPARE(it->line, line);
}

/// The neighbours of what refused() refuses.
void ScriptParserTest::accepted_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("as it is") << QByteArray(head + debut);
    QTest::newRow("lines that end as on Windows") << QByteArray(head + debut).replace("\n", "\r\n");
    QTest::newRow("no line end at the end") << QByteArray(head + debut).chopped(1);
    QTest::newRow("a separator before") << QByteArray("---\n" + head + debut);
    QTest::newRow("an end mark behind") << QByteArray(head + debut + "...\n");
    QTest::newRow("comments about") << QByteArray("# a\n" + head + "  # b\n" + debut + "# c\n");
    QTest::newRow("quoted keys") << QByteArray(head + debut).replace("title: Essai", "\"title\": 'Essai'");
    QTest::newRow("29 February") << QByteArray("valid_from: 2020-02-29\nvalid_until: 2020-02-29\n" + head + debut);
    QTest::newRow("first and last number") << QByteArray("number: 33\n" + head + debut);
    QTest::newRow("an id as long as may be") << QByteArray("id: " + QByteArray(40, 'a') + "\n" + head.mid(10) + debut);
    QTest::newRow("no-break spaces and signs")
        << QByteArray(head).replace("Essai",
                                    "\"L\xE2\x80\x99"
                                    "essai\xC2\xA0: \xE2\x82\xAC \xF0\x9F\x94\x92\"")
            + debut;
    QTest::newRow("a line end within a text") << QByteArray(head).replace("Essai", "\"un\\ndeux\"") + debut;
    QTest::newRow("one wording without its brackets") << QByteArray(head).replace("[un, deux]", "un") + debut;
    QTest::newRow("a word YAML 1.1 takes for a boolean, as a text") << QByteArray(head).replace("Essai", "Yes") + debut;
    QByteArray full = head + debut;
    full += "# " + QByteArray(scriptMaxBytes - full.size() - 2, 'a');
    QTest::newRow("as big as may be") << full;
}

void ScriptParserTest::accepted()
{
    QFETCH(QByteArray, yaml);
    const ParsedScript parsed = ScriptParser::parse(yaml, u"essai.yaml"_s);
    QCOMPARE(parsed.problems, QList<ScriptProblem>());
    QVERIFY(parsed.script);
    QCOMPARE(parsed.script->node(u"debut"_s)->say, u"Bonjour"_s); // no return left in it
}

/// As many nodes as 256 KiB hold: named, at most fifty times, and none quoted at length.
void ScriptParserTest::aHundredThousandNodes()
{
    QByteArray flood = head;
    for (int i = 0; flood.size() < scriptMaxBytes - 10; ++i)
        flood += " " + QByteArray::number(i, 36) + ":\n";
    const ParsedScript parsed = ScriptParser::parse(flood, u"essai.yaml"_s);
    QVERIFY(!parsed.script);
    QVERIFY(parsed.problems.size() <= 50);
    for (const ScriptProblem &problem : parsed.problems)
        QVERIFY2(problem.reason.size() <= 401, qPrintable(problem.reason));
}

void ScriptParserTest::everyMistakeIsNamedAtOnce()
{
    const ParsedScript parsed = ScriptParser::parse(head
                                                        + "  debut: { kind: say, title: D, say: a }\n"
                                                          "  autre: { kind: end, title: A, outcome: perdu }\n"
                                                          "  encore: { kind: goto, title: G, script: Non }\n",
                                                    u"essai.yaml"_s);
    QCOMPARE(parsed.problems.size(), 3);
    QCOMPARE(parsed.problems.at(0).line, 7);
    QCOMPARE(parsed.problems.at(1).line, 8);
    QCOMPARE(parsed.problems.at(2).line, 9);
}

void ScriptParserTest::deepNestingIsRefused()
{
    QByteArray deep = "id:\n";
    for (int i = 1; i <= 40; ++i)
        deep += QByteArray(i, ' ') + "a:\n";
    const ParsedScript blocks = ScriptParser::parse(deep, u"essai.yaml"_s);
    QVERIFY(blocks.problems.first().reason.contains(u"32 niveaux"_s));
    QCOMPARE(blocks.problems.first().line, 33);

    const ParsedScript brackets = ScriptParser::parse("id: " + QByteArray(100000, '[') + "\n", u"essai.yaml"_s);
    QVERIFY(!brackets.script && brackets.problems.size() == 1);
    const ParsedScript huge = ScriptParser::parse("id: " + QByteArray(300000, 'a') + "\n", u"essai.yaml"_s);
    QVERIFY(huge.problems.first().reason.contains(u"256 Kio"_s));
}

void ScriptParserTest::unreadableFileIsAProblem()
{
    QTemporaryDir folder;
    const ParsedScript parsed = ScriptParser::parseFile(folder.filePath(u"absent.yaml"_s));
    QVERIFY(!parsed.script);
    QCOMPARE(parsed.problems, (QList<ScriptProblem>{{u"absent.yaml"_s, 0, u"fichier illisible"_s}}));
}

void ScriptParserTest::noiseNeverGetsThrough_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// A sound file with bytes changed at random: an answer every time, in time, and a line that exists.
void ScriptParserTest::noiseNeverGetsThrough()
{
    QFETCH(int, seed);
    QFile file(QStringLiteral(TESTS_FOLDER "/data/scripts/parcours.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray sound = file.readAll();
    quint32 state = quint32(seed) * 2654435761u;
    const auto next = [&state] { return state = state * 1664525u + 1013904223u, int(state >> 8); };
    static const QByteArray signs = "{}[]:,-?&*!|>'\"%@`# \n\\~<=abz09\xC3\xA9";
    for (int round = 0; round < 25; ++round) {
        QByteArray noisy = sound;
        for (int i = 0; i < 1 + round % 6; ++i)
            noisy[next() % noisy.size()] = signs.at(next() % signs.size());
        QElapsedTimer timer;
        timer.start();
        const ParsedScript parsed = ScriptParser::parse(noisy, u"bruit.yaml"_s);
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(bool(parsed.script) == parsed.problems.isEmpty());
        for (const ScriptProblem &problem : parsed.problems) {
            QVERIFY(problem.line >= 1 && problem.line <= int(noisy.count('\n')) + 1);
            QVERIFY(!problem.reason.isEmpty());
        }
    }
}

QTEST_APPLESS_MAIN(ScriptParserTest)
#include "tst_scriptparser.moc"
