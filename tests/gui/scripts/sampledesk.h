// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/fakedesk.h"
#include "ui/scripts/panelstate.h"

namespace desk::test {

/// The services behind the script panel, wired as the program does it as far as scripts are concerned. Every port
/// answers at once.
struct Desk : FakeDesk {
    Desk();
    void giveContext();

    QHash<QString, QString> scriptSettings; ///< what scripts refer to
};

/// A bakery with three accounts: claire.fontan, referent, locked since 20 minutes; marc.delmas, declarant,
/// waiting for his confirmation; sonia.roux, never connected. All invented.
[[nodiscard]] CallerFile bakery(const QDateTime &now);

/// The settings scripts refer to.
[[nodiscard]] QHash<QString, QString> sampleSettings();

/// Opens `file` in the services, with the scripts that ship.
void openFile(Desk &desk, const CallerFile &file);

/// A step written here, for drawing and measuring: a question with evidence, three answers and a short way
/// behind it.
[[nodiscard]] PanelState questionState();

/// When DESK_PICTURES names a folder, saves a picture of `widget` there as `name`.png, to be looked at.
void savePicture(QWidget &widget, const QString &name);

} // namespace desk::test
