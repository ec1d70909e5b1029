// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/script.h"
#include "app/scripts/stepview.h"

#include <QByteArray>

namespace desk {

struct ParsedScript {
    ScriptPtr script; ///< null when anything is wrong
    QList<ScriptProblem> problems; ///< in the order of the lines
};

/// Turns a YAML text (schema: resources/scripts/README.md) into a Script, or into what is wrong with it, each with its
/// line. Checks form, names and values; lintScript() then checks the tree. Never throws. Any thread.
class ScriptParser {
public:
    /// `file` is only for messages.
    [[nodiscard]] static ParsedScript parse(const QByteArray &yaml, const QString &file, int version = 0);
    /// Reads one file; a file that cannot be read is a problem like another.
    [[nodiscard]] static ParsedScript parseFile(const QString &path);
};

} // namespace desk
