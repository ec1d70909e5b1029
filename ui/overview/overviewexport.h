// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/overview/overviewsheet.h"
#include "ui/uiservices.h"

#include <QObject>

namespace desk {

/// Reads afresh what is to leave the desk, so that the journal has it, and the whole of one list of accounts up to a
/// thousand rows. One at a time.
class OverviewExport : public QObject {
    Q_OBJECT
public:
    OverviewExport(const UiServices &services, QObject *parent);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    void start(WatchList list);

Q_SIGNALS:
    void read(const desk::OverviewSheet &sheet);
    void failed(const desk::Error &error);

private:
    void readAccounts(const QString &from);
    void giveUp(const Error &error);

    UiServices m_services;
    OverviewSheet m_sheet;
    bool m_busy = false;
};

} // namespace desk
