// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the window on each page of oversight, light and dark, into the folder given: for eyes, not for a verdict.
#include "tests/gui/supervision/oversightdesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QTest>
#include <QToolButton>

using namespace desk;
using namespace desk::test;

namespace {

void press(QWidget &window, const QString &name)
{
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if ((button->objectName() == name || button->text() == name) && button->isVisible())
            return button->click();
    }
    qWarning("no button %s", qPrintable(name));
}

struct Shoot {
    Shoot(QString into, QString ending, bool supervisor)
        : folder(std::move(into)), suffix(std::move(ending)), desk(supervisor), window(desk.ui())
    {
        desk.answerAll();
        Pulse &pulse = desk.nextPulse();
        pulse.serverTime = OversightDesk::now();
        pulse.mailsWaiting = 12;
        pulse.mailsFailed = 5;
        pulse.approvalsWaiting = supervisor ? 3 : 0;
        pulse.objections = supervisor ? 1 : 0;
        if (!supervisor)
            pulse.myRequests = {{OversightDesk::id(4), u"referent.reassign"_s, u"refused"_s, u"Crèche"_s, {}, {}}};
        window.resize(1366, 768);
        window.show();
        desk.session.logIn({}, {}, false);
        OversightDesk::settle();
        desk.session.pulseNow();
        QTest::qWait(30);
    }
    void page(const QString &rail, const QString &file)
    {
        press(window, rail);
        QTest::qWait(60);
        shot(file);
    }
    void shot(const QString &file)
    {
        QTest::qWait(60);
        window.grab().save(folder + u'/' + file + suffix + u".png"_s);
    }
    QString folder, suffix;
    OversightDesk desk;
    MainWindow window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans"_s));
    const QString folder = app.arguments().value(1, u"."_s);
    for (const bool dark : {false, true}) {
        applyTheme(app, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        const QString suffix = dark ? u"-dark"_s : u"-light"_s;
        {
            Shoot s(folder, suffix, true);
            s.page(u"Approbations"_s, u"approvals"_s);
            press(s.window, u"Refuser"_s);
            s.shot(u"approvals-refuse"_s);
            auto *list = s.window.findChild<QListView *>(u"approvalsList"_s);
            list->setCurrentIndex(list->model()->index(3, 0));
            s.shot(u"approvals-own"_s);
            list->setCurrentIndex(list->model()->index(5, 0));
            s.shot(u"approvals-undo"_s);
            s.page(u"Surveillance"_s, u"watch"_s);
            press(s.window, u"liftCeiling"_s);
            s.shot(u"watch-lift"_s);
            s.page(u"Avis"_s, u"notices"_s);
            s.page(u"Courriels"_s, u"mails"_s);
            s.page(u"Journal"_s, u"journal"_s);
            s.page(u"Règles"_s, u"rules"_s);
        }
        Shoot agent(folder, suffix, false);
        agent.page(u"Mes demandes"_s, u"mine"_s);
        agent.page(u"Avis"_s, u"agent-notices"_s);
    }
    return 0;
}
