// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"

#include <QFrame>

class QLabel;

namespace desk {

/// The line above a file that was opened for a ticket of a queue: which one, whether somebody is on the line, and the
/// ways from it, each with its key.
class TicketStrip : public QFrame {
    Q_OBJECT
public:
    explicit TicketStrip(QWidget *parent = nullptr);
    void setTicket(TicketNumber number, bool inCall); ///< 0 hides it

Q_SIGNALS:
    void ticketWanted();
    void scriptWanted();
    void queueWanted();

private:
    QLabel *m_words;
};

} // namespace desk
