// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/duplicatespanel.h"
#include "ui/sheets/sheets.h"
#include "ui/sheets/ticketform.h"

#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 50;

class TicketMergeSheet : public TicketForm {
    Q_DECLARE_TR_FUNCTIONS(TicketMergeSheet)
public:
    TicketMergeSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                     QWidget *parent)
        : TicketForm(services, u"ticketMergeSheet"_s, prefilled.kind, ticket, parent),
          m_panel(new DuplicatesPanel(false, this))
    {
        form()->addWidget(m_panel);
        setConsequence(operationConsequence(prefilled.kind).arg(ticketNumber(ticket.number)));
        TicketMergeSheet::fileRefreshed();
    }

    void takeFocus() override { Sheet::takeFocus(); } // all are ticked: one look, one key

    void fileRefreshed() override
    {
        m_panel->setTwins(services().cases.file().twinsOf(ticket()), ticket(), services().session.info().login,
                          services().clock.now());
    }

protected:
    std::optional<OperationRequest> request() override
    {
        const QList<Ticket> chosen = m_panel->ticked();
        if (chosen.isEmpty() || chosen.size() > mostAtOnce) {
            m_panel->setError(chosen.isEmpty() ? tr("Cochez au moins une demande.")
                                               : tr("Cinquante au plus à la fois."));
            m_panel->takeFocus();
            if (m_panel->twins().isEmpty())
                say(tr("Rien à fusionner"),
                    tr("Il n’y a plus d’autre demande ouverte de même SIRET et de même motif."));
            return std::nullopt;
        }
        OperationRequest request = begun();
        request.params.insert("duplicates"_L1, m_panel->params());
        return request;
    }

private:
    DuplicatesPanel *m_panel;
};

} // namespace

Sheet *makeTicketMergeSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                            QWidget *parent)
{
    return new TicketMergeSheet(services, prefilled, ticket, parent);
}

} // namespace desk
