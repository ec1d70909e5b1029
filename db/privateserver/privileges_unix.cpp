// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/privateserver/privileges.h"

#include <QFile>
#include <QProcess>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#include <vector>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Between fork and exec: only calls that are safe there.
void askForSignalWhenParentDies(int signal, pid_t parent)
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, signal);
    if (getppid() != parent)
        _exit(127); // it died in between
#else
    Q_UNUSED(signal)
    Q_UNUSED(parent)
#endif
}

} // namespace

Result<ServerUser> ServerUser::choose()
{
    ServerUser user;
    if (geteuid() != 0) {
        user.m_uid = geteuid();
        user.m_gid = getegid();
        return user;
    }
    for (const char *name : {"postgres", "nobody"}) {
        const passwd *entry = getpwnam(name);
        if (entry == nullptr || entry->pw_uid == 0)
            continue;
        user.m_other = true;
        user.m_name = QString::fromLatin1(name);
        user.m_uid = entry->pw_uid;
        user.m_gid = entry->pw_gid;
        int count = 64;
        gid_t groups[64];
        if (getgrouplist(name, entry->pw_gid, groups, &count) >= 0)
            user.m_groups = QList<quint32>(groups, groups + count);
        return user;
    }
    return Failure(Error{Error::Code::Unavailable, u"root, and no user to drop to"_s, u"no_server_user"_s});
}

bool ServerUser::give(const QString &folder) const
{
    const QByteArray path = QFile::encodeName(folder);
    return (!m_other || lchown(path.constData(), m_uid, m_gid) == 0) && chmod(path.constData(), 0700) == 0;
}

bool ServerUser::holds(const QString &folder) const
{
    struct stat info { };
    return lstat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && (info.st_uid == m_uid || info.st_uid == geteuid());
}

void ServerUser::runAs(QProcess &process, bool endWithUs) const
{
    process.setWorkingDirectory(u"/"_s); // ours may be closed to that user
    process.setChildProcessModifier([other = m_other, uid = m_uid, gid = m_gid, endWithUs, parent = getpid(),
                                     groups = std::vector<gid_t>(m_groups.cbegin(), m_groups.cend())] {
        if (other && (setgroups(groups.size(), groups.data()) != 0 || setgid(gid) != 0 || setuid(uid) != 0))
            _exit(127); // never go on as root
        setsid(); // Ctrl+C at our terminal is for us, not for the server
        if (endWithUs) // after setuid, which forgets it; SIGINT is PostgreSQL's fast shutdown
            askForSignalWhenParentDies(SIGINT, parent);
    });
}

void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([parent = getpid()] { askForSignalWhenParentDies(SIGTERM, parent); });
}

void quitServer(qint64 pid)
{
    if (pid > 1)
        ::kill(static_cast<pid_t>(pid), SIGQUIT); // PostgreSQL's immediate shutdown
}

QString programOfProcess(qint64 pid)
{
    QFile file(u"/proc/%1/comm"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll()).trimmed() : QString();
}

} // namespace desk
