// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace desk {

/// A state in words, with its sign, and how grave it is.
struct ChipText {
    Tone tone = Tone::Muted;
    QString text; ///< empty: nothing to show
    friend bool operator==(const ChipText &, const ChipText &) = default;
};

/// A state in words on a coloured ground. The sign is part of the text ("✓ remis", "◷ à venir"), so that the colour is
/// never alone in saying it.
class Chip : public QLabel {
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);
    Chip(Tone tone, const QString &text, QWidget *parent = nullptr);
    void set(Tone tone, const QString &text); ///< plain text; hidden when empty
    void set(const ChipText &chip) { set(chip.tone, chip.text); }
    void tell(Tone tone, const QString &text); ///< the same, and screen readers hear a text that is new
    [[nodiscard]] QSize sizeHint() const override; ///< one height, whatever font the sign comes from
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace desk
