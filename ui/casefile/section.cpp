// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/casefile/section.h"

#include "ui/common/build.h"
#include "ui/common/smallparts.h"

namespace desk {

using namespace Qt::StringLiterals;

Section::Section(const QString &name, QWidget *parent)
    : QFrame(parent), m_heading(new QWidget(this)), m_content(new QWidget(this)),
      m_title(makeLabel("cardTitle", m_heading)), m_note(makeLabel("small", m_heading)), m_fold(new FoldButton(this)),
      m_body(makeColumn(m_content, 6, {}))
{
    setObjectName(name);
    setRole(this, "card");
    m_fold->setObjectName(name + u"Fold"_s);
    m_headingBox = new QBoxLayout(QBoxLayout::LeftToRight, m_heading);
    m_headingBox->setContentsMargins(0, 0, 0, 0);
    m_actions = new QBoxLayout(QBoxLayout::LeftToRight);
    auto *row = makeRow(usualSpacing);
    addCells(m_headingBox, {{row, 1}, m_actions});
    addCells(row, {m_title, spring(0), m_note});
    makeColumn(this, 6, {m_fold, m_heading, m_content}, {14, 9, 14, 9});
    connect(m_fold, &FoldButton::toggled, this, [this](bool open) {
        m_choice = open ? Choice::Unfolded : Choice::Folded;
        apply();
        Q_EMIT foldedChanged(m_folded);
    });
    apply();
}

void Section::setTitle(const QString &title)
{
    m_titleText = title;
    m_title->setText(title);
    apply();
}

void Section::addAction(QWidget *button)
{
    m_actions->addWidget(button);
}

void Section::stackActions(bool below, bool eachOnItsLine)
{
    m_headingBox->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_headingBox->setAlignment(m_actions, below ? Qt::AlignLeft : Qt::Alignment());
    m_headingBox->setSpacing(below ? 4 : 6);
    m_actions->setDirection(eachOnItsLine ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void Section::setNote(const QString &note)
{
    m_note->setText(note);
}

void Section::setSummary(const QString &summary)
{
    m_summary = summary;
    apply();
}

void Section::setCramped(bool cramped)
{
    if (cramped == m_cramped)
        return;
    m_cramped = cramped;
    apply();
}

void Section::setAlwaysFoldable()
{
    m_always = true;
    apply();
}

void Section::resetChoice()
{
    m_choice = Choice::None;
    apply();
}

void Section::apply()
{
    m_folded = m_choice == Choice::None ? m_cramped || m_always : m_choice == Choice::Folded;
    const bool line = m_cramped || m_always;
    if (!line)
        m_folded = false;
    m_fold->setWords(m_titleText, m_folded || m_always ? m_summary : QString());
    const QSignalBlocker quiet(m_fold);
    m_fold->setChecked(!m_folded);
    m_fold->setVisible(line);
    m_heading->setVisible(!line);
    m_content->setVisible(!m_folded);
    layout()->setContentsMargins(14, m_folded ? 6 : 9, 14, m_folded ? 6 : 9);
}

} // namespace desk
