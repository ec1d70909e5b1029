// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "app/scripts/scriptcatalogue.h"
#include "tests/bench/series.h"

#include <QHash>

namespace desk::bench {

/// The engine of the scripts on what the desk has: the diagnosis of callers' files, and search as agents type.
class ScriptBench {
public:
    /// `settings` of the session. The scripts are those in force.
    ScriptBench(const QList<PublishedScript> &scripts, QHash<QString, QString> settings);

    void diagnose(const CallerFile &file); ///< with nobody picked, the dearest: every account is examined
    void search(); ///< every wording, as it is and as it is typed in a hurry
    /// {diagnosis, search, contains: times; accounts: most in one file, crowded: its median; scripts}
    [[nodiscard]] QJsonObject result() const;

private:
    CataloguePtr m_catalogue;
    QHash<QString, QString> m_settings;
    Series m_diagnosis, m_crowded, m_search, m_contains;
    qsizetype m_mostAccounts = 0;
};

} // namespace desk::bench
