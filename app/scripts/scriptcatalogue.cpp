// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/scriptcatalogue.h"

#include "app/scripts/frenchtext.h"
#include "app/scripts/scriptlint.h"

#include <QDir>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

ParsedScript parsePublished(const PublishedScript &published)
{
    ParsedScript one = ScriptParser::parse(published.yaml.toUtf8(), published.id + u".yaml"_s, published.version);
    if (one.script && one.script->id != published.id) {
        one.problems.append({published.id + u".yaml"_s, 1, u"publié sous un autre identifiant que le sien"_s});
        one.script.reset();
    }
    return one;
}

bool isSound(const ParsedScript &one)
{
    return one.script && lintScript(*one.script).isEmpty();
}

/// The way into a script that is not there: it ends here, or goes on behind it where the author said how.
Node closedLink(const Node &node, const GotoNode &jump)
{
    Node closed = node;
    if (closed.title.isEmpty())
        closed.title = u"Script indisponible"_s;
    closed.instruct = typography(
        u"Le script « %1 » n’est pas disponible : continuez sans lui et prévenez un superviseur."_s.arg(jump.script));
    if (jump.back.isEmpty())
        closed.body = EndNode{u"unsolved"_s};
    else
        closed.body = SayNode{jump.back, {}};
    return closed;
}

/// The script with its dead links closed, or itself when it has none.
ScriptPtr withoutDeadLinks(const ScriptPtr &script, const QHash<QString, ScriptPtr> &byId)
{
    const auto isDead = [&byId](const GotoNode &jump) {
        const ScriptPtr target = byId.value(jump.script);
        return !target || (!jump.node.isEmpty() && !target->node(jump.node));
    };
    std::shared_ptr<Script> mended;
    for (qsizetype i = 0; i < script->nodes.size(); ++i) {
        const auto *jump = script->nodes.at(i).as<GotoNode>();
        if (!jump || !isDead(*jump))
            continue;
        if (!mended)
            mended = std::make_shared<Script>(*script);
        mended->nodes[i] = closedLink(script->nodes.at(i), *jump);
    }
    return mended ? ScriptPtr(mended) : script;
}

} // namespace

CataloguePtr ScriptCatalogue::fromPublished(const QList<PublishedScript> &scripts)
{
    QMap<QString, QList<PublishedScript>> versions;
    for (const PublishedScript &published : scripts)
        versions[published.id].append(published);
    QList<ParsedScript> parsed;
    for (QList<PublishedScript> &all : versions) {
        std::sort(all.begin(), all.end(),
                  [](const PublishedScript &a, const PublishedScript &b) { return a.version > b.version; });
        parsed.append(parsePublished(all.first()));
        if (isSound(parsed.last()))
            continue;
        for (const PublishedScript &earlier : all.mid(1)) {
            ParsedScript one = parsePublished(earlier);
            if (!isSound(one))
                continue;
            QList<ScriptProblem> problems = parsed.last().problems;
            if (parsed.last().script)
                problems += lintScript(*parsed.last().script);
            problems.append({all.first().id + u".yaml"_s, 1,
                             typography(u"la version %1 n’est pas utilisable, la version %2 reste en service"_s
                                            .arg(all.first().version)
                                            .arg(earlier.version))});
            parsed.last() = {one.script, problems};
            break;
        }
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
    // What is taken out or mended may bring up other things: again until nothing is left to say.
    while (true) {
        const QList<ScriptProblem> found = lintCatalogue(candidates);
        if (found.isEmpty())
            break;
        m_problems += found;
        if (!mend(candidates)) { // only endless ones are left: there is no way out to give them
            QSet<QString> faulty;
            for (const ScriptProblem &problem : found)
                faulty.insert(problem.file);
            candidates.removeIf([&](const ScriptPtr &script) { return faulty.contains(script->file); });
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const ScriptPtr &a, const ScriptPtr &b) {
        return std::tie(a->number, a->title) < std::tie(b->number, b->title);
    });
    m_scripts = candidates;
    for (const ScriptPtr &script : std::as_const(m_scripts))
        m_byId.insert(script->id, script);
}

bool ScriptCatalogue::mend(QList<ScriptPtr> &candidates)
{
    QHash<QString, ScriptPtr> byId;
    bool changed = candidates.removeIf([&](const ScriptPtr &script) {
        const bool twice = byId.contains(script->id);
        if (!twice)
            byId.insert(script->id, script);
        return twice;
    }) > 0;
    for (ScriptPtr &script : candidates) {
        const ScriptPtr mended = withoutDeadLinks(script, byId);
        changed = changed || mended != script;
        script = mended;
    }
    return changed;
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
