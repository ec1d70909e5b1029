// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/yamlfields.h"

#include "app/scripts/frenchtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostProblems = 50; ///< of one file; a file with more is not a script with mistakes

} // namespace

void ProblemList::add(int line, const QString &reason)
{
    if (m_problems.size() < mostProblems)
        m_problems.append({m_file, line, messageText(reason)});
}

QList<ScriptProblem> ProblemList::sorted() const
{
    QList<ScriptProblem> problems = m_problems;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const ScriptProblem &a, const ScriptProblem &b) { return a.line < b.line; });
    return problems;
}

bool isScriptName(const QString &text, bool dotted)
{
    // Not "$": it also matches before a line end.
    static const QRegularExpression plain(u"\\A[a-z][a-z0-9_]{0,39}\\z"_s);
    static const QRegularExpression withDots(u"\\A[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*\\z"_s);
    static const QSet<QString> booleans{u"yes"_s, u"no"_s,   u"y"_s,     u"n"_s,   u"on"_s,
                                        u"off"_s, u"true"_s, u"false"_s, u"null"_s};
    return text.size() <= 60 && !booleans.contains(text) && (dotted ? withDots : plain).match(text).hasMatch();
}

YamlFields::YamlFields(const YamlNode &map, QString what, ProblemList &problems)
    : m_map(map), m_what(std::move(what)), m_problems(problems)
{
}

const YamlNode *YamlFields::optional(QLatin1StringView key)
{
    if (!m_known.contains(key))
        m_known.append(key);
    for (const auto &[name, value] : m_map.entries) {
        if (name.text == key)
            return &value;
    }
    return nullptr;
}

const YamlNode *YamlFields::required(QLatin1StringView key)
{
    const YamlNode *value = optional(key);
    if (!value)
        m_problems.add(m_map.line, u"%1 : la clé « %2 » manque"_s.arg(m_what, key));
    return value;
}

bool YamlFields::isText(const YamlNode &node, const QString &meaning)
{
    if (node.isText())
        return true;
    m_problems.add(node.line, u"%1 : « %2 » doit être un texte non vide"_s.arg(m_what, meaning));
    return false;
}

QString YamlFields::text(QLatin1StringView key, bool isRequired)
{
    const YamlNode *value = isRequired ? required(key) : optional(key);
    return value && isText(*value, key) ? typography(value->text) : QString();
}

QString YamlFields::name(QLatin1StringView key, bool isRequired, bool dotted)
{
    const YamlNode *value = isRequired ? required(key) : optional(key);
    if (!value || !isText(*value, key))
        return {};
    if (isScriptName(value->text, dotted))
        return value->text;
    m_problems.add(value->line,
                   u"%1 : « %2 » n’est pas un nom admis pour « %3 » (lettres minuscules, chiffres, _)"_s.arg(
                       m_what, value->text, key));
    return {};
}

std::optional<int> YamlFields::integer(QLatin1StringView key)
{
    const YamlNode *value = optional(key);
    if (!value)
        return std::nullopt;
    bool ok = false;
    const int number = value->text.toInt(&ok);
    if (value->kind == YamlNode::Kind::Scalar && ok)
        return number;
    m_problems.add(value->line, u"%1 : « %2 » doit être un nombre entier"_s.arg(m_what, key));
    return std::nullopt;
}

QDate YamlFields::date(QLatin1StringView key)
{
    const YamlNode *value = optional(key);
    if (!value)
        return {};
    const QDate day = value->kind == YamlNode::Kind::Scalar ? QDate::fromString(value->text, u"yyyy-MM-dd"_s) : QDate();
    if (!day.isValid())
        m_problems.add(value->line, u"%1 : « %2 » doit être une date de la forme 2020-03-20"_s.arg(m_what, key));
    return day;
}

QList<YamlNode> YamlFields::list(QLatin1StringView key)
{
    const YamlNode *value = optional(key);
    if (!value)
        return {};
    QList<YamlNode> found;
    if (value->kind == YamlNode::Kind::List) {
        for (const YamlNode &item : value->items) {
            if (isText(item, key))
                found.append(item);
        }
        if (value->items.empty())
            m_problems.add(value->line, u"%1 : la liste « %2 » est vide"_s.arg(m_what, key));
    } else if (isText(*value, key)) {
        found.append(*value);
    }
    return found;
}

QHash<QString, int> YamlFields::lines() const
{
    QHash<QString, int> all;
    for (const auto &[name, value] : m_map.entries)
        all.insert(name.text, name.line);
    return all;
}

void YamlFields::finish()
{
    for (const auto &[name, value] : m_map.entries) {
        if (!m_known.contains(name.text)) {
            m_problems.add(
                name.line,
                u"%1 : clé inconnue « %2 » ; clés possibles : %3"_s.arg(m_what, name.text, m_known.join(u", "_s)));
        }
    }
}

} // namespace desk
