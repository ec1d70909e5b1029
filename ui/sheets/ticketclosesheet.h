// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"
#include "ui/sheets/ticketform.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace desk {

class Banner;
class DuplicatesPanel;
class LinkButton;

/// Closes a ticket, or transfers it, which closes it too: the outcome (or to whom), the answer to the requester,
/// drafted from what was done until the agent writes in it, and what becomes of the other open requests about the same.
class TicketCloseSheet : public TicketForm {
    Q_OBJECT
public:
    /// `prefilled` may hold outcome, outcome_text (or to) and answer.
    TicketCloseSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                     QWidget *parent);
    void takeFocus() override;
    void fileRefreshed() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void showConflict(const TicketConflict &conflict) override;
    [[nodiscard]] QJsonObject typed() const override;
    void restore(const QJsonObject &typed) override;

private:
    void build();
    void buildColumns();
    void connectParts();
    void prefill(const OperationRequest &prefilled);
    void keep();
    void outcomeChosen();
    void duplicatesChosen();
    void redraft(); ///< writes the draft over the answer
    void redraftIfUntouched();
    void showDone();
    void showLength();
    void showTwins();
    void proposeForTwins();
    void askForTwins();
    void onTwins(const Result<TicketDetail> &answer);
    [[nodiscard]] bool transfers() const;
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QString draft() const;
    [[nodiscard]] QString missingInAnswer() const;
    [[nodiscard]] QWidget *firstMissing(); ///< marks what is missing; nullptr: nothing is
    [[nodiscard]] QJsonObject ownParams() const;

    QComboBox *m_outcome;
    QLineEdit *m_outcomeText;
    QPlainTextEdit *m_answer;
    Field *m_outcomeField, *m_textField, *m_answerField;
    QLabel *m_done;
    Banner *m_conflict;
    DuplicatesPanel *m_twins;
    QList<Ticket> m_read; ///< twins the database told of beyond those of the file
    LinkButton *m_redraft;
    bool m_edited = false; ///< the agent's hand is in the answer: never drafted over without asking
    bool m_filling = false;
};

} // namespace desk
