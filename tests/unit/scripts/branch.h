// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/callers.h"

namespace desk::situations {

/// From a caller's file, what is answered on the way (an operation: "!faite", "!refusee") and where that must lead:
/// written from the facts of the field, one row for each branch and exception they name.
struct Branch {
    const char *script;
    CallerFile file;
    const char *answers;
    const char *lands;
};

inline CallerFile ofProfile(Profile profile, Account a = account())
{
    a.profile = profile;
    return file({a});
}

inline CallerFile usingSylae(Account a = withoutMail(MailKind::Identifiant, withoutMail(MailKind::MotDePasse)))
{
    a.otherExtranets = {u"SYLAé"_s};
    return file({a});
}

} // namespace desk::situations
