// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/lookup/callerfile.h"
#include "ui/sheets/sheet.h"

class QPlainTextEdit;

namespace desk {

class DraftKeeper;
class Field;

/// Take, comment or reopen a request: a sentence, and for the last two a text that is kept as it is typed.
class TicketSheet : public Sheet {
    Q_OBJECT
public:
    TicketSheet(const UiServices &services, const OperationRequest &prefilled, const Ticket &ticket, QWidget *parent);
    void takeFocus() override;
    void fileRefreshed() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenDone() override;

private:
    void buildText();
    [[nodiscard]] bool hasText() const { return m_text != nullptr; }

    QString m_kind;
    Ticket m_ticket;
    QPlainTextEdit *m_text = nullptr;
    Field *m_field = nullptr;
    DraftKeeper *m_draft = nullptr;
};

} // namespace desk
