// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace desk::dbadmin {

/// How far a command is, on standard error: one line that renews itself on a terminal, a line per step
/// elsewhere.
class ProgressLine {
public:
    ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    ~ProgressLine(); ///< clears the line

    void show(const QString &step, int percent); ///< step code; percent 0-100

private:
    bool m_terminal;
    bool m_shown = false;
    QString m_step;
};

} // namespace desk::dbadmin
