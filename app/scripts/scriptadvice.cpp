// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptadvice.h"

#include "app/scripts/frenchtext.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Adviser {
public:
    explicit Adviser(const Script &script) : m_script(script) { }

    QList<ScriptProblem> run()
    {
        for (const Node &node : m_script.nodes) {
            checkLength(node, node.say, u"à dire"_s);
            checkLength(node, node.instruct, u"de consigne"_s);
            if (const auto *check = node.as<CheckNode>())
                checkTwice(node, *check);
        }
        checkProfiles();
        checkSilence();
        std::stable_sort(m_problems.begin(), m_problems.end(),
                         [](const ScriptProblem &a, const ScriptProblem &b) { return a.line < b.line; });
        return m_problems;
    }

private:
    void add(const Node &node, const QString &reason)
    {
        m_problems.append({m_script.file, node.line, typography(u"nœud « %1 » : %2"_s.arg(node.id, reason))});
    }

    void checkLength(const Node &node, const QString &text, const QString &what)
    {
        if (text.size() > comfortableLength)
            add(node,
                u"%1 caractères %2, plus de %3 se suivent mal"_s.arg(text.size()).arg(what).arg(comfortableLength));
    }

    /// Visits what can follow `from`; `enter` says whether the way goes on through a node.
    void follow(const QStringList &from, const std::function<bool(const Node &)> &enter) const
    {
        QSet<QString> seen;
        QStringList todo = from;
        while (!todo.isEmpty()) {
            const QString id = todo.takeLast();
            const Node *node = m_script.node(id);
            if (!node || seen.contains(id))
                continue;
            seen.insert(id);
            if (enter(*node))
                todo += nextNodes(*node);
        }
    }

    // What is carried out, or happens in another script, may change the fact: behind it the test is another one.
    void checkTwice(const Node &first, const CheckNode &check)
    {
        follow(nextNodes(first), [&](const Node &node) {
            const auto *again = node.as<CheckNode>();
            if (again && again->fact == check.fact)
                add(node,
                    u"« %1 » est déjà testé par le nœud « %2 » sur le même chemin"_s.arg(
                        QString(factInfo(check.fact).id), first.id));
            return !node.as<DoNode>() && !node.as<GotoNode>();
        });
    }

    using Profiles = QSet<int>;

    static Profiles allProfiles()
    {
        Profiles all;
        for (int i = 0; i < factInfo(Fact::AccountProfile).choices.size(); ++i)
            all.insert(i);
        return all;
    }

    [[nodiscard]] Profiles profilesOfScript() const
    {
        if (m_script.profiles.isEmpty())
            return allProfiles();
        Profiles own;
        for (const Profile profile : m_script.profiles)
            own.insert(factInfo(Fact::AccountProfile).indexOf(profileCode(profile)));
        return own;
    }

    /// The profiles that go on to each node from `node`, of those that came to it.
    [[nodiscard]] QHash<QString, Profiles> onward(const Node &node, const Profiles &came) const
    {
        QHash<QString, Profiles> on;
        const auto *check = node.as<CheckNode>();
        if (!check || check->fact != Fact::AccountProfile) {
            for (const QString &next : nextNodes(node))
                on[next] += came;
            return on;
        }
        const FactInfo &info = factInfo(check->fact);
        for (const int profile : came) {
            if (const Branch *branch = check->branchFor(info.choices.at(profile).code))
                on[branch->next].insert(profile);
        }
        return on;
    }

    void checkProfiles()
    {
        QHash<QString, Profiles> reached{{m_script.start, profilesOfScript()}};
        QStringList todo{m_script.start};
        while (!todo.isEmpty()) {
            const QString id = todo.takeLast();
            const Node *node = m_script.node(id);
            if (!node)
                continue;
            const auto on = onward(*node, reached.value(id));
            for (auto it = on.cbegin(); it != on.cend(); ++it) {
                Profiles &there = reached[it.key()];
                if (!there.contains(it.value())) {
                    there += it.value();
                    todo.append(it.key());
                }
            }
        }
        for (const Node &node : m_script.nodes) {
            if (const auto *act = node.as<DoNode>())
                checkOffer(node, *act, reached.value(node.id));
        }
    }

    void checkOffer(const Node &node, const DoNode &act, const Profiles &who)
    {
        QStringList without;
        for (int i = 0; i < factInfo(Fact::AccountProfile).choices.size(); ++i) {
            const QString code = factInfo(Fact::AccountProfile).choices.at(i).code;
            if (who.contains(i) && !isForProfile(act.operation, profileFromCode(code)))
                without.append(code);
        }
        if (!without.isEmpty())
            add(node,
                u"« %1 » est proposé à un profil qui ne peut pas l’avoir : %2"_s.arg(
                    QString(scriptOperationInfo(act.operation).kind), without.join(u", "_s)));
    }

    // A question is no answer: the caller hears one when something is said, or when the walk goes on elsewhere.
    void checkSilence()
    {
        follow({m_script.start}, [&](const Node &node) {
            if (node.as<EndNode>() && node.say.isEmpty())
                add(node, u"un chemin y mène sans que rien ne soit dit à l’appelant"_s);
            const bool speaks = node.as<SayNode>() && !node.say.isEmpty();
            return !speaks && !node.as<GotoNode>();
        });
    }

    const Script &m_script;
    QList<ScriptProblem> m_problems;
};

} // namespace

QList<ScriptProblem> adviseScript(const Script &script)
{
    return Adviser(script).run();
}

} // namespace desk
