// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/common/build.h"
#include "ui/supervision/linelist.h"
#include "ui/supervision/supervisionpage.h"

namespace desk {

class Card;

/// A page of oversight that is one long list: the list, what became of what was done, and a bar that says the chosen
/// row in full with what can be done about it.
class ListPage : public SupervisionPage {
    Q_OBJECT
public:
    void takeKeyboard() override { m_list->takeKeyboard(); }

protected:
    /// `name` begins the names of its parts: "mail" of "mailOpen".
    ListPage(const UiServices &services, const QString &title, const QString &name, const LineList::Look &look,
             QWidget *parent);

    [[nodiscard]] LineList *list() const { return m_list; }
    [[nodiscard]] Banner *banner() const { return m_banner; }
    void addList(Cells actions = {}); ///< below what the page has already
    /// What the chosen row is, in parts of which some may be empty; what doing something about it does.
    void showAbout(const QStringList &parts, const QString &siret, const QString &consequence = {});
    void showNoAbout();
    virtual void readMore() = 0;
    virtual void showCurrent() = 0; ///< says the chosen row in the bar

private:
    LineList *m_list;
    Banner *m_banner;
    Card *m_bar;
    QLabel *m_about, *m_consequence;
    QPushButton *m_open;
    QString m_siret;
};

} // namespace desk
