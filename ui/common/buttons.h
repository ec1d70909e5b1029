// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPushButton>

namespace desk {

/// Primary: the one thing to do in a zone. Quiet: no frame, for what is seldom needed.
enum class ButtonKind { Plain, Primary, Quiet };

/// A button of the product's look. `shortcut`, when given, is shown beside the text in a small frame (not with the
/// property "compact"); it is not wired here.
[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent = nullptr,
                                      const QString &shortcut = {});
void setButtonKind(QPushButton *button, ButtonKind kind);
/// Makes a button impossible and says why: dashed, with the reason as tooltip and accessible description, and as its
/// text when the reason is short. An empty reason makes it possible again, with its own text.
void setBlocked(QPushButton *button, const QString &reason);
[[nodiscard]] bool isBlocked(const QPushButton *button);

} // namespace desk
