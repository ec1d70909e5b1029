// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"
#include "ui/uiservices.h"

#include <QObject>
#include <QPointer>

namespace desk {

class CallPage;
class OverviewPage;
class QueuePage;

/// The way of a ticket through the window: from a queue to its file and back, on to the next one once it is closed,
/// from a figure of the overview to the queue behind it.
class TicketRoute : public QObject {
    Q_OBJECT
public:
    TicketRoute(const UiServices &services, CallPage *call, QObject *parent);

    void follow(QueuePage *page);
    void follow(OverviewPage *page);

Q_SIGNALS:
    void callPageWanted();
    void queuePageWanted(); ///< made, when it was not, by the time it returns
    void told(const QString &news); ///< for the status line

private:
    void onClosed(TicketNumber number);
    void open(TicketNumber number);

    UiServices m_services;
    QPointer<QueuePage> m_queue;
};

} // namespace desk
