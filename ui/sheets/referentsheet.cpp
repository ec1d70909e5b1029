// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/referentsheet.h"

#include "app/lookup/caseservice.h"

#include <QCheckBox>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString oldReferent(const CallerFile &file)
{
    const auto it
        = std::find_if(file.accounts.cbegin(), file.accounts.cend(), [](const Account &a) { return a.isReferent(); });
    return it == file.accounts.cend() ? QString() : it->identifiant;
}

} // namespace

ReferentSheet::ReferentSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
    : AccessSheet(services, u"referentSheet"_s, prefilled, true, parent), m_keep(new QCheckBox(this))
{
    const QString old = oldReferent(services.cases.file());
    m_keep->setObjectName(u"sheetKeepOld"_s);
    m_keep->setText(tr("Laisser à %1 son accès à l’établissement").arg(old));
    m_keep->setChecked(prefilled.params.value("keep_old"_L1).toBool(false));
    m_keep->setVisible(!old.isEmpty());
    addToForm(m_keep);
    connect(m_keep, &QCheckBox::toggled, this, &ReferentSheet::onEdited);
    showConsequence();
}

QJsonObject ReferentSheet::ownParams() const
{
    return {{"keep_old"_L1, keepsOld()}};
}

bool ReferentSheet::keepsOld() const
{
    return m_keep->isChecked();
}

void ReferentSheet::restoreOwn(const QJsonObject &own)
{
    m_keep->setChecked(own.value("keep_old"_L1).toBool());
}

} // namespace desk
