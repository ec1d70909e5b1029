// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/uiservices.h"

namespace desk {

class NoticeArea;

/// Banners about one's own log-in: a password that expires soon, and drafts that are not kept on this machine.
void showOwnNews(NoticeArea &notices, const UiServices &services);

} // namespace desk
