// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/figuretile.h"

#include "ui/common/buttons.h"
#include "ui/common/chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : Card(name, parent), m_figure(new QLabel(this)), m_chip(new Chip(this)),
      m_link(makeButton({}, ButtonKind::Quiet, this))
{
    layout()->setContentsMargins(14, 7, 10, 7);
    layout()->setSpacing(1);
    m_figure->setObjectName(u"figure"_s);
    m_figure->setProperty("role", u"title"_s);
    m_figure->setTextFormat(Qt::PlainText);
    m_link->setProperty("small", true);
    m_link->setAutoDefault(true);
    m_link->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_figure);
    row->addWidget(m_chip);
    row->addStretch();
    row->addWidget(m_link);
    body()->addLayout(row);
    connect(m_link, &QPushButton::clicked, this, &FigureTile::followed);
}

void FigureTile::set(const QString &figure, Tone tone, const QString &chip)
{
    m_figure->setText(figure);
    m_chip->set(tone, chip);
}

void FigureTile::setLink(const QString &text, const QString &accessibleName)
{
    m_link->setText(text);
    m_link->setAccessibleName(accessibleName);
    m_link->setVisible(!text.isEmpty());
}

} // namespace desk
