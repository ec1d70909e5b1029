// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLoggingCategory>

// Warning level by default. No address, SIRET, name, note or password ever goes into a log line.
Q_DECLARE_LOGGING_CATEGORY(logDatabase)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logScripts)
Q_DECLARE_LOGGING_CATEGORY(logLocalStore)
Q_DECLARE_LOGGING_CATEGORY(logPrivateServer)
Q_DECLARE_LOGGING_CATEGORY(logRelay)
Q_DECLARE_LOGGING_CATEGORY(logUi)
