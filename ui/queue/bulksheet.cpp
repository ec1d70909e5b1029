// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulksheet.h"

#include "app/session/sessionservice.h"
#include "ui/common/buttons.h"
#include "ui/common/commands.h"
#include "ui/queue/bulktexts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

BulkSheet::BulkSheet(const UiServices &services, BulkAction::Kind kind, QWidget *parent)
    : SheetFrame(parent), m_services(services), m_kind(kind), m_title(new QLabel(this)),
      m_consequence(new QLabel(this)), m_leftOut(new QLabel(this)), m_form(new QVBoxLayout),
      m_confirm(makeButton(tr("Confirmer"), ButtonKind::Primary, this, commandKeys(Command::Confirm))),
      m_cancel(makeButton(tr("Annuler"), ButtonKind::Plain, this, commandKeys(Command::Close)))
{
    setObjectName(u"bulkSheet"_s);
    setProperty("role", u"popup"_s);
    build();
    bindCommand(Command::Confirm, this, this, &BulkSheet::confirm, Qt::WidgetWithChildrenShortcut, false);
    connect(m_confirm, &QPushButton::clicked, this, &BulkSheet::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &BulkSheet::cancelled);
}

void BulkSheet::build()
{
    m_title->setProperty("role", u"heading"_s);
    m_title->setObjectName(u"bulkSheetTitle"_s);
    m_consequence->setObjectName(u"bulkSheetConsequence"_s);
    m_leftOut->setObjectName(u"bulkSheetLeftOut"_s);
    m_leftOut->setProperty("role", u"secondary"_s);
    for (QLabel *label : {m_title, m_consequence, m_leftOut}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_confirm->setObjectName(u"bulkSheetConfirm"_s);
    m_cancel->setObjectName(u"bulkSheetCancel"_s);
    for (QPushButton *button : {m_confirm, m_cancel})
        button->setAutoDefault(true); // Enter presses the one that has the focus
    m_form->setSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(8);
    all->addWidget(m_title);
    all->addWidget(m_consequence);
    all->addWidget(m_leftOut);
    all->addLayout(m_form);
    all->addLayout(buttons);
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
