// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketsheet.h"

#include "app/lookup/caseservice.h"

namespace desk {

using namespace Qt::StringLiterals;

TicketSheet::TicketSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                         QWidget *parent)
    : TicketForm(services, u"ticketSheet"_s, prefilled.kind, ticket, parent)
{
    setConsequence(sentence());
    if (textLabel().isEmpty())
        return;
    addText(textLabel(), needsText());
    keepDrafts(u"%1/%2"_s.arg(kind().section(u'.', 1)).arg(ticket.number.value()),
               prefilled.params.value("text"_L1).toString());
}

QString TicketSheet::sentence() const
{
    const bool held = ticket().state == TicketState::OnHold;
    if (kind() == OperationKind::TicketTake)
        return tr("La demande vous est attribuée : les autres agents voient que vous vous en occupez.");
    if (kind() == OperationKind::TicketComment)
        return tr("Le commentaire s’ajoute à l’historique de la demande ; le demandeur ne le reçoit pas.");
    if (kind() == OperationKind::TicketResume)
        return tr("La demande sort de l’attente : elle est de nouveau à traiter, et son délai recommence à courir.");
    if (kind() == OperationKind::TicketHandBack)
        return held ? tr("La demande n’est plus chez vous et sort de l’attente : elle revient dans la file, à prendre.")
                    : tr("La demande n’est plus chez vous : elle revient dans la file, à prendre.");
    if (kind() == OperationKind::TicketTakeOver) {
        const QString owner = ticket().ownerName.isEmpty() ? ticket().owner : ticket().ownerName;
        return tr("La demande est chez %1. Elle passe chez vous ; %1 le verra dans l’historique, avec votre raison.")
            .arg(owner);
    }
    return tr("La demande redevient ouverte et sans responsable, sa réponse n’est plus définitive ; rien n’est envoyé "
              "au demandeur.");
}

QString TicketSheet::textLabel() const
{
    if (kind() == OperationKind::TicketComment)
        return tr("Commentaire");
    if (kind() == OperationKind::TicketReopen)
        return tr("Raison de la réouverture");
    if (kind() == OperationKind::TicketTakeOver)
        return tr("Raison de la reprise");
    return kind() == OperationKind::TicketHandBack ? tr("Commentaire (facultatif)") : QString();
}

bool TicketSheet::needsText() const
{
    return kind() == OperationKind::TicketComment || kind() == OperationKind::TicketReopen
        || kind() == OperationKind::TicketTakeOver;
}

void TicketSheet::fileRefreshed()
{
    // A comment replaces nothing, so it may rest on the newest version; the others rest on what was read.
    const Ticket *fresh = services().cases.file().ticket(ticket().number);
    if (fresh && kind() == OperationKind::TicketComment)
        restOn(*fresh);
}

std::optional<OperationRequest> TicketSheet::request()
{
    OperationRequest request = begun();
    if (!textEdit())
        return request;
    if (!checkText(needsText()))
        return std::nullopt;
    if (needsText() || !text().isEmpty())
        request.params.insert("text"_L1, text());
    return request;
}

} // namespace desk
