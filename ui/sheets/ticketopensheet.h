// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/sheet.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace desk {

class DraftKeeper;
class Field;

/// A new request for assistance, opened by the agent for the caller: the fields of the extranet's own form.
class TicketOpenSheet : public Sheet {
    Q_OBJECT
public:
    TicketOpenSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent);
    void takeFocus() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenDone() override;

private:
    struct Line {
        QLineEdit *edit = nullptr;
        Field *field = nullptr;
    };
    Line makeLine(const QString &label, const QString &name, int most);
    void build();
    void prefill(const OperationRequest &prefilled);
    void keep();
    void restore(const QString &draft);
    bool check(); ///< marks what is missing or wrong; the first one gets the keyboard
    [[nodiscard]] QList<std::pair<QString, QLineEdit *>> lines() const;

    Line m_siret, m_denomination, m_name, m_phone, m_email;
    QComboBox *m_motif;
    QPlainTextEdit *m_description;
    Field *m_motifField, *m_descriptionField;
    DraftKeeper *m_draft = nullptr;
    bool m_filling = false;
};

} // namespace desk
