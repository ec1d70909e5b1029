// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/supervisionkind.h"
#include "tests/gui/overview/overviewdesk.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/field.h"
#include "ui/overview/deskchart.h"
#include "ui/overview/figuretile.h"
#include "ui/overview/overviewcharts.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/overviewsheet.h"
#include "ui/overview/overviewtexts.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"
#include "ui/theme/theme.h"

#include <QAbstractBarSeries>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QComboBox>
#include <QFileDialog>
#include <QLegend>
#include <QLineEdit>
#include <QLineSeries>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

struct Stage {
    explicit Stage(const std::function<void(OverviewDesk &)> &prepare = {}) : page(prepared(desk, prepare))
    {
        page.resize(1280, 660);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        OverviewDesk::settle();
    }
    static UiServices prepared(OverviewDesk &desk, const std::function<void(OverviewDesk &)> &prepare)
    {
        if (prepare)
            prepare(desk);
        return desk.ui();
    }
    template <class T> [[nodiscard]] T *find(const char *name)
    {
        return page.findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) { return find<QPushButton>(name); }
    [[nodiscard]] LinesTable *table(const char *name) { return find<LinesTable>(name); }
    [[nodiscard]] QString figure(const char *tile)
    {
        return find<FigureTile>(tile)->findChild<QLabel *>(u"figure"_s)->text();
    }
    [[nodiscard]] QString chip(const char *tile) { return find<FigureTile>(tile)->findChild<Chip *>()->text(); }
    [[nodiscard]] const QList<OperationRequest> &sent() { return desk.operationStore.submitted; }
    void pulse(const QString &stamp)
    {
        desk.nextPulse().ticketsStamp = stamp;
        desk.nextPulse().serverTime = desk.clock.now();
        desk.session.pulseNow();
        OverviewDesk::settle();
    }
    /// Chooses a file in the dialog a button opens.
    void exportTo(const char *name, const QString &file)
    {
        button(name)->click();
        auto *dialog = page.findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(!find<Banner>("overviewMessage")->text().contains(u"en cours"_s));
    }
    OverviewDesk desk;
    OverviewPage page;
};

QList<QList<double>> barsOf(const QChart *chart)
{
    QList<QList<double>> values;
    const auto *series = qobject_cast<QAbstractBarSeries *>(chart->series().value(0));
    for (const QBarSet *set : series ? series->barSets() : QList<QBarSet *>()) {
        QList<double> one;
        for (int i = 0; i < set->count(); ++i)
            one << set->at(i);
        values << one;
    }
    return values;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto light = [](const QColor &c) {
        const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
    };
    const double x = light(a), y = light(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestOverviewPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFigures()
    {
        Stage s;
        QCOMPARE(s.figure("overviewOpen"), u"2\u00a0028"_s);
        QCOMPARE(s.figure("overviewLate"), u"53"_s);
        QCOMPARE(s.figure("overviewSoon"), u"112"_s);
        QCOMPARE(s.figure("overviewReceived"), u"312"_s);
        QCOMPARE(s.figure("overviewClosed"), u"347"_s);
        QVERIFY(s.chip("overviewOpen").contains(u"73 en attente"_s));
        QVERIFY(s.chip("overviewClosed").contains(u"12 hors délai"_s));
        QVERIFY(s.button("watch_never")->text().contains(u"1\u00a0000+"_s));
        QVERIFY(s.button("watch_bounced")->text().contains(u"5"_s));
    }

    void figuresLeadToTheirQueue_data()
    {
        QTest::addColumn<QByteArray>("tile");
        QTest::addColumn<TicketFilter::Due>("due");
        QTest::newRow("all that is open") << QByteArray("overviewOpen") << TicketFilter::Due::Any;
        QTest::newRow("what is late") << QByteArray("overviewLate") << TicketFilter::Due::Late;
        QTest::newRow("what is nearly late") << QByteArray("overviewSoon") << TicketFilter::Due::Soon;
    }
    void figuresLeadToTheirQueue()
    {
        QFETCH(QByteArray, tile);
        QFETCH(TicketFilter::Due, due);
        Stage s;
        QSignalSpy wanted(&s.page, &OverviewPage::queueWanted);
        s.find<FigureTile>(tile.constData())->findChild<QPushButton *>()->click();
        QCOMPARE(wanted.count(), 1);
        TicketFilter filter;
        filter.due = due;
        QVERIFY(wanted.first().first().value<TicketFilter>() == filter);
        QVERIFY(!wanted.first().at(1).toString().isEmpty());
    }

    void theBacklogByMotifAndAge()
    {
        Stage s;
        auto *chart = s.find<DeskChart>("overviewBacklog");
        const auto bars = barsOf(chart->chart());
        QCOMPARE(bars.size(), 5);
        QCOMPARE(bars.first(), (QList<double>{40, 10, 180, 50, 120, 610})); // from below
        QCOMPARE(bars.last(), (QList<double>{1, 0, 6, 0, 2, 30}));
        auto *names = qobject_cast<QBarCategoryAxis *>(chart->chart()->axes(Qt::Vertical).first());
        QVERIFY(names->categories().last().contains(u"Habilitation à l’extranet"_s));
        QVERIFY(names->categories().last().contains(u"1\u00a0284"_s));
        QVERIFY(chart->chart()->legend()->isVisible());
        QCOMPARE(chart->chart()->animationOptions(), QChart::NoAnimation);
        const QString said = chart->accessibleName();
        for (const QString &part : {u"Encours par motif"_s, u"2\u00a0028 demandes ouvertes"_s,
                                    u"Habilitation à l’extranet"_s, u"moins d’un jour 610"_s, u"plus de 10 j 30"_s})
            QVERIFY2(said.contains(part), qPrintable(said));
    }

    void aBarLeadsToItsMotif()
    {
        Stage s;
        QSignalSpy wanted(&s.page, &OverviewPage::queueWanted);
        auto *chart = s.find<DeskChart>("overviewBacklog");
        chart->setFocus(Qt::TabFocusReason);
        QCOMPARE(chart->currentBar(), 0);
        QTest::keyClick(chart, Qt::Key_Down);
        QVERIFY(chart->accessibleDescription().contains(u"Fiche Etablissement : 212"_s));
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<TicketFilter>().motifs, QStringList{u"fiche_etablissement"_s});
        QCOMPARE(wanted.first().at(1).toString(), u"Fiche Etablissement"_s);
        // The mouse: the lowest bar is the last motif.
        auto *series = qobject_cast<QAbstractBarSeries *>(chart->chart()->series().value(0));
        Q_EMIT series->clicked(0, series->barSets().first());
        QCOMPARE(wanted.last().first().value<TicketFilter>().motifs, QStringList{u"autres"_s});
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, Qt::Key_Down); // there is none below
        QCOMPARE(chart->currentBar(), 5);
    }

    void arrivalsByHourAndByDay()
    {
        Stage s;
        auto *chart = s.find<DeskChart>("overviewArrivals");
        const auto bars = barsOf(chart->chart());
        QCOMPARE(bars.size(), 2);
        QCOMPARE(bars.first(), (QList<double>{1, 6, 34, 62, 58, 51, 22, 40, 38})); // the night is left out
        QVERIFY(chart->accessibleName().contains(u"312 reçues, 347 closes"_s));
        s.button("overviewMonth")->click();
        QCOMPARE(chart->chart()->series().size(), 2);
        const auto *received = qobject_cast<QLineSeries *>(chart->chart()->series().first());
        QCOMPARE(received->count(), 30);
        QCOMPARE(received->at(29).y(), 316.0);
        QVERIFY(chart->accessibleName().contains(u"Trente jours"_s));
        s.button("overviewToday")->click();
        QCOMPARE(barsOf(chart->chart()).size(), 2);
    }

    void whoDoesWhat()
    {
        Stage s;
        LinesTable *agents = s.table("overviewAgents");
        QAbstractItemModelTester tester(agents->model());
        QCOMPARE(agents->model()->rowCount(), 4);
        agents->choose(u"n.martin"_s);
        const Line *line = agents->currentLine();
        QVERIFY(line);
        QCOMPARE(line->cells.at(1).text, u"✓ ici"_s);
        QCOMPARE(line->cells.at(2).text, u"14"_s);
        QVERIFY(line->cells.at(3).text.contains(u"2"_s) && line->cells.at(3).tone == Tone::Error);
        QCOMPARE(line->cells.at(7).text, u"48\u00a0213\u00a0✎, 48\u00a0377"_s);
        QSignalSpy wanted(&s.page, &OverviewPage::queueWanted);
        QTest::keyClick(agents, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<TicketFilter>().owners, QStringList{u"n.martin"_s});
        QVERIFY(wanted.first().at(1).toString().contains(u"Nadia Martin"_s));
        // Sorted by lateness, as a number.
        agents->sortByColumn(3, Qt::DescendingOrder);
        QCOMPARE(agents->model()->index(0, 0).data().toString(), u"Nadia Martin"_s);
    }

    void anAccountIsUnlockedFromItsRow()
    {
        Stage s;
        LinesTable *rows = s.table("watchedTable");
        QCOMPARE(rows->model()->rowCount(), 3);
        QVERIFY(s.button("watchedUnlock")->isEnabled());
        QVERIFY(isBlocked(s.button("watchedAgain")));
        s.button("watchedUnlock")->click();
        QVERIFY(s.find<QLabel>("reasonConsequence")->text().contains(u"claire.fontan1"_s));
        auto *reason = s.find<QComboBox>("reasonChoice");
        QVERIFY(reason->hasFocus());
        s.button("reasonConfirm")->click();
        QVERIFY(s.sent().isEmpty()); // why is missing
        reason->setCurrentIndex(reason->findData(u"other"_s));
        s.button("reasonConfirm")->click();
        QVERIFY(s.sent().isEmpty()); // this one wants words
        QTest::keyClicks(s.find<QLineEdit>("reasonText"), u"appel du maire"_s);
        s.button("reasonConfirm")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        const OperationRequest request = s.sent().first();
        QCOMPARE(request.kind, QString(WatchKind::Unlock));
        QCOMPARE(request.params, (QJsonObject{{u"account_id"_s, 1}}));
        QCOMPARE(request.reason, u"other"_s);
        QCOMPARE(request.reasonText, u"appel du maire"_s);
        QVERIFY(!request.call && !request.ticket);
        QVERIFY(!s.button("reasonConfirm")->isEnabled()); // not twice
        s.desk.done();
        QTRY_VERIFY(s.find<Banner>("watchedMessage")->text().contains(u"claire.fontan1 est débloqué"_s));
        QVERIFY(!s.find<QWidget>("reasonPanel")->isVisible());
        QVERIFY(rows->currentLine()->cells.at(3).text.contains(u"débloqué à 14:30"_s));
        QVERIFY(isBlocked(s.button("watchedUnlock")));
    }

    void aRefusedUnlockKeepsWhatWasTyped()
    {
        Stage s;
        s.button("watchedUnlock")->click();
        s.find<QComboBox>("reasonChoice")->setCurrentIndex(0);
        s.find<QLineEdit>("reasonText")->setText(u"deux fois"_s);
        s.button("reasonConfirm")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        s.desk.operationStore.outcomes.answerLast(Failure(Error{Error::Code::Refused, {}, u"not_locked"_s, {}}));
        QTRY_VERIFY(!s.find<Banner>("watchedMessage")->text().isEmpty());
        QVERIFY(s.find<QWidget>("reasonPanel")->isVisible());
        QCOMPARE(s.find<QLineEdit>("reasonText")->text(), u"deux fois"_s);
        QTest::keyClick(s.find<QLineEdit>("reasonText"), Qt::Key_Escape);
        QVERIFY(!s.find<QWidget>("reasonPanel")->isVisible());
    }

    void theConfirmationIsSentAgain()
    {
        Stage s;
        s.button("watchedResend")->click();
        s.find<QComboBox>("reasonChoice")->setCurrentIndex(0);
        s.button("reasonConfirm")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().kind, QString(WatchKind::Resend));
        QCOMPARE(s.sent().first().params, (QJsonObject{{u"habilitation_id"_s, 101}}));
    }

    void aMailIsSentAgain()
    {
        Stage s;
        s.desk.overview.pages.always = WatchedPage{OverviewDesk::bouncedMails(), {}};
        s.button("watch_bounced")->click();
        OverviewDesk::settle();
        QCOMPARE(s.desk.overview.asked.last().first, WatchList::Bounced);
        QVERIFY(isBlocked(s.button("watchedUnlock"))); // not locked
        QCOMPARE(s.button("watchedUnlock")->text(), u"pas verrouillé"_s);
        QVERIFY(s.table("watchedTable")->currentLine()->cells.at(4).text.contains(u"550 5.1.1"_s));
        QVERIFY(s.button("watchedAgain")->toolTip().contains(u"nouveau mot de passe"_s));
        s.button("watchedAgain")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().kind, QString(SupervisionKind::SendAgain));
        QCOMPARE(s.sent().first().params, (QJsonObject{{u"mail_id"_s, 700}}));
        s.desk.done();
        QVERIFY(s.table("watchedTable")->currentLine()->cells.at(3).text.contains(u"renvoyé"_s));
        s.table("watchedTable")->choose(u"701"_s);
        QVERIFY(isBlocked(s.button("watchedResend"))); // its requester has no account
        QVERIFY(s.button("watchedAgain")->isEnabled());
    }

    void aRowOpensItsFile()
    {
        Stage s;
        QSignalSpy wanted(&s.page, &SupervisionPage::openFileWanted);
        s.button("watchedOpen")->click();
        QTest::keyClick(s.table("watchedTable"), Qt::Key_Return);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.first().first().toString(), u"73282932000074"_s);
    }

    void anEmptyListSaysSo()
    {
        Stage s;
        s.desk.overview.pages.always = WatchedPage();
        s.button("watch_resets")->click();
        OverviewDesk::settle();
        QVERIFY(s.find<QLabel>("watchedNothing")->isVisible());
        QVERIFY(isBlocked(s.button("watchedOpen")));
    }

    void longListsComePageByPage()
    {
        QList<WatchedAccount> first, second;
        for (int i = 1; i <= 100; ++i) {
            first << OverviewDesk::account(i);
            second << OverviewDesk::account(100 + i);
        }
        Stage s([&](OverviewDesk &desk) { desk.overview.pages.always = WatchedPage{first, u"12|100"_s}; });
        LinesTable *rows = s.table("watchedTable");
        s.desk.overview.pages.always = WatchedPage{second, {}};
        QAbstractItemModelTester tester(rows->model());
        rows->scrollToBottom();
        OverviewDesk::settle();
        QTRY_COMPARE(rows->model()->rowCount(), 200);
        QCOMPARE(s.desk.overview.asked.last().second, u"12|100"_s);
        // Read again: what was scrolled to and chosen stays.
        rows->choose(u"150"_s);
        const int scrolled = rows->verticalScrollBar()->value();
        s.desk.overview.pages.always = WatchedPage{first + second, {}};
        s.page.read();
        OverviewDesk::settle();
        QCOMPARE(rows->currentKey(), u"150"_s);
        QCOMPARE(rows->verticalScrollBar()->value(), scrolled);
        QCOMPARE(rows->model()->rowCount(), 200);
    }

    void newsAreReadAtMostEveryHalfMinute()
    {
        Stage s;
        s.pulse(u"1"_s);
        const int before = int(s.desk.overview.asked.size());
        s.pulse(u"2"_s);
        QCOMPARE(s.desk.overview.asked.size(), before); // just read
        s.desk.clock.synchronise(OverviewDesk::now().addSecs(31));
        s.pulse(u"2"_s);
        QCOMPARE(s.desk.overview.asked.size(), before + 1);
        s.desk.clock.synchronise(OverviewDesk::now().addSecs(95));
        s.pulse(u"2"_s);
        QCOMPARE(s.desk.overview.asked.size(), before + 1); // nothing new: nothing read, nothing journalled
        s.page.hide();
        s.pulse(u"3"_s);
        QCOMPARE(s.desk.overview.asked.size(), before + 1); // nobody looks
        s.page.show();
        QCOMPARE(s.desk.overview.asked.size(), before + 2);
    }

    void refreshingMovesNothing()
    {
        Stage s;
        LinesTable *agents = s.table("overviewAgents");
        agents->choose(u"s.nguyen"_s);
        s.table("watchedTable")->choose(u"3"_s);
        Overview next = OverviewDesk::figures();
        next.agents.prepend({u"a.new"_s, u"Anne Neuve"_s, true, 1, 0, 0, 0, {}, {}});
        s.desk.overview.overviews.always = next;
        s.page.read();
        OverviewDesk::settle();
        QCOMPARE(agents->model()->rowCount(), 5);
        QCOMPARE(agents->currentKey(), u"s.nguyen"_s);
        QCOMPARE(s.table("watchedTable")->currentKey(), u"3"_s);
    }

    void whatCannotBeReadIsSaidAndTheRestStays()
    {
        Stage s;
        s.desk.overview.overviews.always = Failure(Error{Error::Code::Internal, u"no overview"_s});
        s.page.read();
        OverviewDesk::settle();
        QVERIFY(s.find<Banner>("pageState")->isVisible());
        QCOMPARE(s.figure("overviewOpen"), u"2\u00a0028"_s);
    }

    void theCsvSaysWhoAndRunsNothing()
    {
        Stage s;
        const QString file = s.desk.folder.filePath(u"vue.csv"_s);
        s.exportTo("overviewCsv", file);
        QCOMPARE(s.desk.overview.overviewsExported, 1);
        QCOMPARE(s.desk.overview.exported, (QList<std::pair<WatchList, QString>>{{WatchList::Locked, {}}}));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(csv.readAll());
        for (const QString &part :
             {u"Exporté par;Luc Perrin (l.perrin)"_s, u"Exporté le;03/04/2026 14:30"_s,
              u"Habilitation à l’extranet;610;320;240;84;30;1284;37;61;45"_s, u"Nadia Martin;ici;14;2;3;41"_s,
              u"Closes aujourd’hui hors délai;12"_s, u"Jamais connectés;1\u00a0000+"_s, u"'=HYPERLINK"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        QVERIFY(!text.contains(QRegularExpression(u"(^|;|\")=HYPERLINK"_s)));
        QVERIFY(s.find<Banner>("overviewMessage")->text().contains(u"journal"_s));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        Stage s;
        s.exportTo("overviewCsv", s.desk.folder.filePath(u"nulle/part.csv"_s));
        QVERIFY(s.find<Banner>("overviewMessage")->text().contains(u"pas pu être écrit"_s));
        QVERIFY(s.button("overviewCsv")->isEnabled());
    }

    void theExportReadsAllPages()
    {
        QList<WatchedAccount> rows;
        for (int i = 1; i <= 200; ++i)
            rows << OverviewDesk::account(i);
        Stage s;
        s.desk.overview.pages.always = WatchedPage{rows, u"1|200"_s}; // there is always more
        s.exportTo("overviewCsv", s.desk.folder.filePath(u"vue.csv"_s));
        QCOMPARE(s.desk.overview.exported.size(), 5); // a thousand rows, no more
        QFile csv(s.desk.folder.filePath(u"vue.csv"_s));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(csv.readAll()).contains(u"les 1\u00a0000 premiers"_s));
    }

    void thePdfHasChartsAndTables()
    {
        Stage s;
        const QString file = s.desk.folder.filePath(u"vue.pdf"_s);
        s.exportTo("overviewPdf", file);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        const auto pages = QRegularExpression(u"/Count (\\d+)"_s).match(QString::fromLatin1(bytes)).captured(1).toInt();
        QVERIFY2(pages >= 2 && pages <= 4, qPrintable(QString::number(pages)));
        QVERIFY(!bytes.contains("/Subtype /Image"));
        QCOMPARE(s.desk.overview.overviewsExported, 1);
    }

    void bothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void bothThemes()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? AppSettings::ThemeChoice::Dark : AppSettings::ThemeChoice::Light);
        Stage s;
        const Tokens &t = tokens(dark);
        auto *chart = s.find<DeskChart>("overviewBacklog")->chart();
        QCOMPARE(chart->legend()->labelColor(), t.text);
        // Changed while it is shown.
        applyTheme(*qApp, dark ? AppSettings::ThemeChoice::Light : AppSettings::ThemeChoice::Dark);
        QTRY_COMPARE(chart->legend()->labelColor(), tokens(!dark).text);
        // Neighbouring ages are told apart, and each from the card.
        const QList<QColor> colours = ageColours(t);
        for (int i = 0; i < 5; ++i) {
            QVERIFY2(contrast(colours.at(i), t.panel) >= 1.25, qPrintable(QString::number(i)));
            for (int j = 0; j < i; ++j)
                QVERIFY(colours.at(i) != colours.at(j));
        }
        for (const QColor &line : {t.accent, t.success})
            QVERIFY(contrast(line, t.panel) >= 3);
        applyTheme(*qApp, AppSettings::ThemeChoice::Light);
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
