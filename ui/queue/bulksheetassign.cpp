// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/queue/bulksheetassign.h"

#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"
#include "app/tickets/ticketstore.h"
#include "ui/common/build.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/smallparts.h"
#include "ui/sheets/listcombo.h"

#include <QComboBox>

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int nameRole = Qt::UserRole + 1;
constexpr int fieldWidth = 420;
}

BulkAssignSheet::BulkAssignSheet(const UiServices &services, QWidget *parent)
    : BulkSheet(services, BulkAction::Kind::Assign, parent), m_agent(named(new QComboBox(this), u"bulkAgent"_s)),
      m_field(new Field(tr("Agent"), m_agent, this)),
      m_again(named(new LinkButton(tr("réessayer"), this), u"bulkAgentsAgain"_s))
{
    m_field->setMaximumWidth(fieldWidth);
    form()->addWidget(m_field);
    form()->addWidget(m_again);
    m_again->hide();
    connect(m_agent, &QComboBox::currentIndexChanged, this, [this] {
        m_field->setError({});
        plan();
    });
    connect(m_again, &LinkButton::clicked, this, &BulkAssignSheet::read);
    read();
}

void BulkAssignSheet::read()
{
    if (m_reading)
        return;
    m_reading = true;
    m_again->hide();
    m_field->setError({});
    m_field->setHint(tr("Lecture des agents…"));
    const int generation = services().session.generation();
    whenFinished(services().session.activity().watch(u"page"_s, services().tickets.agents()), this,
                 [this, generation](const Result<QList<DeskAgent>> &agents) {
                     m_reading = false;
                     m_field->setHint({});
                     if (agents) {
                         fill(*agents);
                         return;
                     }
                     m_field->setError(errorText(agents.error()));
                     m_again->show();
                     if (agents.error().code == Error::Code::Unavailable || agents.error().code == Error::Code::Timeout)
                         services().session.reportLost(generation);
                 });
}

void BulkAssignSheet::fill(const QList<DeskAgent> &agents)
{
    m_agent->clear();
    for (const DeskAgent &agent : agents) {
        const QString open = agent.open == 0 ? tr("aucune ouverte")
            : agent.open == 1                ? tr("1 ouverte")
                                             : tr("%1 ouvertes").arg(groupedNumber(agent.open));
        const QString name = agent.name.isEmpty() ? agent.login : agent.name;
        m_agent->addItem((agent.here ? tr("%1 (%2) · %3 · en ligne") : tr("%1 (%2) · %3")).arg(name, agent.login, open),
                         agent.login);
        m_agent->setItemData(m_agent->count() - 1, name, nameRole);
    }
    m_agent->setMaxVisibleItems(12);
    m_agent->setPlaceholderText(tr("Choisir un agent"));
    m_agent->setCurrentIndex(-1);
    if (agents.isEmpty())
        m_field->setHint(tr("Aucun agent dans cette base."));
}

BulkAction BulkAssignSheet::action() const
{
    BulkAction action = BulkSheet::action();
    action.login = m_agent->currentData().toString();
    return action;
}

QString BulkAssignSheet::target() const
{
    return m_agent->currentIndex() < 0 ? QString() : m_agent->currentData(nameRole).toString();
}

bool BulkAssignSheet::complete()
{
    if (m_agent->currentIndex() >= 0)
        return true;
    m_field->setError(tr("Choisissez un agent."));
    m_agent->setFocus(Qt::OtherFocusReason);
    return false;
}

void BulkAssignSheet::takeFocus()
{
    m_agent->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
