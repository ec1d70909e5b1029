// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/document.h"
#include "tests/gui/queue/queuedesk.h"
#include "ui/common/banner.h"
#include "ui/queue/countlist.h"
#include "ui/queue/filterparts.h"
#include "ui/queue/queuemodel.h"
#include "ui/queue/queuepage.h"
#include "ui/queue/queueselection.h"
#include "ui/queue/queuespane.h"
#include "ui/queue/queuetable.h"
#include "ui/queue/queuetexts.h"

#include <QApplication>
#include <QCheckBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

struct Stage {
    explicit Stage(bool supervisor = true, const std::function<void(QueueDesk &)> &prepare = {})
        : desk(supervisor), page(desk.ui())
    {
        if (prepare)
            prepare(desk);
        page.resize(1282, 690);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        QueueDesk::settle();
    }
    template <class T> [[nodiscard]] T *find(const QString &name) { return page.findChild<T *>(name); }
    [[nodiscard]] QueueTable *table() { return page.findChild<QueueTable *>(); }
    [[nodiscard]] QueueModel *model() { return page.findChild<QueueModel *>(); }
    [[nodiscard]] CountList *list(const char *name) { return find<CountList>(QString::fromLatin1(name)); }
    void click(const QString &name)
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        button->click();
        QueueDesk::settle();
    }
    /// A line of "+ Filtre", as the keyboard would choose it.
    void filter(FilterPart part)
    {
        click(u"addFilter"_s);
        auto *menu = find<QMenu>(u"filterMenu"_s);
        QVERIFY(menu);
        menu->actions().at(filterParts().indexOf(part))->trigger();
        menu->close();
        QueueDesk::settle();
    }
    [[nodiscard]] const QueueQuestion &asked() { return desk.tickets.asked.constLast(); }
    [[nodiscard]] QString title() { return find<QLabel>(u"queueTitle"_s)->text(); }
    QueueDesk desk;
    QueuePage page;
};

} // namespace

class TestQueuePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePageFitsASmallScreenAtOneAndAHalf()
    {
        Stage s;
        s.page.resize(826, 430);
        QueueDesk::settle();
        QVERIFY2(s.page.minimumSizeHint().width() <= 826,
                 qPrintable(QString::number(s.page.minimumSizeHint().width())));
        QCOMPARE(s.page.width(), 826);
        QVERIFY(s.find<QPushButton>(u"bulkClose"_s)->mapTo(&s.page, QPoint(0, 0)).x() < 826);
        QVERIFY(s.table()->height() > 60);
    }

    void theFirstPageIsThereAtOnce()
    {
        Stage s;
        QCOMPARE(s.title(), u"Toutes les demandes"_s);
        QCOMPARE(s.model()->rowCount(), 30);
        QCOMPARE(s.asked().order, QueueOrder());
        QCOMPARE(s.list("queueFiles")->item(1)->data(Qt::AccessibleTextRole).toString(),
                 u"Habilitation à l’extranet, 1\u00A0284"_s);
        QVERIFY(s.desk.tickets.opened.isEmpty()); // no ticket is read because the page was opened
    }

    void chips_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("text");
        QTest::newRow("late") << u"open"_s << -134 << int(Tone::Error) << u"En retard de 2 h"_s;
        QTest::newRow("soon, to the minute") << u"taken"_s << 200 << int(Tone::Warn) << u"Il reste 3 h 20"_s;
        QTest::newRow("a whole hour") << u"open"_s << 180 << int(Tone::Warn) << u"Il reste 3 h"_s;
        QTest::newRow("later today") << u"open"_s << 305 << int(Tone::Muted) << u"Il reste 5 h 05"_s;
        QTest::newRow("days") << u"open"_s << 3 * 24 * 60 << int(Tone::Muted) << u"Il reste 3 j"_s;
        QTest::newRow("on hold: the clock stands") << u"on_hold"_s << -60 << int(Tone::Muted) << u"◷ demain 10:00"_s;
        QTest::newRow("closed: none") << u"closed"_s << -60 << int(Tone::Muted) << QString();
    }
    void chips()
    {
        QFETCH(QString, state);
        QFETCH(int, minutes);
        QueueRow row;
        row.state = state;
        row.dueAt = QueueDesk::now().addSecs(minutes * 60);
        row.holdUntil = QueueDesk::now().addDays(1);
        const ToneText chip = dueChip(row, QueueDesk::now(), 4);
        QTEST(int(chip.tone), "tone");
        QTEST(QString(chip.text).replace(QChar::Nbsp, u' '), "text");
    }

    void aFileOrAViewAsksItsQuestion_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("filter");
        QTest::newRow("a motif") << u"motif:autres"_s << uR"({"motifs":["autres"],"scope":"open"})"_s;
        QTest::newRow("late") << u"view:late"_s << uR"({"due":"late","scope":"open"})"_s;
        QTest::newRow("soon") << u"view:soon"_s << uR"({"due":"soon","scope":"open"})"_s;
        QTest::newRow("mine") << u"view:mine"_s << uR"({"owners":["@me"],"scope":"open"})"_s;
        QTest::newRow("nobody's") << u"view:unowned"_s << uR"({"owners":[""],"scope":"open"})"_s;
        QTest::newRow("twins") << u"view:twins"_s << uR"({"scope":"open","twins":true})"_s;
        QTest::newRow("on hold") << u"view:on_hold"_s << uR"({"scope":"open","states":["on_hold"]})"_s;
        QTest::newRow("to be resumed") << u"view:awake"_s << uR"({"scope":"open","states":["awake"]})"_s;
        QTest::newRow("closed today") << u"view:closed_today"_s << uR"({"closed_within":11,"scope":"closed"})"_s;
    }
    void aFileOrAViewAsksItsQuestion()
    {
        QFETCH(QString, base);
        Stage s;
        s.page.open(queueBaseFromText(base));
        QueueDesk::settle();
        QTEST(QString::fromUtf8(QJsonDocument(toDocument(s.asked().filter)).toJson(QJsonDocument::Compact)), "filter");
    }

    void aTypedFilterWaitsForTheLastKey()
    {
        Stage s;
        s.filter(FilterPart::Establishment);
        auto *text = s.find<QLineEdit>(u"filterText"_s);
        QVERIFY(text && text->hasFocus());
        const qsizetype before = s.desk.tickets.asked.size();
        QTest::keyClicks(text, u"pyr"_s);
        QueueDesk::settle();
        QCOMPARE(s.desk.tickets.asked.size(), before);
        QTRY_COMPARE(s.desk.tickets.asked.size(), before + 1);
        QCOMPARE(s.asked().filter.establishment, u"pyr"_s);
        QTRY_COMPARE(s.model()->rowCount(), 3);
        QVERIFY(text->hasFocus());
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(s.find<QPushButton>(u"addFilter"_s)->hasFocus());
        s.click(u"filterChip%1"_s.arg(int(FilterPart::Establishment)));
        QCOMPARE(s.asked().filter, TicketFilter());
    }

    void departmentsAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("several") << u"31, 32 82"_s << QStringList{u"31"_s, u"32"_s, u"82"_s};
        QTest::newRow("Corsica and overseas") << u"2a;974"_s << QStringList{u"2A"_s, u"974"_s};
        QTest::newRow("without its zero") << u"9"_s << QStringList{u"09"_s};
        QTest::newRow("unknown") << u"inconnu"_s << QStringList{QString()};
        QTest::newRow("none of ours") << u"99, abc, 20"_s << QStringList();
    }
    void departmentsAreReadAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QTEST(departmentsFromText(text), "codes");
    }

    void aMarkedFilterHoldsAtOnceAndOutcomesAreOfClosedOnes()
    {
        Stage s;
        s.filter(FilterPart::State);
        s.page.findChild<QWidget *>(u"filterEditor"_s)->findChildren<QCheckBox *>().at(1)->click();
        QueueDesk::settle();
        QCOMPARE(s.asked().filter.states, QStringList{u"taken"_s});
        s.filter(FilterPart::Outcome);
        s.page.findChild<QWidget *>(u"filterEditor"_s)->findChildren<QCheckBox *>().at(0)->click();
        QueueDesk::settle();
        QCOMPARE(s.asked().filter.outcomes, QStringList{u"access_restored"_s});
        QCOMPARE(s.asked().filter.scope, TicketFilter::Scope::Closed);
        QVERIFY(!s.table()->isColumnHidden(QueueModel::sectionOf(QueueColumn::Outcome)));
    }

    void everyPartCanBeSetWordedAndDropped()
    {
        const SessionInfo info = QueueDesk::info(true);
        TicketFilter all;
        all.scope = TicketFilter::Scope::All;
        all.motifs = {u"autres"_s};
        all.states = {u"taken"_s};
        all.owners = {u"@me"_s, QString()};
        all.departments = {u"31"_s, u"32"_s};
        all.profiles = {u"tiers"_s};
        all.channels = {u"agent"_s};
        all.outcomes = {u"explained"_s};
        all.due = TicketFilter::Due::Soon;
        all.ageFrom = 48;
        all.twins = true;
        all.siret = u"732"_s;
        all.establishment = u"boul"_s;
        all.requester = u"fontan"_s;
        TicketFilter left = all;
        for (const FilterPart part : filterParts()) {
            QVERIFY(isSet(part, left));
            QVERIFY(!filterPartText(part, left, info).isEmpty());
            QVERIFY(!filterPartLabel(part).isEmpty());
            left = withPart(left, part, {});
        }
        QCOMPARE(left, TicketFilter());
        QCOMPARE(filterPartText(FilterPart::Department, all, info), u"Dép. 31, 32"_s);
        QCOMPARE(filterPartText(FilterPart::Due, all, info), u"À rendre dans 4 h"_s);
        QCOMPARE(filterPartText(FilterPart::Agent, all, info), u"Agent : moi, personne"_s);
    }

    void anEmptyResultOffersToDropItsFilters()
    {
        Stage s;
        s.page.open({QueueBase::Kind::Motif, u"habilitation"_s});
        s.filter(FilterPart::Department);
        auto *text = s.find<QLineEdit>(u"filterText"_s);
        QTest::keyClicks(text, u"75"_s);
        QTRY_COMPARE(s.model()->rowCount(), 0);
        auto *empty = s.find<QWidget>(u"emptyQueue"_s);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(s.table()->isHidden());
        s.click(u"dropOne%1"_s.arg(int(FilterPart::Department)));
        QVERIFY(s.model()->rowCount() > 0);
        QVERIFY(empty->isHidden());
        QCOMPARE(s.asked().filter.motifs, QStringList{u"habilitation"_s});
    }

    void whatOthersDoAppearsAndMovesNothing()
    {
        Stage s;
        s.table()->setFocus();
        s.table()->putCursor(s.desk.rows.at(4).number);
        s.table()->selection()->choose({s.desk.rows.at(4).number, s.desk.rows.at(6).number});
        s.desk.stamp(u"1"_s);
        QSignalSpy moved(s.table(), &QueueTable::currentTicketChanged);
        s.desk.row(s.desk.rows.at(2).number.value()).owner = u"k.diallo"_s;
        s.desk.removeRow(s.desk.rows.at(1).number.value());
        s.desk.stamp(u"2"_s);
        QCOMPARE(s.model()->rowCount(), 29);
        QCOMPARE(s.model()->window().at(1).owner, u"k.diallo"_s);
        QCOMPARE(s.table()->selection()->count(), 2);
        QCOMPARE(s.table()->currentTicket(), std::optional(s.desk.rows.at(3).number));
        QCOMPARE(moved.count(), 0);
        QVERIFY(s.table()->hasFocus());
    }

    void theTicketUnderTheCursorIsReadOnceItRests()
    {
        Stage s;
        s.table()->setFocus();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(s.table(), Qt::Key_Down);
            QueueDesk::settle();
        }
        QCOMPARE(s.desk.tickets.opened.size(), 0);
        QTRY_COMPARE(s.desk.tickets.opened.size(), 1);
        const TicketNumber number = s.desk.tickets.opened.constLast();
        QCOMPARE(std::optional(number), s.table()->currentTicket());
        s.desk.tickets.details.answerLast(QueueDesk::detail(number));
        QueueDesk::settle();
        QVERIFY(s.find<QLabel>(u"ticketRequester"_s)->text().contains(u"05 •• •• •• 05"_s));
        const auto *description = s.find<QLabel>(u"ticketDescription"_s);
        QCOMPARE(description->textFormat(), Qt::PlainText);
        QVERIFY(description->text().contains(u"<b>Merci</b>"_s));
        // Others change another one: nothing is read again. They change this one: it is.
        s.desk.row(s.desk.rows.at(0).number.value()).version = 9;
        s.desk.stamp(u"7"_s);
        QTest::qWait(300);
        QCOMPARE(s.desk.tickets.opened.size(), 1);
        s.desk.row(number.value()).version = 9;
        s.desk.stamp(u"8"_s);
        QTRY_COMPARE(s.desk.tickets.opened.size(), 2);
    }

    void theWholePathByKeyboard()
    {
        Stage s;
        QList<TicketNumber> opened;
        connect(&s.page, &QueuePage::openTicketWanted, &s.page, [&opened](TicketNumber number) { opened << number; });
        s.list("queueFiles")->setFocus();
        QTest::keyClick(s.list("queueFiles"), Qt::Key_Down);
        QTest::keyClick(s.list("queueFiles"), Qt::Key_Return);
        QueueDesk::settle();
        QCOMPARE(s.title(), u"Habilitation à l’extranet"_s);
        s.page.takeKeyboard();
        QVERIFY(s.table()->hasFocus());
        QTest::keyClick(s.table(), Qt::Key_Down);
        QTest::keyClick(s.table(), Qt::Key_Space);
        QCOMPARE(s.table()->selection()->count(), 0); // the arrow chose it, Space lets it be
        QTest::keyClick(s.table(), Qt::Key_Return);
        QCOMPARE(opened, QList<TicketNumber>{s.model()->window().at(1).number});
    }

    void theNextOneIsKnownAlsoWhenTheOneBeforeHasLeft()
    {
        Stage s;
        const TicketNumber second = s.desk.rows.at(1).number, third = s.desk.rows.at(2).number;
        QCOMPARE(s.page.nextAfter(second), std::optional(third));
        QCOMPARE(s.page.nextAfter(s.desk.rows.constLast().number), std::optional<TicketNumber>());
        s.table()->setFocus();
        s.table()->putCursor(second);
        QTest::keyClick(s.table(), Qt::Key_Return);
        s.desk.removeRow(second.value());
        s.desk.stamp(u"3"_s);
        QCOMPARE(s.page.nextAfter(second), std::optional(third));
        QCOMPARE(s.page.nextAfter(TicketNumber(1)), std::optional<TicketNumber>());
    }

    void aLostConnectionKeepsWhatIsShown()
    {
        Stage s;
        s.desk.fault = Error{Error::Code::Unavailable, u"gone"_s};
        s.desk.sessionStore.logIns.always = Failure(*s.desk.fault);
        s.desk.stamp(u"4"_s);
        auto *state = s.find<Banner>(u"queueState"_s);
        QVERIFY(state->isVisible());
        QVERIFY(state->text().contains(u"dernière lecture"_s));
        QCOMPARE(s.model()->rowCount(), 30);
        s.desk.fault.reset();
        s.desk.sessionStore.logIns.always = QueueDesk::info(true);
        s.desk.removeRow(s.desk.rows.at(0).number.value());
        s.desk.session.retryNow();
        QTRY_COMPARE(s.model()->rowCount(), 29);
        QTRY_VERIFY(!state->isVisible());
    }

    void countsAreAskedRarelyAndOnlyWhileSeen()
    {
        Stage s;
        const qsizetype before = s.desk.tickets.countedViews.size();
        QVERIFY(before >= 1);
        for (int i = 0; i < 5; ++i)
            s.desk.stamp(u"c%1"_s.arg(i));
        QCOMPARE(s.desk.tickets.countedViews.size(), before);
        s.page.hide();
        s.desk.stamp(u"d"_s);
        QCOMPARE(s.desk.tickets.countedViews.size(), before);
    }

    void theChosenViewOpensFirstElseTheLastOne()
    {
        QueueDesk desk;
        TicketView mine = QueueDesk::view(1, u"Toulouse"_s, true);
        desk.tickets.viewLists.always = QList<TicketView>{mine};
        {
            QueuePage page(desk.ui());
            page.show();
            QueueDesk::settle();
            page.open({QueueBase::Kind::BuiltIn, u"twins"_s});
            QueueDesk::settle();
        }
        {
            QueuePage page(desk.ui());
            page.show();
            QueueDesk::settle();
            QVERIFY(desk.tickets.asked.constLast().filter.twins);
            QCOMPARE(page.findChild<QLabel *>(u"queueTitle"_s)->text(), u"Doublons probables"_s);
        }
        mine.chosen = true;
        desk.tickets.viewLists.always = QList<TicketView>{mine};
        QueuePage page(desk.ui());
        page.show();
        QueueDesk::settle();
        QCOMPARE(desk.tickets.asked.constLast().filter.departments, QStringList{u"31"_s});
        QCOMPARE(desk.tickets.countedViews.constLast(), QList<QUuid>{mine.id});
    }

    void aViewIsSavedInPlace()
    {
        Stage s;
        s.page.open({QueueBase::Kind::BuiltIn, u"late"_s});
        QVERIFY(!s.find<QPushButton>(u"saveViewOpen"_s)->isVisible());
        s.filter(FilterPart::Department);
        QTest::keyClicks(s.find<QLineEdit>(u"filterText"_s), u"31"_s);
        QTRY_COMPARE(s.asked().filter.departments, QStringList{u"31"_s});
        s.click(u"saveViewOpen"_s);
        auto *name = s.find<QLineEdit>(u"viewName"_s);
        QVERIFY(name->hasFocus());
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(s.desk.operationStore.submitted.size(), 0); // a name is missing
        QTest::keyClicks(name, u"Retards du 31"_s);
        s.find<QCheckBox>(u"viewFirst"_s)->click();
        s.click(u"viewSave"_s);
        QCOMPARE(s.desk.operationStore.submitted.size(), 1);
        const OperationRequest &request = s.desk.operationStore.submitted.constLast();
        QCOMPARE(request.kind, QString(QueueKind::SaveView));
        QCOMPARE(request.params.value("name"_L1).toString(), u"Retards du 31"_s);
        QCOMPARE(request.params.value("shared"_L1).toBool(), false);
        QCOMPARE(fromDocument<TicketFilter>(request.params.value("filter"_L1).toObject()).value(), s.asked().filter);
        const QString id = request.params.value("view"_L1).toString();
        s.desk.done();
        QCOMPARE(s.desk.operationStore.submitted.size(), 2);
        QCOMPARE(s.desk.operationStore.submitted.constLast().kind, QString(QueueKind::ChooseView));
        QCOMPARE(s.desk.operationStore.submitted.constLast().params.value("view"_L1).toString(), id);
        QCOMPARE(s.title(), u"Retards du 31"_s);
        QVERIFY(!s.find<QPushButton>(u"saveViewOpen"_s)->isVisible());
    }

    void onlySupervisorsShare()
    {
        for (const bool supervisor : {false, true}) {
            Stage s(supervisor);
            s.filter(FilterPart::Twins);
            s.click(u"saveViewOpen"_s);
            QCOMPARE(s.find<QCheckBox>(u"viewShared"_s)->isVisible(), supervisor);
        }
    }

    void viewsAreTakenAwayAndBroughtBackByKeyboard()
    {
        TicketView mine = QueueDesk::view(1, u"Toulouse"_s, true);
        mine.filter = {}; // what the page shows by itself
        mine.order = {};
        TicketView gone = QueueDesk::view(2, u"Tarn"_s, false);
        gone.ownerGone = true;
        TicketView others = QueueDesk::view(3, u"Ariège"_s, false);
        Stage s(true, [&](QueueDesk &desk) { desk.tickets.viewLists.always = QList<TicketView>{mine, gone, others}; });
        CountList *views = s.list("queueViews");
        QCOMPARE(views->count(), builtInViews().size() + 3);
        QCOMPARE(views->item(9)->data(CountList::NoteRole).toString(), u"Kadi Diallo (a quitté le service)"_s);
        views->setFocus();
        views->setCurrentRow(10, QItemSelectionModel::NoUpdate);
        QTest::keyClick(views, Qt::Key_Delete); // somebody's who is there
        QueueDesk::settle();
        QCOMPARE(s.desk.operationStore.submitted.size(), 0);
        views->setCurrentRow(8, QItemSelectionModel::NoUpdate);
        QTest::keyClick(views, Qt::Key_Delete);
        QueueDesk::settle();
        QCOMPARE(s.desk.operationStore.submitted.size(), 1);
        QCOMPARE(s.desk.operationStore.submitted.constLast().kind, QString(QueueKind::DeleteView));
        s.desk.done();
        auto *message = s.find<Banner>(u"queueMessage"_s);
        QVERIFY(message->text().contains(u"Toulouse"_s));
        Q_EMIT message->actionTriggered();
        QueueDesk::settle();
        QCOMPARE(s.desk.operationStore.submitted.constLast().kind, QString(QueueKind::SaveView));
        QCOMPARE(QUuid::fromString(s.desk.operationStore.submitted.constLast().params.value("view"_L1).toString()),
                 mine.id);
        s.desk.done();
        QCOMPARE(s.title(), u"Toutes les demandes"_s); // brought back, not gone to
        views->setFocus();
        views->setCurrentRow(8, QItemSelectionModel::NoUpdate);
        QTest::keyClick(views, Qt::Key_F2);
        QCOMPARE(s.find<QLineEdit>(u"viewName"_s)->text(), u"Toulouse"_s);
    }

    void agentsDoNotTakeViewsOfOthers()
    {
        TicketView gone = QueueDesk::view(2, u"Tarn"_s, false);
        gone.ownerGone = true;
        Stage s(false, [&](QueueDesk &desk) { desk.tickets.viewLists.always = QList<TicketView>{gone}; });
        CountList *views = s.list("queueViews");
        views->setFocus();
        views->setCurrentRow(8, QItemSelectionModel::NoUpdate);
        QTest::keyClick(views, Qt::Key_Delete);
        QTest::keyClick(views, Qt::Key_F2);
        QueueDesk::settle();
        QCOMPARE(s.desk.operationStore.submitted.size(), 0);
        QVERIFY(!s.find<QLineEdit>(u"viewName"_s)->isVisible());
    }

    void allThatIsLoadedIsSaidToBe()
    {
        Stage s(true, [](QueueDesk &desk) { desk.manyRows(100000); });
        QSignalSpy told(&s.page, &QueuePage::told);
        s.table()->setFocus();
        QTest::keyClick(s.table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(told.count(), 1);
        QVERIFY2(told.at(0).at(0).toString().contains(u"2\u00A0028"_s), qPrintable(told.at(0).at(0).toString()));
    }

    void anotherPersonSeesNothingOfWhatWasThere()
    {
        Stage s;
        s.table()->selection()->choose({s.desk.rows.at(1).number});
        s.page.hide();
        s.desk.session.logIn({}, {}, false);
        QueueDesk::settle();
        QCOMPARE(s.model()->rowCount(), 0);
        QCOMPARE(s.table()->selection()->count(), 0);
        s.page.show();
        QueueDesk::settle();
        QCOMPARE(s.model()->rowCount(), 30);
    }
};

QTEST_MAIN(TestQueuePage)
#include "tst_queuepage.moc"
