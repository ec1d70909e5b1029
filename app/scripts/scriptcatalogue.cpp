// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptcatalogue.h"

#include "app/scripts/scriptlint.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

CataloguePtr ScriptCatalogue::fromPublished(const QList<PublishedScript> &scripts)
{
    QList<ParsedScript> parsed;
    for (const PublishedScript &published : scripts) {
        ParsedScript one = ScriptParser::parse(published.yaml.toUtf8(), published.id + u".yaml"_s, published.version);
        if (one.script && one.script->id != published.id) {
            one.problems.append({published.id + u".yaml"_s, 1, u"publié sous un autre identifiant que le sien"_s});
            one.script.reset();
        }
        parsed.append(one);
    }
    return fromParsed(parsed);
}

CataloguePtr ScriptCatalogue::fromFolder(const QString &folder)
{
    QList<ParsedScript> parsed;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name))
        parsed.append(ScriptParser::parseFile(dir.filePath(name)));
    return fromParsed(parsed);
}

CataloguePtr ScriptCatalogue::fromParsed(const QList<ParsedScript> &parsed)
{
    auto catalogue = std::make_shared<ScriptCatalogue>();
    QList<ScriptPtr> candidates;
    for (const ParsedScript &one : parsed) {
        catalogue->m_problems += one.problems;
        if (!one.script)
            continue;
        const QList<ScriptProblem> found = lintScript(*one.script);
        catalogue->m_problems += found;
        if (found.isEmpty())
            candidates.append(one.script);
    }
    catalogue->keepSound(candidates);
    return catalogue;
}

void ScriptCatalogue::keepSound(QList<ScriptPtr> candidates)
{
    // Leaving one out may leave others without their goto: again until nothing is left to say.
    while (true) {
        const QList<ScriptProblem> found = lintCatalogue(candidates);
        if (found.isEmpty())
            break;
        m_problems += found;
        QSet<QString> faulty;
        for (const ScriptProblem &problem : found)
            faulty.insert(problem.file);
        const qsizetype before = candidates.size();
        candidates.removeIf([&](const ScriptPtr &script) { return faulty.contains(script->file); });
        if (candidates.size() == before)
            break;
    }
    std::sort(candidates.begin(), candidates.end(), [](const ScriptPtr &a, const ScriptPtr &b) {
        return std::tie(a->number, a->title) < std::tie(b->number, b->title);
    });
    m_scripts = candidates;
    for (const ScriptPtr &script : std::as_const(m_scripts))
        m_byId.insert(script->id, script);
}

QList<ScriptPtr> ScriptCatalogue::reachableFrom(const QString &id) const
{
    QList<ScriptPtr> found;
    QStringList todo{id};
    while (!todo.isEmpty()) {
        const ScriptPtr next = script(todo.takeLast());
        if (!next || found.contains(next))
            continue;
        found.append(next);
        for (const Node &node : next->nodes) {
            if (const auto *jump = node.as<GotoNode>())
                todo.append(jump->script);
        }
    }
    return found;
}

} // namespace desk
