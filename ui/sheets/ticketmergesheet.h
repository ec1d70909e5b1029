// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/ticketform.h"

namespace desk {

class DuplicatesPanel;

/// Merges the open requests of the same SIRET and motif into this one.
class TicketMergeSheet : public TicketForm {
    Q_OBJECT
public:
    TicketMergeSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                     QWidget *parent);
    void takeFocus() override;
    void fileRefreshed() override;

protected:
    std::optional<OperationRequest> request() override;

private:
    void showTwins();

    DuplicatesPanel *m_panel;
};

} // namespace desk
