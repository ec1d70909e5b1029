// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/bulksheet.h"

class QCheckBox;

namespace desk {

class AnswerForm;
class DraftKeeper;

/// Closing requests with one answer to all: it names neither a person nor a number. Drafted from the outcome until it
/// is edited; what is typed is kept until the closing has gone through.
class BulkCloseSheet : public BulkSheet {
    Q_OBJECT
public:
    /// Where what is typed is kept on this machine.
    static constexpr QLatin1StringView draftKey{"bulk/close"};

    BulkCloseSheet(const UiServices &services, QWidget *parent);
    void takeFocus() override;

protected:
    [[nodiscard]] BulkAction action() const override;
    bool complete() override;
    void planned(const BulkPlan &plan) override;

private:
    [[nodiscard]] QString draft() const;

    AnswerForm *m_form;
    QCheckBox *m_leave;
    DraftKeeper *m_draft;
};

} // namespace desk
