// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/sheethost.h"

#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/operations/operationservice.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/accesstext.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/sheets.h"

#include <QApplication>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

/// The sheets of tickets that have one of their own.
constexpr std::pair<QLatin1StringView, TicketSheetMaker *> ticketSheets[]
    = {{OperationKind::TicketClose, makeTicketCloseSheet},  {OperationKind::TicketTransfer, makeTicketCloseSheet},
       {OperationKind::TicketHold, makeTicketHoldSheet},    {OperationKind::TicketAssign, makeTicketChoiceSheet},
       {OperationKind::TicketMotif, makeTicketChoiceSheet}, {OperationKind::TicketMerge, makeTicketMergeSheet}};

TicketSheetMaker *ticketSheet(const QString &kind)
{
    const auto *it = std::find_if(std::begin(ticketSheets), std::end(ticketSheets),
                                  [&kind](const auto &one) { return one.first == kind; });
    return it == std::end(ticketSheets) ? makeTicketSheet : it->second;
}

} // namespace

SheetHost::SheetHost(const UiServices &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(u"sheetHost"_s);
    makeColumn(this, usualSpacing, {}, {12, 0, 12, 12});
    hide();
    connect(&m_services.operations, &OperationService::finished, this, &SheetHost::onFinished);
    connect(&m_services.operations, &OperationService::failed, this, &SheetHost::onFailed);
}

SheetHost::Target SheetHost::targetOf(const OperationRequest &request) const
{
    Target target;
    target.account = AccountId(request.params.value("account_id"_L1).toInteger());
    target.ticket = TicketNumber(request.params.value("number"_L1).toInteger());
    target.forCall = request.call.has_value();
    const qint64 habilitation = request.params.value("habilitation_id"_L1).toInteger();
    for (const Account &account : m_services.cases.file().accounts) {
        if (habilitation > 0 && account.habilitation.id.value() == habilitation)
            target.account = account.id;
    }
    return target;
}

Sheet *SheetHost::makeSheet(const OperationRequest &prefilled)
{
    const CallerFile &file = m_services.cases.file();
    const Target target = targetOf(prefilled);
    const Ticket *ticket = file.ticket(target.ticket);
    const Account *account = file.account(target.account);
    switch (operationSubject(prefilled.kind)) {
    case OperationSubject::Ticket:
        if (prefilled.kind == OperationKind::TicketOpen)
            return makeTicketOpenSheet(m_services, prefilled, this);
        return ticket ? ticketSheet(prefilled.kind)(m_services, prefilled, *ticket, this) : nullptr;
    case OperationSubject::Access:
        if (!operationTextLabel(prefilled.kind).isEmpty())
            return makeNoteSheet(m_services, prefilled, this);
        return file.subject == CallerFile::Subject::Establishment ? makeAccessSheet(m_services, prefilled, this)
                                                                  : nullptr;
    case OperationSubject::Account:
        return account ? makeAccountSheet(m_services, prefilled, *account, this) : nullptr;
    case OperationSubject::Call:
        return makeCallerCheckSheet(m_services, prefilled, this);
    case OperationSubject::Desk:
        break;
    }
    return nullptr;
}

void SheetHost::open(const OperationRequest &prefilled)
{
    Sheet *sheet = makeSheet(prefilled);
    if (!sheet) {
        Q_EMIT cannotOpen(tr("Cette opération porte sur un compte ou une demande qui n’est pas dans le dossier ouvert. "
                             "Rien n’a été fait : "
                             "rouvrez le dossier de l’appelant, puis recommencez."));
        return;
    }
    QWidget *before = m_sheet ? m_before.data() : QApplication::focusWidget();
    if (m_sheet) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_before = before;
    m_sheet = sheet;
    m_ticket = targetOf(prefilled).ticket;
    Q_EMIT openedChanged(true); // before the room is taken: the file must know why it shrinks
    layout()->addWidget(sheet);
    connect(sheet, &Sheet::cancelled, this, &SheetHost::closeSheet);
    connect(sheet, &Sheet::submitted, this,
            [this](const QUuid &id, const OperationRequest &request) { m_sent.insert(id, targetOf(request)); });
    connect(sheet, &Sheet::finished, this, &SheetHost::closeSheet);
    connect(sheet, &Sheet::endCallWanted, this, &SheetHost::endCallWanted);
    show();
    sheet->show();
    sheet->takeFocus();
}

void SheetHost::closeSheet()
{
    if (!m_sheet)
        return;
    const bool hadFocus = m_sheet->isAncestorOf(QApplication::focusWidget());
    m_sheet->hide();
    m_sheet->deleteLater();
    m_sheet = nullptr;
    m_ticket = TicketNumber(0);
    hide();
    if (hadFocus && m_before && m_before->isEnabled() && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else if (hadFocus && parentWidget())
        parentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT openedChanged(false);
}

void SheetHost::fileRefreshed()
{
    if (m_sheet)
        m_sheet->fileRefreshed();
}

void SheetHost::onFinished(const OperationOutcome &outcome)
{
    if (!m_sent.contains(outcome.id))
        return;
    Target target = m_sent.take(outcome.id);
    if (operationSubject(outcome.kind) == OperationSubject::Access) {
        const QDateTime now = m_services.clock.now();
        const bool waiting = isWaiting(outcome);
        Q_EMIT doneForFile(waiting, doneSentence(outcome, target.forCall, now),
                           waiting ? tellWaiting(outcome, now) : QString());
        return;
    }
    if (outcome.kind == OperationKind::TicketOpen)
        target.ticket = TicketNumber(outcome.result.value("number"_L1).toInteger());
    Q_EMIT done(target.account, target.ticket, doneSentence(outcome, target.forCall, m_services.clock.now()));
    if (outcome.kind == OperationKind::TicketClose || outcome.kind == OperationKind::TicketTransfer)
        Q_EMIT ticketClosed(target.ticket);
}

void SheetHost::onFailed(const QUuid &id, const Error &error)
{
    if (!m_sent.contains(id))
        return;
    m_sent.remove(id);
    // A sheet that still waits for this answer says it itself.
    if (!m_sheet || m_sheet->pending() != id)
        Q_EMIT failedLate(errorText(error));
}

} // namespace desk
