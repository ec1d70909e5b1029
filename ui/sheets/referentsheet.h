// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/accesssheet.h"

class QCheckBox;

namespace desk {

/// Makes somebody else the referent of the establishment; the old one keeps their access or loses it.
class ReferentSheet : public AccessSheet {
    Q_OBJECT
public:
    ReferentSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent);

protected:
    QJsonObject ownParams() const override;
    bool keepsOld() const override;
    void restoreOwn(const QJsonObject &own) override;

private:
    QCheckBox *m_keep;
};

} // namespace desk
