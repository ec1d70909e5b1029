// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/queue/filterparts.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace desk {

/// Instead of the table when nothing answers the filters: says so, and offers to drop each, or all.
class EmptyQueue : public QWidget {
    Q_OBJECT
public:
    explicit EmptyQueue(QWidget *parent = nullptr);
    void setFilter(const QList<FilterPart> &parts, const TicketFilter &filter, const SessionInfo &info);

Q_SIGNALS:
    void dropWanted(desk::FilterPart part);
    void dropAllWanted();

private:
    QLabel *m_words;
    QVBoxLayout *m_buttons;
};

} // namespace desk
