// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptadvice.h"
#include "app/scripts/scriptcatalogue.h"
#include "app/scripts/scriptlint.h"
#include "app/scripts/scriptparser.h"

#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

QByteArray script(const QByteArray &id, const QByteArray &nodes, const QByteArray &extra = {})
{
    return "id: " + id + "\ntitle: Essai\nwordings: [un, deux, trois, quatre, cinq]\nstart: debut\n" + extra
        + "nodes:\n" + nodes;
}

const QByteArray fin = "  fin: { kind: end, title: F, outcome: explained }\n";

/// Lines 6 to 13: the two answers stand on 11 and 12.
QByteArray question(const QByteArray &one, const QByteArray &other)
{
    return "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      " + one + "\n      " + other + "\n"
        + fin;
}

ParsedScript parsed(const QByteArray &yaml, const QString &file = u"essai.yaml"_s)
{
    return ScriptParser::parse(yaml, file);
}

} // namespace

class ScriptLintTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void sound_data();
    void sound();
    void onlyTheFirstOnesAreNamed();
    void soundScriptHasNothing();
    void between_data();
    void between();
    void linkedOnesThatEnd_data();
    void linkedOnesThatEnd();
    void endlessTogether();
    void endlessOneTakesNobodyAlong();
    void numberTakenTwiceCostsTheNumberOnly();
    void onlyTheSoundOnesAreKept();
    void deadLinkCostsItsNodeOnly();
    void anOlderVersionStays();
    void anOlderVersionStaysWhereTheOthersNeedIt();
    void advice_data();
    void advice();
    void publishedUnderAnotherName();
};

void ScriptLintTest::found_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row
        = [](const char *name, const QByteArray &nodes, int line, const QString &reason, const QByteArray &extra = {}) {
              QTest::newRow(name) << script("essai", nodes, extra) << line << reason;
          };
    const QByteArray debut = "  debut: { kind: say, title: D, say: a, next: fin }\n" + fin; // lines 6 and 7
    row("unknown start", "  autre: { kind: say, title: D, say: a, next: fin }\n" + fin, 4,
        u"«\u00A0start\u00A0» nomme un nœud inconnu"_s);
    row("unknown next", "  debut: { kind: say, title: D, say: a, next: perdu }\n", 6,
        u"nœud suivant inconnu «\u00A0perdu\u00A0»"_s);
    row("unknown answer target",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: A, next: fin }\n      b: { "
        "label: B, next: perdu }\n"
            + fin,
        12, u"«\u00A0perdu\u00A0»"_s);
    row("unknown check target",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    answers:\n      oui: fin\n      "
        "non: perdu\n"
            + fin,
        12, u"«\u00A0perdu\u00A0»"_s);
    row("unknown target of otherwise",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.profil\n    answers: { tiers: fin }\n    otherwise: "
        "{ label: A, next: perdu }\n"
            + fin,
        11, u"«\u00A0perdu\u00A0»"_s);
    row("unknown done", "  debut: { kind: do, title: D, operation: account.unlock, done: perdu, refused: fin }\n" + fin,
        6, u"«\u00A0perdu\u00A0»"_s);
    row("unknown refused",
        "  debut: { kind: do, title: D, operation: account.unlock, done: fin, refused: perdu }\n" + fin, 6,
        u"«\u00A0perdu\u00A0»"_s);
    row("unknown way back", "  debut: { kind: goto, title: G, script: autre, back: perdu }\n", 6,
        u"«\u00A0perdu\u00A0»"_s);
    row("unreachable node", debut + "  seul: { kind: say, title: S, say: a, next: fin }\n", 8,
        u"«\u00A0seul\u00A0»\u00A0: aucun chemin n’y mène"_s);
    row("loop without exit",
        "  debut: { kind: say, title: D, say: a, next: b }\n  b: { kind: say, title: B, say: b, next: debut }\n", 6,
        u"boucle sans issue"_s);
    row("loop beside an exit",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: A, next: fin }\n      b: { "
        "label: B, next: rond }\n"
            + fin + "  rond: { kind: say, title: R, say: a, next: rond }\n",
        14, u"«\u00A0rond\u00A0»\u00A0: boucle sans issue"_s);
    row("unknown placeholder", "  debut: { kind: say, title: D, say: \"Bonjour {compte.prenom}\", next: fin }\n" + fin,
        6, u"valeur inconnue {compte.prenom}"_s);
    row("a misspelt placeholder", "  debut: { kind: say, title: D, say: \"{telephone.asistance}\", next: fin }\n" + fin,
        6, u"vouliez-vous «\u00A0telephone.assistance\u00A0»\u00A0?"_s);
    row("a misspelt node", "  debut: { kind: say, title: D, say: a, next: fim }\n" + fin, 6,
        u"vouliez-vous «\u00A0fin\u00A0»\u00A0?"_s);
    row("unknown placeholder in an answer",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: A, next: fin }\n      b: { "
        "label: \"{x}\", next: fin }\n"
            + fin,
        12, u"{x}"_s);
    row("unknown placeholder in a parameter",
        "  debut:\n    kind: do\n    title: D\n    operation: ticket.open\n    with: { motif: habilitation, "
        "description: \"{y}\" }\n    done: fin\n    refused: fin\n"
            + fin,
        10, u"{y}"_s);
    row("unknown placeholder in a reason", debut, 6, u"{z}"_s,
        "diagnosis:\n  - { fact: compte.verrouille, is: oui, weight: 1, reason: \"{z}\" }\n");
    row("open brace", "  debut: { kind: say, title: D, say: \"Bonjour {compte\", next: fin }\n" + fin, 6,
        u"accolade sans sa pareille"_s);
    row("placeholder in a title", "  debut: { kind: say, title: \"{compte.nom}\", say: a, next: fin }\n" + fin, 6,
        u"un titre ne porte pas"_s);
    row("missing value of a fact",
        "  debut:\n    kind: check\n    title: C\n    fact: habilitation.etat\n    answers: { active: fin, aucune: "
        "fin, a_venir: fin }\n"
            + fin,
        10, u"réponse manquante pour demandee, attente_confirmation, revoquee"_s);
    row("otherwise that serves nothing",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    answers: { oui: fin, non: fin }\n   "
        " otherwise: { label: A, next: fin }\n"
            + fin,
        11, u"ne sert à rien"_s);
    row("one answer",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers: { a: { label: A, next: fin } }\n" + fin, 10,
        u"au moins deux réponses"_s);
    QByteArray ten = "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n";
    for (char c = 'a'; c <= 'j'; ++c)
        ten += QByteArray("      r") + c + ": { label: A, next: fin }\n";
    row("ten answers", ten + fin, 10, u"plus de 9 réponses"_s);
    row("too much to say", "  debut: { kind: say, title: D, say: \"" + QByteArray(400, 'a') + "\", next: fin }\n" + fin,
        6, u"400 caractères à dire"_s);
    row("too long an instruction",
        "  debut: { kind: say, title: D, instruct: \"" + QByteArray(400, 'a') + "\", next: fin }\n" + fin, 6,
        u"400 caractères de consigne"_s);
    const QByteArray longText(400, 'a');
    row("a label too long to read",
        "  debut: { kind: say, title: D, say: a, label: \"" + longText + "\", next: fin }\n" + fin, 6,
        u"400 caractères de libellé"_s);
    row("an answer too long to read",
        question("a: { label: \"" + longText + "\", next: fin }", "b: { label: B, next: fin }"), 11,
        u"400 caractères de libellé"_s);
    row("a title too long", "  debut: { kind: say, title: \"" + longText + "\", say: a, next: fin }\n" + fin, 6,
        u"400 caractères de titre"_s);
    row("a question too long",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    question: \"" + longText
            + "\"\n    answers: { oui: fin, non: fin }\n" + fin,
        10, u"400 caractères de question"_s);
    row("a description longer than a request holds",
        "  debut:\n    kind: do\n    title: D\n    operation: ticket.open\n    with: { motif: autres, description: \""
            + longText + longText + longText + "\" }\n    done: fin\n    refused: fin\n" + fin,
        10, u"1200 caractères de description"_s);
    row("a reason too long", debut, 6, u"400 caractères de raison"_s,
        "diagnosis:\n  - { fact: compte.verrouille, is: oui, weight: 30, reason: \"" + longText + "\" }\n");
    row("unknown placeholder in what is left over",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.profil\n    answers: { tiers: fin }\n    otherwise: "
        "{ label: \"{w}\", next: fin }\n"
            + fin,
        11, u"{w}"_s);
    row("unknown placeholder in a question",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    answers: { oui: fin, non: fin }\n"
        "    question: \"{v}\"\n"
            + fin,
        11, u"{v}"_s);
    row("brace closed twice", "  debut: { kind: say, title: D, say: \"{compte.nom}}\", next: fin }\n" + fin, 6,
        u"accolade sans sa pareille"_s);
    row("brace within a brace", "  debut: { kind: say, title: D, say: \"{compte.{compte.nom}\", next: fin }\n" + fin, 6,
        u"accolade sans sa pareille"_s);
    // The line is the one that is wrong, not the one the node begins on.
    row("unknown next, further down", "  debut:\n    kind: say\n    title: D\n    say: a\n    next: perdu\n", 10,
        u"«\u00A0perdu\u00A0»"_s);
    row("unknown refused, further down",
        "  debut:\n    kind: do\n    title: D\n    operation: account.unlock\n    done: fin\n    refused: perdu\n"
            + fin,
        11, u"«\u00A0perdu\u00A0»"_s);
    row("unknown way back, further down", "  debut:\n    kind: goto\n    script: autre\n    back: perdu\n", 9,
        u"«\u00A0perdu\u00A0»"_s);
    row("too much to say, further down",
        "  debut:\n    kind: say\n    title: D\n    say: >-\n      " + longText + "\n    next: fin\n" + fin, 9,
        u"400 caractères à dire"_s);
    // Ways that come back for ever.
    row("a goto that comes back to itself", "  debut: { kind: goto, script: autre, back: debut }\n", 6,
        u"boucle sans issue"_s);
    row("refused leads back to itself",
        "  debut:\n    kind: do\n    title: D\n    operation: account.unlock\n    done: fin\n    refused: debut\n"
            + fin,
        11, u"un refus n’a pas d’issue"_s);
    row("refused leads back by a detour",
        "  debut:\n    kind: do\n    title: D\n    operation: account.unlock\n    done: fin\n    refused: dire\n"
        "  dire: { kind: say, title: D, say: a, next: debut }\n"
            + fin,
        11, u"un refus n’a pas d’issue"_s);
    row("two operations that refuse in turn",
        "  debut: { kind: do, title: D, operation: account.unlock, done: fin, refused: autre }\n"
        "  autre: { kind: do, title: D, operation: account.reset_password, done: fin, refused: debut }\n"
            + fin,
        6, u"un refus n’a pas d’issue"_s);
}

void ScriptLintTest::sound_data()
{
    QTest::addColumn<QByteArray>("nodes");
    const QByteArray end = fin;
    const auto unlock = [](const QByteArray &rest) {
        return "  debut: { kind: do, title: D, operation: account.unlock, done: fin, " + rest + " }\n" + fin;
    };
    QTest::newRow("as much to say as fits") << QByteArray("  debut: { kind: say, title: D, say: \""
                                                          + QByteArray(longestSay, 'a') + "\", next: fin }\n" + end);
    QTest::newRow("as long an instruction as fits") << QByteArray(
        "  debut: { kind: say, title: D, instruct: \"" + QByteArray(longestInstruct, 'a') + "\", next: fin }\n" + end);
    QTest::newRow("as long a title as fits") << QByteArray(
        "  debut: { kind: say, title: \"" + QByteArray(longestTitle, 'a') + "\", say: a, next: fin }\n" + end);
    QTest::newRow("as long a label as fits") << QByteArray("  debut: { kind: say, title: D, say: a, label: \""
                                                           + QByteArray(longestLabel, 'a') + "\", next: fin }\n" + end);
    QByteArray nine = "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n";
    for (char c = 'a'; c <= 'i'; ++c)
        nine += QByteArray("      r") + c + ": { label: A, next: fin }\n";
    QTest::newRow("nine answers") << nine + end;
    QTest::newRow("two answers") << question("a: { label: A, next: fin }", "b: { label: B, next: fin }");
    QTest::newRow("every value has its answer") << QByteArray(
        "  debut: { kind: check, title: C, fact: compte.verrouille, answers: { oui: fin, non: fin } }\n" + end);
    QTest::newRow("the rest has one") << QByteArray(
        "  debut: { kind: check, title: C, fact: compte.profil, answers: { ud: fin }, otherwise: { label: A, "
        "next: fin } }\n"
        + end);
    QTest::newRow("a loop with a way out") << question("a: { label: A, next: fin }", "b: { label: B, next: debut }");
    QTest::newRow("a goto counts as a way out") << QByteArray("  debut: { kind: goto, script: autre }\n");
    QTest::newRow("a goto that comes back and ends")
        << QByteArray("  debut: { kind: goto, script: autre, back: fin }\n" + end);
    QTest::newRow("a refusal that ends") << unlock("refused: fin");
    QTest::newRow("a refusal that comes back, with another answer out")
        << unlock("refused: debut, answers: { a: { label: A, next: fin } }");
    QTest::newRow("a value in braces") << QByteArray(
        "  debut: { kind: say, title: D, say: \"{compte.nom}\", next: fin }\n" + end);
}

/// The neighbours of what found() refuses.
void ScriptLintTest::sound()
{
    QFETCH(QByteArray, nodes);
    const ParsedScript one = parsed(script("essai", nodes));
    QVERIFY2(one.script, qPrintable(one.problems.value(0).reason));
    QCOMPARE(lintScript(*one.script), QList<ScriptProblem>());
}

void ScriptLintTest::onlyTheFirstOnesAreNamed()
{
    QByteArray nodes;
    for (int i = 0; i < 200; ++i)
        nodes += "  n" + QByteArray::number(i) + ": { kind: say, title: D, say: \"{{{{{{\", next: perdu }\n";
    const ParsedScript one = parsed(script("essai", nodes));
    QVERIFY(one.script);
    const QList<ScriptProblem> problems = lintScript(*one.script);
    QCOMPARE(problems.size(), 50);
    QCOMPARE(std::count_if(
                 problems.cbegin(), problems.cend(),
                 [](const ScriptProblem &p) { return p.reason.contains(u"«\u00A0n7\u00A0»\u00A0: une accolade"_s); }),
             1); // six braces are one mistake
}

void ScriptLintTest::found()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(QString, reason);
    const ParsedScript one = parsed(yaml);
    QVERIFY2(one.script, qPrintable(one.problems.value(0).reason));
    const QList<ScriptProblem> problems = lintScript(*one.script);
    QVERIFY(!problems.isEmpty());
    QVERIFY2(problems.first().reason.contains(reason), qPrintable(problems.first().reason));
    QCOMPARE(problems.first().line, line);
    QCOMPARE(problems.first().file, u"essai.yaml"_s);
}

void ScriptLintTest::soundScriptHasNothing()
{
    const auto catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_SAMPLES));
    QCOMPARE(catalogue->problems(), QList<ScriptProblem>());
    QCOMPARE(catalogue->scripts().size(), 2);
    QCOMPARE(catalogue->reachableFrom(u"parcours"_s).size(), 2);
    QCOMPARE(catalogue->reachableFrom(u"renvoi"_s).size(), 1);
}

void ScriptLintTest::between_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown script") << script("b", "  debut: { kind: goto, title: G, script: perdu }\n") << u"b.yaml"_s
                                    << 6 << u"le script «\u00A0perdu\u00A0» est introuvable"_s;
    QTest::newRow("unknown script, nearly one")
        << script("borne", "  debut: { kind: goto, title: G, script: bornes }\n") << u"b.yaml"_s << 6
        << u"vouliez-vous «\u00A0borne\u00A0»\u00A0?"_s;
    QTest::newRow("unknown node") << script("b", "  debut: { kind: goto, title: G, script: a, node: perdu }\n")
                                  << u"b.yaml"_s << 6
                                  << u"le script «\u00A0a\u00A0» n’a pas de nœud «\u00A0perdu\u00A0»"_s;
    QTest::newRow("same id") << script("a", "  debut: { kind: end, title: F, outcome: explained }\n") << u"b.yaml"_s
                             << 1 << u"déjà celui de a.yaml"_s;
    QTest::newRow("same number") << script("b", "  debut: { kind: end, title: F, outcome: explained }\n",
                                           "number: 38\n")
                                 << u"b.yaml"_s << 5 << u"le numéro 38 est déjà celui de a.yaml"_s;
    QTest::newRow("unknown script, further down")
        << script("b", "  debut:\n    kind: goto\n    title: G\n    script: perdu\n") << u"b.yaml"_s << 9 << u"perdu"_s;
    QTest::newRow("unknown node, further down")
        << script("b", "  debut:\n    kind: goto\n    script: a\n    node: perdu\n") << u"b.yaml"_s << 9 << u"perdu"_s;
    QTest::newRow("there and back for ever")
        << script("b", "  debut: { kind: goto, title: G, script: a, back: debut }\n") << u"b.yaml"_s << 6
        << u"boucle sans issue entre scripts"_s;
    QTest::newRow("back into the script it came from")
        << script("b", "  debut: { kind: goto, script: b, back: fin }\n" + fin) << u"b.yaml"_s << 6
        << u"boucle sans issue entre scripts"_s;
    QTest::newRow("only into itself") << script("b", "  debut: { kind: goto, title: G, script: b }\n") << u"b.yaml"_s
                                      << 6 << u"boucle sans issue entre scripts"_s;
}

void ScriptLintTest::between()
{
    QFETCH(QByteArray, other);
    const ParsedScript a
        = parsed(script("a", "  debut: { kind: end, title: F, outcome: explained }\n", "number: 38\n"), u"a.yaml"_s);
    const ParsedScript b = parsed(other, u"b.yaml"_s);
    QVERIFY(a.script && b.script);
    const QList<ScriptProblem> problems = lintCatalogue({a.script, b.script});
    QCOMPARE(problems.size(), 1);
    QTEST(problems.first().file, "file");
    QTEST(problems.first().line, "line");
    QFETCH(QString, reason);
    QVERIFY2(problems.first().reason.contains(reason), qPrintable(problems.first().reason));
}

void ScriptLintTest::linkedOnesThatEnd_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("goes on there") << script("b", "  debut: { kind: goto, title: G, script: a }\n");
    QTest::newRow("there and back") << script("b", "  debut: { kind: goto, title: G, script: a, back: fin }\n" + fin);
    QTest::newRow("at a node") << script("b", "  debut: { kind: goto, title: G, script: a, node: debut }\n");
    QTest::newRow("round through itself, with a way out") << script(
        "b",
        question("a: { label: A, next: fin }", "b: { label: B, next: rond }") + "  rond: { kind: goto, script: b }\n");
    QTest::newRow("another number") << script("b", "  debut: { kind: end, title: F, outcome: explained }\n",
                                              "number: 39\n");
}

void ScriptLintTest::linkedOnesThatEnd()
{
    QFETCH(QByteArray, other);
    const ParsedScript a
        = parsed(script("a", "  debut: { kind: end, title: F, outcome: explained }\n", "number: 38\n"), u"a.yaml"_s);
    const ParsedScript b = parsed(other, u"b.yaml"_s);
    QVERIFY(a.script && b.script);
    QCOMPARE(lintCatalogue({a.script, b.script}), QList<ScriptProblem>());
}

/// Two scripts that hand over to each other, and the second comes back: nobody ever gets out.
void ScriptLintTest::endlessTogether()
{
    const ParsedScript a = parsed(script("a", "  debut: { kind: goto, script: b, back: fin }\n" + fin), u"a.yaml"_s);
    const ParsedScript b = parsed(script("b", "  debut: { kind: goto, script: a, back: fin }\n" + fin), u"b.yaml"_s);
    QVERIFY(a.script && b.script);
    QStringList files;
    for (const ScriptProblem &problem : lintCatalogue({a.script, b.script}))
        files << u"%1:%2"_s.arg(problem.file).arg(problem.line);
    QCOMPARE(files, (QStringList{u"a.yaml:6"_s, u"b.yaml:6"_s}));
    QCOMPARE(ScriptCatalogue::fromParsed({a, b})->scripts().size(), 1); // one taken out is enough: the other goes on
}

/// Who only leads to a script that goes round in circles is not to blame.
void ScriptLintTest::endlessOneTakesNobodyAlong()
{
    const ParsedScript a = parsed(script("a", "  debut: { kind: goto, script: b }\n"), u"a.yaml"_s);
    const ParsedScript b = parsed(script("b", "  debut: { kind: goto, script: b, back: fin }\n" + fin), u"b.yaml"_s);
    const ParsedScript c = parsed(script("c", "  debut: { kind: goto, script: a }\n"), u"c.yaml"_s);
    const auto catalogue = ScriptCatalogue::fromParsed({a, b, c});
    QVERIFY(catalogue->script(u"a"_s) && catalogue->script(u"c"_s));
    QVERIFY(!catalogue->script(u"b"_s));
}

void ScriptLintTest::numberTakenTwiceCostsTheNumberOnly()
{
    const QByteArray nodes = "  debut: { kind: end, title: F, outcome: explained }\n";
    const auto catalogue
        = ScriptCatalogue::fromPublished({{u"a"_s, 1, QString::fromUtf8(script("a", nodes, "number: 38\n"))},
                                          {u"b"_s, 1, QString::fromUtf8(script("b", nodes, "number: 38\n"))}});
    QCOMPARE(catalogue->problems().size(), 1);
    QCOMPARE(catalogue->problems().first().file, u"b.yaml"_s);
    QCOMPARE(catalogue->script(u"a"_s)->number, 38);
    QCOMPARE(catalogue->script(u"b"_s)->number, 0);
}

void ScriptLintTest::onlyTheSoundOnesAreKept()
{
    const QByteArray sound = script("a", "  debut: { kind: end, title: F, outcome: explained }\n");
    const QByteArray broken = "id: b\n";
    const QByteArray leadsToBroken = script("c", "  debut: { kind: goto, title: G, script: b }\n");
    const QByteArray leadsToThat = script("d", "  debut: { kind: goto, title: G, script: c }\n");
    const auto catalogue = ScriptCatalogue::fromPublished({{u"a"_s, 3, QString::fromUtf8(sound)},
                                                           {u"b"_s, 1, QString::fromUtf8(broken)},
                                                           {u"c"_s, 1, QString::fromUtf8(leadsToBroken)},
                                                           {u"d"_s, 1, QString::fromUtf8(leadsToThat)}});
    QCOMPARE(catalogue->scripts().size(), 3); // c and d lose one way, not themselves
    QCOMPARE(catalogue->script(u"a"_s)->version, 3);
    QVERIFY(!catalogue->script(u"b"_s));
    QSet<QString> files;
    for (const ScriptProblem &problem : catalogue->problems())
        files.insert(problem.file);
    QCOMPARE(files, (QSet<QString>{u"b.yaml"_s, u"c.yaml"_s}));
}

void ScriptLintTest::deadLinkCostsItsNodeOnly()
{
    const QByteArray nodes = "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n"
                             "      a: { label: A, next: perdu }\n      b: { label: B, next: detour }\n"
                             "      c: { label: C, next: fin }\n"
                             "  perdu: { kind: goto, title: G, script: absent }\n"
                             "  detour: { kind: goto, title: G, script: absent, back: fin }\n"
        + fin;
    const auto catalogue = ScriptCatalogue::fromPublished({{u"c"_s, 1, QString::fromUtf8(script("c", nodes))}});
    QCOMPARE(catalogue->problems().size(), 2);
    const ScriptPtr kept = catalogue->script(u"c"_s);
    QVERIFY(kept);
    QVERIFY(kept->node(u"perdu"_s)->as<EndNode>());
    QVERIFY2(kept->node(u"perdu"_s)->instruct.contains(u"absent"_s), qPrintable(kept->node(u"perdu"_s)->instruct));
    const auto *detour = kept->node(u"detour"_s)->as<SayNode>();
    QVERIFY(detour);
    QCOMPARE(detour->next, u"fin"_s); // the author said where it goes on
    QVERIFY(kept->node(u"fin"_s)->as<EndNode>());
}

void ScriptLintTest::anOlderVersionStays()
{
    const QString good = QString::fromUtf8(script("a", "  debut: { kind: end, title: F, outcome: explained }\n"));
    const QString newer = QString::fromUtf8(script("a", "  debut: { kind: say, title: F, say: a, next: perdu }\n"));
    const auto catalogue = ScriptCatalogue::fromPublished(
        {{u"a"_s, 4, newer}, {u"a"_s, 2, good}, {u"a"_s, 3, u"id: a\n"_s}, {u"a"_s, 1, good}});
    QCOMPARE(catalogue->scripts().size(), 1);
    QCOMPARE(catalogue->script(u"a"_s)->version, 2);
    QStringList reasons;
    for (const ScriptProblem &problem : catalogue->problems())
        reasons << problem.reason;
    QVERIFY2(reasons.join(u'|').contains(u"la version 4 n’est pas utilisable, la version 2 reste en service"_s),
             qPrintable(reasons.join(u'|')));
    QVERIFY(reasons.join(u'|').contains(u"perdu"_s)); // and why
}

/// Sound alone, and with the others nobody gets out: the version before comes back into use.
void ScriptLintTest::anOlderVersionStaysWhereTheOthersNeedIt()
{
    const QString good = QString::fromUtf8(script("b", "  debut: { kind: end, title: F, outcome: explained }\n"));
    const QString leadsBack = QString::fromUtf8(script("b", "  debut: { kind: goto, script: a }\n"));
    const QString leadsThere = QString::fromUtf8(script("a", "  debut: { kind: goto, script: b }\n"));
    const auto catalogue
        = ScriptCatalogue::fromPublished({{u"a"_s, 1, leadsThere}, {u"b"_s, 2, leadsBack}, {u"b"_s, 1, good}});
    QVERIFY(catalogue->script(u"a"_s));
    QCOMPARE(catalogue->script(u"b"_s)->version, 1);
    QStringList reasons;
    for (const ScriptProblem &problem : catalogue->problems())
        reasons << problem.file + u' ' + problem.reason;
    QCOMPARE(reasons.size(), 2);
    QVERIFY2(reasons.first().contains(u"boucle sans issue entre scripts"_s), qPrintable(reasons.first()));
    QVERIFY2(reasons.last().contains(u"la version 2 n’est pas utilisable, la version 1 reste en service"_s),
             qPrintable(reasons.last()));
}

void ScriptLintTest::advice_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QStringList>("said"); // "line: words of it", in their order
    const auto row = [](const char *name, const QByteArray &nodes, const QStringList &said,
                        const QByteArray &extra = {}) { QTest::newRow(name) << script("essai", nodes, extra) << said; };
    const QByteArray told = "  fin: { kind: end, title: F, say: b, outcome: explained }\n";
    const auto check = [](const QByteArray &id, const QByteArray &fact, const QByteArray &yes, const QByteArray &no) {
        return "  " + id + ": { kind: check, title: C, fact: " + fact + ", answers: { oui: " + yes + ", non: " + no
            + " } }\n";
    };
    row("nothing", "  debut: { kind: say, title: D, say: a, next: fin }\n" + fin, {});
    row("long to say", "  debut: { kind: say, title: D, say: \"" + QByteArray(300, 'a') + "\", next: fin }\n" + fin,
        {u"6: 300 caractères à dire"_s});
    row("long to follow",
        "  debut: { kind: say, title: D, say: a, instruct: \"" + QByteArray(300, 'a') + "\", next: fin }\n" + fin,
        {u"6: 300 caractères de consigne"_s});
    row("a fact twice",
        check("debut", "compte.verrouille", "fin", "encore") + check("encore", "compte.verrouille", "fin", "fin")
            + told,
        {u"7: « compte.verrouille » est déjà testé par le nœud « debut »"_s});
    row("twice, but on two paths",
        check("debut", "compte.suppression", "un", "deux") + check("un", "compte.verrouille", "fin", "fin")
            + check("deux", "compte.verrouille", "fin", "fin") + told,
        {});
    row("twice, with an operation in between",
        check("debut", "compte.verrouille", "acte", "fin")
            + "  acte: { kind: do, title: A, operation: account.unlock, done: encore, refused: fin }\n"
            + check("encore", "compte.verrouille", "fin", "fin") + told,
        {});
    const QByteArray create
        = "  acte: { kind: do, title: A, operation: account.create, done: fin, refused: fin }\n" + told;
    row("an operation for others", "  debut: { kind: say, title: D, say: a, next: acte }\n" + create,
        {u"8: « account.create » est proposé à un profil qui ne peut pas l’avoir : ud"_s},
        "profiles: [etablissement, ud]\n");
    row("an operation for its profiles", "  debut: { kind: say, title: D, say: a, next: acte }\n" + create, {},
        "profiles: [etablissement, tiers]\n");
    row("an operation behind a check of the profile",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.profil\n    answers: { etablissement: acte, tiers: "
        "acte }\n    otherwise: { label: A, next: fin }\n"
            + create,
        {});
    row("nothing said",
        check("debut", "compte.verrouille", "parle", "muet")
            + "  parle: { kind: say, title: D, say: a, next: fin2 }\n"
              "  fin2: { kind: end, title: F, outcome: explained }\n"
              "  muet: { kind: end, title: F, outcome: explained }\n",
        {u"9: nœud « muet » : cette fin ne dit rien"_s});
    const QByteArray sayEnd = "  debut: { kind: say, title: D, say: a, next: fin }\n" + told;
    for (const char *name : {"compte.identifiant", "autre_compte.courriel_masque", "referent.identifiant"}) {
        const QByteArray words
            = "  debut: { kind: check, title: C, fact: habilitation.autre_compte, answers: { oui: dit, "
              "non: fin } }\n  dit: { kind: say, title: D, say: \"C’est {"
            + QByteArray(name) + "} ?\", next: fin }\n";
        row(name, words + told,
            {u"7: nœud « dit » : {%1} est à faire dire par l’appelant"_s.arg(QLatin1StringView(name))});
    }
    row("a SIRET may be read out",
        "  debut: { kind: say, title: D, say: \"{etablissement.siret}\", next: fin }\n" + told, {});
    const QByteArray weak = "- { fact: compte.verrouille, is: oui, weight: 12, reason: a }\n";
    row("a diagnosis too light to be proposed", sayEnd, {u"5: diagnosis : jamais proposé, 19 au plus pour 20 requis"_s},
        "diagnosis:\n" + weak + "- { fact: compte.verrouille, is: non, weight: 19, reason: a }\n");
    row("a diagnosis just heavy enough", sayEnd, {},
        "diagnosis:\n" + weak + "- { fact: compte.suppression, is: non, weight: 8, reason: a }\n");
    row("a diagnosis without a reason", sayEnd, {u"5: diagnosis : jamais proposé, aucune ligne"_s},
        "diagnosis:\n- { fact: compte.verrouille, is: oui, weight: 30 }\n- { fact: compte.suppression, is: oui, "
        "weight: "
        "-5, reason: a }\n");
    row("two answers that read alike",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: Oui, next: fin }\n"
        "      b: { label: Oui, next: fin }\n"
            + told,
        {u"12: nœud « debut » : deux réponses se lisent « Oui »"_s});
    const auto onOther = [&](const QByteArray &yes, const QByteArray &no) {
        return check("debut", "habilitation.autre_compte", yes, no)
            + "  acte: { kind: do, title: A, operation: account.reset_password, account: autre_compte, done: fin, "
              "refused: fin }\n"
            + told;
    };
    row("another account that may not be there", onOther("fin", "acte"), {u"7: nœud « acte » : l’autre compte"_s});
    row("another account that is there", onOther("acte", "fin"), {});
    const QByteArray number = "  dire: { kind: say, title: D, say: \"{demande.numero}\", next: fin }\n" + told;
    row("a value that may not be there", check("debut", "demande.habilitation", "fin", "dire") + number,
        {u"7: nœud « dire » : {demande.numero} peut manquer"_s});
    row("a value that is there", check("debut", "demande.habilitation", "dire", "fin") + number, {});
    row("a value that may come by another way",
        check("debut", "compte.verrouille", "test", "dire") + check("test", "demande.habilitation", "dire", "fin")
            + number,
        {u"8: nœud « dire » : {demande.numero} peut manquer"_s});
    QTest::newRow("too few ways of saying it")
        << script("essai", sayEnd).replace(", cinq]", "]") << QStringList{u"3: 4 façon(s) de le dire, 5 au moins"_s};
}

void ScriptLintTest::advice()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QStringList, said);
    const ParsedScript one = parsed(yaml);
    QVERIFY2(one.script, qPrintable(one.problems.value(0).reason));
    QCOMPARE(lintScript(*one.script), QList<ScriptProblem>());
    const QList<ScriptProblem> found = adviseScript(*one.script);
    QStringList lines;
    for (const ScriptProblem &problem : found)
        lines << u"%1: %2"_s.arg(problem.line).arg(problem.reason).replace(QChar::Nbsp, u' ');
    QVERIFY2(lines.size() == said.size(), qPrintable(lines.join(u'|')));
    for (qsizetype i = 0; i < said.size(); ++i) {
        const QStringList parts = said.at(i).split(u": "_s);
        QVERIFY2(lines.at(i).startsWith(parts.first() + u':') && lines.at(i).contains(parts.mid(1).join(u": "_s)),
                 qPrintable(lines.at(i)));
    }
}

void ScriptLintTest::publishedUnderAnotherName()
{
    const QByteArray yaml = script("a", "  debut: { kind: end, title: F, outcome: explained }\n");
    const auto catalogue = ScriptCatalogue::fromPublished({{u"z"_s, 1, QString::fromUtf8(yaml)}});
    QVERIFY(catalogue->scripts().isEmpty());
    QCOMPARE(catalogue->problems().size(), 1);
}

QTEST_APPLESS_MAIN(ScriptLintTest)
#include "tst_scriptlint.moc"
