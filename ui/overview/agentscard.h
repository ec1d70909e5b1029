// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/overview.h"
#include "ui/common/card.h"
#include "ui/uiservices.h"

class QLabel;

namespace desk {

class LinesModel;
class LinesTable;

/// Who does what: a row an agent, sortable by any column. Enter or a double click asks for the agent's queue.
class AgentsCard : public Card {
    Q_OBJECT
public:
    explicit AgentsCard(const UiServices &services, QWidget *parent = nullptr);

    void show(const QList<AgentLine> &agents, const QDateTime &now);
    void takeKeyboard();

Q_SIGNALS:
    void agentWanted(const QString &login, const QString &name);

private:
    LinesModel *m_model;
    LinesTable *m_table;
    QLabel *m_nothing;
};

} // namespace desk
