// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/supervision/reader.h"
#include "app/supervision/supervisionstore.h"

#include <QObject>
#include <QSet>

namespace desk {

class LocalStore;

/// Follows one's own requests by what the pulse hints at, and tells when somebody has decided about one. What was told
/// and put away is remembered for this log-in, so that a start of the program does not tell it again. GUI thread.
class RequestWatch : public QObject {
    Q_OBJECT
public:
    RequestWatch(SupervisionStore &store, SessionService &session, LocalStore &local, QObject *parent = nullptr);

    /// Decided within the day and not put away yet, newest first.
    [[nodiscard]] const QList<ApprovalRequest> &news() const { return m_news; }
    void putAway(const QUuid &request);

Q_SIGNALS:
    void newsChanged();

private:
    void onPulse(const Pulse &pulse);
    void restoreSeen();
    void ask();
    void onRead();

    SessionService &m_session;
    LocalStore &m_local;
    Reader<QList<ApprovalRequest>> m_mine;
    QList<ApprovalRequest> m_news;
    QStringList m_seen; ///< ids put away, oldest first
    QSet<QUuid> m_decided; ///< as the pulse last told them
    bool m_restored = false;
};

} // namespace desk
