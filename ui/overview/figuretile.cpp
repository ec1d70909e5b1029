// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/figuretile.h"

#include "ui/common/build.h"
#include "ui/common/chip.h"

namespace desk {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : Card(name, parent), m_figure(named(makeLabel("title", this), u"figure"_s)), m_chip(new Chip(this)),
      m_link(makeButton({}, {.kind = ButtonKind::Quiet, .small = true, .enter = true}, this, &FigureTile::followed))
{
    layout()->setContentsMargins(14, 7, 10, 7);
    layout()->setSpacing(1);
    m_link->hide();
    auto *row = makeRow(8, {m_figure, m_chip, spring(), m_link});
    body()->addLayout(row);
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
