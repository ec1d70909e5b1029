// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptcatalogue.h"
#include "app/scripts/scriptlint.h"
#include "app/scripts/scriptparser.h"

#include <QTest>

using namespace desk;
using namespace Qt::StringLiterals;

namespace {

QByteArray script(const QByteArray &id, const QByteArray &nodes, const QByteArray &extra = {})
{
    return "id: " + id + "\ntitle: Essai\nwordings: [un]\nstart: debut\n" + extra + "nodes:\n" + nodes;
}

const QByteArray fin = "  fin: { kind: end, title: F, outcome: explained }\n";

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
    void soundScriptHasNothing();
    void between_data();
    void between();
    void onlyTheSoundOnesAreKept();
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
    row("unknown start", "  autre: { kind: say, title: D, say: a, next: fin }\n" + fin, 1, u"nœud inconnu"_s);
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
    row("unknown placeholder in an answer",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n      a: { label: A, next: fin }\n      b: { "
        "label: \"{x}\", next: fin }\n"
            + fin,
        12, u"{x}"_s);
    row("unknown placeholder in a parameter",
        "  debut:\n    kind: do\n    title: D\n    operation: ticket.open\n    with: { motif: habilitation, "
        "description: \"{y}\" }\n    done: fin\n    refused: fin\n"
            + fin,
        6, u"{y}"_s);
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
        6, u"réponse manquante pour demandee, attente_confirmation, revoquee"_s);
    row("otherwise that serves nothing",
        "  debut:\n    kind: check\n    title: C\n    fact: compte.verrouille\n    answers: { oui: fin, non: fin }\n   "
        " otherwise: { label: A, next: fin }\n"
            + fin,
        11, u"ne sert à rien"_s);
    row("one answer",
        "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers: { a: { label: A, next: fin } }\n" + fin, 6,
        u"au moins deux réponses"_s);
    QByteArray ten = "  debut:\n    kind: ask\n    title: Q\n    say: a\n    answers:\n";
    for (char c = 'a'; c <= 'j'; ++c)
        ten += QByteArray("      r") + c + ": { label: A, next: fin }\n";
    row("ten answers", ten + fin, 6, u"plus de 9 réponses"_s);
    row("too much to say", "  debut: { kind: say, title: D, say: \"" + QByteArray(400, 'a') + "\", next: fin }\n" + fin,
        6, u"400 caractères à dire"_s);
    row("too long an instruction",
        "  debut: { kind: say, title: D, instruct: \"" + QByteArray(400, 'a') + "\", next: fin }\n" + fin, 6,
        u"400 caractères de consigne"_s);
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
    const auto catalogue = ScriptCatalogue::fromFolder(QFINDTESTDATA("data/scripts"));
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
                                    << 6 << u"le script «\u00A0perdu\u00A0» n’existe pas"_s;
    QTest::newRow("unknown node") << script("b", "  debut: { kind: goto, title: G, script: a, node: perdu }\n")
                                  << u"b.yaml"_s << 6
                                  << u"le script «\u00A0a\u00A0» n’a pas de nœud «\u00A0perdu\u00A0»"_s;
    QTest::newRow("same id") << script("a", "  debut: { kind: end, title: F, outcome: explained }\n") << u"b.yaml"_s
                             << 1 << u"déjà celui de a.yaml"_s;
    QTest::newRow("only into itself") << script("b", "  debut: { kind: goto, title: G, script: b }\n") << u"b.yaml"_s
                                      << 6 << u"boucle sans issue entre scripts"_s;
}

void ScriptLintTest::between()
{
    QFETCH(QByteArray, other);
    const ParsedScript a = parsed(script("a", "  debut: { kind: end, title: F, outcome: explained }\n"), u"a.yaml"_s);
    const ParsedScript b = parsed(other, u"b.yaml"_s);
    QVERIFY(a.script && b.script);
    const QList<ScriptProblem> problems = lintCatalogue({a.script, b.script});
    QCOMPARE(problems.size(), 1);
    QTEST(problems.first().file, "file");
    QTEST(problems.first().line, "line");
    QFETCH(QString, reason);
    QVERIFY2(problems.first().reason.contains(reason), qPrintable(problems.first().reason));
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
    QCOMPARE(catalogue->scripts().size(), 1);
    QCOMPARE(catalogue->script(u"a"_s)->version, 3);
    QSet<QString> files;
    for (const ScriptProblem &problem : catalogue->problems())
        files.insert(problem.file);
    QCOMPARE(files, (QSet<QString>{u"b.yaml"_s, u"c.yaml"_s, u"d.yaml"_s}));
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
