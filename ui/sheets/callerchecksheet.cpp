// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/callerchecksheet.h"

#include "ui/sheets/checkpanel.h"
#include "ui/sheets/consequences.h"

#include <QPushButton>
#include <QTimer>

namespace desk {

using namespace Qt::StringLiterals;

CallerCheckSheet::CallerCheckSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
    : Sheet(services, u"callerCheckSheet"_s, parent)
{
    setTitle(sheetTitle(prefilled.kind, {}));
    setConsequence(
        tr("La base compare et ne dit pas ce qui était faux. Réussie, la vérification vaut pour cet appel et "
           "pour les opérations qui la demandent."));
    needCheck(EstablishmentId(prefilled.params.value("establishment_id"_L1).toInteger()),
              AccountId(prefilled.params.value("account_id"_L1).toInteger()));
    confirmButton()->hide(); // comparing is all there is to do
}

void CallerCheckSheet::takeFocus()
{
    check()->takeFocus();
}

void CallerCheckSheet::afterCheck()
{
    if (check()->state() == CheckPanel::State::Passed)
        QTimer::singleShot(0, this, &Sheet::cancelled); // nothing is left to confirm; the file shows the rest
}

} // namespace desk
