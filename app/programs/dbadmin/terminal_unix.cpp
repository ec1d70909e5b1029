// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/terminal.h"

#include <csignal>
#include <cstdio>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace desk::dbadmin {

namespace {

volatile std::sig_atomic_t interruptSeen = 0;

void noteInterrupt(int)
{
    interruptSeen = 1;
}

/// Puts the echo back whatever happens.
class EchoOff {
public:
    explicit EchoOff(int terminal) : m_terminal(terminal)
    {
        m_changed = tcgetattr(terminal, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = m_changed && tcsetattr(terminal, TCSAFLUSH, &quiet) == 0;
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;
    ~EchoOff()
    {
        if (m_changed)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    [[nodiscard]] bool works() const { return m_changed; }

private:
    int m_terminal;
    termios m_before{};
    bool m_changed = false;
};

} // namespace

std::optional<QString> askSecret(const QString &question)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> terminal(std::fopen("/dev/tty", "r+"), &std::fclose);
    if (!terminal)
        return std::nullopt;
    const EchoOff echoOff(fileno(terminal.get()));
    if (!echoOff.works())
        return std::nullopt;
    std::fputs(question.toUtf8().constData(), terminal.get());
    std::fflush(terminal.get());
    char line[1024] = {};
    const bool read = std::fgets(line, sizeof line, terminal.get()) != nullptr;
    std::fputs("\n", terminal.get());
    QString secret = QString::fromUtf8(line);
    if (secret.endsWith(u'\n'))
        secret.chop(1);
    return read ? std::optional(secret) : std::nullopt;
}

bool errorIsTerminal()
{
    return isatty(STDERR_FILENO) == 1;
}

void catchInterrupt()
{
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
}

bool interrupted()
{
    return interruptSeen != 0;
}

} // namespace desk::dbadmin
