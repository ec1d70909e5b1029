// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/agentscard.h"

#include "app/settings/appsettings.h"
#include "ui/common/format.h"
#include "ui/overview/overviewtexts.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QVariant>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

Cell number(int value)
{
    return {value == 0 ? u"–"_s : groupedNumber(value), value, {}, false, true};
}

Line lineOf(const AgentLine &agent, const QDateTime &now)
{
    const Cell late = agent.late > 0
        ? Cell{AgentsCard::tr("! %1").arg(groupedNumber(agent.late)), agent.late, Tone::Error}
        : Cell{u"–"_s, 0};
    return {agent.login,
            agent.login,
            {{agent.name, {}, {}, true},
             agent.here ? Cell{AgentsCard::tr("✓ ici"), 0, Tone::Ok} : Cell{AgentsCard::tr("absent"), 1, Tone::Muted},
             number(agent.owned),
             late,
             number(agent.onHold),
             number(agent.closedToday),
             {whenText(agent.firstDue, now), agent.firstDue},
             {workingText(agent.working)}}};
}

} // namespace

AgentsCard::AgentsCard(const UiServices &services, QWidget *parent)
    : Card(tr("Qui fait quoi"), parent),
      m_model(new LinesModel({tr("Agent"), tr("Présence"), tr("En\ncharge"), tr("En\nretard"), tr("En\nattente"),
                              tr("Closes\naujourd’hui"), tr("Première\néchéance"), tr("En cours")},
                             this)),
      m_table(new LinesTable(m_model, services.settings, u"overviewAgents"_s, true, this)),
      m_nothing(new QLabel(tr("Personne n’est connecté et personne n’a de demande."), this))
{
    setNote(tr("Entrée : sa file"));
    m_table->setAccessibleName(tr("Qui fait quoi"));
    m_table->setWidths({116, 78, 56, 58, 58, 86, 80, 0});
    m_table->setMinimumHeight(130);
    m_nothing->setProperty("role", u"secondary"_s);
    m_nothing->hide();
    body()->addWidget(m_table, 1);
    body()->addWidget(m_nothing, 1, Qt::AlignTop);
    connect(m_table, &LinesTable::openWanted, this, [this](const QString &login) {
        const Line *line = m_table->currentLine();
        Q_EMIT agentWanted(login, line ? line->cells.first().text : login);
    });
}

void AgentsCard::show(const QList<AgentLine> &agents, const QDateTime &now)
{
    QList<Line> lines;
    for (const AgentLine &agent : agents)
        lines << lineOf(agent, now);
    m_model->setLines(lines);
    m_table->setHidden(lines.isEmpty());
    m_nothing->setVisible(lines.isEmpty());
}

void AgentsCard::takeKeyboard()
{
    m_table->chooseFirst();
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
