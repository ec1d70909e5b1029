// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/clock.h"
#include "app/lookup/caseservice.h"
#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/operationwords.h"
#include "ui/sheets/checkpanel.h"
#include "ui/sheets/consequences.h"
#include "ui/sheets/draftkeeper.h"
#include "ui/sheets/reasonfields.h"
#include "ui/sheets/sheets.h"

#include <QCheckBox>
#include <QCoreApplication>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

class AccountSheet : public Sheet {
    Q_DECLARE_TR_FUNCTIONS(AccountSheet)
public:
    AccountSheet(const UiServices &services, const OperationRequest &prefilled, const Account &account, QWidget *parent)
        : Sheet(services, u"accountSheet"_s, parent), m_kind(prefilled.kind), m_account(account),
          m_ticket(prefilled.ticket), m_why(new ReasonFields(services.session.info().operationReasons, this)),
          m_unlock(named(new QCheckBox(tr("Déverrouiller aussi"), this), u"sheetUnlock"_s))
    {
        addCells(form(), {m_why, m_unlock});
        if (resets())
            needCheck(services.cases.file().establishment.id, account.id);
        setTitle(operationTitle(m_kind, account.identifiant));
        const bool locked = account.isLocked(services.clock.now());
        m_unlock->setVisible(resets() && locked);
        m_unlock->setChecked(prefilled.params.value("unlock"_L1).toBool(true));
        const auto &reasons = services.session.info().operationReasons;
        QString usual = usualReason(m_kind, reasons);
        if (resets() && locked && usual.isEmpty())
            usual = usualReason(OperationKind::Unlock, reasons);
        m_why->set(prefilled.reason.isEmpty() ? usual : prefilled.reason, prefilled.reasonText);
        m_why->tellNeed();
        connect(m_unlock, &QCheckBox::toggled, this, &AccountSheet::showConsequence);
        DraftKeeper *draft = keepDraft(u"operation/%1/%2"_s.arg(prefilled.kind).arg(account.id.value()));
        connect(m_why->textEdit(), &QLineEdit::textEdited, draft, &DraftKeeper::keep);
        draft->restore([this](const QString &text) { m_why->set(m_why->reason(), text); });
        showConsequence();
    }

    void takeFocus() override
    {
        // What cannot be undone asks for one look more: the keyboard starts on the reason, not on the button.
        if (check() && check()->state() != CheckPanel::State::Passed)
            check()->takeFocus();
        else if (resets() || m_why->reason().isEmpty())
            m_why->takeFocus();
        else
            Sheet::takeFocus();
    }

    void fileRefreshed() override
    {
        const Account *fresh = services().cases.file().account(m_account.id);
        if (!fresh)
            return;
        m_account = *fresh;
        showConsequence();
    }

protected:
    std::optional<OperationRequest> request() override
    {
        if (!m_why->check())
            return std::nullopt;
        OperationRequest request;
        request.kind = m_kind;
        request.reason = m_why->reason();
        request.reasonText = m_why->text().trimmed();
        request.ticket = m_ticket;
        if (m_kind == OperationKind::ResendConfirmation)
            request.params = {{"habilitation_id"_L1, m_account.habilitation.id.value()}};
        else
            request.params = {{"account_id"_L1, m_account.id.value()}};
        if (resets())
            request.params.insert("unlock"_L1, m_unlock->isVisibleTo(this) && m_unlock->isChecked());
        return request;
    }

    void whenRefused(const Error &error) override
    {
        m_why->refused(error);
        Sheet::whenRefused(error);
    }

private:
    [[nodiscard]] bool resets() const { return m_kind == OperationKind::ResetPassword; }
    void showConsequence()
    {
        setConsequence(consequence(m_kind, m_account, m_unlock->isChecked(), services().clock.now()));
    }

    QString m_kind;
    Account m_account;
    std::optional<TicketNumber> m_ticket;
    ReasonFields *m_why;
    QCheckBox *m_unlock;
};

} // namespace

Sheet *makeAccountSheet(const UiServices &services, const OperationRequest &prefilled, const Account &account,
                        QWidget *parent)
{
    return new AccountSheet(services, prefilled, account, parent);
}

} // namespace desk
