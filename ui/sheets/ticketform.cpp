// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/ticketform.h"

#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "app/tickets/plaintext.h"
#include "app/tickets/presenceservice.h"
#include "ui/common/build.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/ticketconflict.h"

#include <QPlainTextEdit>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestText = 4000, textHeight = 64;
}

TicketForm::TicketForm(const UiServices &services, const QString &name, const QString &kind, const Ticket &ticket,
                       QWidget *parent)
    : Sheet(services, name, parent), m_kind(kind), m_ticket(ticket)
{
    setTitle(operationTitle(kind, ticketNumber(ticket.number)));
}

QString TicketForm::ownerName() const
{
    return m_ticket.ownerName.isEmpty() ? m_ticket.owner : m_ticket.ownerName;
}

OperationRequest TicketForm::begun() const
{
    OperationRequest request;
    request.kind = m_kind;
    request.ticket = m_ticket.number;
    request.params = {{"number"_L1, m_ticket.number.value()}, {"version"_L1, m_ticket.version}};
    if (!text().isEmpty())
        request.params.insert("text"_L1, text());
    return request;
}

void TicketForm::addText(const QString &label, bool required)
{
    m_textRequired = required;
    m_text = named(new QPlainTextEdit(this), u"sheetText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    m_field = new Field(label, m_text, this);
    form()->addWidget(m_field);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_field->setError(tooLongText(typedText(m_text).size() - longestText));
        edited();
    });
}

QString TicketForm::text() const
{
    return m_text ? plainText(typedText(m_text)) : QString();
}

bool TicketForm::checkText()
{
    const QString words = text();
    const bool missing = m_textRequired && words.isEmpty();
    const QString error = missing ? tr("Écrivez quelques mots.") : tooLongText(words.size() - longestText);
    m_field->setError(error);
    if (!error.isEmpty())
        m_text->setFocus(Qt::OtherFocusReason);
    return error.isEmpty();
}

void TicketForm::takeFocus()
{
    if (m_text && m_textRequired)
        m_text->setFocus(Qt::OtherFocusReason);
    else
        Sheet::takeFocus();
}

void TicketForm::keepDrafts(const QString &key, const OperationRequest &prefilled)
{
    const auto fill = [this](const QJsonObject &typed) {
        m_restoring = true;
        restore(typed);
        m_restoring = false;
    };
    if (m_text)
        m_text->setPlainText(prefilled.params.value("text"_L1).toString());
    m_draft = keepDraft(u"%1/%2"_s.arg(key).arg(m_ticket.number.value()));
    m_draft->restoreFields(fill);
}

void TicketForm::edited()
{
    if (!m_draft || m_restoring)
        return;
    m_draft->keepFields(typed());
    services().presence.writes(m_ticket.number);
}

QJsonObject TicketForm::typed() const
{
    return m_text ? QJsonObject{{"text"_L1, typedText(m_text)}} : QJsonObject();
}

void TicketForm::restore(const QJsonObject &typed)
{
    if (m_text)
        m_text->setPlainText(typed.value("text"_L1).toString());
}

void TicketForm::whenRefused(const Error &error)
{
    if (error.code != Error::Code::Conflict) {
        Sheet::whenRefused(error);
        return;
    }
    const TicketConflict conflict(error, services().session.info(), services().clock.now());
    if (!conflict.isAbout(m_ticket.number)) {
        say(tr("Changée entre-temps"),
            tr("%1 : %2 Confirmez de nouveau si cela convient toujours.")
                .arg(ticketNumber(conflict.number()), conflict.sentences().join(u' ')));
    } else {
        m_ticket.version = conflict.version();
        showConflict(conflict);
        if (conflict.isClosed() && m_kind != OperationKind::TicketReopen)
            setBlocked(confirmButton(), tr("Déjà close"));
    }
    services().cases.refresh();
}

void TicketForm::showConflict(const TicketConflict &conflict)
{
    say(tr("Changée entre-temps"),
        conflict.sentences().join(u' ') + u' '
            + (conflict.isClosed() ? tr("Votre texte est conservé.")
                                   : tr("Votre texte est conservé. Confirmez de nouveau si cela convient toujours.")));
}

} // namespace desk
