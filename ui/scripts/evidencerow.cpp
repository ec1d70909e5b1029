// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/scripts/evidencerow.h"

#include "ui/common/build.h"
#include "ui/common/chip.h"
#include "ui/scripts/textlink.h"
#include "ui/theme/theme.h"

#include <QGridLayout>

namespace desk {

using namespace Qt::StringLiterals;

EvidenceRow::EvidenceRow(QWidget *parent)
    : QWidget(parent), m_chip(new Chip(this)), m_evidence(makeWords("secondary", this)),
      m_contradict(new TextLink(this)), m_grid(new QGridLayout(this))
{
    m_evidence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_contradict->setWords(tr("contredire"), u"C"_s);
    m_contradict->setUnderlined(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    arrange();
    connect(m_contradict, &QPushButton::clicked, this, &EvidenceRow::contradictRequested);
}

void EvidenceRow::arrange()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_chip), static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_contradict)})
        m_grid->removeWidget(part);
    m_grid->addWidget(m_chip, 0, 0, Qt::AlignTop);
    if (m_narrow)
        m_grid->addWidget(m_evidence, 1, 0, 1, 3);
    else
        m_grid->addWidget(m_evidence, 0, 1);
    m_grid->addWidget(m_contradict, 0, 2, Qt::AlignTop);
}

void EvidenceRow::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    arrange();
}

void EvidenceRow::set(Tone tone, const QString &chip, const QString &evidence, bool canContradict)
{
    m_chip->set(tone, chip);
    m_evidence->setText(evidence);
    m_contradict->setVisible(canContradict);
    m_contradict->setAccessibleDescription(tr("Contredire ce qui est constaté : %1, touche C").arg(evidence));
}

QPoint EvidenceRow::menuPosition() const
{
    return m_contradict->mapToGlobal(QPoint(0, m_contradict->height()));
}

} // namespace desk
