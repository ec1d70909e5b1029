// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/ticketform.h"

namespace desk {

/// One sentence and at most a text: take, hand back, take over from somebody, resume, comment, reopen.
class TicketSheet : public TicketForm {
    Q_OBJECT
public:
    TicketSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket, QWidget *parent);
    void fileRefreshed() override;

protected:
    std::optional<OperationRequest> request() override;

private:
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString textLabel() const; ///< empty: no text goes with it
    [[nodiscard]] bool needsText() const;
};

} // namespace desk
