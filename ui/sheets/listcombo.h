// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/session/sessioninfo.h"

class QComboBox;

namespace desk {

/// Fills a combo box with a list of the database: labels to read, codes as data. `prompt` is shown while nothing is
/// chosen.
void fillList(QComboBox *box, const QList<ListItem> &items, const QString &prompt);
/// Chooses the item with that code; an unknown or empty one leaves nothing chosen.
void chooseCode(QComboBox *box, const QString &code);
/// Whether the chosen item asks for a free text.
[[nodiscard]] bool needsText(const QComboBox *box, const QList<ListItem> &items);

} // namespace desk
