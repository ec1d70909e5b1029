// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptlint.h"

#include "app/scripts/frenchtext.h"
#include "app/scripts/placeholders.h"
#include "app/scripts/slips.h"
#include "app/scripts/yamlfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Those of `leads` from which `ends` can be reached, the ends included: one of its ways is enough for a node, unless
/// it is one of `needsAll`. Linear: files come from people.
template <class Key>
QSet<Key> reaching(const QHash<Key, QList<Key>> &leads, const QList<Key> &ends, const QSet<Key> &needsAll = {})
{
    QHash<Key, QList<Key>> before;
    QHash<Key, qsizetype> missing;
    for (auto it = leads.cbegin(); it != leads.cend(); ++it) {
        missing.insert(it.key(), needsAll.contains(it.key()) ? it->size() : 1);
        for (const Key &next : it.value())
            before[next].append(it.key());
    }
    QSet<Key> found(ends.cbegin(), ends.cend());
    QList<Key> todo = ends;
    while (!todo.isEmpty()) {
        for (const Key &one : before.value(todo.takeLast())) {
            if (--missing[one] == 0 && !found.contains(one)) {
                found.insert(one);
                todo.append(one);
            }
        }
    }
    return found;
}

QList<Branch> branchesOf(const Node &node)
{
    if (const auto *ask = node.as<AskNode>())
        return ask->answers;
    if (const auto *act = node.as<DoNode>())
        return act->answers;
    const auto *check = node.as<CheckNode>();
    if (!check)
        return {};
    return check->otherwise ? check->answers + QList<Branch>{*check->otherwise} : check->answers;
}

class Linter {
public:
    explicit Linter(const Script &script) : m_script(script), m_problems(script.file) { }

    QList<ScriptProblem> run()
    {
        checkStart();
        checkHead();
        for (const Node &node : m_script.nodes) {
            checkTargets(node);
            checkTexts(node);
            checkAnswers(node);
        }
        if (m_problems.isEmpty()) { // a broken tree would only repeat itself here
            checkReach();
            checkExits();
        }
        return m_problems.sorted();
    }

private:
    void add(int line, const QString &reason) { m_problems.add(line, reason); }

    static QStringList placeholderNames()
    {
        QStringList names;
        for (const PlaceholderInfo &placeholder : allPlaceholders())
            names.append(placeholder.name);
        return names;
    }

    static QString named(const Node &node) { return u"nœud « %1 »"_s.arg(node.id); }

    void checkStart()
    {
        if (!m_script.node(m_script.start))
            add(m_script.lineOf("start"_L1),
                u"« start » nomme un nœud inconnu : « %1 »%2"_s.arg(m_script.start,
                                                                    perhaps(m_script.start, m_script.nodeIds())));
    }

    void checkHead()
    {
        checkTitle(m_script.title, m_script.lineOf("title"_L1), u"script"_s);
        for (const Symptom &symptom : m_script.diagnosis) {
            checkPlaceholders(symptom.reason, symptom.line, u"diagnosis"_s);
            checkLength(symptom.reason, longestReason, symptom.line, u"diagnosis"_s, u"de raison"_s);
        }
    }

    void checkTitle(const QString &title, int line, const QString &where)
    {
        if (title.contains(u'{') || title.contains(u'}'))
            add(line, u"%1 : un titre ne porte pas de valeur entre accolades"_s.arg(where));
        checkLength(title, longestTitle, line, where, u"de titre"_s);
    }

    void checkLength(const QString &text, int longest, int line, const QString &where, const QString &what)
    {
        if (text.size() > longest)
            add(line, u"%1 : %2 caractères %3, %4 au plus"_s.arg(where).arg(text.size()).arg(what).arg(longest));
    }

    void checkTarget(const Node &node, const QString &target, int line)
    {
        if (!m_script.node(target))
            add(line,
                u"%1 : nœud suivant inconnu « %2 »%3"_s.arg(named(node), target, perhaps(target, m_script.nodeIds())));
    }

    void checkTargets(const Node &node)
    {
        if (const auto *say = node.as<SayNode>())
            checkTarget(node, say->next, node.lineOf("next"_L1));
        if (const auto *act = node.as<DoNode>()) {
            checkTarget(node, act->done, node.lineOf("done"_L1));
            checkTarget(node, act->refused, node.lineOf("refused"_L1));
        }
        if (const auto *jump = node.as<GotoNode>(); jump && !jump->back.isEmpty())
            checkTarget(node, jump->back, node.lineOf("back"_L1));
        for (const Branch &branch : branchesOf(node))
            checkTarget(node, branch.next, branch.line);
    }

    void checkTexts(const Node &node)
    {
        checkTitle(node.title, node.lineOf("title"_L1), named(node));
        checkText(node, node.say, "say"_L1, longestSay, u"à dire"_s);
        checkText(node, node.instruct, "instruct"_L1, longestInstruct, u"de consigne"_s);
        if (const auto *check = node.as<CheckNode>())
            checkText(node, check->question, "question"_L1, longestInstruct, u"de question"_s);
        if (const auto *say = node.as<SayNode>())
            checkText(node, say->label, "label"_L1, longestLabel, u"de libellé"_s);
        if (const auto *act = node.as<DoNode>()) {
            checkText(node, act->label, "label"_L1, longestLabel, u"de libellé"_s);
            for (const QString &value : act->with)
                checkText(node, value, "with"_L1, longestDescription, u"de description"_s);
        }
        for (const Branch &branch : branchesOf(node)) {
            checkPlaceholders(branch.label, branch.line, named(node));
            checkLength(branch.label, longestLabel, branch.line, named(node), u"de libellé"_s);
        }
    }

    void checkText(const Node &node, const QString &text, QLatin1StringView key, int longest, const QString &what)
    {
        checkPlaceholders(text, node.lineOf(key), named(node));
        checkLength(text, longest, node.lineOf(key), named(node), what);
    }

    void checkPlaceholders(const QString &text, int line, const QString &where)
    {
        QStringList names = placeholdersIn(text);
        names.removeDuplicates();
        for (const QString &name : std::as_const(names)) {
            if (name.isEmpty())
                add(line, u"%1 : une accolade sans sa pareille"_s.arg(where));
            else if (!isPlaceholder(name))
                add(line, u"%1 : valeur inconnue {%2}%3"_s.arg(where, name, perhaps(name, placeholderNames())));
        }
    }

    void checkAnswers(const Node &node)
    {
        const QList<Branch> branches = branchesOf(node);
        if (branches.size() > mostAnswers)
            add(node.lineOf("answers"_L1), u"%1 : plus de %2 réponses"_s.arg(named(node)).arg(mostAnswers));
        if (node.as<AskNode>() && branches.size() < 2)
            add(node.lineOf("answers"_L1), u"%1 : une question a au moins deux réponses"_s.arg(named(node)));
        if (const auto *check = node.as<CheckNode>())
            checkCoverage(node, *check);
    }

    void checkCoverage(const Node &node, const CheckNode &check)
    {
        const FactInfo &info = factInfo(check.fact);
        QStringList missing;
        for (const FactChoice &choice : info.choices) {
            if (!check.branchFor(choice.code))
                missing.append(choice.code);
        }
        if (!missing.isEmpty())
            add(node.lineOf("answers"_L1), u"%1 : réponse manquante pour %2"_s.arg(named(node), missing.join(u", "_s)));
        if (check.otherwise && check.answers.size() == info.choices.size())
            add(check.otherwise->line,
                u"%1 : « otherwise » ne sert à rien, chaque valeur a sa réponse"_s.arg(named(node)));
    }

    void checkReach()
    {
        QSet<QString> reached;
        QStringList todo{m_script.start};
        while (!todo.isEmpty()) {
            const QString id = todo.takeLast();
            if (reached.contains(id))
                continue;
            reached.insert(id);
            todo += nextNodes(*m_script.node(id));
        }
        for (const Node &node : m_script.nodes) {
            if (!reached.contains(node.id))
                add(node.line, u"%1 : aucun chemin n’y mène"_s.arg(named(node)));
        }
    }

    void checkExits()
    {
        QHash<QString, QList<QString>> leads, refusedOnly;
        QList<QString> exits;
        for (const Node &node : m_script.nodes) {
            const QStringList next = nextNodes(node);
            leads.insert(node.id, next);
            refusedOnly.insert(node.id, node.as<DoNode>() ? next.mid(1) : next); // `done` comes first
            if (next.isEmpty())
                exits.append(node.id);
        }
        const QSet<QString> leaving = reaching(leads, exits);
        const QSet<QString> leavingRefused = reaching(refusedOnly, exits);
        for (const Node &node : m_script.nodes) {
            if (!leaving.contains(node.id))
                add(node.line, u"%1 : boucle sans issue, aucun chemin n’en sort"_s.arg(named(node)));
            else if (node.as<DoNode>() && !leavingRefused.contains(node.id))
                add(node.lineOf("refused"_L1),
                    u"%1 : un refus n’a pas d’issue, il ramène toujours ici"_s.arg(named(node)));
        }
    }

    const Script &m_script;
    ProblemList m_problems;
};

using NodeKey = std::pair<QString, QString>; // script, node

/// Where a goto lands, or an empty pair.
NodeKey landing(const GotoNode &jump, const QHash<QString, ScriptPtr> &byId)
{
    const ScriptPtr script = byId.value(jump.script);
    if (!script)
        return {};
    const QString node = jump.node.isEmpty() ? script->start : jump.node;
    return script->node(node) ? NodeKey(script->id, node) : NodeKey();
}

/// A goto with `back` leads to both: there first, and from the end there to `back`.
QList<NodeKey> steps(const Script &script, const Node &node, const QHash<QString, ScriptPtr> &byId)
{
    QList<NodeKey> all;
    if (const auto *jump = node.as<GotoNode>())
        all.append(landing(*jump, byId));
    for (const QString &id : nextNodes(node))
        all.append(NodeKey(script.id, id));
    return all;
}

QString unknownScript(const QString &id, const QHash<QString, ScriptPtr> &byId, const QStringList &faulty)
{
    return faulty.contains(id) ? u"le script « %1 » est lui-même à corriger"_s.arg(id)
                               : u"le script « %1 » est introuvable%2"_s.arg(id, perhaps(id, byId.keys()));
}

void checkGotos(const Script &script, const QHash<QString, ScriptPtr> &byId, const QStringList &faulty,
                ProblemList &problems)
{
    for (const Node &node : script.nodes) {
        const auto *jump = node.as<GotoNode>();
        if (!jump || !landing(*jump, byId).first.isEmpty())
            continue;
        if (byId.contains(jump->script))
            problems.add(
                node.lineOf("node"_L1),
                u"nœud « %1 » : le script « %2 » n’a pas de nœud « %3 »%4"_s.arg(
                    node.id, jump->script, jump->node, perhaps(jump->node, byId.value(jump->script)->nodeIds())));
        else
            problems.add(node.lineOf("script"_L1),
                         u"nœud « %1 » : %2"_s.arg(node.id, unknownScript(jump->script, byId, faulty)));
    }
}

/// The nodes from which a walk can come to an outcome.
QSet<NodeKey> endingNodes(const QHash<QString, ScriptPtr> &byId)
{
    QHash<NodeKey, QList<NodeKey>> leads;
    QList<NodeKey> ends;
    QSet<NodeKey> needsAll; // with `back`: the other script has to end, and what follows too
    for (const ScriptPtr &script : byId) {
        for (const Node &node : script->nodes) {
            const NodeKey key(script->id, node.id);
            leads.insert(key, steps(*script, node, byId));
            if (node.as<EndNode>())
                ends.append(key);
            if (node.as<GotoNode>())
                needsAll.insert(key);
        }
    }
    return reaching(leads, ends, needsAll);
}

QList<ScriptProblem> checkEndless(const QHash<QString, ScriptPtr> &byId)
{
    QList<ScriptProblem> problems;
    const QSet<NodeKey> ending = endingNodes(byId);
    for (const ScriptPtr &script : byId) {
        ProblemList own(script->file);
        for (const Node &node : script->nodes) {
            if (!ending.contains({script->id, node.id}))
                own.add(node.line, u"nœud « %1 » : boucle sans issue entre scripts"_s.arg(node.id));
        }
        problems += own.sorted();
    }
    return problems;
}

/// Ids and numbers are for one script each; the first to claim one has it.
QList<ScriptProblem> checkNames(const QList<ScriptPtr> &scripts, QHash<QString, ScriptPtr> &byId)
{
    QList<ScriptProblem> problems;
    QHash<int, QString> files;
    const auto add = [&problems](const Script &script, QLatin1StringView key, const QString &reason) {
        ProblemList own(script.file);
        own.add(script.lineOf(key), reason);
        problems += own.sorted();
    };
    for (const ScriptPtr &script : scripts) {
        if (byId.contains(script->id)) {
            add(*script, "id"_L1,
                u"l’identifiant « %1 » est déjà celui de %2"_s.arg(script->id, byId.value(script->id)->file));
            continue;
        }
        byId.insert(script->id, script);
        if (script->number && files.contains(script->number))
            add(*script, "number"_L1,
                u"le numéro %1 est déjà celui de %2"_s.arg(script->number).arg(files.value(script->number)));
        else
            files.insert(script->number, script->file);
    }
    return problems;
}

} // namespace

QList<ScriptProblem> lintScript(const Script &script)
{
    return Linter(script).run();
}

QList<ScriptProblem> lintCatalogue(const QList<ScriptPtr> &scripts, const QStringList &faulty)
{
    QHash<QString, ScriptPtr> byId;
    QList<ScriptProblem> problems = checkNames(scripts, byId);
    for (const ScriptPtr &script : std::as_const(byId)) {
        ProblemList own(script->file);
        checkGotos(*script, byId, faulty, own);
        problems += own.sorted();
    }
    if (problems.isEmpty())
        problems = checkEndless(byId);
    std::stable_sort(problems.begin(), problems.end(), [](const ScriptProblem &a, const ScriptProblem &b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return problems;
}

} // namespace desk
