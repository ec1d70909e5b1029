// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/facts.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

// What a text may name between braces: values of the caller's file, and settings by their name. A closed list.

struct PlaceholderInfo {
    QLatin1StringView name; ///< e.g. "compte.deverrouillage"
    QStringView label; ///< French, shown in place of a missing value
    bool setting = false; ///< of the session, not of the file
};

[[nodiscard]] const QList<PlaceholderInfo> &allPlaceholders();
/// The names between braces in `text`, in order, known or not; a brace without its fellow gives an empty name.
[[nodiscard]] QStringList placeholdersIn(const QString &text);
[[nodiscard]] bool isPlaceholder(const QString &name);

struct FilledText {
    QString text;
    bool missing = false; ///< at least one value reads "[valeur manquante : …]"
};
/// Never leaves an empty gap: what the file does not hold is shown as missing.
[[nodiscard]] FilledText fillPlaceholders(const QString &text, const FactContext &context);

} // namespace desk
