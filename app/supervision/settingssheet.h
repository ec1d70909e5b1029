// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/described.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

struct DeskSetting {
    QString key, value, label, group;
    int least = 0, most = 0; ///< of a number; 0 and 0: a text
    friend bool operator==(const DeskSetting &, const DeskSetting &) = default;
};
BOOST_DESCRIBE_STRUCT(DeskSetting, (), (key, value, label, group, least, most))
template <> inline constexpr auto documentMarks<DeskSetting> = std::array{orNull("least"), orNull("most")};

struct SettingsSheet {
    QList<DeskSetting> settings;
    QStringList providers; ///< mail domains anybody can have an address at
    friend bool operator==(const SettingsSheet &, const SettingsSheet &) = default;
};
BOOST_DESCRIBE_STRUCT(SettingsSheet, (), (settings, providers))

} // namespace desk
