// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/access/accessvalues.h"
#include "app/lookup/callerfile.h"
#include "ui/sheets/sheet.h"

#include <QTimer>

class QComboBox;
class QLineEdit;

namespace desk {

class AccessChoice;
class DraftKeeper;
class Field;

/// What giving somebody access has in common: the check of the caller, who gets it, why, and, before anything is sent,
/// what the database says would happen.
class AccessSheet : public Sheet {
    Q_OBJECT
public:
    void takeFocus() override;
    void fileRefreshed() override;

protected:
    AccessSheet(const UiServices &services, const QString &name, const OperationRequest &prefilled, bool members,
                QWidget *parent);
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenDone() override;
    void afterCheck() override;
    void whenOffered() override;

    /// What the sheet adds: {keep_old}.
    [[nodiscard]] virtual QJsonObject ownParams() const { return {}; }
    [[nodiscard]] virtual bool keepsOld() const { return true; }
    virtual void restoreOwn(const QJsonObject &) { }
    [[nodiscard]] AccessChoice *choice() const { return m_choice; }
    void addToForm(QWidget *widget); ///< between who and why
    void onEdited();
    void showConsequence();

private:
    void prefill(const OperationRequest &prefilled);
    void keepDraft();
    void restoreDraft(const QString &draft);
    [[nodiscard]] QJsonObject params() const;
    void rehearse();
    void onRehearsed(const Result<Rehearsal> &answer);
    [[nodiscard]] bool checkReason();

    QString m_kind;
    EstablishmentId m_establishment;
    std::optional<TicketNumber> m_ticket;
    AccessChoice *m_choice;
    QComboBox *m_reason;
    QLineEdit *m_text;
    Field *m_reasonField, *m_textField;
    DraftKeeper *m_draft;
    QTimer m_rehearse;
    QJsonObject m_asked; ///< what the last rehearsal was about
    std::optional<Rehearsal> m_rehearsal;
    int m_rehearsals = 0;
    AccountId m_existing{0};
    QString m_existingIdentifiant;
};

} // namespace desk
