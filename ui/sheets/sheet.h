// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"
#include "app/operations/operation.h"
#include "ui/sheets/sheetframe.h"
#include "ui/uiservices.h"

#include <QHash>
#include <QPointer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class Banner;
class CheckPanel;
class DraftKeeper;
class Field;

/// A compact sheet under the file that confirms one operation: what will happen, what is still to be said, and then
/// what became of it. Never modal. Ctrl+Enter confirms, Esc gives up (what was typed stays kept where it is worth
/// keeping).
class Sheet : public SheetFrame {
    Q_OBJECT
public:
    Sheet(const UiServices &services, const QString &name, QWidget *parent);

    /// The operation sent and not answered yet; null: none.
    [[nodiscard]] QUuid pending() const { return m_pending; }
    /// Where the keyboard goes when the sheet opens.
    virtual void takeFocus();
    /// The file was read again while the sheet is open.
    virtual void fileRefreshed() { }
    void confirm();

Q_SIGNALS:
    void submitted(const QUuid &id, const desk::OperationRequest &request);
    void finished(const desk::OperationOutcome &outcome); ///< done: the sheet may go
    void endCallWanted(); ///< the caller could not be checked

protected:
    /// Asks for the check of the caller at the top of the sheet, for an operation that needs one. Nothing is sent
    /// before it is passed; what was typed below stays.
    void needCheck(EstablishmentId establishment, AccountId account);
    [[nodiscard]] CheckPanel *check() const { return m_check; }
    /// The caller has just been checked: where the keyboard goes on.
    virtual void afterCheck();
    void setTitle(const QString &title);
    void setConsequence(const QString &sentence);
    [[nodiscard]] QVBoxLayout *form() const { return m_form; }
    [[nodiscard]] const UiServices &services() const { return m_services; }
    [[nodiscard]] QPushButton *confirmButton() const { return m_confirm; }
    /// What to send; nullopt when something is missing, which the sheet then shows in place.
    [[nodiscard]] virtual std::optional<OperationRequest> request() = 0;
    virtual void whenRefused(const Error &error); ///< says why, at the field too where it is known
    /// What is typed is kept under that key from now on, and forgotten once the operation is done.
    DraftKeeper *keepDraft(const QString &key);
    /// What is refused by one of these rules is wrong with that field: it is said there too.
    void sayAt(Field *field, const QStringList &rules, const QString &sentence);
    void say(const QString &lead, const QString &text); ///< a refusal or what is missing, above the buttons
    void clearSaid();
    /// One thing to do about what was just said, with the keyboard on it; whenOffered() when it is taken.
    void offer(const QString &action);
    virtual void whenOffered() { }

    void showEvent(QShowEvent *event) override; ///< puts Tab in reading order

private:
    void build();
    void showCheck();
    void setSending(bool sending);
    void onFinished(const OperationOutcome &outcome);
    void onFailed(const QUuid &id, const Error &error);
    void onUncertain(const QUuid &id);

    UiServices m_services;
    QLabel *m_title, *m_consequence, *m_hint;
    QWidget *m_formBox;
    QVBoxLayout *m_form;
    Banner *m_banner;
    CheckPanel *m_check = nullptr;
    DraftKeeper *m_draft = nullptr;
    QHash<QString, std::pair<Field *, QString>> m_faults; ///< by rule
    QPushButton *m_confirm, *m_cancel;
    QUuid m_pending;
    QPointer<QWidget> m_editing; ///< where the keyboard was when the operation was sent
};

} // namespace desk
