// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the queue in its situations, light and dark, into the folder given: for eyes, not for a verdict.
#include "tests/gui/queue/queuedesk.h"
#include "ui/queue/queuepage.h"
#include "ui/queue/queueselection.h"
#include "ui/queue/queuetable.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

struct Shoot {
    Shoot(QString into, QString ending) : folder(std::move(into)), suffix(std::move(ending))
    {
        TicketView mine = QueueDesk::view(1, u"Retards du 31"_s, true);
        mine.chosen = false;
        TicketView gone = QueueDesk::view(2, u"Toulouse et Tarn"_s, false);
        gone.ownerGone = true;
        desk.tickets.viewLists.always = QList<TicketView>{mine, gone};
        desk.tickets.details.always = QueueDesk::detail(TicketNumber(48121));
        page = std::make_unique<QueuePage>(desk.ui());
        page->resize(1282, 690); // what the window leaves at 1366x768
        page->show();
        page->open({QueueBase::Kind::Motif, u"habilitation"_s});
        wait();
    }
    static void wait() { QTest::qWait(80); }
    void shot(const QString &file) const
    {
        wait();
        page->grab().save(folder + u'/' + file + suffix + u".png"_s);
    }
    void press(const QString &name) const
    {
        for (auto *button : page->findChildren<QAbstractButton *>(name)) {
            if (button->isVisible())
                button->click();
        }
    }
    [[nodiscard]] QueueTable *table() const { return page->findChild<QueueTable *>(); }
    QString folder, suffix;
    QueueDesk desk;
    std::unique_ptr<QueuePage> page;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans"_s));
    const QString folder = app.arguments().value(1, u"."_s);
    for (const bool dark : {false, true}) {
        applyTheme(app, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        Shoot s(folder, dark ? u"-dark"_s : u"-light"_s);
        s.page->activateWindow();
        s.table()->setFocus();
        s.table()->putCursor(TicketNumber(48121));
        s.table()->selection()->choose({TicketNumber(48121), TicketNumber(48140), TicketNumber(48159)});
        QTest::qWait(350);
        s.shot(u"queue"_s);
        s.press(u"ticketFold"_s);
        s.shot(u"queue-detail"_s);
        s.press(u"ticketFold"_s);
        s.page->open({});
        s.shot(u"queue-all"_s);
        s.page->resize(826, 430); // 1366x768 at 150 %
        s.table()->selection()->choose({TicketNumber(48121), TicketNumber(48140)});
        s.shot(u"queue-small"_s);
        s.press(u"addFilter"_s);
        s.wait();
        if (QWidget *menu = app.activePopupWidget()) {
            menu->grab().save(folder + u"/queue-menu"_s + s.suffix + u".png"_s);
            menu->close();
        }
    }
    return 0;
}
