// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// For eyes: draws what belongs to a log-in (errors, lock, own password, banners) into the folder given as argument.
#include "tests/gui/shell/shelldesk.h"

#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

void draw(const QString &folder, const QString &look)
{
    Desk desk;
    MainWindow window(desk.ui());
    window.resize(1366, 768);
    window.show();
    const auto shoot = [&](const QString &name) {
        QTest::qWait(60);
        window.grab().save(folder + u'/' + look + u'-' + name + ".png"_L1);
    };
    const auto where = *ConnectionSettings::fromUri(u"postgresql://n.martin@db1.exemple.fr/asp"_s);
    const auto log = [&] { desk.session.logIn(where, u"s3cret"_s, false); };
    for (const QString &rule : {u"tls_unknown_authority"_s, u"channel_binding"_s}) {
        log();
        desk.sessionStore.logIns.answerLast(Failure(Error{Error::Code::Unavailable, {}, rule}));
        shoot(rule);
    }
    SessionInfo info = Desk::agent();
    info.passwordUsed = true;
    info.passwordExpiresAt = QDateTime::currentDateTimeUtc().addDays(9);
    desk.local.where = {LocalState::Keeping::Database, u"keychain_locked"_s, 2};
    log();
    desk.sessionStore.logIns.answerLast(info);
    shoot(u"banners"_s);
    const auto buttons = window.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->text() == u"Réglages"_s)
            button->click();
    }
    auto *next = window.findChild<QLineEdit *>(u"newPassword"_s);
    window.findChild<QLineEdit *>(u"currentPassword"_s)->setText(u"s3cret"_s);
    QTest::keyClicks(next, u"une phrase longue"_s);
    window.findChild<QPushButton *>(u"changePassword"_s)->click();
    for (QWidget *up = next; up; up = up->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(up))
            scroll->ensureWidgetVisible(window.findChild<QPushButton *>(u"changePassword"_s), 0, 40);
    }
    shoot(u"password"_s);
    QTest::keyClick(window.focusWidget(), Qt::Key_L, Qt::ControlModifier);
    shoot(u"lock"_s);
    auto *secret = window.findChild<QLineEdit *>(u"lockSecret"_s);
    secret->setText(u"faux"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    desk.sessionStore.tests.answerLast(Failure(Error{Error::Code::AuthFailed, {}}));
    shoot(u"lock-refused"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString folder = QApplication::arguments().value(1, u"."_s);
    applyTheme(app, AppSettings::ThemeChoice::Light);
    draw(folder, u"clair"_s);
    applyTheme(app, AppSettings::ThemeChoice::Dark);
    draw(folder, u"sombre"_s);
    return 0;
}
