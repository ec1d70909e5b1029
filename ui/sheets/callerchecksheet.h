// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/sheet.h"

namespace desk {

/// The check of the caller on its own, as a script asks for it before anything is decided. Closes once it is passed.
class CallerCheckSheet : public Sheet {
    Q_OBJECT
public:
    CallerCheckSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent);
    void takeFocus() override;

protected:
    std::optional<OperationRequest> request() override { return std::nullopt; }
    void afterCheck() override;
};

} // namespace desk
