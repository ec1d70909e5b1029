// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulksheet.h"

#include "app/session/sessionservice.h"
#include "ui/common/build.h"
#include "ui/common/commands.h"
#include "ui/queue/bulktexts.h"

#include <QPushButton>

namespace desk {

using namespace Qt::StringLiterals;

BulkSheet::BulkSheet(const UiServices &services, BulkAction::Kind kind, QWidget *parent)
    : SheetFrame(parent), m_services(services), m_kind(kind),
      m_title(named(makeWords("heading", this), u"bulkSheetTitle"_s)),
      m_consequence(named(makeWords(nullptr, this), u"bulkSheetConsequence"_s)),
      m_leftOut(named(makeWords("secondary", this), u"bulkSheetLeftOut"_s)), m_form(new QVBoxLayout),
      m_confirm(makeButton(
          tr("Confirmer"),
          {.kind = ButtonKind::Primary, .name = u"bulkSheetConfirm"_s, .key = commandKeys(Command::Confirm), .enter = true}, this,
          &BulkSheet::confirm)),
      m_cancel(makeButton(tr("Annuler"), {.name = u"bulkSheetCancel"_s, .key = commandKeys(Command::Close), .enter = true}, this,
                          &BulkSheet::cancelled))
{
    setObjectName(u"bulkSheet"_s);
    setRole(this, "popup");
    build();
    bindCommand(Command::Confirm, this, this, &BulkSheet::confirm, Qt::WidgetWithChildrenShortcut, false);
}

void BulkSheet::build()
{
    m_form->setSpacing(8);
    makeColumn(this, 8, {m_title, m_consequence, m_leftOut, m_form, makeRow(8, {spring(), m_cancel, m_confirm})},
               {16, 12, 16, 12});
}

BulkAction BulkSheet::action() const
{
    BulkAction action;
    action.kind = m_kind;
    return action;
}

void BulkSheet::setRows(const QList<QueueRow> &rows)
{
    m_rows = rows;
    plan();
}

void BulkSheet::plan()
{
    const BulkAction wanted = action();
    m_plan = planBulk(wanted, m_rows, m_services.session.info().login);
    const int count = m_plan.steps.isEmpty() ? int(m_rows.size()) : m_plan.tickets;
    const QString consequence = bulkConsequence(wanted, m_plan, target());
    const QString left = leftOutText(m_plan.leftOut);
    m_title->setText(bulkTitle(wanted, count));
    m_consequence->setText(consequence);
    m_leftOut->setText(left);
    m_leftOut->setHidden(left.isEmpty());
    setBlocked(m_confirm, m_plan.steps.isEmpty() ? tr("Rien à faire") : QString());
    if (!isBlocked(m_confirm))
        m_confirm->setAccessibleDescription(left.isEmpty() ? consequence : consequence + u' ' + left);
    planned(m_plan);
}

void BulkSheet::takeFocus()
{
    (m_confirm->isEnabled() ? m_confirm : m_cancel)->setFocus(Qt::OtherFocusReason);
}

void BulkSheet::confirm()
{
    if (!complete())
        return;
    plan();
    if (!m_plan.steps.isEmpty())
        Q_EMIT confirmed(action(), m_plan);
}

} // namespace desk
