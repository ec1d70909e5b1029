// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the panel of bulk actions in its states, light and dark, at the width it has in a window of 1366x768, into the
// folder given: for eyes, not for a verdict.
#include "tests/gui/queue/bulkdesk.h"
#include "ui/queue/bulkpanel.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QVBoxLayout>

using namespace desk;
using namespace desk::test;

namespace {

struct Shoot {
    Shoot(QString into, QString ending) : folder(std::move(into)), suffix(std::move(ending))
    {
        page.setProperty("role", u"page"_s);
        page.setAutoFillBackground(true);
        auto *all = new QVBoxLayout(&page);
        all->setContentsMargins(12, 12, 12, 12);
        all->addWidget(&panel);
        all->addStretch(1);
        page.resize(1034, 420);
        page.show();
    }
    void press(const QString &name)
    {
        if (auto *button = panel.findChild<QAbstractButton *>(name))
            button->click();
        QTest::qWait(40);
    }
    void choose(const QString &name, int index)
    {
        if (auto *box = panel.findChild<QComboBox *>(name))
            box->setCurrentIndex(index);
        QTest::qWait(40);
    }
    void shot(const QString &name)
    {
        QTest::qWait(60);
        page.grab().save(folder + u"/bulk-"_s + name + suffix + u".png"_s);
    }
    QString folder, suffix;
    BulkDesk desk;
    QWidget page;
    BulkPanel panel{desk.ui(), nullptr};
};

QList<QueueRow> selection()
{
    QList<QueueRow> rows = BulkDesk::rows(12);
    rows << BulkDesk::row(48100, u"s"_s) << BulkDesk::row(48101, u"s"_s) << BulkDesk::row(48102, u"t"_s, {}, 1)
         << BulkDesk::row(48103, {}, u"n.martin"_s);
    QueueRow closed = BulkDesk::row(48104);
    closed.state = u"closed"_s;
    rows << closed;
    return rows;
}

void draw(const QString &folder, const QString &suffix)
{
    {
        Shoot s(folder, suffix);
        s.shot(u"nothing-selected"_s);
        s.panel.setSelection(selection());
        s.shot(u"selected"_s);
        s.press(u"bulkTake"_s);
        s.shot(u"take"_s);
        s.press(u"bulkAssign"_s);
        s.choose(u"bulkAgent"_s, 0);
        s.shot(u"assign"_s);
        s.press(u"bulkChangeMotif"_s);
        s.shot(u"motif"_s);
        s.press(u"bulkMerge"_s);
        s.shot(u"merge"_s);
        s.press(u"bulkClose"_s);
        s.shot(u"close"_s);
        s.press(u"bulkSheetConfirm"_s);
        s.shot(u"close-missing"_s);
        s.choose(u"bulkOutcome"_s, 3);
        s.shot(u"close-outcome"_s);
    }
    {
        Shoot s(folder, suffix);
        s.panel.setSelection(BulkDesk::rows(1000));
        s.press(u"bulkTake"_s);
        s.desk.answerBatches(17);
        auto *guard = new QObject(&s.page);
        QObject::connect(&s.desk.bulk, &BulkService::changed, guard, [&s] {
            if (s.desk.bulk.done() >= 400)
                s.desk.bulk.stop();
        });
        s.press(u"bulkSheetConfirm"_s);
        QTest::qWait(300);
        delete guard;
        s.shot(u"stopped"_s);
        s.desk.tickets.answerBatch = {};
        s.press(u"bulkResume"_s);
        s.shot(u"running"_s);
        s.desk.tickets.batchAnswers.answerLast(
            Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s, {{u"retry_after"_s, 40}}}));
        s.shot(u"pause"_s);
    }
    Shoot s(folder, suffix);
    s.panel.setSelection(BulkDesk::rows(60));
    s.press(u"bulkTake"_s);
    s.desk.answerBatches(17);
    s.press(u"bulkSheetConfirm"_s);
    QTest::qWait(100);
    s.shot(u"finished-refused"_s);
    s.desk.answerBatches();
    s.press(u"bulkTake"_s);
    s.press(u"bulkSheetConfirm"_s);
    QTest::qWait(100);
    s.shot(u"finished"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans"_s));
    for (const bool dark : {false, true}) {
        applyTheme(app, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        draw(app.arguments().value(1, u"."_s), dark ? u"-dark"_s : u"-light"_s);
    }
    return 0;
}
