// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/overview/overviewexport.h"

#include "app/core/clock.h"
#include "app/core/whenfinished.h"
#include "app/session/sessionservice.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {
constexpr int pageRows = 200, mostRows = 1000;
}

OverviewExport::OverviewExport(const UiServices &services, QObject *parent) : QObject(parent), m_services(services)
{
}

void OverviewExport::start(WatchList list)
{
    if (m_busy)
        return;
    const SessionInfo &info = m_services.session.info();
    m_busy = true;
    m_sheet = {};
    m_sheet.list = list;
    m_sheet.madeBy = u"%1 (%2)"_s.arg(info.displayName, info.login);
    m_sheet.motifs = info.motifs;
    whenFinished(m_services.overview.exportOverview(), this, [this](const Result<Overview> &overview) {
        if (!overview)
            return giveUp(overview.error());
        m_sheet.overview = *overview;
        readAccounts({});
    });
}

void OverviewExport::readAccounts(const QString &from)
{
    whenFinished(m_services.overview.exportWatched(m_sheet.list, from, pageRows), this,
                 [this](const Result<WatchedPage> &page) {
                     if (!page)
                         return giveUp(page.error());
                     m_sheet.accounts += page->rows;
                     const bool more = !page->next.isEmpty();
                     if (more && m_sheet.accounts.size() < mostRows)
                         return readAccounts(page->next);
                     m_sheet.truncated = more;
                     m_sheet.madeAt = m_services.clock.now();
                     m_busy = false;
                     Q_EMIT read(m_sheet);
                 });
}

void OverviewExport::giveUp(const Error &error)
{
    m_busy = false;
    Q_EMIT failed(error);
}

} // namespace desk
