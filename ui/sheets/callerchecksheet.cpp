// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/operationwords.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/sheets.h"

#include <QPushButton>
#include <QTimer>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

/// Closes once the check is passed.
class CallerCheckSheet : public Sheet {
public:
    CallerCheckSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
        : Sheet(services, u"callerCheckSheet"_s, parent)
    {
        setTitle(operationTitle(prefilled.kind, {}));
        setConsequence(operationConsequence(prefilled.kind));
        needCheck(EstablishmentId(prefilled.params.value("establishment_id"_L1).toInteger()),
                  AccountId(prefilled.params.value("account_id"_L1).toInteger()));
        confirmButton()->hide(); // comparing is all there is to do
    }

    void takeFocus() override { check()->takeFocus(); }

protected:
    std::optional<OperationRequest> request() override { return std::nullopt; }
    void afterCheck() override
    {
        if (check()->state() == CheckPanel::State::Passed)
            QTimer::singleShot(0, this, &Sheet::cancelled); // nothing is left to confirm; the file shows the rest
    }
};

} // namespace

Sheet *makeCallerCheckSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
{
    return new CallerCheckSheet(services, prefilled, parent);
}

} // namespace desk
