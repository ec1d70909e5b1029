// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/agentscard.h"

#include "app/settings/appsettings.h"
#include "ui/common/format.h"
#include "ui/overview/overviewtexts.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

LineCell number(int value)
{
    return {value == 0 ? u"–"_s : groupedNumber(value), value, {}, false, true};
}

Line lineOf(const AgentLine &agent, const QDateTime &now)
{
    const LineCell late = agent.late > 0
        ? LineCell{AgentsCard::tr("! %1").arg(groupedNumber(agent.late)), agent.late, Tone::Error}
        : LineCell{u"–"_s, 0};
    return {agent.login,
            agent.login,
            {{agent.name, {}, {}, true},
             agent.here ? LineCell{AgentsCard::tr("✓ ici"), 0, Tone::Ok}
                        : LineCell{AgentsCard::tr("absent"), 1, Tone::Muted},
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
      m_list(new LineList(services.settings,
                          {.name = u"overviewAgents"_s,
                           .title = tr("Qui fait quoi"),
                           .columns = {{tr("Agent"), 116},
                                       {tr("Présence"), 78},
                                       {tr("En\ncharge"), 56},
                                       {tr("En\nretard"), 58},
                                       {tr("En\nattente"), 58},
                                       {tr("Closes\naujourd’hui"), 86},
                                       {tr("Première\néchéance"), 80},
                                       {tr("En cours")}},
                           .nothing = tr("Personne n’est connecté et personne n’a de demande."),
                           .sortable = true,
                           .choosesFirst = false},
                          this))
{
    setNote(tr("Entrée : sa file"));
    m_list->table()->setMinimumHeight(130);
    body()->addWidget(m_list, 1);
    connect(m_list, &LineList::openWanted, this, [this](const QString &login) {
        const Line *line = m_list->table()->currentLine();
        Q_EMIT agentWanted(login, line ? line->cells.first().text : login);
    });
}

void AgentsCard::show(const QList<AgentLine> &agents, const QDateTime &now)
{
    m_list->showRows(agents, [&now](const AgentLine &agent) { return lineOf(agent, now); });
}

} // namespace desk
