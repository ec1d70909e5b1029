// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/lintcommand.h"

#include "app/scripts/frenchtext.h"
#include "app/scripts/scriptadvice.h"
#include "app/scripts/scriptlint.h"
#include "app/scripts/scriptparser.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

QStringList scriptsIn(const QString &folder)
{
    QStringList files;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name))
        files << QDir::cleanPath(dir.filePath(name));
    return files;
}

QStringList asked(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            files += scriptsIn(path);
        else
            files << QDir::cleanPath(path);
    }
    files.removeDuplicates();
    return files;
}

/// Messages name the file as it was given, not its last part only.
QList<ScriptProblem> under(const QString &path, QList<ScriptProblem> problems)
{
    for (ScriptProblem &problem : problems)
        problem.file = path;
    return problems;
}

void print(const ScriptProblem &problem, const QString &lead)
{
    std::fprintf(stdout, "%s:%d: %s%s\n", qUtf8Printable(problem.file), problem.line, qUtf8Printable(lead),
                 qUtf8Printable(problem.reason));
}

struct Findings {
    QList<ScriptProblem> wrong, advice;
};

/// What the links between these files come to: those asked for, and their neighbours.
QList<ScriptProblem> betweenFiles(const QStringList &files)
{
    QStringList all = files;
    for (const QString &file : files)
        all += scriptsIn(QFileInfo(file).path());
    all.removeDuplicates();
    QList<ScriptPtr> sound;
    QStringList faulty;
    QHash<QString, QString> pathOf;
    for (const QString &file : std::as_const(all)) {
        const ParsedScript parsed = ScriptParser::parseFile(file);
        if (!parsed.script || !lintScript(*parsed.script).isEmpty()) {
            faulty << QFileInfo(file).completeBaseName();
            continue;
        }
        auto named = std::make_shared<Script>(*parsed.script);
        named->file = file;
        sound << named;
    }
    QList<ScriptProblem> found = lintCatalogue(sound, faulty);
    found.removeIf([&files](const ScriptProblem &problem) { return !files.contains(problem.file); });
    return found;
}

Findings findings(const QStringList &files)
{
    Findings all;
    for (const QString &file : files) {
        const ParsedScript parsed = ScriptParser::parseFile(file);
        all.wrong += under(file, parsed.problems);
        if (!parsed.script)
            continue;
        const QList<ScriptProblem> found = lintScript(*parsed.script);
        all.wrong += under(file, found);
        if (parsed.script->id != QFileInfo(file).completeBaseName())
            all.wrong += {file, parsed.script->lineOf("id"_L1),
                          messageText(u"le fichier d’un script porte son nom : %1.yaml"_s.arg(parsed.script->id))};
        if (found.isEmpty())
            all.advice += under(file, adviseScript(*parsed.script));
    }
    all.wrong += betweenFiles(files);
    return all;
}

} // namespace

Result<Done> lint(const QStringList &paths)
{
    const QStringList files = asked(paths);
    const Findings found = findings(files);
    for (const ScriptProblem &problem : found.wrong)
        print(problem, {});
    for (const ScriptProblem &problem : found.advice)
        print(problem, u"conseil : "_s);
    if (found.wrong.isEmpty() && !files.isEmpty())
        return Done{};
    Error error{Error::Code::Invalid, u"scripts"_s, u"script_problems"_s};
    error.params.insert(u"count"_s, int(found.wrong.size()));
    error.params.insert(u"files"_s, int(files.size()));
    return Failure(error);
}

} // namespace desk::dbadmin
