// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/sheets/sheet.h"

#include <QJsonObject>

class QPlainTextEdit;

namespace desk {

class DraftKeeper;
class Field;
class TicketConflict;

/// What the sheets of a ticket's operations have in common: the version they rest on, what is said when somebody
/// changed it meanwhile, a text kept as it is typed, and telling the others that one writes in it.
class TicketForm : public Sheet {
    Q_OBJECT
public:
    void takeFocus() override;

protected:
    TicketForm(const UiServices &services, const QString &name, const QString &kind, const Ticket &ticket,
               QWidget *parent);

    [[nodiscard]] const QString &kind() const { return m_kind; }
    [[nodiscard]] const Ticket &ticket() const { return m_ticket; }
    void restOn(const Ticket &ticket) { m_ticket = ticket; }
    [[nodiscard]] QString ownerName() const; ///< or their login; empty: nobody's
    /// The request as far as every operation on a ticket has it, with the text when there is one.
    [[nodiscard]] OperationRequest begun() const;

    /// The text that goes with the operation, below what the form holds already.
    void addText(const QString &label, bool required);
    [[nodiscard]] QString text() const; ///< trimmed; empty without a text
    /// Marks a text that is missing or too long, and gives it the keyboard. True: it is fine.
    bool checkText();
    void setTextRequired(bool required) { m_textRequired = required; }
    [[nodiscard]] QPlainTextEdit *textEdit() const { return m_text; }
    [[nodiscard]] Field *textField() const { return m_field; }

    /// From now on what is typed is kept for this ticket under that key, and what was kept is given to restore().
    void keepDrafts(const QString &key, const OperationRequest &prefilled);
    void edited(); ///< something was typed or chosen: it is kept, and the others see that one writes
    [[nodiscard]] virtual QJsonObject typed() const; ///< for the draft
    virtual void restore(const QJsonObject &typed);

    void whenRefused(const Error &error) override;
    virtual void showConflict(const TicketConflict &conflict);

private:
    QString m_kind;
    Ticket m_ticket;
    QPlainTextEdit *m_text = nullptr;
    Field *m_field = nullptr;
    DraftKeeper *m_draft = nullptr;
    bool m_textRequired = false, m_restoring = false;
};

} // namespace desk
