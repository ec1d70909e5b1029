// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketmergesheet.h"

#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/format.h"
#include "ui/sheets/duplicatespanel.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostAtOnce = 50;
}

TicketMergeSheet::TicketMergeSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                                   QWidget *parent)
    : TicketForm(services, u"ticketMergeSheet"_s, prefilled.kind, ticket, parent),
      m_panel(new DuplicatesPanel(false, this))
{
    form()->addWidget(m_panel);
    setConsequence(tr("Les demandes cochées rejoignent %1 : elles quittent la file sans courriel, et la réponse donnée "
                      "à %1 vaudra pour toutes. Chacune peut être rouverte seule.")
                       .arg(ticketNumber(ticket.number)));
    showTwins();
}

void TicketMergeSheet::showTwins()
{
    m_panel->setTwins(services().cases.file().twinsOf(ticket()), ticket(), services().session.info().login,
                      services().clock.now());
}

void TicketMergeSheet::takeFocus()
{
    Sheet::takeFocus(); // all are ticked: one look, one key
}

void TicketMergeSheet::fileRefreshed()
{
    showTwins();
}

std::optional<OperationRequest> TicketMergeSheet::request()
{
    const QList<Ticket> chosen = m_panel->ticked();
    if (chosen.isEmpty() || chosen.size() > mostAtOnce) {
        m_panel->setError(chosen.isEmpty() ? tr("Cochez au moins une demande.") : tr("Cinquante au plus à la fois."));
        m_panel->takeFocus();
        if (m_panel->twins().isEmpty())
            say(tr("Rien à fusionner"), tr("Il n’y a plus d’autre demande ouverte de même SIRET et de même motif."));
        return std::nullopt;
    }
    OperationRequest request = begun();
    request.params.insert("duplicates"_L1, m_panel->params());
    return request;
}

} // namespace desk
