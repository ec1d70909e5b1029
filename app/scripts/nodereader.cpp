// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/nodereader.h"

#include "app/scripts/slips.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QStringList factIds()
{
    QStringList ids;
    for (const FactInfo &info : allFacts())
        ids.append(info.id);
    return ids;
}

QStringList outcomeCodes()
{
    QStringList codes;
    for (const WalkOutcome &outcome : walkOutcomes())
        codes.append(outcome.code);
    return codes;
}

QStringList operationKinds()
{
    QStringList kinds;
    for (const ScriptOperationInfo &operation : scriptOperations())
        kinds.append(operation.kind);
    return kinds;
}

QString codesOf(const FactInfo &info)
{
    QStringList codes;
    for (const FactChoice &choice : info.choices)
        codes.append(choice.code);
    return codes.join(u", "_s);
}

class NodeReader {
public:
    NodeReader(const YamlNode &key, const YamlNode &map, ProblemList &problems)
        : m_problems(problems), m_what(u"nœud « %1 »"_s.arg(key.text)), m_fields(map, m_what, problems)
    {
        m_node.id = key.text;
        m_node.line = key.line;
        m_node.keyLines = m_fields.lines();
    }

    Node read()
    {
        const QString kind = m_fields.name("kind"_L1, true);
        m_node.title = m_fields.text("title"_L1, kind != "goto"_L1);
        m_node.say = m_fields.text("say"_L1);
        m_node.instruct = m_fields.text("instruct"_L1);
        if (!readBody(kind))
            return m_node;
        if (!m_fields.optional("say"_L1) && !m_fields.optional("instruct"_L1) && (kind == "say"_L1 || kind == "ask"_L1))
            m_problems.add(m_node.line, u"%1 : ni « say » ni « instruct » : rien à dire ni à faire"_s.arg(m_what));
        m_fields.finish();
        return m_node;
    }

private:
    bool readBody(const QString &kind)
    {
        if (kind == "say"_L1)
            m_node.body = SayNode{next("next"_L1), m_fields.text("label"_L1)};
        else if (kind == "ask"_L1)
            m_node.body = AskNode{branches(true, nullptr)};
        else if (kind == "check"_L1)
            m_node.body = check();
        else if (kind == "do"_L1)
            m_node.body = act();
        else if (kind == "goto"_L1)
            m_node.body = jump();
        else if (kind == "end"_L1)
            m_node.body = end();
        else {
            if (!kind.isEmpty())
                m_problems.add(lineOf("kind"_L1),
                               u"%1 : genre « %2 » inconnu ; genres possibles : say, ask, check, do, goto, end"_s.arg(
                                   m_what, kind));
            return false;
        }
        return true;
    }

    QString next(QLatin1StringView key) { return m_fields.name(key, true); }

    CheckNode check()
    {
        CheckNode body;
        const FactInfo *info = readFact(m_fields.required("fact"_L1));
        body.question = m_fields.text("question"_L1);
        body.assume = m_fields.name("assume"_L1);
        if (info)
            body.fact = info->fact;
        if (info && !body.assume.isEmpty() && info->indexOf(body.assume) < 0)
            m_problems.add(lineOf("assume"_L1),
                           u"%1 : « %2 » n’est pas une valeur de %3 ; valeurs : %4"_s.arg(m_what, body.assume, info->id,
                                                                                          codesOf(*info)));
        if (info)
            body.answers = branches(true, info);
        else
            m_fields.optional("answers"_L1); // whether they fit cannot be told
        if (const YamlNode *other = m_fields.optional("otherwise"_L1))
            body.otherwise = branch(QString(), *other, u"Autre"_s);
        return body;
    }

    const FactInfo *readFact(const YamlNode *value)
    {
        if (!value || !m_fields.isText(*value, u"fact"_s))
            return nullptr;
        if (const auto fact = factFromId(value->text))
            return &factInfo(*fact);
        m_problems.add(value->line,
                       u"%1 : fait inconnu « %2 »%3"_s.arg(m_what, value->text, perhaps(value->text, factIds())));
        return nullptr;
    }

    DoNode act()
    {
        DoNode body;
        const QString kind = m_fields.name("operation"_L1, true, true);
        const auto operation = scriptOperationFromKind(kind);
        if (!operation && !kind.isEmpty())
            m_problems.add(lineOf("operation"_L1),
                           u"%1 : opération inconnue « %2 »%3"_s.arg(m_what, kind, perhaps(kind, operationKinds())));
        body.operation = operation.value_or(ScriptOperation::Unlock);
        const ScriptOperationInfo &info = scriptOperationInfo(body.operation);
        if (const QString whose = m_fields.name("account"_L1); !whose.isEmpty() && whose != "compte"_L1) {
            body.onOtherAccount = whose == "autre_compte"_L1;
            if (!body.onOtherAccount)
                m_problems.add(lineOf("account"_L1), u"%1 : « account » vaut compte ou autre_compte"_s.arg(m_what));
        }
        body.label = m_fields.text("label"_L1);
        if (body.label.isEmpty())
            body.label = info.label.toString();
        body.reason = m_fields.name("reason"_L1);
        if (!body.reason.isEmpty() && !operationReasons().contains(body.reason))
            m_problems.add(lineOf("reason"_L1),
                           u"%1 : motif d’opération inconnu « %2 » ; possibles : %3"_s.arg(
                               m_what, body.reason, operationReasons().join(u", "_s)));
        if (const YamlNode *with = m_fields.optional("with"_L1))
            body.with = parameters(*with, info);
        for (const QLatin1StringView needed : info.required) {
            if (operation && !body.with.contains(needed))
                m_problems.add(lineOf("operation"_L1),
                               u"%1 : l’opération %2 demande « with: { %3: … } »"_s.arg(m_what, kind, needed));
        }
        body.done = next("done"_L1);
        body.refused = next("refused"_L1);
        body.answers = branches(false, nullptr);
        return body;
    }

    QHash<QString, QString> parameters(const YamlNode &map, const ScriptOperationInfo &info)
    {
        QHash<QString, QString> found;
        if (map.kind != YamlNode::Kind::Map) {
            m_problems.add(map.line, u"%1 : « with » doit être une suite de clés"_s.arg(m_what));
            return found;
        }
        for (const auto &[key, value] : map.entries) {
            if (!info.parameters.contains(key.text))
                m_problems.add(key.line,
                               u"%1 : l’opération %2 n’a pas de paramètre « %3 »"_s.arg(m_what, info.kind, key.text));
            else if (info.switches.contains(key.text) && value.text != "oui"_L1 && value.text != "non"_L1)
                m_problems.add(value.line, u"%1 : « %2 » vaut oui ou non"_s.arg(m_what, key.text));
            else if (m_fields.isText(value, key.text))
                found.insert(key.text, value.text);
        }
        if (const QString motif = found.value(u"motif"_s); !motif.isEmpty() && !ticketMotifs().contains(motif))
            m_problems.add(
                map.line,
                u"%1 : motif inconnu « %2 » ; possibles : %3"_s.arg(m_what, motif, ticketMotifs().join(u", "_s)));
        return found;
    }

    GotoNode jump()
    {
        if (!m_node.say.isEmpty() || !m_node.instruct.isEmpty())
            m_problems.add(m_node.line, u"%1 : un goto ne porte pas de texte"_s.arg(m_what));
        return {m_fields.name("script"_L1, true), m_fields.name("node"_L1), m_fields.name("back"_L1)};
    }

    EndNode end()
    {
        const QString outcome = m_fields.name("outcome"_L1, true);
        if (!outcome.isEmpty() && !outcomeCodes().contains(outcome))
            m_problems.add(lineOf("outcome"_L1),
                           u"%1 : issue inconnue « %2 »%3"_s.arg(m_what, outcome, perhaps(outcome, outcomeCodes())));
        return {outcome};
    }

    QList<Branch> branches(bool required, const FactInfo *fact)
    {
        const YamlNode *map = required ? m_fields.required("answers"_L1) : m_fields.optional("answers"_L1);
        QList<Branch> found;
        if (!map)
            return found;
        if (map->kind != YamlNode::Kind::Map || map->entries.empty()) {
            m_problems.add(map->line, u"%1 : « answers » doit nommer au moins une réponse"_s.arg(m_what));
            return found;
        }
        for (const auto &[key, value] : map->entries) {
            const int index = fact ? fact->indexOf(key.text) : -1;
            if (fact && index < 0) {
                m_problems.add(key.line,
                               u"%1 : « %2 » n’est pas une valeur de %3 ; valeurs : %4"_s.arg(
                                   m_what, key.text, fact->id, codesOf(*fact)));
                continue;
            }
            if (reservedAnswers().contains(key.text))
                m_problems.add(key.line,
                               u"%1 : le nom de réponse « %2 » est réservé à la console, en prendre un autre"_s.arg(
                                   m_what, key.text));
            else if (!isScriptName(key.text))
                m_problems.add(key.line,
                               u"%1 : « %2 » n’est pas un nom de réponse admis (lettres minuscules, chiffres, _)"_s.arg(
                                   m_what, key.text));
            found.append(branch(key.text, value, index < 0 ? QString() : fact->choices.at(index).label.toString()));
            found.last().line = key.line;
        }
        return found;
    }

    /// `defaultLabel`: what a branch written as a bare node name is called; empty when it must be written in full.
    Branch branch(const QString &id, const YamlNode &value, const QString &defaultLabel)
    {
        Branch found{id, defaultLabel, {}, value.line};
        if (value.kind == YamlNode::Kind::Scalar && !defaultLabel.isEmpty() && isScriptName(value.text)) {
            found.next = value.text;
            return found;
        }
        if (value.kind != YamlNode::Kind::Map) {
            m_problems.add(value.line, u"%1, réponse « %2 » : écrire { label: …, next: … }"_s.arg(m_what, id));
            return found;
        }
        YamlFields fields(value, u"%1, réponse « %2 »"_s.arg(m_what, id), m_problems);
        const QString label = fields.text("label"_L1, defaultLabel.isEmpty());
        if (!label.isEmpty())
            found.label = label;
        found.next = fields.name("next"_L1, true);
        fields.finish();
        return found;
    }

    int lineOf(QLatin1StringView key)
    {
        const YamlNode *value = m_fields.optional(key);
        return value ? value->line : m_node.line;
    }

    ProblemList &m_problems;
    QString m_what;
    YamlFields m_fields;
    Node m_node;
};

} // namespace

Node readNode(const YamlNode &key, const YamlNode &value, ProblemList &problems)
{
    if (!isScriptName(key.text))
        problems.add(key.line,
                     u"« %1 » n’est pas un nom de nœud admis (lettres minuscules, chiffres, _)"_s.arg(key.text));
    if (value.kind != YamlNode::Kind::Map) {
        problems.add(value.line, u"nœud « %1 » : une suite de clés est attendue"_s.arg(key.text));
        return {};
    }
    return NodeReader(key, value, problems).read();
}

Symptom readSymptom(const YamlNode &value, ProblemList &problems)
{
    Symptom symptom;
    symptom.line = value.line;
    if (value.kind != YamlNode::Kind::Map) {
        problems.add(value.line, u"diagnosis : écrire { fact: …, is: …, weight: …, reason: … }"_s);
        return symptom;
    }
    YamlFields fields(value, u"diagnosis"_s, problems);
    const QString id = fields.name("fact"_L1, true, true);
    const auto fact = factFromId(id);
    if (!fact && !id.isEmpty())
        problems.add(value.line, u"diagnosis : fait inconnu « %1 »%2"_s.arg(id, perhaps(id, factIds())));
    fields.required("is"_L1);
    symptom.fact = fact.value_or(Fact::EstablishmentKnown);
    const auto values = fields.list("is"_L1);
    for (const YamlNode &code : values) {
        const int index = fact ? factInfo(*fact).indexOf(code.text) : 0;
        if (index < 0)
            problems.add(code.line,
                         u"diagnosis : « %1 » n’est pas une valeur de %2 ; valeurs : %3"_s.arg(
                             code.text, id, codesOf(factInfo(*fact))));
        symptom.values.insert(index);
    }
    fields.required("weight"_L1);
    symptom.weight = fields.integer("weight"_L1).value_or(0);
    if (symptom.weight < -100 || symptom.weight > 100 || symptom.weight == 0)
        problems.add(value.line, u"diagnosis : « weight » est un nombre de -100 à 100, sauf 0"_s);
    symptom.reason = fields.text("reason"_L1);
    fields.finish();
    return symptom;
}

} // namespace desk
