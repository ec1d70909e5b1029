// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulksheetmotif.h"

#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int fieldWidth = 420;
}

BulkMotifSheet::BulkMotifSheet(const UiServices &services, QWidget *parent)
    : BulkSheet(services, BulkAction::Kind::Motif, parent), m_motif(named(new QComboBox(this), u"bulkMotif"_s)),
      m_field(new Field(tr("Nouveau motif"), m_motif, this))
{
    m_field->setMaximumWidth(fieldWidth);
    fillList(m_motif, services.session.info().motifs, tr("Choisir un motif"));
    form()->addWidget(m_field);
    connect(m_motif, &QComboBox::currentIndexChanged, this, [this] {
        m_field->setError({});
        plan();
    });
}

BulkAction BulkMotifSheet::action() const
{
    BulkAction action = BulkSheet::action();
    action.motif = m_motif->currentData().toString();
    return action;
}

QString BulkMotifSheet::target() const
{
    return m_motif->currentIndex() < 0 ? QString() : m_motif->currentText();
}

bool BulkMotifSheet::complete()
{
    if (m_motif->currentIndex() >= 0)
        return true;
    m_field->setError(tr("Choisissez un motif."));
    m_motif->setFocus(Qt::OtherFocusReason);
    return false;
}

void BulkMotifSheet::takeFocus()
{
    m_motif->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
