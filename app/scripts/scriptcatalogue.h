// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/script.h"
#include "app/scripts/scriptparser.h"
#include "app/scripts/stepview.h"
#include "app/session/sessioninfo.h"

#include <memory>

namespace desk {

/// The scripts one can walk: each parses and lints; where one leads to a script that is not there, that way ends and
/// says so, the rest of it stays. Immutable; a walk keeps the one it began with, so that a script published meanwhile
/// does not change under it.
class ScriptCatalogue {
public:
    /// Takes the sound ones; the rest is left out and named in problems(). Of a script given in several versions the
    /// newest sound one is taken: an older one stays in use when a newer program cannot read the one in force.
    [[nodiscard]] static std::shared_ptr<const ScriptCatalogue> fromPublished(const QList<PublishedScript> &scripts);
    /// Every *.yaml of a folder, version 0.
    [[nodiscard]] static std::shared_ptr<const ScriptCatalogue> fromFolder(const QString &folder);
    [[nodiscard]] static std::shared_ptr<const ScriptCatalogue> fromParsed(const QList<ParsedScript> &parsed);

    [[nodiscard]] ScriptPtr script(const QString &id) const { return m_byId.value(id); }
    [[nodiscard]] const QList<ScriptPtr> &scripts() const
    {
        return m_scripts;
    } ///< by number, those without one first, then by title
    [[nodiscard]] const QList<ScriptProblem> &problems() const { return m_problems; }
    /// `id` and every script a walk that begins there can come to.
    [[nodiscard]] QList<ScriptPtr> reachableFrom(const QString &id) const;

private:
    void keepSound(QList<ScriptPtr> candidates);
    static QList<ScriptPtr> withoutEndless(const QList<ScriptPtr> &candidates, const QList<ScriptProblem> &found);
    static bool mend(QList<ScriptPtr> &candidates); ///< true: something was changed

    QList<ScriptPtr> m_scripts;
    QHash<QString, ScriptPtr> m_byId;
    QList<ScriptProblem> m_problems;
    QSet<QString> m_endless; ///< files of the scripts from which there was no way out, before one was left out
};

using CataloguePtr = std::shared_ptr<const ScriptCatalogue>;

} // namespace desk
