// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/card.h"

#include "ui/common/build.h"
#include "ui/theme/theme.h"

namespace desk {

using namespace Qt::StringLiterals;

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_heading(new QWidget(this)), m_title(makeLabel("cardTitle", m_heading)),
      m_note(makeLabel("small", m_heading)), m_body(makeColumn(6))
{
    setRole(this, "card");
    makeRow(m_heading, usualSpacing, {m_title, spring(0), m_note});
    makeColumn(this, 6, {m_heading, {m_body, 1}}, {14, 10, 14, 10});
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    showHeading();
}

void Card::setNote(const QString &note)
{
    m_note->setText(note);
    showHeading();
}

void Card::showHeading()
{
    m_heading->setVisible(!m_title->text().isEmpty() || !m_note->text().isEmpty());
}

} // namespace desk
