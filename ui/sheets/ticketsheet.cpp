// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/caseservice.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/sheets.h"
#include "ui/sheets/ticketform.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

class TicketSheet : public TicketForm {
    Q_DECLARE_TR_FUNCTIONS(TicketSheet)
public:
    TicketSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket, QWidget *parent)
        : TicketForm(services, u"ticketSheet"_s, prefilled.kind, ticket, parent)
    {
        const bool wakes = kind() == OperationKind::TicketHandBack && ticket.state == TicketState::OnHold;
        setConsequence(
            wakes ? tr("La demande n’est plus chez vous et sort de l’attente : elle revient dans la file, à prendre.")
                  : operationConsequence(kind()).replace("%1"_L1, ownerName()));
        if (const QString label = operationTextLabel(kind()); !label.isEmpty()) {
            addText(label, operationNeedsText(kind()));
            keepDrafts(kind().section(u'.', 1), prefilled);
        }
    }

    void fileRefreshed() override
    {
        // A comment replaces nothing, so it may rest on the newest version; the others rest on what was read.
        const Ticket *fresh = services().cases.file().ticket(ticket().number);
        if (fresh && kind() == OperationKind::TicketComment)
            restOn(*fresh);
    }

protected:
    std::optional<OperationRequest> request() override
    {
        return !textEdit() || checkText() ? std::optional(begun()) : std::nullopt;
    }
};

} // namespace

Sheet *makeTicketSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                       QWidget *parent)
{
    return new TicketSheet(services, prefilled, ticket, parent);
}

} // namespace desk
