// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/shell/pageset.h"

namespace desk {

int PageSet::add(Make make)
{
    m_pages.append(Page{std::move(make), nullptr});
    return int(m_pages.size()) - 1;
}

void PageSet::showPage(int page)
{
    Page &wanted = m_pages[page];
    if (!wanted.widget) {
        wanted.widget = wanted.make(this);
        addWidget(wanted.widget);
    }
    setCurrentWidget(wanted.widget);
}

void PageSet::forget(int page)
{
    QWidget *widget = m_pages.at(page).widget;
    if (!widget)
        return;
    m_pages[page].widget = nullptr;
    removeWidget(widget);
    widget->hide();
    widget->deleteLater(); // it may be the one that asked for it
}

} // namespace desk
