// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/bulksheet.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace desk {

class DraftKeeper;
class Field;
class LinkButton;

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
    void build();
    void restore(const QString &kept);
    void keep();
    void outcomeChosen();
    void redraft(); ///< writes the draft over the answer
    void showLength();
    [[nodiscard]] QString draft() const;
    [[nodiscard]] QString missingInAnswer() const;

    QComboBox *m_outcome;
    QLineEdit *m_outcomeText;
    QCheckBox *m_leave;
    QPlainTextEdit *m_answer;
    Field *m_outcomeField, *m_textField, *m_answerField;
    LinkButton *m_redraft;
    DraftKeeper *m_draft;
    bool m_edited = false; ///< the agent's hand is in the answer
    bool m_filling = false;
};

} // namespace desk
