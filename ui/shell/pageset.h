// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QList>
#include <QStackedWidget>

#include <functional>

namespace desk {

/// The pages behind the rail. Each is made when it is first shown, so that the window is there at once.
class PageSet : public QStackedWidget {
    Q_OBJECT
public:
    using Make = std::function<QWidget *(QWidget *parent)>;
    using QStackedWidget::QStackedWidget;

    /// The answer is the page's number, in the order of the calls.
    int add(Make make);
    void showPage(int page);
    /// nullptr: not made yet.
    [[nodiscard]] QWidget *made(int page) const { return m_pages.at(page).widget; }
    /// The page is thrown away and made anew when it is shown again: what it held is not the next person's.
    void forget(int page);

private:
    struct Page {
        Make make;
        QWidget *widget = nullptr;
    };
    QList<Page> m_pages;
};

} // namespace desk
