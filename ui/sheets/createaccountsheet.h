// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/accesssheet.h"

namespace desk {

/// Gives somebody an account on the establishment, or habilitates one that exists elsewhere.
class CreateAccountSheet : public AccessSheet {
    Q_OBJECT
public:
    CreateAccountSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent)
        : AccessSheet(services, QStringLiteral("createAccountSheet"), prefilled, false, parent)
    {
    }
};

} // namespace desk
