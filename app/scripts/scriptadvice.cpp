// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptadvice.h"

#include "app/core/documentkeys.h"
#include "app/scripts/diagnosis.h"
#include "app/scripts/placeholders.h"
#include "app/scripts/yamlfields.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Adviser {
public:
    explicit Adviser(const Script &script) : m_script(script), m_problems(script.file) { }

    QList<ScriptProblem> run()
    {
        for (const Node &node : m_script.nodes) {
            checkLength(node, node.say, u"à dire"_s);
            checkLength(node, node.instruct, u"de consigne"_s);
            checkSameWords(node);
            checkReadOut(node);
        }
        for (const FactInfo &fact : allFacts())
            checkTwice(fact);
        for (const Guard &guard : guards())
            checkGuard(guard);
        checkProfiles();
        checkSilence();
        checkWordings();
        checkDiagnosis();
        return m_problems.sorted();
    }

private:
    void add(const Node &node, const QString &reason)
    {
        m_problems.add(node.line, u"nœud « %1 » : %2"_s.arg(node.id, reason));
    }

    void checkLength(const Node &node, const QString &text, const QString &what)
    {
        if (text.size() > comfortableLength)
            add(node,
                u"%1 caractères %2, plus de %3 se suivent mal"_s.arg(text.size()).arg(what).arg(comfortableLength));
    }

    /// Visits what can follow `from` and is not in `seen` yet; `onward` says where the way goes on from a node.
    void follow(const QStringList &from, QSet<QString> &seen,
                const std::function<QStringList(const Node &)> &onward) const
    {
        QStringList todo = from;
        while (!todo.isEmpty()) {
            const QString id = todo.takeLast();
            const Node *node = m_script.node(id);
            if (!node || seen.contains(id))
                continue;
            seen.insert(id);
            todo += onward(*node);
        }
    }

    // What is carried out, or happens in another script, may change the fact: behind it the test is another one.
    // Each test is named once, with the first one before it.
    void checkTwice(const FactInfo &fact)
    {
        QSet<QString> seen;
        for (const Node &first : m_script.nodes) {
            const auto *check = first.as<CheckNode>();
            if (!check || check->fact != fact.fact)
                continue;
            follow(nextNodes(first), seen, [&](const Node &node) -> QStringList {
                const auto *again = node.as<CheckNode>();
                if (again && again->fact == fact.fact)
                    add(node,
                        u"« %1 » est déjà testé par le nœud « %2 » sur le même chemin"_s.arg(QString(fact.id),
                                                                                             first.id));
                return node.as<DoNode>() || node.as<GotoNode>() ? QStringList() : nextNodes(node);
            });
        }
    }

    /// What only makes sense behind a check with one of these values.
    struct Guard {
        Fact fact;
        QStringList values;
        QStringList placeholders;
    };

    static const QList<Guard> &guards()
    {
        static const QList<Guard> all{
            {Fact::OtherAccount, {u"oui"_s}, {u"autre_compte.identifiant"_s, u"autre_compte.courriel_masque"_s}},
            {Fact::TicketHabilitation, {u"oui"_s}, {u"demande.numero"_s}},
            {Fact::Locked, {u"oui"_s}, {u"compte.deverrouillage"_s, u"compte.verrou"_s}},
            {Fact::SelfService, {u"en_cours"_s}, {u"compte.libre_service_reste"_s}},
            {Fact::OtherExtranet, {u"oui"_s}, {u"compte.autres_extranets"_s}},
            {Fact::HabilitationState, {u"a_venir"_s, u"active"_s}, {u"habilitation.active_le"_s}},
        };
        return all;
    }

    /// The ways on from a node that do not settle what the guard asks for.
    static QStringList unsettled(const Node &node, const Guard &guard)
    {
        const auto *check = node.as<CheckNode>();
        if (!check || check->fact != guard.fact)
            return nextNodes(node);
        QStringList next;
        for (const FactChoice &choice : factInfo(guard.fact).choices) {
            const Branch *branch = check->branchFor(choice.code);
            if (branch && !guard.values.contains(choice.code))
                next.append(branch->next);
        }
        return next;
    }

    void checkGuard(const Guard &guard)
    {
        QSet<QString> seen;
        follow({m_script.start}, seen, [&](const Node &node) {
            for (const QString &name : guard.placeholders) {
                if (textsOf(node).contains(u'{' + name + u'}'))
                    add(node,
                        u"{%1} peut manquer : un chemin y mène sans que « %2 » soit %3"_s.arg(
                            name, QString(factInfo(guard.fact).id), guard.values.join(u" ou "_s)));
            }
            const auto *act = node.as<DoNode>();
            if (act && act->onOtherAccount && guard.fact == Fact::OtherAccount)
                add(node, u"l’autre compte peut manquer : un chemin y mène sans test de habilitation.autre_compte"_s);
            return unsettled(node, guard);
        });
    }

    static QString textsOf(const Node &node)
    {
        QStringList texts{node.say, node.instruct};
        if (const auto *act = node.as<DoNode>())
            texts += QStringList(act->with.values()) << act->label;
        if (const auto *ask = node.as<AskNode>()) {
            for (const Branch &branch : ask->answers)
                texts.append(branch.label);
        }
        return texts.join(u'\n');
    }

    /// What proves who calls is not told to who calls (values are compared, never read out: db/schema/functions/check).
    void checkReadOut(const Node &node)
    {
        for (const QString &name : placeholdersIn(node.say)) {
            if (name.endsWith(".identifiant"_L1) || name.endsWith(".courriel_masque"_L1))
                add(node, u"{%1} est à faire dire par l’appelant, pas à lui lire"_s.arg(name));
        }
    }

    void checkSameWords(const Node &node)
    {
        const auto *ask = node.as<AskNode>();
        QSet<QString> labels;
        for (const Branch &branch : ask ? ask->answers : QList<Branch>()) {
            if (labels.contains(branch.label))
                m_problems.add(branch.line,
                               u"nœud « %1 » : deux réponses se lisent « %2 »"_s.arg(node.id, branch.label));
            labels.insert(branch.label);
        }
    }

    void checkWordings()
    {
        if (m_script.wordings.size() < fewestWordings)
            m_problems.add(
                m_script.lineOf("wordings"_L1),
                u"%1 façon(s) de le dire, %2 au moins pour que la recherche trouve"_s.arg(m_script.wordings.size())
                    .arg(fewestWordings));
    }

    /// The most that can speak for the script at once: of each fact its heaviest value.
    void checkDiagnosis()
    {
        if (m_script.diagnosis.isEmpty())
            return;
        QHash<int, QHash<int, int>> weights; // fact, value
        bool reasoned = false;
        for (const Symptom &symptom : m_script.diagnosis) {
            reasoned = reasoned || (symptom.weight > 0 && !symptom.reason.isEmpty());
            for (const int value : symptom.values)
                weights[int(symptom.fact)][value] += symptom.weight;
        }
        int most = 0;
        for (const auto &values : std::as_const(weights))
            most += std::max(0, *std::max_element(values.cbegin(), values.cend()));
        const int line = m_script.lineOf("diagnosis"_L1);
        if (most < leastWeight)
            m_problems.add(line, u"diagnosis : jamais proposé, %1 au plus pour %2 requis"_s.arg(most).arg(leastWeight));
        if (!reasoned)
            m_problems.add(line, u"diagnosis : jamais proposé, aucune ligne qui parle pour lui n’a de « reason »"_s);
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
            own.insert(factInfo(Fact::AccountProfile).indexOf(codeOf(profile)));
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
            if (who.contains(i)
                && !isForProfile(act.operation, fromCode<Profile>(code).value_or(Profile::Etablissement)))
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
        QSet<QString> seen;
        follow({m_script.start}, seen, [&](const Node &node) {
            if (node.as<EndNode>() && node.say.isEmpty())
                add(node, u"cette fin ne dit rien, et un chemin y mène où l’appelant n’a entendu que des questions"_s);
            const bool speaks = node.as<SayNode>() && !node.say.isEmpty();
            return speaks || node.as<GotoNode>() ? QStringList() : nextNodes(node);
        });
    }

    const Script &m_script;
    ProblemList m_problems;
};

} // namespace

QList<ScriptProblem> adviseScript(const Script &script)
{
    return Adviser(script).run();
}

} // namespace desk
