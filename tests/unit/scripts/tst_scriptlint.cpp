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
    void deadLinkCostsItsNodeOnly();
    void anOlderVersionStays();
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
        {u"9: un chemin y mène sans que rien ne soit dit"_s});
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
