// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/diagnosis.h"
#include "app/scripts/placeholders.h"
#include "app/scripts/scriptadvice.h"
#include "app/scripts/scriptwalk.h"
#include "tests/unit/scripts/branches.h"
#include "tests/unit/scripts/walkeverything.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace desk;
using namespace desk::situations;

namespace {

/// What the answers of a node are called, as written.
QStringList labelsOf(const Node &node)
{
    QList<desk::Branch> branches;
    if (const auto *ask = node.as<AskNode>())
        branches = ask->answers;
    else if (const auto *act = node.as<DoNode>())
        branches = act->answers;
    else if (const auto *check = node.as<CheckNode>()) {
        branches = check->answers;
        if (check->otherwise)
            branches.append(*check->otherwise);
    }
    QStringList labels;
    for (const desk::Branch &branch : std::as_const(branches))
        labels.append(branch.label);
    return labels;
}

} // namespace

class ScriptContentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsWrong();
    void textsAreComfortable_data();
    void textsAreComfortable();
    void whatMayChangeIsASetting();
    void everyPathEnds_data() { callerRows(); }
    void everyPathEnds();
    void everyPathEndsWithoutAFile();
    void noValueIsSilentlyEmpty_data() { callerRows(); }
    void noValueIsSilentlyEmpty();
    void blanksAreNoValue();
    void everyNodeIsMet();
    void branchesLead_data();
    void branchesLead();
    void everyScriptHasItsBranchesTried();
    void lockedCallerCanGoOnToTheReset();
    void theManualNamesEverything();
    void theManualsExampleIsSound();

private:
    [[nodiscard]] static QString manual();
    static void callerRows();
    void walkEverything(const CallerFile *file, int account);
    CataloguePtr m_catalogue;
    QSet<QString> m_met;
};

void ScriptContentTest::initTestCase()
{
    m_catalogue = ScriptCatalogue::fromFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
}

void ScriptContentTest::nothingIsWrong()
{
    for (const ScriptProblem &problem : m_catalogue->problems())
        qWarning("%s:%d: %s", qPrintable(problem.file), problem.line, qPrintable(problem.reason));
    QVERIFY(m_catalogue->problems().isEmpty());
    for (const ScriptPtr &script : m_catalogue->scripts())
        QCOMPARE(adviseScript(*script), QList<ScriptProblem>());
    const QStringList sheets{u"inscription_etablissement"_s,
                             u"inscription_administration"_s,
                             u"premiere_connexion"_s,
                             u"mot_de_passe_perdu"_s,
                             u"identifiant_perdu"_s,
                             u"compte_verrouille"_s,
                             u"navigateurs"_s,
                             u"deconnexion"_s,
                             u"demande_habilitation"_s,
                             u"demande_autre"_s,
                             u"recuperation"_s};
    for (const QString &id : sheets)
        QVERIFY2(m_catalogue->script(id), qPrintable(id));
    for (int number = 33; number <= 56; ++number) {
        const QString id = u"edl_%1"_s.arg(number);
        QVERIFY2(m_catalogue->script(id), qPrintable(id));
        QCOMPARE(m_catalogue->script(id)->number, number);
    }
}

void ScriptContentTest::textsAreComfortable_data()
{
    QTest::addColumn<QString>("script");
    for (const ScriptPtr &script : m_catalogue->scripts())
        QTest::newRow(qPrintable(script->id)) << script->id;
}

void ScriptContentTest::textsAreComfortable()
{
    QFETCH(QString, script);
    const ScriptPtr one = m_catalogue->script(script);
    QVERIFY(one->wordings.size() >= fewestWordings);
    for (const Node &node : one->nodes) {
        QVERIFY2(node.say.size() <= comfortableLength, qPrintable(u"%1: %2"_s.arg(node.id).arg(node.say.size())));
        QVERIFY2(node.instruct.size() <= comfortableLength,
                 qPrintable(u"%1: %2"_s.arg(node.id).arg(node.instruct.size())));
        for (const QString &text : {node.say, node.instruct, node.title})
            QVERIFY2(!text.contains(u'\''), qPrintable(text));
    }
}

/// A number, an address, a date or a label written into a text would still be read out after it has changed.
void ScriptContentTest::whatMayChangeIsASetting()
{
    constexpr qsizetype tellingLength = 5;
    QStringList values;
    const auto set = settings();
    for (const QString &value : set) {
        if (value.size() >= tellingLength)
            values.append(value);
    }
    QVERIFY(values.size() > 15);
    static const QRegularExpression amount( // a number, or a delay or length in words
        u"\\d|(\\b(une?|quinze|trente|soixante|huit))[ \u00A0](heures?|minutes?|jours?|caractères)\\b"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (const ScriptPtr &script : m_catalogue->scripts()) {
        for (const Node &node : script->nodes) {
            const QString text = node.say + u' ' + node.instruct + u' ' + labelsOf(node).join(u' ');
            QVERIFY2(!text.contains(amount), qPrintable(script->id + u'/' + node.id + u' ' + text));
            for (const QString &value : std::as_const(values))
                QVERIFY2(!text.contains(value), qPrintable(script->id + u'/' + node.id + u" "_s + value));
        }
    }
}

void ScriptContentTest::callerRows()
{
    QTest::addColumn<qsizetype>("caller");
    const auto all = callers();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

/// Once as it is opened, and once with each of its accounts picked.
void ScriptContentTest::everyPathEnds()
{
    QFETCH(qsizetype, caller);
    const Caller one = callers().at(caller);
    QSet<int> picked{one.account};
    for (int i = 0; one.account == nonePicked && i < int(one.file.accounts.size()); ++i)
        picked.insert(i);
    for (const int account : std::as_const(picked))
        walkEverything(&one.file, account);
}

void ScriptContentTest::everyPathEndsWithoutAFile()
{
    walkEverything(nullptr, nonePicked);
}

void ScriptContentTest::walkEverything(const CallerFile *file, int account)
{
    WalkEverything all(m_catalogue, file, account);
    const QString wrong = all.run();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY(all.places() > 300);
    m_met += all.met();
}

/// Whatever the file lacks and whatever a supervisor blanked: read as missing, never as nothing.
void ScriptContentTest::noValueIsSilentlyEmpty()
{
    QFETCH(qsizetype, caller);
    const Caller one = callers().at(caller);
    FactContext facts = context(one.file, one.account);
    QHash<QString, QString> blank, spaces;
    for (auto it = facts.settings.cbegin(); it != facts.settings.cend(); ++it) {
        blank.insert(it.key(), {});
        spaces.insert(it.key(), u" \u00A0"_s);
    }
    for (const auto &set : {facts.settings, blank, spaces, QHash<QString, QString>()}) {
        facts.settings = set;
        for (const PlaceholderInfo &info : allPlaceholders()) {
            const FilledText filled = fillPlaceholders(u'{' + QString(info.name) + u'}', facts);
            QVERIFY2(!filled.text.trimmed().isEmpty(), info.name.data());
            QCOMPARE(filled.missing, filled.text.startsWith(u"[valeur manquante"_s));
        }
    }
}

/// What an import left as blanks is missing too, and is said to be.
void ScriptContentTest::blanksAreNoValue()
{
    const QString blank = u" \u00A0"_s;
    Account a = account();
    a.identifiant = a.firstName = a.lastName = a.emailMasked = blank;
    a.otherExtranets = {blank};
    CallerFile f = file({a, a});
    f.establishment.denomination = f.establishment.town = f.establishment.emailMasked = blank;
    for (const QString &name :
         {u"etablissement.denomination"_s, u"etablissement.ville"_s, u"etablissement.courriel_masque"_s,
          u"compte.identifiant"_s, u"compte.nom"_s, u"compte.courriel_masque"_s, u"compte.autres_extranets"_s,
          u"referent.identifiant"_s, u"referent.courriel_masque"_s, u"autre_compte.identifiant"_s}) {
        const FilledText filled = fillPlaceholders(u'{' + name + u'}', context(f));
        QVERIFY2(filled.missing && filled.text.startsWith(u"[valeur manquante"_s), qPrintable(name));
    }
}

/// What no caller of ours ever comes to would be untried text. (Needs everyPathEnds to have run.)
void ScriptContentTest::everyNodeIsMet()
{
    if (m_met.isEmpty())
        QSKIP("everyPathEnds was not run");
    for (const ScriptPtr &script : m_catalogue->scripts()) {
        for (const Node &node : script->nodes) {
            if (!node.as<GotoNode>() && !node.as<CheckNode>())
                QVERIFY2(m_met.contains(script->id + u'/' + node.id), qPrintable(script->id + u'/' + node.id));
        }
    }
}

void ScriptContentTest::branchesLead_data()
{
    QTest::addColumn<qsizetype>("index");
    const auto all = branches();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::addRow("%s, %s, %d", all.at(i).script, all.at(i).answers, int(i)) << i;
}

void ScriptContentTest::branchesLead()
{
    QFETCH(qsizetype, index);
    const situations::Branch one = branches().at(index);
    const FactContext facts = context(one.file);
    const auto begun = ScriptWalk::begin(m_catalogue, QString::fromLatin1(one.script), facts);
    QVERIFY2(begun, one.script);
    ScriptWalk walk = *begun;
    for (const QString &answer : QString::fromLatin1(one.answers).split(u' ', Qt::SkipEmptyParts)) {
        const QString at = walk.position().script + u'/' + walk.current().id + u" "_s + answer;
        if (!answer.startsWith(u'!')) {
            QVERIFY2(walk.answer(answer, facts), qPrintable(at));
            continue;
        }
        const StepView view = stepView(walk, facts);
        QVERIFY2(view.operation && view.operation->possible, qPrintable(at));
        if (answer == u"!faite"_s)
            QVERIFY(walk.operationDone(
                {QUuid::createUuid(), view.operation->kind, view.operation->account, u"fait"_s, now()}, facts));
        else
            QVERIFY(walk.operationRefused(u"refusé"_s, facts));
    }
    QCOMPARE(walk.position().script + u'/' + walk.position().node, QString::fromLatin1(one.lands));
    QCOMPARE(walk.overrules(), 0);
}

void ScriptContentTest::everyScriptHasItsBranchesTried()
{
    QSet<QString> tried{u"compte_verrouille"_s, u"mot_de_passe_perdu"_s, u"edl_37"_s, u"edl_38"_s,
                        u"demande_habilitation"_s}; // by callers.h and the diagnosis
    for (const situations::Branch &one : branches())
        tried.insert(QString::fromLatin1(one.script));
    for (const ScriptPtr &script : m_catalogue->scripts())
        QVERIFY2(tried.contains(script->id), qPrintable(script->id));
}

/// The main job of the desk: locked account, unlocked from within, still refused, down to the reset.
void ScriptContentTest::lockedCallerCanGoOnToTheReset()
{
    CallerFile f = file({locked()});
    ScriptWalk walk = *ScriptWalk::begin(m_catalogue, u"compte_verrouille"_s, context(f));
    QCOMPARE(walk.current().id, u"deverrouiller"_s);
    QCOMPARE(walk.path().last().evidence, u"verrou posé à 14:02, levée automatique à 14:32"_s);
    applyOperation(f, {QUuid(), OperationKind::Unlock, false, now(), {}}, AccountId(11));
    QVERIFY(walk.operationDone(
        {QUuid::createUuid(), OperationKind::Unlock, AccountId(11), u"compte claire.fontan déverrouillé"_s, now()},
        context(f)));
    const QStringList answers{u"suite"_s, u"suite"_s,       u"suite"_s,  u"refuse"_s,
                              u"bonne"_s, u"identifiant"_s, u"oublie"_s, u"identique"_s};
    for (const QString &answer : answers)
        QVERIFY2(walk.answer(answer, context(f)), qPrintable(walk.current().id + u' ' + answer));
    QCOMPARE(walk.currentScript()->number, 38);
    QCOMPARE(walk.current().id, u"verifier"_s); // no reset before the caller is checked
    const OperationOutcome passed{QUuid::createUuid(),
                                  OperationKind::CallCheck,
                                  false,
                                  now(),
                                  {{u"passed"_s, true}, {u"valid_until"_s, now().addSecs(1800).toString(Qt::ISODate)}}};
    applyOperation(f, passed, AccountId(11));
    QVERIFY(walk.operationDone({passed.id, passed.kind, AccountId(11), u"appelant vérifié"_s, now()}, context(f)));
    QCOMPARE(walk.current().id, u"reinitialiser"_s);
    QVERIFY(stepView(walk, context(f)).operation->possible);
    QVERIFY(walk.operationDone(
        {QUuid::createUuid(), OperationKind::ResetPassword, AccountId(11), u"mot de passe réinitialisé"_s, now()},
        context(f)));
    QVERIFY(walk.ended());
    QCOMPARE(walk.outcome(), u"password_reset"_s);
    QCOMPARE(walk.carriedOut().size(), 3);
    QCOMPARE(walk.overrules(), 0);
}

QString ScriptContentTest::manual()
{
    QFile file(QStringLiteral(DESK_SCRIPT_FOLDER "/README.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void ScriptContentTest::theManualNamesEverything()
{
    const QString text = manual();
    const auto named = [&](const QString &word) { return text.contains(u'`' + word + u'`'); };
    for (const FactInfo &info : allFacts()) {
        QVERIFY2(named(info.id), info.id.data());
        for (const FactChoice &choice : info.choices)
            QVERIFY2(named(choice.code), choice.code.data());
    }
    for (const PlaceholderInfo &info : allPlaceholders())
        QVERIFY2(named(u'{' + QString(info.name) + u'}'), info.name.data());
    for (const WalkOutcome &outcome : walkOutcomes())
        QVERIFY2(named(outcome.code), outcome.code.data());
    for (const QString &answer : reservedAnswers())
        QVERIFY2(named(answer), qPrintable(answer));
    for (const ScriptOperationInfo &operation : scriptOperations()) {
        QVERIFY2(named(operation.kind), operation.kind.data());
        for (const QLatin1StringView parameter : operation.parameters)
            QVERIFY2(named(parameter), parameter.data());
    }
}

void ScriptContentTest::theManualsExampleIsSound()
{
    const QString text = manual();
    const qsizetype from = text.indexOf(u"```yaml\n"_s) + 8;
    const QByteArray yaml = text.mid(from, text.indexOf(u"```"_s, from) - from).toUtf8();
    QList<ParsedScript> all{ScriptParser::parse(yaml, u"session_fermee.yaml"_s)};
    for (const ScriptPtr &script : m_catalogue->scripts())
        all.append({script, {}});
    const auto catalogue = ScriptCatalogue::fromParsed(all);
    QCOMPARE(catalogue->problems(), QList<ScriptProblem>());
    QVERIFY(catalogue->script(u"session_fermee"_s));
}

QTEST_APPLESS_MAIN(ScriptContentTest)
#include "tst_scriptcontent.moc"
