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
class OptionRow;
class SayText;
class TextLink;
class WordsArea;

/// The step of the walk on screen: the way here, the words to say, what to do, what the database found, and
/// the answers. Empty parts take no room. When a step is higher than the section, what is read scrolls above
/// the answers; then the whole.
class StepSection : public QScrollArea {
    Q_OBJECT
public:
    explicit StepSection(QWidget *parent = nullptr);

    /// True when it is another step than before: an alert was sent for screen readers.
    bool setState(const PanelState &state);
    /// Gives the focus to the words, so that a screen reader reads them; to the first answer when there are
    /// none.
    void takeFocus();
    [[nodiscard]] const QList<StepOption> &options() const { return m_options; }
    [[nodiscard]] SayText *sayText() const { return m_say; }
    /// Brings the layout up to date now rather than at the next event.
    void settle();
    [[nodiscard]] QPoint contradictPosition() const; ///< on the screen, below the link
    /// Off while plain digits mean something else: the rows stay, without their key.
    void setKeysShown(bool shown);
    /// Less air and one line of breadcrumb, where height is short.
    void setTight(bool tight);
    /// How high the section must be for all of the step to be visible, at the present width.
    [[nodiscard]] int wantedHeight() const;
    /// Whether all of the step is visible without scrolling.
    [[nodiscard]] bool fits() const;

Q_SIGNALS:
    void optionChosen(int index);
    void jumpRequested(int pathIndex);
    void restartRequested();
    void overruleRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWords();
    [[nodiscard]] QWidget *makeEvidence(QWidget *parent);
    [[nodiscard]] QWidget *makeOutcome(QWidget *parent);
    void showEvidence(const PanelState &state);
    void showOutcome(const StepView &step);
    void showOptions();
    void updateBar();

    bool m_tight = false, m_keysShown = true;
    QList<StepOption> m_options;
    QString m_shownStep; ///< script, node and position: what makes it another step
    ElidedLabel *m_title;
    QLabel *m_instruction, *m_evidence, *m_outcomeNext;
    TextLink *m_restart, *m_contradict;
    Breadcrumb *m_crumbs;
    SayText *m_say;
    WordsArea *m_words;
    QWidget *m_evidenceRow, *m_outcomeRow;
    Chip *m_about, *m_evidenceChip, *m_outcomeChip;
    QVBoxLayout *m_answers;
    QList<OptionRow *> m_rows;
};

} // namespace desk
