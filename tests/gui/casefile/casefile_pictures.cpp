// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the case file in several situations, light and dark, into the folder given: for eyes, not for a verdict.
#include "tests/gui/casefile/filedesk.h"
#include "ui/casefile/casefileview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <functional>

using namespace desk;
using namespace desk::test;

namespace {

using Prepare = std::function<void(FileDesk &, CaseFileView &)>;

void shoot(const QString &folder, const QString &name, const QSize &size, const Prepare &prepare)
{
    SessionInfo info = sampleSession();
    info.settings.insert(u"demo.appelants"_s,
                         u"[{\"key\":\"73282932000074\",\"situation\":\"Compte verrouillé\",\"title\":\"claire.fontan "
                         u"· Boulangerie du Capitole\"},"
                         "{\"key\":\"x\",\"situation\":\"Jamais connecté\",\"title\":\"sonia.roux\"},"
                         "{\"key\":\"y\",\"situation\":\"Courriel rejeté\",\"title\":\"Hôtel des Anses\"}]"_s);
    FileDesk desk(info);
    CaseFileView view(desk.ui());
    view.resize(size);
    view.show();
    prepare(desk, view);
    for (int i = 0; i < 30; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    view.grab().save(folder + u'/' + name + u".png"_s);
}

void press(QWidget &view, const QString &text)
{
    for (QAbstractButton *button : view.findChildren<QAbstractButton *>()) {
        if (button->text() == text && button->isVisible() && button->isEnabled()) {
            button->click();
            FileDesk::settle();
            return;
        }
    }
    qWarning("no button %s", qPrintable(text));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans"_s));
    const QString folder = app.arguments().value(1, u"."_s);
    for (const bool dark : {false, true}) {
        applyTheme(app, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        const QString suffix = dark ? u"-dark"_s : u"-light"_s;
        const QSize zone(820, 660);
        shoot(folder, u"empty"_s + suffix, zone, [](FileDesk &, CaseFileView &) {});
        shoot(folder, u"bakery"_s + suffix, zone, [](FileDesk &d, CaseFileView &) { d.open(bakery()); });
        shoot(folder, u"crowded"_s + suffix, zone, [](FileDesk &d, CaseFileView &) { d.open(crowded()); });
        shoot(folder, u"accountant"_s + suffix, zone,
              [](FileDesk &d, CaseFileView &) { d.open(accountant(212), u"account:50"_s); });
        shoot(folder, u"unknown"_s + suffix, zone, [](FileDesk &d, CaseFileView &) { d.open(unknownSiret()); });
        shoot(folder, u"overseas"_s + suffix, zone, [](FileDesk &d, CaseFileView &) { d.open(overseas()); });
        shoot(folder, u"reset"_s + suffix, zone, [](FileDesk &d, CaseFileView &v) {
            d.open(bakery());
            press(v, u"Mot de passe…"_s);
        });
        shoot(folder, u"close"_s + suffix, zone, [](FileDesk &d, CaseFileView &v) {
            CallerFile file = bakery();
            PastOperation unlock = file.operations.first();
            unlock.kind = OperationKind::Unlock;
            unlock.call = sampleCall();
            unlock.at = utc(3, 12, 7);
            file.operations.prepend(unlock);
            d.open(file);
            press(v, u"Clore…"_s);
            auto *outcome = v.findChild<QComboBox *>(u"closeOutcome"_s);
            outcome->setCurrentIndex(0);
        });
        shoot(folder, u"done"_s + suffix, zone, [](FileDesk &d, CaseFileView &v) {
            d.open(bakery());
            press(v, u"Déverrouiller"_s);
            press(v, u"Confirmer"_s);
            d.done();
            CallerFile file = bakery();
            file.accounts[0].lockedAt = file.accounts[0].lockedUntil = {};
            file.accounts[0].failedLogins = 0;
            d.answer(file);
            press(v, u"#48\u00A0213"_s);
        });
        shoot(folder, u"newticket"_s + suffix, zone, [](FileDesk &d, CaseFileView &v) {
            d.open(bakery());
            press(v, u"Nouvelle demande…"_s);
            press(v, u"Confirmer"_s);
        });
        shoot(folder, u"large"_s + suffix, QSize(1374, 960), [](FileDesk &d, CaseFileView &) { d.open(crowded()); });
        shoot(folder, u"small"_s + suffix, QSize(560, 480), [](FileDesk &d, CaseFileView &) { d.open(bakery()); });
    }
    return 0;
}
