// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/stepsection.h"

#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/common/smallparts.h"
#include "ui/scripts/breadcrumb.h"
#include "ui/scripts/evidencerow.h"
#include "ui/scripts/optionrow.h"
#include "ui/scripts/saytext.h"
#include "ui/scripts/wordsarea.h"
#include "ui/theme/theme.h"

#include <QScrollBar>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowWidth = 400;

/// How an outcome is told: what went well is quiet, what is left open stands out.
struct OutcomeLook {
    Tone tone;
    QString sign;
};

OutcomeLook outcomeLook(const QString &outcome)
{
    if (outcome == "check_failed"_L1 || outcome == "refused"_L1 || outcome == "unsolved"_L1)
        return {Tone::Warn, u"⚠"_s};
    if (outcome == "waiting"_L1 || outcome == "call_back"_L1 || outcome == "registering"_L1)
        return {Tone::Info, u"◷"_s};
    return {Tone::Ok, u"✓"_s};
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = makeWords("secondary", parent);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

StepSection::StepSection(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Script en cours"));
    auto *body = new QWidget(this);
    m_words = new WordsArea(buildWords(), body);
    m_answers = makeColumn(6);
    makeColumn(body, 8, {{m_words, 1000}, m_answers, spring()}, {16, 10, 16, 10});
    setWidget(body);
    viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    connect(m_evidence, &EvidenceRow::contradictRequested, this, &StepSection::overruleRequested);
    connect(m_crumbs, &Breadcrumb::jumpRequested, this, &StepSection::jumpRequested);
}

QWidget *StepSection::buildWords()
{
    auto *words = new QWidget;
    m_title = new ElidedLabel("strong", words);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_about = new Chip(words);
    m_about->hide();
    m_crumbs = new Breadcrumb(words);
    m_say = new SayText(words);
    m_instruction = wrapped(words);
    m_instruction->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_evidence = new EvidenceRow(words);
    makeColumn(words, 8, {m_title, m_about, m_crumbs, m_say, m_instruction, m_evidence, makeOutcome(words), spring()});
    return words;
}

QWidget *StepSection::makeOutcome(QWidget *parent)
{
    m_outcomeRow = new QWidget(parent);
    m_outcomeChip = new Chip(m_outcomeRow);
    m_outcomeNext = wrapped(m_outcomeRow);
    makeColumn(m_outcomeRow, 6, {m_outcomeChip, m_outcomeNext});
    return m_outcomeRow;
}

bool StepSection::setState(const PanelState &state)
{
    widget()->setVisible(state.walking);
    const QString step
        = !state.walking ? QString() : u"%1/%2/%3"_s.arg(state.title, state.step.nodeId).arg(state.path.size());
    const bool anotherStep = step != m_shownStep;
    m_shownStep = step;
    m_options = state.walking ? stepOptions(state.step) : QList<StepOption>();
    m_title->setWhole(state.title);
    m_about->set(Tone::Warn, isElsewhere(state) ? tr("⚠ Commencé pour %1").arg(state.step.about) : QString());
    m_crumbs->setVisible(!state.path.isEmpty());
    m_crumbs->setPath(state.path, state.step.title);
    m_say->setWords(state.step.say);
    m_instruction->setVisible(!state.step.instruction.isEmpty());
    m_instruction->setText(tr("À faire : %1").arg(state.step.instruction));
    showEvidence(state);
    showOutcome(state);
    showOptions();
    m_words->fit();
    updateBar();
    if (anotherStep) {
        verticalScrollBar()->setValue(0);
        m_words->verticalScrollBar()->setValue(0);
    }
    return anotherStep;
}

void StepSection::takeFocus()
{
    if (!m_say->isHidden())
        m_say->setFocus(Qt::OtherFocusReason);
    else if (!m_options.isEmpty())
        m_rows.first()->setFocus(Qt::OtherFocusReason);
}

void StepSection::showEvidence(const PanelState &state)
{
    const StepView &step = state.step;
    const bool check = step.kind == StepView::Kind::Check;
    const bool found = !check && !state.found.isEmpty();
    QStringList evidence{step.evidence};
    if (found) {
        evidence.clear();
        for (const int index : state.found)
            evidence << state.path.at(index).evidence;
    }
    m_evidence->setVisible(check || found);
    const bool open = check && !step.evidenceKnown;
    m_evidence->set(open ? Tone::Warn : Tone::Ok, open ? tr("? À demander") : tr("✓ Constaté"), evidence.join(u" · "_s),
                    found); // at the check itself the other answers are right below
}

void StepSection::showOutcome(const PanelState &state)
{
    const bool end = state.step.kind == StepView::Kind::End;
    m_outcomeRow->setVisible(end);
    if (!end)
        return;
    const OutcomeLook look = outcomeLook(state.step.outcome);
    m_outcomeChip->set(look.tone, tr("%1 Issue : %2").arg(look.sign, state.step.outcomeLabel));
    const bool returns = !state.step.answers.isEmpty();
    m_outcomeNext->setText(returns ? tr("Fin de ce script ; le précédent continue là où il en était.")
                               : state.inCall
                               ? tr("Le script est terminé et gardé avec l’appel. Ouvrez un autre script, ou terminez "
                                    "l’appel (F9).")
                               : tr("Le script est terminé et gardé. Vous pouvez en ouvrir un autre."));
}

void StepSection::showOptions()
{
    bool primaryGiven = false;
    while (m_rows.size() < m_options.size()) {
        auto *row = new OptionRow(widget());
        const int index = static_cast<int>(m_rows.size());
        connect(row, &QPushButton::clicked, this, [this, index] { Q_EMIT optionChosen(index); });
        m_answers->addWidget(row);
        if (index > 0) // made later than others, reached in its place
            setTabOrder(m_rows.last(), row);
        m_rows << row;
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        OptionRow *row = m_rows.at(i);
        row->setVisible(i < m_options.size());
        if (i >= m_options.size())
            continue;
        const StepOption &option = m_options.at(i);
        OptionRowContent content;
        content.key = i < 9 && m_keysShown ? QString::number(i + 1) : QString();
        content.label = option.label;
        content.detail = option.whyNot;
        content.chip = !option.operation ? QString() : option.visited ? tr("déjà faite") : tr("opération");
        content.visited = option.visited;
        content.tight = m_tight;
        content.primary = option.whyNot.isEmpty() && !primaryGiven;
        primaryGiven = primaryGiven || content.primary;
        row->setContent(content);
        row->setPossible(option.whyNot.isEmpty());
    }
}

void StepSection::setKeysShown(bool shown)
{
    if (shown == m_keysShown)
        return;
    m_keysShown = shown;
    showOptions();
}

void StepSection::setCrumbLines(int most)
{
    m_crumbs->setMaxLines(most);
    m_words->fit();
    updateBar();
}

void StepSection::setTight(bool tight)
{
    if (tight == m_tight)
        return;
    m_tight = tight;
    m_say->setTight(tight);
    m_answers->setSpacing(tight ? 4 : 6);
    m_words->widget()->layout()->setSpacing(tight ? 5 : 8);
    widget()->layout()->setSpacing(tight ? 5 : 8);
    widget()->layout()->setContentsMargins(16, tight ? 5 : 10, 16, tight ? 5 : 10);
    showOptions();
    m_words->fit();
    updateBar();
}

void StepSection::settle()
{
    m_words->widget()->layout()->activate();
    m_words->fit();
    widget()->layout()->activate();
}

int StepSection::wantedHeight() const
{
    if (widget()->isHidden())
        return 0;
    return widget()->layout()->totalHeightForWidth(viewport()->width()) + m_words->wantedHeight()
        - m_words->minimumHeight();
}

/// As WordsArea::updateBar: no bar unless the answers alone leave too little room.
void StepSection::resizeEvent(QResizeEvent *event)
{
    m_evidence->setNarrow(width() < narrowWidth);
    QScrollArea::resizeEvent(event);
    updateBar();
}

void StepSection::updateBar()
{
    const bool needed = !widget()->isHidden() && widget()->layout()->totalHeightForWidth(width()) > height();
    setVerticalScrollBarPolicy(needed ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

bool StepSection::fits() const
{
    return widget()->isHidden()
        || (verticalScrollBar()->maximum() == 0 && m_words->verticalScrollBar()->maximum() == 0);
}

} // namespace desk
