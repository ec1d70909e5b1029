// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "db/journal/anchorline.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

/// The file outside the database that remembers the chain's heads. The relay only ever adds to it.
class AnchorFile {
public:
    explicit AnchorFile(QString path) : m_path(std::move(path)) { }

    /// Adds a line and waits until it is on disk; makes the file, for its owner only. A line that a crash cut short
    /// stays as it is, the new one begins below it. Unavailable when the file cannot be written, params "reason".
    [[nodiscard]] Result<Done> append(const AnchorLine &line) const;

    struct Entry {
        qsizetype number = 0; ///< of the line, from 1
        AnchorLine line;
    };
    struct Content {
        QList<Entry> entries;
        QList<qsizetype> unreadable; ///< numbers of lines that are none
        int cutShort = 0; ///< lines a crash or a full disk cut short while they were written
    };
    /// Everything in it; empty lines and those that begin with # are left out. NotFound or Unavailable.
    [[nodiscard]] Result<Content> read() const;

    /// The last line that can be read, looked for in the file's end only; nullopt for a new file.
    [[nodiscard]] std::optional<AnchorLine> last() const;

private:
    QString m_path;
};

} // namespace desk
