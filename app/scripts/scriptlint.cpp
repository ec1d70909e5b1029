// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptlint.h"

#include "app/scripts/frenchtext.h"
#include "app/scripts/placeholders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Those of `leads` from which one of `goals` can be reached, the goals included. Linear: files come from people.
template <class Key> QSet<Key> reaching(const QHash<Key, QList<Key>> &leads, const QList<Key> &goals)
{
    QHash<Key, QList<Key>> before;
    for (auto it = leads.cbegin(); it != leads.cend(); ++it) {
        for (const Key &next : it.value())
            before[next].append(it.key());
    }
    QSet<Key> found;
    QList<Key> todo = goals;
    while (!todo.isEmpty()) {
        const Key one = todo.takeLast();
        if (found.contains(one))
            continue;
        found.insert(one);
        todo += before.value(one);
    }
    return found;
}

class Linter {
public:
    explicit Linter(const Script &script) : m_script(script) { }

    QList<ScriptProblem> run()
    {
        checkStart();
        for (const Node &node : m_script.nodes) {
            checkTargets(node);
            checkTexts(node);
            checkAnswers(node);
        }
        for (const Symptom &symptom : m_script.diagnosis)
            checkPlaceholders(symptom.reason, symptom.line, u"diagnosis"_s);
        if (m_problems.isEmpty()) { // a broken tree would only repeat itself here
            checkReach();
            checkExits();
        }
        std::stable_sort(m_problems.begin(), m_problems.end(),
                         [](const ScriptProblem &a, const ScriptProblem &b) { return a.line < b.line; });
        return m_problems;
    }

private:
    void add(int line, const QString &reason) { m_problems.append({m_script.file, line, typography(reason)}); }

    static QString named(const Node &node) { return u"nœud « %1 »"_s.arg(node.id); }

    void checkStart()
    {
        if (!m_script.node(m_script.start))
            add(1, u"« start » nomme un nœud inconnu : « %1 »"_s.arg(m_script.start));
    }

    void checkTargets(const Node &node)
    {
        const auto check = [&](const QString &target, int line) {
            if (!m_script.node(target))
                add(line, u"%1 : nœud suivant inconnu « %2 »"_s.arg(named(node), target));
        };
        const auto checkAll = [&](const QList<Branch> &branches) {
            for (const Branch &branch : branches)
                check(branch.next, branch.line);
        };
        if (const auto *say = node.as<SayNode>())
            check(say->next, node.line);
        if (const auto *ask = node.as<AskNode>())
            checkAll(ask->answers);
        if (const auto *fact = node.as<CheckNode>()) {
            checkAll(fact->answers);
            if (fact->otherwise)
                check(fact->otherwise->next, fact->otherwise->line);
        }
        if (const auto *act = node.as<DoNode>()) {
            check(act->done, node.line);
            check(act->refused, node.line);
            checkAll(act->answers);
        }
        if (const auto *jump = node.as<GotoNode>(); jump && !jump->back.isEmpty())
            check(jump->back, node.line);
    }

    void checkTexts(const Node &node)
    {
        if (node.title.contains(u'{'))
            add(node.line, u"%1 : un titre ne porte pas de valeur entre accolades"_s.arg(named(node)));
        QStringList texts{node.say, node.instruct};
        if (const auto *fact = node.as<CheckNode>())
            texts.append(fact->question);
        if (const auto *say = node.as<SayNode>())
            texts.append(say->label);
        if (const auto *act = node.as<DoNode>())
            texts += QStringList{act->label} + act->with.values();
        for (const QString &text : texts)
            checkPlaceholders(text, node.line, named(node));
        if (node.say.size() > longestSay)
            add(node.line,
                u"%1 : %2 caractères à dire, %3 au plus"_s.arg(named(node)).arg(node.say.size()).arg(longestSay));
        if (node.instruct.size() > longestInstruct)
            add(node.line,
                u"%1 : %2 caractères de consigne, %3 au plus"_s.arg(named(node))
                    .arg(node.instruct.size())
                    .arg(longestInstruct));
    }

    void checkPlaceholders(const QString &text, int line, const QString &where)
    {
        for (const QString &name : placeholdersIn(text)) {
            if (name.isEmpty())
                add(line, u"%1 : une accolade sans sa pareille"_s.arg(where));
            else if (!isPlaceholder(name))
                add(line, u"%1 : valeur inconnue {%2}"_s.arg(where, name));
        }
    }

    void checkAnswers(const Node &node)
    {
        const QList<Branch> *branches = nullptr;
        if (const auto *ask = node.as<AskNode>())
            branches = &ask->answers;
        if (const auto *act = node.as<DoNode>())
            branches = &act->answers;
        if (const auto *check = node.as<CheckNode>()) {
            branches = &check->answers;
            checkCoverage(node, *check);
        }
        if (!branches)
            return;
        if (branches->size() > mostAnswers)
            add(node.line, u"%1 : plus de %2 réponses"_s.arg(named(node)).arg(mostAnswers));
        for (const Branch &branch : *branches)
            checkPlaceholders(branch.label, branch.line, named(node));
        if (node.as<AskNode>() && branches->size() < 2)
            add(node.line, u"%1 : une question a au moins deux réponses"_s.arg(named(node)));
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
            add(node.line, u"%1 : réponse manquante pour %2"_s.arg(named(node), missing.join(u", "_s)));
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
        QHash<QString, QList<QString>> leads;
        QList<QString> exits;
        for (const Node &node : m_script.nodes) {
            leads.insert(node.id, nextNodes(node));
            if (node.as<EndNode>() || node.as<GotoNode>())
                exits.append(node.id);
        }
        const QSet<QString> leaving = reaching(leads, exits);
        for (const Node &node : m_script.nodes) {
            if (!leaving.contains(node.id))
                add(node.line, u"%1 : boucle sans issue, aucun chemin n’en sort"_s.arg(named(node)));
        }
    }

    const Script &m_script;
    QList<ScriptProblem> m_problems;
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

QList<NodeKey> steps(const Script &script, const Node &node, const QHash<QString, ScriptPtr> &byId)
{
    QList<NodeKey> all;
    if (const auto *jump = node.as<GotoNode>()) {
        all.append(landing(*jump, byId)); // its `back` is only reached once that script has ended
        return all;
    }
    for (const QString &id : nextNodes(node))
        all.append(NodeKey(script.id, id));
    return all;
}

void checkGotos(const QHash<QString, ScriptPtr> &byId, QList<ScriptProblem> &problems)
{
    for (const ScriptPtr &script : byId) {
        for (const Node &node : script->nodes) {
            const auto *jump = node.as<GotoNode>();
            if (!jump || !landing(*jump, byId).first.isEmpty())
                continue;
            const QString reason = !byId.contains(jump->script)
                ? u"nœud « %1 » : le script « %2 » n’existe pas ou n’est pas utilisable"_s.arg(node.id, jump->script)
                : u"nœud « %1 » : le script « %2 » n’a pas de nœud « %3 »"_s.arg(node.id, jump->script, jump->node);
            problems.append({script->file, node.line, typography(reason)});
        }
    }
}

void checkEndless(const QHash<QString, ScriptPtr> &byId, QList<ScriptProblem> &problems)
{
    QHash<NodeKey, QList<NodeKey>> leads;
    QList<NodeKey> ends;
    for (const ScriptPtr &script : byId) {
        for (const Node &node : script->nodes) {
            leads.insert({script->id, node.id}, steps(*script, node, byId));
            if (node.as<EndNode>())
                ends.append({script->id, node.id});
        }
    }
    const QSet<NodeKey> leaving = reaching(leads, ends);
    for (const ScriptPtr &script : byId) {
        for (const Node &node : script->nodes) {
            if (!leaving.contains({script->id, node.id}))
                problems.append({script->file, node.line,
                                 typography(u"nœud « %1 » : boucle sans issue entre scripts"_s.arg(node.id))});
        }
    }
}

} // namespace

QList<ScriptProblem> lintScript(const Script &script)
{
    return Linter(script).run();
}

QList<ScriptProblem> lintCatalogue(const QList<ScriptPtr> &scripts)
{
    QList<ScriptProblem> problems;
    QHash<QString, ScriptPtr> byId;
    for (const ScriptPtr &script : scripts) {
        if (byId.contains(script->id))
            problems.append({script->file, 1,
                             typography(u"l’identifiant « %1 » est déjà celui de %2"_s.arg(
                                 script->id, byId.value(script->id)->file))});
        else
            byId.insert(script->id, script);
    }
    checkGotos(byId, problems);
    if (problems.isEmpty())
        checkEndless(byId, problems);
    std::stable_sort(problems.begin(), problems.end(), [](const ScriptProblem &a, const ScriptProblem &b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return problems;
}

} // namespace desk
