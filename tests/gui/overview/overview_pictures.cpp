// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the overview, light and dark, wide and narrow, and its PDF into the folder given: for eyes, not for a verdict.
#include "tests/gui/overview/overviewdesk.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/overviewsheet.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

void shoot(OverviewPage &page, const QString &file)
{
    QTest::qWait(120);
    page.grab().save(file);
}

void press(QWidget &page, const QString &name)
{
    if (auto *button = page.findChild<QAbstractButton *>(name))
        button->click();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans"_s));
    const QString folder = app.arguments().value(1, u"."_s);
    for (const bool dark : {false, true}) {
        applyTheme(app, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        const QString suffix = dark ? u"-dark.png"_s : u"-light.png"_s;
        OverviewDesk desk;
        OverviewPage page(desk.ui());
        page.setAutoFillBackground(true);
        page.resize(1282, 688); // what the window leaves of 1366x768
        page.show();
        page.takeKeyboard();
        shoot(page, folder + u"/overview"_s + suffix);
        press(page, u"overviewMonth"_s);
        press(page, u"watchedUnlock"_s);
        shoot(page, folder + u"/overview-asking"_s + suffix);
        desk.overview.pages.always = WatchedPage{OverviewDesk::bouncedMails(), {}};
        press(page, u"watch_bounced"_s);
        page.resize(826, 430); // the same at 150 %
        shoot(page, folder + u"/overview-narrow"_s + suffix);
    }
    OverviewSheet sheet{OverviewDesk::figures(),    WatchList::Locked,   OverviewDesk::lockedAccounts(),      false,
                        u"Luc Perrin (l.perrin)"_s, OverviewDesk::now(), OverviewDesk().session.info().motifs};
    for (int i = 4; i < 60; ++i)
        sheet.accounts << OverviewDesk::account(i);
    return overviewPdf(sheet, QFont(u"Noto Sans"_s)).write(folder + u"/overview.pdf"_s) ? 0 : 1;
}
