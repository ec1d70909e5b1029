// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/privileges.h"

#include <QFileInfo>
#include <QProcess>

#include <windows.h>

namespace desk {

// Here a user's own folders are closed to others by their place in the profile, and postgres.exe gives up an
// administrator's rights or says that it cannot.

Result<ServerUser> ServerUser::choose()
{
    return ServerUser{};
}

bool ServerUser::give(const QString &folder) const
{
    return QFileInfo(folder).isWritable();
}

bool ServerUser::holds(const QString &folder) const
{
    const QFileInfo info(folder);
    return info.isDir() && !info.isSymLink() && info.isWritable();
}

void ServerUser::runAs(QProcess &, bool) const
{
}

void endWithUs(QProcess &)
{
}

void quitServer(qint64 pid)
{
    if (HANDLE process = OpenProcess(PROCESS_TERMINATE, FALSE, static_cast<DWORD>(pid)); process != nullptr) {
        TerminateProcess(process, 1);
        CloseHandle(process);
    }
}

QString programOfProcess(qint64)
{
    return {};
}

} // namespace desk
