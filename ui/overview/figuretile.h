// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/common/card.h"
#include "ui/theme/tokens.h"

class QPushButton;

namespace desk {

class Chip;

/// A figure with its name and a chip beside it; with a link it leads to what was counted.
class FigureTile : public Card {
    Q_OBJECT
public:
    FigureTile(const QString &name, QWidget *parent = nullptr);

    /// `chip` empty: none. `link` empty: it leads nowhere.
    void set(const QString &figure, Tone tone, const QString &chip);
    void setLink(const QString &text, const QString &accessibleName);

Q_SIGNALS:
    void followed();

private:
    QLabel *m_figure;
    Chip *m_chip;
    QPushButton *m_link;
};

} // namespace desk
