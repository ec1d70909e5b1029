// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/sheets/sheet.h"

class QLineEdit;

namespace desk {

class DraftKeeper;
class Field;

/// One sentence and a text: withdraw one's own request for approval, record that somebody objects to a change.
class NoteSheet : public Sheet {
    Q_OBJECT
public:
    NoteSheet(const UiServices &services, const OperationRequest &prefilled, QWidget *parent);
    void takeFocus() override;

protected:
    std::optional<OperationRequest> request() override;
    void whenRefused(const Error &error) override;
    void whenDone() override;

private:
    OperationRequest m_prefilled;
    QLineEdit *m_text;
    Field *m_field;
    DraftKeeper *m_draft;
};

} // namespace desk
