// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/ticketform.h"

class QComboBox;
class QDateTimeEdit;

namespace desk {

/// Puts a ticket on hold: what it waits for, until when, perhaps a few words.
class TicketHoldSheet : public TicketForm {
    Q_OBJECT
public:
    TicketHoldSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket,
                    QWidget *parent);
    void takeFocus() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    [[nodiscard]] QJsonObject typed() const override;
    void restore(const QJsonObject &typed) override;

private:
    void build();
    void wakeAt(const QDateTime &at);
    void showConsequence();
    [[nodiscard]] QDateTime until() const; ///< UTC
    [[nodiscard]] QString whatIsWrongWithUntil() const;

    QComboBox *m_reason;
    QDateTimeEdit *m_until;
    Field *m_reasonField, *m_untilField;
};

/// The moments one chooses most for a ticket to wake up, at nine in the desk's morning, seen from `now`.
struct WakeUp {
    QString label;
    QDateTime at; ///< UTC
    friend bool operator==(const WakeUp &, const WakeUp &) = default;
};
[[nodiscard]] QList<WakeUp> usualWakeUps(const QDateTime &now);

} // namespace desk
