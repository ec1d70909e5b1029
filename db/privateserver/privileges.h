// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/result.h"

#include <QList>
#include <QString>

class QProcess;

namespace desk {

/// Under which system user the database server runs: our own, unless we are root, which PostgreSQL refuses;
/// then user "postgres", else "nobody". One implementation per platform (privileges_unix.cpp,
/// privileges_windows.cpp).
class ServerUser {
public:
    /// Error Unavailable, rule "no_server_user", when we are root and there is neither of the two.
    [[nodiscard]] static Result<ServerUser> choose();

    [[nodiscard]] bool isAnother() const { return m_other; } ///< we are root and drop to it
    [[nodiscard]] QString name() const { return m_name; }

    /// Makes an existing folder the server's own, closed to others.
    [[nodiscard]] bool give(const QString &folder) const;
    /// True when the folder is no link and belongs to the server's user (or to us).
    [[nodiscard]] bool holds(const QString &folder) const;
    /// Makes the process start as this user.
    void runAs(QProcess &process, bool endWithUs) const;

private:
    bool m_other = false;
    QString m_name;
    quint32 m_uid = 0, m_gid = 0;
    QList<quint32> m_groups; ///< looked up beforehand: nothing may be looked up between fork and exec
};

/// Makes the process end when we end in any way, kill -9 included, where the system can do that (Linux).
/// Elsewhere the next start finds the left-over.
void endWithUs(QProcess &process);

/// Ends a database server at once, from any thread: it keeps its data and replays its journal at the next
/// start.
void quitServer(qint64 pid);

/// The program name of a running process; empty when there is none or the system does not tell.
[[nodiscard]] QString programOfProcess(qint64 pid);

} // namespace desk
