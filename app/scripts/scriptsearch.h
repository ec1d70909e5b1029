// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/scriptcatalogue.h"
#include "app/scripts/stepview.h"

#include <QHash>

#include <vector>

namespace desk {

/// Finds scripts by number, title, callers' wordings and texts; accents, case, apostrophes and small typing errors do
/// not matter. Built once per catalogue; a search takes a few milliseconds at most.
class ScriptSearch {
public:
    explicit ScriptSearch(const ScriptCatalogue &catalogue);

    /// Best first; every script, by number, when `text` holds no word.
    [[nodiscard]] QList<ScriptHit> find(const QString &text) const;

private:
    struct Line {
        int script = 0;
        double weight = 1; ///< of the place it stands in: title, wording, text
        QString text; ///< as written
        QString folded; ///< all its words, a blank before and after each
        QString telling; ///< the same without the small words
        int words = 0; ///< of `telling`
    };
    struct Word {
        QString text; ///< folded
        quint32 letters = 0; ///< which letters it has, to spare comparing
        QList<int> lines; ///< ascending
        int scripts = 0; ///< how many scripts hold it
    };
    struct Match {
        int word = 0;
        double worth = 0; ///< the rarer and the nearer, the more
    };

    void addLine(int script, double weight, const QString &text);
    void countScripts();
    [[nodiscard]] QList<Match> matches(const QString &folded) const;
    [[nodiscard]] double rarity(const Word &word) const;
    [[nodiscard]] QList<ScriptHit> everything() const;

    QList<ScriptPtr> m_scripts;
    std::vector<Line> m_lines;
    std::vector<Word> m_words;
    QHash<QString, int> m_wordIndex;
};

} // namespace desk
