// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/overview.h"

namespace desk {

using namespace Qt::StringLiterals;

QString watchListCode(WatchList list)
{
    switch (list) {
    case WatchList::Locked:
        return u"locked"_s;
    case WatchList::NeverConnected:
        return u"never"_s;
    case WatchList::HabilitationWaiting:
        return u"waiting"_s;
    case WatchList::Bounced:
        return u"bounced"_s;
    case WatchList::RepeatedResets:
        return u"resets"_s;
    case WatchList::SeveralAccounts:
        break;
    }
    return u"several"_s;
}

} // namespace desk
