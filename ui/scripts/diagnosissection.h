// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/scripts/panelstate.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace desk {

class ElidedLabel;
class OptionRow;
class TextLink;

/// The likely scripts for the caller's account, each with its reason and its key. In full while none is
/// walked; one line each during a walk, unless "Autres scripts" opens them again; folded to its heading where
/// there is little height.
class DiagnosisSection : public QFrame {
    Q_OBJECT
public:
    enum class Density { Full, Lines, Folded };
    explicit DiagnosisSection(QWidget *parent = nullptr);

    void setState(const PanelState &state);
    void setDensity(Density density); ///< of a walk; without one it is always Full
    void toggleOthers(); ///< opens or closes the full list during a walk
    [[nodiscard]] bool othersOpen() const { return m_othersOpen; }
    [[nodiscard]] bool canToggle() const;
    void focusFirst();

Q_SIGNALS:
    void proposalChosen(int index);
    void nextAccountRequested();
    void densityChanged();

private:
    void layOut();
    void fillRow(OptionRow *row, int index) const;
    [[nodiscard]] QString emptyText() const;

    PanelState m_state;
    Density m_density = Density::Lines;
    bool m_othersOpen = false;
    ElidedLabel *m_title;
    QLabel *m_empty;
    TextLink *m_account, *m_others;
    QVBoxLayout *m_list;
    QList<OptionRow *> m_rows;
};

} // namespace desk
