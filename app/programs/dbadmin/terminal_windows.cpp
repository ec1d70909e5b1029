// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/terminal.h"

#include <conio.h>
#include <csignal>
#include <io.h>
#include <stdio.h>

namespace desk::dbadmin {

namespace {

volatile std::sig_atomic_t interruptSeen = 0;

void noteInterrupt(int)
{
    interruptSeen = 1;
}

} // namespace

std::optional<QString> askSecret(const QString &question)
{
    if (_isatty(_fileno(stdin)) == 0)
        return std::nullopt;
    _cputs(question.toLocal8Bit().constData());
    QString secret;
    for (wint_t key = _getwch(); key != L'\r' && key != L'\n'; key = _getwch()) {
        if (key == 3 || key == 26) // Ctrl+C, Ctrl+Z
            return std::nullopt;
        if (key == L'\b')
            secret.chop(1);
        else
            secret += QChar(static_cast<char16_t>(key));
    }
    _cputs("\r\n");
    return secret;
}

bool errorIsTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
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
