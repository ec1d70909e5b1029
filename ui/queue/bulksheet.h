// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/tickets/bulkplan.h"
#include "ui/sheets/sheetframe.h"
#include "ui/uiservices.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

/// A compact sheet that confirms one action on many requests: what it will do and what it leaves out, and what is still
/// to be said. Plain for actions that need nothing said (taking, merging); the others add their fields. Ctrl+Enter
/// confirms, Esc gives up.
class BulkSheet : public SheetFrame {
    Q_OBJECT
public:
    BulkSheet(const UiServices &services, BulkAction::Kind kind, QWidget *parent);

    void setRows(const QList<QueueRow> &rows); ///< those selected now; what was typed stays
    virtual void takeFocus();
    void confirm();

Q_SIGNALS:
    void confirmed(const desk::BulkAction &action, const desk::BulkPlan &plan);

protected:
    [[nodiscard]] QVBoxLayout *form() const { return m_form; }
    [[nodiscard]] const UiServices &services() const { return m_services; }
    [[nodiscard]] QPushButton *confirmButton() const { return m_confirm; }
    /// What is asked for so far.
    [[nodiscard]] virtual BulkAction action() const;
    /// The name of the agent or of the motif chosen.
    [[nodiscard]] virtual QString target() const { return {}; }
    /// Nothing is missing; else shows in place what is.
    virtual bool complete() { return true; }
    virtual void planned(const BulkPlan &) { }
    /// A choice changed: counts anew.
    void plan();

private:
    void build();

    UiServices m_services;
    BulkAction::Kind m_kind;
    QList<QueueRow> m_rows;
    BulkPlan m_plan;
    QLabel *m_title, *m_consequence, *m_leftOut;
    QVBoxLayout *m_form;
    QPushButton *m_confirm, *m_cancel;
};

} // namespace desk
