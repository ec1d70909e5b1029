// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/sheets/sheet.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace desk {

class DraftKeeper;
class Field;

/// Unlock, reset the password, send the confirmation again: the consequence, a reason, and for a reset the second
/// effect.
class AccountSheet : public Sheet {
    Q_OBJECT
public:
    /// `prefilled` names the kind and the account or habilitation; its reason, when given, is chosen.
    AccountSheet(const UiServices &services, const OperationRequest &prefilled, const Account &account,
                 QWidget *parent);
    void takeFocus() override;
    void fileRefreshed() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenDone() override;

private:
    void build();
    void showConsequence();
    void showReason();

    QString m_kind;
    Account m_account;
    std::optional<TicketNumber> m_ticket;
    QComboBox *m_reason;
    QLineEdit *m_text;
    QCheckBox *m_unlock;
    Field *m_reasonField, *m_textField;
    DraftKeeper *m_draft;
};

} // namespace desk
