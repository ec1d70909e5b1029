// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/ticketstore.h"
#include "ui/sheets/ticketform.h"

class QComboBox;

namespace desk {

/// One thing to choose, and a text if one likes: who gets a ticket, or which motif it has.
class TicketChoiceSheet : public TicketForm {
    Q_OBJECT
public:
    TicketChoiceSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                      QWidget *parent);
    void takeFocus() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenOffered() override;
    [[nodiscard]] QJsonObject typed() const override;
    void restore(const QJsonObject &typed) override;

private:
    [[nodiscard]] bool assigns() const;
    void askForAgents();
    void onAgents(const Result<QList<DeskAgent>> &answer);
    void fillMotifs();
    void choose(const QString &code);
    void showConsequence();

    QComboBox *m_choice;
    Field *m_choiceField;
    QString m_wanted; ///< chosen before the list was here
};

} // namespace desk
