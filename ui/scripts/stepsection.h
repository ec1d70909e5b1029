// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/scripts/panelstate.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace desk {

class Breadcrumb;
class Chip;
class ElidedLabel;
class EvidenceRow;
class OptionRow;
class SayText;
class WordsArea;

/// The step of the walk on screen: the way here, the words to say, what to do, what the database found, and
/// the answers. Empty parts take no room. When a step is higher than the section, what is read scrolls above
/// the answers; then the whole.
class StepSection : public QScrollArea {
    Q_OBJECT
public:
    explicit StepSection(QWidget *parent = nullptr);

    /// True when it is another step than before.
    bool setState(const PanelState &state);
    /// Gives the focus to the words, so that a screen reader reads them; to the first answer when there are
    /// none.
    void takeFocus();
    [[nodiscard]] const QList<StepOption> &options() const { return m_options; }
    [[nodiscard]] SayText *sayText() const { return m_say; }
    /// Brings the layout up to date now rather than at the next event.
    void settle();
    [[nodiscard]] EvidenceRow *evidenceRow() const { return m_evidence; }
    /// Off while plain digits mean something else: the rows stay, without their key.
    void setKeysShown(bool shown);
    void setCrumbLines(int most);
    /// Less air, where height is short.
    void setTight(bool tight);
    /// How high the section must be for all of the step to be visible, at the present width.
    [[nodiscard]] int wantedHeight() const;
    /// Whether all of the step is visible without scrolling.
    [[nodiscard]] bool fits() const;

Q_SIGNALS:
    void optionChosen(int index);
    void jumpRequested(int pathIndex);
    void overruleRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *buildWords();
    [[nodiscard]] QWidget *makeOutcome(QWidget *parent);
    void showEvidence(const PanelState &state);
    void showOutcome(const PanelState &state);
    void showOptions();
    void updateBar();

    bool m_tight = false, m_keysShown = true;
    QList<StepOption> m_options;
    QString m_shownStep; ///< script, node and position: what makes it another step
    ElidedLabel *m_title;
    QLabel *m_instruction, *m_outcomeNext;
    Breadcrumb *m_crumbs;
    SayText *m_say;
    WordsArea *m_words;
    EvidenceRow *m_evidence;
    QWidget *m_outcomeRow;
    Chip *m_about, *m_outcomeChip;
    QVBoxLayout *m_answers;
    QList<OptionRow *> m_rows;
};

} // namespace desk
