// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/id.h"
#include "app/core/result.h"
#include "app/session/sessioninfo.h"

#include <QStringList>

namespace desk {

/// What someone else did to a ticket while it was being worked on, as the database tells it with a conflict.
class TicketConflict {
public:
    TicketConflict(const Error &error, const SessionInfo &info, const QDateTime &now);
    /// The conflict is about that ticket, not about one of those to be merged into it.
    [[nodiscard]] bool isAbout(TicketNumber ticket) const { return m_number.value() == 0 || m_number == ticket; }
    [[nodiscard]] TicketNumber number() const { return m_number; } ///< 0: not said
    [[nodiscard]] int version() const { return m_version; } ///< the one to work on from now on
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] QStringList sentences() const { return m_sentences; } ///< one for each field; never empty
    [[nodiscard]] QString who() const { return m_who; } ///< who changed it last, or empty

private:
    TicketNumber m_number{0};
    int m_version = 0;
    bool m_closed = false;
    QStringList m_sentences;
    QString m_who;
};

} // namespace desk
