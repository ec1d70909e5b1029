// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace desk {

class Chip;
class TextLink;

/// What the database found, on what grounds, and the way to say that it is wrong.
class EvidenceRow : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceRow(QWidget *parent = nullptr);

    void set(Tone tone, const QString &chip, const QString &evidence, bool canContradict);
    void setNarrow(bool narrow); ///< the grounds under the chip instead of beside it
    [[nodiscard]] QPoint menuPosition() const; ///< on the screen, below the link

Q_SIGNALS:
    void contradictRequested();

private:
    void arrange();

    Chip *m_chip;
    QLabel *m_evidence;
    TextLink *m_contradict;
    QGridLayout *m_grid;
    bool m_narrow = false;
};

} // namespace desk
