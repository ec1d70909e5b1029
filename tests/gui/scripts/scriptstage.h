// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/programs/console/wiring.h"
#include "tests/support/fakedesk.h"
#include "ui/shell/mainwindow.h"

namespace desk {
class ScriptPanel;
}

namespace desk::test {

/// The smallest screen of the desk.
inline constexpr QSize smallestScreen{1366, 768};

/// The whole window on ports of fakes, with the scripts that ship, at the time of the callers of
/// tests/unit/scripts; a caller's file is opened in it and a script walked as an agent does.
struct ScriptStage : FakeDesk {
    explicit ScriptStage(const QSize &size = smallestScreen);

    /// Opens the file under a call; `account` is the index of the one picked, -1 leaves it to the console.
    void open(CallerFile file, int account = 0);
    /// Starts a script by its digit when it is proposed, else as the library does.
    void start(const QString &script);
    /// Gives these answers, by their names, with spaces between; "!faite" and "!refusee" are what became of the
    /// operation of the step, "!retour" goes back.
    void answer(const QString &answers);
    void settle();

    Wiring wiring{{sessionStore, local, session, operations, calls, cases, scripts},
                  QStringLiteral(DESK_SCRIPT_FOLDER)};
    MainWindow window{ui()};
    ScriptPanel *panel = nullptr;

private:
    void answerOne(const QString &answer);
    void carryOut(bool refused);

    CallerFile m_file;
};

/// What a file has beyond what scripts look at, so that it looks like one: address, headcount, people's names.
[[nodiscard]] CallerFile dressed(CallerFile file);

} // namespace desk::test
