// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketsheet.h"

#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/ticketconflict.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestText = 4000;
}

TicketSheet::TicketSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                         QWidget *parent)
    : Sheet(services, u"ticketSheet"_s, parent), m_kind(prefilled.kind), m_ticket(ticket)
{
    setTitle(sheetTitle(m_kind, ticketNumber(ticket.number)));
    if (m_kind == OperationKind::TicketTake) {
        setConsequence(tr("La demande vous est attribuée : les autres agents voient que vous vous en occupez."));
        return;
    }
    setConsequence(m_kind == OperationKind::TicketComment
                       ? tr("Le commentaire s’ajoute à l’historique de la demande ; le demandeur ne le reçoit pas.")
                       : tr("La demande redevient ouverte et sans responsable, sa réponse n’est plus définitive ; rien "
                            "n’est envoyé au demandeur."));
    buildText();
    m_text->setPlainText(prefilled.params.value("text"_L1).toString());
    m_draft->restore([this](const QString &text) { m_text->setPlainText(text); });
}

void TicketSheet::buildText()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"sheetText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(84);
    const bool comment = m_kind == OperationKind::TicketComment;
    m_field = new Field(comment ? tr("Commentaire") : tr("Raison de la réouverture"), m_text, this);
    form()->addWidget(m_field);
    m_draft = new DraftKeeper(services().local,
                              u"%1/%2"_s.arg(comment ? u"comment"_s : u"reopen"_s).arg(m_ticket.number.value()), this);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_draft->keep(typedText(m_text));
        const qsizetype length = typedText(m_text).size();
        m_field->setError(tooLongText(length - longestText));
    });
}

void TicketSheet::takeFocus()
{
    if (hasText())
        m_text->setFocus(Qt::OtherFocusReason);
    else
        Sheet::takeFocus();
}

void TicketSheet::fileRefreshed()
{
    // A comment replaces nothing, so it may rest on the newest version; taking and reopening rest on what was read.
    const Ticket *fresh = services().cases.file().ticket(m_ticket.number);
    if (fresh && m_kind == OperationKind::TicketComment)
        m_ticket = *fresh;
}

std::optional<OperationRequest> TicketSheet::request()
{
    OperationRequest request;
    request.kind = m_kind;
    request.ticket = m_ticket.number;
    request.params = {{"number"_L1, m_ticket.number.value()}, {"version"_L1, m_ticket.version}};
    if (!hasText())
        return request;
    const QString text = typedText(m_text).trimmed();
    if (text.isEmpty() || text.size() > longestText) {
        m_field->setError(text.isEmpty() ? tr("Écrivez quelques mots.") : tooLongText(text.size() - longestText));
        m_text->setFocus();
        return std::nullopt;
    }
    request.params.insert("text"_L1, text);
    return request;
}

void TicketSheet::whenRefused(const Error &error)
{
    if (error.code != Error::Code::Conflict) {
        Sheet::whenRefused(error);
        return;
    }
    const TicketConflict conflict(error, services().session.info(), services().clock.now());
    m_ticket.version = conflict.version();
    say(tr("Changée entre-temps"),
        conflict.sentences().join(u' ') + u' ' + tr("Confirmez de nouveau si cela convient toujours."));
    services().cases.refresh();
}

void TicketSheet::whenDone()
{
    if (m_draft)
        m_draft->forget();
}

} // namespace desk
