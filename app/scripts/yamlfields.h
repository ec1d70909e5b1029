// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/stepview.h"
#include "app/scripts/yamltree.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace desk {

/// Where the reading of one script says what is wrong.
class ProblemList {
public:
    explicit ProblemList(QString file) : m_file(std::move(file)) { }
    void add(int line, const QString &reason);
    [[nodiscard]] bool isEmpty() const { return m_problems.isEmpty(); }
    [[nodiscard]] QList<ScriptProblem> sorted() const;

private:
    QString m_file;
    QList<ScriptProblem> m_problems;
};

/// The keys of one map, read one by one; what nobody asked for is an unknown key. `what` names the map in messages.
class YamlFields {
public:
    YamlFields(const YamlNode &map, QString what, ProblemList &problems);

    [[nodiscard]] int line() const { return m_map.line; }
    /// nullptr when the key is not there.
    const YamlNode *optional(QLatin1StringView key);
    /// A missing key is a problem.
    const YamlNode *required(QLatin1StringView key);
    /// Text made typographic; empty when missing. What is there and is not a text is a problem.
    QString text(QLatin1StringView key, bool isRequired = false);
    /// A name as written in scripts: small letters, digits, underscore, dots when allowed.
    QString name(QLatin1StringView key, bool isRequired = false, bool dotted = false);
    std::optional<int> integer(QLatin1StringView key);
    QDate date(QLatin1StringView key);
    /// A list of names or texts; one alone may stand without its dash.
    QList<YamlNode> list(QLatin1StringView key);
    /// To be called last: reports the keys nobody asked for.
    void finish();
    [[nodiscard]] QHash<QString, int> lines() const; ///< of each key

    /// False, with a problem, when `node` is not a non-empty text.
    bool isText(const YamlNode &node, const QString &meaning);

private:
    const YamlNode &m_map;
    QString m_what;
    ProblemList &m_problems;
    QStringList m_known;
};

/// [a-z][a-z0-9_]*, at most 40, and no word that YAML takes for true, false or nothing; with dots between when
/// `dotted`.
[[nodiscard]] bool isScriptName(const QString &text, bool dotted = false);

} // namespace desk
