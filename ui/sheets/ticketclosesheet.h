// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/sheets/sheet.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace desk {

class Banner;
class DraftKeeper;
class Field;
class LinkButton;

/// Closing a request: the outcome, what was done for it, and the answer, drafted from that until the agent edits it.
/// When someone else changed the request meanwhile, says what, field by field, and keeps the agent's text.
class TicketCloseSheet : public Sheet {
    Q_OBJECT
public:
    /// `prefilled` may hold outcome, outcome_text and answer.
    TicketCloseSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                     QWidget *parent);
    void takeFocus() override;
    void fileRefreshed() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenDone() override;

private:
    void build();
    void prefill(const OperationRequest &prefilled);
    void restore(const QString &draft);
    void keep();
    void outcomeChosen();
    void redraft(); ///< writes the draft over the answer
    void redraftIfUntouched();
    void showDone();
    void showLength();
    [[nodiscard]] QString draft() const;
    [[nodiscard]] QString missingInAnswer() const;

    Ticket m_ticket;
    QComboBox *m_outcome;
    QLineEdit *m_outcomeText;
    QPlainTextEdit *m_answer;
    Field *m_outcomeField, *m_textField, *m_answerField;
    QLabel *m_done;
    Banner *m_conflict;
    LinkButton *m_redraft;
    DraftKeeper *m_draft;
    bool m_edited = false; ///< the agent's hand is in the answer: never drafted over without asking
    bool m_filling = false;
};

} // namespace desk
