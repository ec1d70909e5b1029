// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/logcategories.h"

Q_LOGGING_CATEGORY(logDatabase, "desk.database", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "desk.session", QtWarningMsg)
Q_LOGGING_CATEGORY(logScripts, "desk.scripts", QtWarningMsg)
Q_LOGGING_CATEGORY(logLocalStore, "desk.localstore", QtWarningMsg)
Q_LOGGING_CATEGORY(logPrivateServer, "desk.privateserver", QtWarningMsg)
Q_LOGGING_CATEGORY(logRelay, "desk.relay", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "desk.ui", QtWarningMsg)
