// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/card.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_heading(new QWidget(this)), m_title(new QLabel(m_heading)), m_note(new QLabel(m_heading)),
      m_body(new QVBoxLayout)
{
    setProperty("role", u"card"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(14, 10, 14, 10);
    all->setSpacing(6);
    auto *row = new QHBoxLayout(m_heading);
    row->setContentsMargins(0, 0, 0, 0);
    m_title->setProperty("role", u"cardTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", u"small"_s);
    m_note->setTextFormat(Qt::PlainText);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_note);
    all->addWidget(m_heading);
    m_body->setSpacing(6);
    all->addLayout(m_body, 1);
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
