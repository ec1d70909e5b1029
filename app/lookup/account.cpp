// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup/account.h"

namespace desk {

const MailEvent *Account::mail(MailKind kind) const
{
    const MailEvent *latest = nullptr;
    for (const MailEvent &event : mails) {
        if (event.kind == kind && (latest == nullptr || event.queuedAt >= latest->queuedAt))
            latest = &event;
    }
    return latest;
}

} // namespace desk
