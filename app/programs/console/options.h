// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/handover/handover.h"
#include "app/session/connectionsettings.h"

#include <QStringList>

#include <optional>

namespace desk {

/// What the command line asks of the console. It overrides the settings file and is never written to it.
struct ConsoleOptions {
    enum class Demo { No, Agent, Supervisor };
    Demo demo = Demo::No;
    QString privateFolder; ///< of the private server; empty: the default one
    std::optional<ConnectionSettings> database;
    QString settingsFile;
    QString scriptFolder;
    QString theme; ///< "light", "dark" or empty
    QString language; ///< "fr", "en" or empty
    std::optional<Handover> handover; ///< for the console that runs already, else for this one
    QString keepFolder; ///< where drafts are kept on this machine; empty: the platform's place

    [[nodiscard]] static Result<ConsoleOptions> parse(const QStringList &arguments);
};

/// The text of --help, in French.
[[nodiscard]] QString consoleHelp();

} // namespace desk
