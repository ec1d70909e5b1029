// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/overview.h"
#include "ui/common/card.h"
#include "ui/supervision/linelist.h"
#include "ui/uiservices.h"

namespace desk {

/// Who does what: a row an agent, sortable by any column. Enter or a double click asks for the agent's queue.
class AgentsCard : public Card {
    Q_OBJECT
public:
    explicit AgentsCard(const UiServices &services, QWidget *parent = nullptr);

    void show(const QList<AgentLine> &agents, const QDateTime &now);
    void takeKeyboard() { m_list->takeKeyboard(); }

Q_SIGNALS:
    void agentWanted(const QString &login, const QString &name);

private:
    LineList *m_list;
};

} // namespace desk
