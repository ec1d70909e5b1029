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

/// Of one script: the version to use, and the earlier ones that could still take its place.
struct Versions {
    QList<PublishedScript> waiting;
    ParsedScript taken;

    /// The newest that is sound; the newest with what is wrong with it when none is.
    void takeNewestSound()
    {
        std::sort(waiting.begin(), waiting.end(),
                  [](const PublishedScript &a, const PublishedScript &b) { return a.version > b.version; });
        if (waiting.isEmpty())
            return;
        const int newest = m_newest.value_or(waiting.first().version);
        m_newest = newest;
        ParsedScript first;
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            ParsedScript one = parsePublished(waiting.at(i));
            if (i == 0 && one.script)
                one.problems += lintScript(*one.script);
            if (i == 0)
                first = one;
            if (!isSound(one))
                continue;
            const PublishedScript chosen = waiting.at(i);
            taken = {one.script, m_said + (i > 0 ? first.problems : QList<ScriptProblem>())};
            if (chosen.version != newest)
                taken.problems.append(
                    {chosen.id + u".yaml"_s, 1,
                     typography(u"la version %1 n’est pas utilisable, la version %2 reste en service"_s.arg(newest).arg(
                         chosen.version))});
            waiting.remove(0, i + 1);
            return;
        }
        waiting.clear();
        taken = {nullptr, m_said + first.problems};
    }

    /// The others cannot do with it: what they said of it is kept.
    void dropTaken(const QList<ScriptProblem> &problems)
    {
        for (const ScriptProblem &problem : problems) {
            const bool said = std::any_of(m_said.cbegin(), m_said.cend(),
                                          [&](const ScriptProblem &p) { return p.line == problem.line; });
            if (problem.file == taken.script->file && !said) // what follows from the first is no news
                m_said.append(problem);
        }
    }

private:
    QList<ScriptProblem> m_said;
    std::optional<int> m_newest;
};

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

/// The script, without its number when another one has it.
ScriptPtr withItsOwnNumber(const ScriptPtr &script, QSet<int> &taken)
{
    if (!script->number || !taken.contains(script->number)) {
        taken.insert(script->number);
        return script;
    }
    auto mended = std::make_shared<Script>(*script);
    mended->number = 0;
    return mended;
}

} // namespace

CataloguePtr ScriptCatalogue::fromPublished(const QList<PublishedScript> &scripts)
{
    QMap<QString, Versions> all;
    for (const PublishedScript &published : scripts)
        all[published.id].waiting.append(published);
    for (Versions &versions : all)
        versions.takeNewestSound();
    while (true) {
        QList<ParsedScript> parsed;
        for (const Versions &versions : std::as_const(all))
            parsed.append(versions.taken);
        CataloguePtr catalogue = fromParsed(parsed);
        // Sound by itself and endless with the others: an earlier version may do. First of what was left out for it.
        const auto canStepBack = [&](const Versions &versions, bool leftOut) {
            const ScriptPtr &script = versions.taken.script;
            return script && !versions.waiting.isEmpty() && catalogue->m_endless.contains(script->file)
                && (!leftOut || !catalogue->script(script->id));
        };
        auto lost = std::find_if(all.begin(), all.end(), [&](const Versions &v) { return canStepBack(v, true); });
        if (lost == all.end())
            lost = std::find_if(all.begin(), all.end(), [&](const Versions &v) { return canStepBack(v, false); });
        if (lost == all.end())
            return catalogue;
        lost->dropTaken(catalogue->problems());
        lost->takeNewestSound();
    }
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
            for (const ScriptProblem &problem : found)
                m_endless.insert(problem.file);
            candidates = withoutEndless(candidates, found);
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const ScriptPtr &a, const ScriptPtr &b) {
        return std::tie(a->number, a->title) < std::tie(b->number, b->title);
    });
    m_scripts = candidates;
    for (const ScriptPtr &script : std::as_const(m_scripts))
        m_byId.insert(script->id, script);
}

/// One script that goes round in circles takes along those that lead to it: where leaving out that one is enough, the
/// others stay.
QList<ScriptPtr> ScriptCatalogue::withoutEndless(const QList<ScriptPtr> &candidates, const QList<ScriptProblem> &found)
{
    QStringList faulty;
    for (const ScriptProblem &problem : found)
        faulty.append(problem.file);
    faulty.removeDuplicates();
    const auto without = [&candidates](const QStringList &files) {
        QList<ScriptPtr> rest = candidates;
        rest.removeIf([&files](const ScriptPtr &script) { return files.contains(script->file); });
        return rest;
    };
    for (const QString &file : std::as_const(faulty)) {
        QList<ScriptPtr> rest = without({file});
        (void)mend(rest);
        if (lintCatalogue(rest).isEmpty())
            return without({file});
    }
    return without(faulty);
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
    QSet<int> numbers;
    for (ScriptPtr &script : candidates) {
        const ScriptPtr mended = withoutDeadLinks(withItsOwnNumber(script, numbers), byId);
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
