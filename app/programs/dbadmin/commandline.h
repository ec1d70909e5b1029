// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desk::dbadmin {

enum class Command { Help, Version, Check, Roles, Migrate, Demo, Simulate, Verify, Purge, Lint };

/// What the command line asks for.
struct Request {
    Command command = Command::Help;
    QString database; ///< postgresql:// URI, or private:FOLDER
    QStringList files; ///< of lint; folders stand for their scripts
    qint64 establishments = 1000;
    quint64 seed = 1;
    double everySeconds = 5; ///< of simulate
    int events = 0; ///< of simulate; 0: until stopped
    QString anchor; ///< of verify; empty: none
    bool dryRun = false; ///< of purge
};

/// Reads the command line, program name first. nullopt when it makes no sense; `complaint` then is a French
/// sentence.
[[nodiscard]] std::optional<Request> parseCommandLine(const QStringList &arguments, QString &complaint);

[[nodiscard]] QString helpText();

} // namespace desk::dbadmin
