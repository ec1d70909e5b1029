// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QWidget;

namespace desk {

/// Whether typing belongs to `widget`: a text field, or a widget that has set the property "takesDigits".
[[nodiscard]] bool takesTyping(const QWidget *widget);

} // namespace desk
