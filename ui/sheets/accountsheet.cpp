// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/sheets/accountsheet.h"

#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/field.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/listcombo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestReasonText = 1000;
}

AccountSheet::AccountSheet(const UiServices &services, const OperationRequest &prefilled, const Account &account,
                           QWidget *parent)
    : Sheet(services, u"accountSheet"_s, parent), m_kind(prefilled.kind), m_account(account),
      m_ticket(prefilled.ticket), m_reason(new QComboBox(this)), m_text(new QLineEdit(this)),
      m_unlock(new QCheckBox(tr("Déverrouiller aussi"), this)), m_reasonField(new Field(tr("Motif"), m_reason, this)),
      m_textField(new Field(tr("Précision"), m_text, this)),
      m_draft(new DraftKeeper(services.local, u"operation/%1/%2"_s.arg(prefilled.kind).arg(account.id.value()), this))
{
    build();
    if (m_kind == OperationKind::ResetPassword)
        needCheck(services.cases.file().establishment.id, account.id);
    setTitle(sheetTitle(m_kind, account.identifiant));
    const bool locked = account.isLocked(services.clock.now());
    m_unlock->setVisible(m_kind == OperationKind::ResetPassword && locked);
    m_unlock->setChecked(prefilled.params.value("unlock"_L1).toBool(true));
    m_text->setText(prefilled.reasonText);
    const auto &reasons = services.session.info().operationReasons;
    fillList(m_reason, reasons, tr("Choisir un motif"));
    QString usual = usualReason(m_kind, reasons);
    if (m_kind == OperationKind::ResetPassword && locked && usual.isEmpty())
        usual = usualReason(OperationKind::Unlock, reasons);
    chooseCode(m_reason, prefilled.reason.isEmpty() ? usual : prefilled.reason);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &AccountSheet::showReason);
    connect(m_unlock, &QCheckBox::toggled, this, &AccountSheet::showConsequence);
    connect(m_text, &QLineEdit::textEdited, m_draft, &DraftKeeper::keep);
    m_draft->restore([this](const QString &text) { m_text->setText(text); });
    showReason();
    showConsequence();
}

void AccountSheet::build()
{
    m_reason->setObjectName(u"sheetReason"_s);
    m_text->setObjectName(u"sheetReasonText"_s);
    m_unlock->setObjectName(u"sheetUnlock"_s);
    m_text->setMaxLength(longestReasonText);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_reason->setMinimumWidth(230);
    row->addWidget(m_reasonField, 0, Qt::AlignTop);
    row->addWidget(m_textField, 1, Qt::AlignTop);
    form()->addLayout(row);
    form()->addWidget(m_unlock);
}

void AccountSheet::takeFocus()
{
    if (check() && check()->state() != CheckPanel::State::Passed) {
        check()->takeFocus();
        return;
    }
    // What cannot be undone asks for one look more: the keyboard starts on the reason, not on the button.
    if (m_kind == OperationKind::ResetPassword || m_reason->currentData().toString().isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
    else
        Sheet::takeFocus();
}

void AccountSheet::fileRefreshed()
{
    const Account *fresh = services().cases.file().account(m_account.id);
    if (!fresh)
        return;
    m_account = *fresh;
    showConsequence();
}

void AccountSheet::showConsequence()
{
    setConsequence(consequence(m_kind, m_account, m_unlock->isChecked(), services().clock.now()));
}

void AccountSheet::showReason()
{
    const bool needed = needsText(m_reason, services().session.info().operationReasons);
    m_text->setPlaceholderText(needed ? tr("Quelques mots, obligatoires avec ce motif") : tr("Facultatif"));
    m_reasonField->setError({});
    m_textField->setError({});
}

std::optional<OperationRequest> AccountSheet::request()
{
    const QString reason = m_reason->currentData().toString();
    const QString text = m_text->text().trimmed();
    const bool textMissing = text.isEmpty() && needsText(m_reason, services().session.info().operationReasons);
    m_reasonField->setError(reason.isEmpty() ? tr("Choisissez un motif.") : QString());
    m_textField->setError(textMissing ? tr("Ce motif demande une précision.") : QString());
    if (reason.isEmpty() || textMissing) {
        (reason.isEmpty() ? static_cast<QWidget *>(m_reason) : m_text)->setFocus();
        return std::nullopt;
    }
    OperationRequest request;
    request.kind = m_kind;
    request.reason = reason;
    request.reasonText = text;
    request.ticket = m_ticket;
    if (m_kind == OperationKind::ResendConfirmation)
        request.params = {{"habilitation_id"_L1, m_account.habilitation.id.value()}};
    else
        request.params = {{"account_id"_L1, m_account.id.value()}};
    if (m_kind == OperationKind::ResetPassword)
        request.params.insert("unlock"_L1, m_unlock->isVisibleTo(this) && m_unlock->isChecked());
    return request;
}

void AccountSheet::whenRefused(const Error &error)
{
    if (error.rule == "reason_needed"_L1 || error.rule == "unknown_reason"_L1)
        m_reasonField->setError(tr("Choisissez un motif."));
    else if (error.rule == "reason_text_needed"_L1)
        m_textField->setError(tr("Ce motif demande une précision."));
    Sheet::whenRefused(error);
}

void AccountSheet::whenDone()
{
    m_draft->forget();
}

} // namespace desk
