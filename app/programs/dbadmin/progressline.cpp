// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/progressline.h"

#include "app/programs/dbadmin/messages.h"
#include "app/programs/dbadmin/terminal.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

ProgressLine::ProgressLine() : m_terminal(errorIsTerminal())
{
}

ProgressLine::~ProgressLine()
{
    if (m_terminal && m_shown)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(const QString &step, int percent)
{
    const QString name = stepName(step);
    if (m_terminal)
        std::fprintf(stderr, "\r\033[K%s… %d %%", qUtf8Printable(name), percent);
    else if (name != m_step)
        std::fprintf(stderr, "%s…\n", qUtf8Printable(name));
    std::fflush(stderr);
    m_step = name;
    m_shown = true;
}

} // namespace desk::dbadmin
