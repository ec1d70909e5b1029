// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketqueue.h"
#include "ui/sheets/ticketform.h"

class QLabel;

namespace desk {

class AnswerForm;
class Banner;
class DuplicatesPanel;

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
    void prefill(const OperationRequest &prefilled);
    void duplicatesChosen();
    void showDone();
    void showTwins();
    void proposeForTwins();
    void askForTwins();
    void onTwins(const Result<TicketDetail> &answer);
    [[nodiscard]] bool transfers() const;
    [[nodiscard]] QString draft() const;
    [[nodiscard]] QWidget *firstMissing(); ///< marks what is missing; nullptr: nothing is
    [[nodiscard]] QJsonObject ownParams() const;

    AnswerForm *m_form;
    QLabel *m_done;
    Banner *m_conflict;
    DuplicatesPanel *m_twins;
    QList<Ticket> m_read; ///< twins the database told of beyond those of the file
};

} // namespace desk
