// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/supervision/oversightdesk.h"
#include "ui/common/banner.h"
#include "ui/supervision/journalcsv.h"
#include "ui/supervision/journalpage.h"
#include "ui/supervision/linesmodel.h"
#include "ui/supervision/linestable.h"
#include "ui/supervision/mailspage.h"
#include "ui/supervision/noticespage.h"
#include "ui/supervision/rulespage.h"
#include "ui/supervision/settingrow.h"
#include "ui/supervision/watchpage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

template <class Page> struct Stage {
    explicit Stage(bool supervisor = true, const std::function<void(OversightDesk &)> &prepare = {})
        : desk(supervisor), page(desk.ui())
    {
        desk.answerAll();
        if (prepare)
            prepare(desk);
        page.resize(1280, 640);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        OversightDesk::settle();
    }
    template <class T> [[nodiscard]] T *find(const char *name)
    {
        return page.template findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) { return find<QPushButton>(name); }
    [[nodiscard]] LinesTable *table(const char *name) { return find<LinesTable>(name); }
    [[nodiscard]] const QList<OperationRequest> &sent() { return desk.operationStore.submitted; }
    OversightDesk desk;
    Page page;
};

} // namespace

class TestOversightPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Surveillance ---------------------------------------------------------------------------------------------------

    void aCeilingIsLiftedInPlace()
    {
        Stage<WatchPage> s;
        s.table("watchAgents")->choose(u"n.martin/account.reset_password"_s);
        s.button("liftCeiling")->click();
        QVERIFY(s.find<QLabel>("liftTitle")->text().contains(u"Nadia Martin"_s));
        QVERIFY(s.find<QSpinBox>("liftExtra")->hasFocus());
        s.find<QSpinBox>("liftExtra")->setValue(15);
        s.find<QSpinBox>("liftMinutes")->setValue(90);
        s.button("liftConfirm")->click();
        QCOMPARE(s.sent().size(), 0); // why is missing
        auto *text = s.find<QPlainTextEdit>("liftText");
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, u"panne hier"_s);
        s.button("liftConfirm")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().params,
                 (QJsonObject{{u"login"_s, u"n.martin"_s},
                              {u"kind"_s, u"account.reset_password"_s},
                              {u"extra"_s, 15},
                              {u"minutes"_s, 90},
                              {u"text"_s, u"panne hier"_s}}));
        s.desk.done({{u"until"_s, u"2026-04-03T09:30:00Z"_s}});
        QTRY_VERIFY(s.find<Banner>("liftMessage")->text().contains(u"11:30"_s));
        QVERIFY(!text->isVisible());
    }

    void onesOwnCeilingIsNotLifted()
    {
        Stage<WatchPage> s;
        s.table("watchAgents")->choose(u"l.perrin/account.create"_s);
        OversightDesk::settle();
        QVERIFY(!s.button("liftCeiling")->isEnabled());
        QCOMPARE(s.button("liftCeiling")->text(), u"votre propre plafond"_s);
    }

    void refusedLiftKeepsTheText()
    {
        Stage<WatchPage> s;
        s.button("liftCeiling")->click();
        s.find<QPlainTextEdit>("liftText")->setPlainText(u"pourquoi"_s);
        s.button("liftConfirm")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        s.desk.refuse(u"own_ceiling"_s);
        QTRY_VERIFY(!s.find<Banner>("liftMessage")->text().isEmpty());
        QCOMPARE(s.find<QPlainTextEdit>("liftText")->toPlainText(), u"pourquoi"_s);
        QVERIFY(s.find<QPlainTextEdit>("liftText")->isVisible());
    }

    void failedChecksOpenTheirFile()
    {
        Stage<WatchPage> s;
        QSignalSpy wanted(&s.page, &SupervisionPage::openFileWanted);
        LinesTable *checks = s.table("watchChecks");
        checks->selectRow(0);
        QTest::keyClick(checks, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), u"73282932000074"_s);
    }

    // Avis -----------------------------------------------------------------------------------------------------------

    void aNoticeIsPostedWithItsPreview()
    {
        Stage<NoticesPage> s;
        s.button("noticePost")->click();
        QCOMPARE(s.sent().size(), 0);
        auto *text = s.find<QPlainTextEdit>("noticeNewText");
        QVERIFY(text->hasFocus());
        text->setPlainText(u"Fermeture à 17 h <b>vendredi</b>."_s);
        QCOMPARE(s.find<Banner>("noticePreview")->text(), u"Fermeture à 17 h <b>vendredi</b>."_s);
        s.find<QComboBox>("noticeKind")->setCurrentIndex(1);
        s.find<QLineEdit>("noticeNewLink")->setText(u"javascript:alert(1)"_s);
        s.button("noticePost")->click();
        QCOMPARE(s.sent().size(), 0);
        s.find<QLineEdit>("noticeNewLink")->setText(u"https://exemple.fr/avis"_s);
        s.find<QCheckBox>("noticeEnds")->setChecked(true);
        s.button("noticePost")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        const QJsonObject params = s.sent().first().params;
        QCOMPARE(params.value(u"kind"_s).toString(), u"annonce"_s);
        QCOMPARE(params.value(u"link"_s).toString(), u"https://exemple.fr/avis"_s);
        QVERIFY(params.contains(u"until"_s) && !params.contains(u"from"_s));
        s.desk.done({{u"notice"_s, 4}});
        QTRY_VERIFY(text->toPlainText().isEmpty());
        QVERIFY(s.find<Banner>("noticeMessage")->text().contains(u"publié"_s));
    }

    void aNoticeIsEnded()
    {
        Stage<NoticesPage> s;
        s.table("noticesTable")->choose(u"3"_s);
        s.button("noticeEnd")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().params.value(u"notice"_s).toInt(), 3);
        s.desk.done();
        s.table("noticesTable")->choose(u"1"_s); // over already
        OversightDesk::settle();
        QVERIFY(!s.button("noticeEnd")->isVisible());
    }

    void agentsReadOnly()
    {
        Stage<NoticesPage> s(false);
        QVERIFY(!s.button("noticePost")->isVisible());
        QVERIFY(!s.button("noticeEnd")->isVisible());
        QCOMPARE(s.desk.supervision.noticesAll, QList<bool>{false});
        QVERIFY(s.find<QLabel>("noticeText")->text().contains(u"orange.fr"_s));
    }

    // Courriels ------------------------------------------------------------------------------------------------------

    void aMailIsSentAgainAndTheRowSaysSo()
    {
        Stage<MailsPageView> s;
        QVERIFY(s.button("mailsWaitingList")->text().contains(u"12"_s));
        QVERIFY(s.find<QLabel>("mailConsequence")->text().contains(u"nouveau mot de passe"_s));
        s.button("mailSendAgain")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().params.value(u"mail_id"_s).toInt(), 500);
        s.desk.done({{u"mail"_s, 900}});
        QTRY_VERIFY(s.table("mailsTable")->currentLine()->cells.at(6).text.contains(u"renvoyé"_s));
        QVERIFY(!s.button("mailSendAgain")->isEnabled());
        s.table("mailsTable")->choose(u"499"_s);
        QVERIFY(s.button("mailSendAgain")->isEnabled());
        QVERIFY(!s.find<QLabel>("mailConsequence")->text().contains(u"mot de passe"_s)); // another kind
        s.table("mailsTable")->choose(u"496"_s);
        QVERIFY(!s.button("mailSendAgain")->isEnabled()); // replaced before
    }

    void aRefusedSendingIsSaid()
    {
        Stage<MailsPageView> s;
        s.button("mailSendAgain")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        s.desk.refuse(u"mail_not_failed"_s);
        QTRY_VERIFY(!s.find<Banner>("mailMessage")->text().isEmpty());
        QVERIFY(s.button("mailSendAgain")->isEnabled());
    }

    void anotherListIsReadAnew()
    {
        Stage<MailsPageView> s;
        s.button("mailsWaitingList")->click();
        OversightDesk::settle();
        QCOMPARE(s.desk.supervision.mailQuestions.last().which, MailList::Waiting);
        QCOMPARE(s.desk.supervision.mailQuestions.last().before, 0);
    }

    // Journal --------------------------------------------------------------------------------------------------------

    void theJournalIsSearched()
    {
        Stage<JournalPageView> s;
        QCOMPARE(s.desk.supervision.filters.size(), 1);
        QVERIFY(s.find<QLabel>("journalChain")->text().contains(u"intacte"_s));
        s.find<QLineEdit>("journalSiret")->setText(u"732 829 320 00075"_s);
        s.button("journalSearch")->click();
        QCOMPARE(s.desk.supervision.filters.size(), 1); // no SIRET: said, not sent
        s.find<QLineEdit>("journalSiret")->setText(u"732 829 320 00074"_s);
        s.find<QLineEdit>("journalAgent")->setText(u"n.martin"_s);
        s.find<QComboBox>("journalKind")->setCurrentIndex(2);
        s.find<QComboBox>("journalPeriod")->setCurrentIndex(0);
        QTest::keyClick(s.find<QLineEdit>("journalAgent"), Qt::Key_Return);
        OversightDesk::settle();
        const JournalFilter filter = s.desk.supervision.filters.last();
        QCOMPARE(filter.siret, u"73282932000074"_s);
        QCOMPARE(filter.agent, u"n.martin"_s);
        QCOMPARE(filter.kind, u"reveal"_s);
        QCOMPARE(filter.from, QDateTime(QDate(2026, 4, 2), QTime(22, 0), Qt::UTC)); // midnight in Paris
    }

    void theJournalComesPageByPage()
    {
        Stage<JournalPageView> s(true, [](OversightDesk &desk) {
            desk.supervision.journals.always = JournalPage{OversightDesk::journalRows(100, 1000), 901};
        });
        LinesTable *table = s.table("journalTable");
        QCOMPARE(table->model()->rowCount(), 100);
        table->choose(u"950"_s);
        s.desk.supervision.journals.always = JournalPage{OversightDesk::journalRows(30, 900), 0};
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QTRY_COMPARE(table->model()->rowCount(), 130);
        QCOMPARE(s.desk.supervision.befores, (QList<qint64>{0, 901}));
        QCOMPARE(table->currentKey(), u"950"_s);
        const int scroll = table->verticalScrollBar()->value();
        s.desk.supervision.journals.always = JournalPage{OversightDesk::journalRows(100, 1000), 901};
        s.page.read(); // F5: what was scrolled through stays
        OversightDesk::settle();
        QCOMPARE(table->model()->rowCount(), 130);
        QCOMPARE(table->currentKey(), u"950"_s);
        QCOMPARE(table->verticalScrollBar()->value(), scroll);
    }

    void aBrokenChainIsSaid()
    {
        Stage<JournalPageView> s(true, [](OversightDesk &desk) {
            desk.supervision.states.always = JournalState{10, 0, OversightDesk::now(), {}, 4213};
        });
        QVERIFY(s.find<QLabel>("journalChain")->text().contains(u"rompue à la ligne 4\u00a0213"_s));
    }

    void theExportIsWrittenAndSaysWho()
    {
        Stage<JournalPageView> s;
        QList<JournalRow> rows = OversightDesk::journalRows(2, 10);
        rows.first().denomination = u"=cmd|'/c calc'!A1"_s;
        s.desk.supervision.exports.always = JournalExport{rows, u"Luc Perrin"_s, OversightDesk::now()};
        const QString file = s.desk.folder.filePath(u"journal.csv"_s);
        s.page.exportTo(file);
        QTRY_VERIFY(s.find<Banner>("journalMessage")->text().contains(u"Luc Perrin"_s));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(written.readAll());
        QVERIFY(text.contains(u"Luc Perrin"_s));
        QVERIFY(text.contains(u"'=cmd"_s)); // harmless in a spreadsheet
        QVERIFY(!text.contains(u";=cmd"_s));
    }

    void anExportThatCannotBeWrittenIsSaid()
    {
        Stage<JournalPageView> s;
        s.desk.supervision.exports.always = JournalExport{{}, u"Luc Perrin"_s, OversightDesk::now()};
        s.page.exportTo(s.desk.folder.filePath(u"nowhere/journal.csv"_s));
        QTRY_VERIFY(s.find<Banner>("journalMessage")->text().contains(u"n’a pas pu être écrit"_s));
    }

    void rowsAreCopiedAndWidthsRemembered()
    {
        Stage<JournalPageView> s;
        LinesTable *table = s.table("journalTable");
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Nadia Martin\t"_s));
        table->horizontalHeader()->resizeSection(1, 233);
        JournalPageView next(s.desk.ui());
        QCOMPARE(next.findChild<LinesTable *>(u"journalTable"_s)->columnWidth(1), 233);
    }

    // Règles ---------------------------------------------------------------------------------------------------------

    void aSettingIsChangedInPlace()
    {
        Stage<RulesPage> s;
        auto *row = s.find<SettingRow>("setting/plafond.reset");
        QLineEdit *edit = row->editor();
        QCOMPARE(edit->accessibleName(), u"Réinitialisations de mot de passe par heure et par agent"_s);
        edit->setText(u"40"_s);
        s.page.read(); // a refresh keeps what is being typed
        OversightDesk::settle();
        QCOMPARE(edit->text(), u"40"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().params, (QJsonObject{{u"key"_s, u"plafond.reset"_s}, {u"value"_s, u"40"_s}}));
        s.desk.done({{u"key"_s, u"plafond.reset"_s}, {u"was"_s, u"30"_s}, {u"is"_s, u"40"_s}});
        QTRY_VERIFY(!row->findChild<QPushButton *>()->isVisible());
    }

    void aValueOutOfBoundsIsSaidWithoutAsking()
    {
        Stage<RulesPage> s(true, [](OversightDesk &desk) {
            for (DeskSetting &setting : desk.supervision.settingsSheets.always->value().settings) {
                if (setting.key == "plafond.reset"_L1) {
                    setting.least = 1;
                    setting.most = 200;
                }
            }
        });
        auto *row = s.find<SettingRow>("setting/plafond.reset");
        for (const QString &bad : {u"0"_s, u"201"_s, u"trente"_s}) {
            row->editor()->setText(bad);
            QTest::keyClick(row->editor(), Qt::Key_Return);
            QVERIFY(row->findChild<Banner *>()->text().contains(u"de 1 à 200"_s));
        }
        QCOMPARE(s.sent().size(), 0);
    }

    void aRefusedValueIsSaidUnderItsSetting()
    {
        Stage<RulesPage> s;
        auto *row = s.find<SettingRow>("setting/telephone.assistance");
        row->editor()->setText(u"x"_s);
        QTest::keyClick(row->editor(), Qt::Key_Return);
        QTRY_COMPARE(s.sent().size(), 1);
        s.desk.refuse(u"bad_value"_s, {{u"limit"_s, u"300"_s}});
        QTRY_VERIFY(!row->findChild<Banner *>()->text().isEmpty());
        QCOMPARE(row->editor()->text(), u"x"_s);
    }

    void providersAreAddedAndRemoved()
    {
        Stage<RulesPage> s;
        auto *domain = s.find<QLineEdit>("providerDomain");
        domain->setText(u"pas un domaine"_s);
        s.button("providerAdd")->click();
        QCOMPARE(s.sent().size(), 0);
        domain->setText(u"Quelquun@Free.fr"_s);
        s.button("providerAdd")->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().params, (QJsonObject{{u"domain"_s, u"free.fr"_s}, {u"shared"_s, true}}));
        s.desk.done();
        s.find<QListWidget>("providers")->setCurrentRow(-1);
        QVERIFY(!s.button("providerRemove")->isEnabled());
        s.find<QListWidget>("providers")->setCurrentRow(1);
        s.button("providerRemove")->click();
        QTRY_COMPARE(s.sent().size(), 2);
        QCOMPARE(s.sent().last().params, (QJsonObject{{u"domain"_s, u"orange.fr"_s}, {u"shared"_s, false}}));
    }

    // All ------------------------------------------------------------------------------------------------------------

    void everyPageSaysWhenItCannotBeRead_data()
    {
        QTest::addColumn<int>("page");
        for (const auto &[name, page] :
             {std::pair{"watch", 0}, {"notices", 1}, {"mails", 2}, {"journal", 3}, {"rules", 4}})
            QTest::newRow(name) << page;
    }
    void everyPageSaysWhenItCannotBeRead()
    {
        QFETCH(int, page);
        OversightDesk desk;
        const Failure broken = fail(Error::Code::Forbidden);
        desk.supervision.reports.always = broken;
        desk.supervision.noticeLists.always = broken;
        desk.supervision.mails.always = broken;
        desk.supervision.journals.always = broken;
        desk.supervision.states.always = broken;
        desk.supervision.settingsSheets.always = broken;
        std::unique_ptr<SupervisionPage> shown;
        switch (page) {
        case 0:
            shown = std::make_unique<WatchPage>(desk.ui());
            break;
        case 1:
            shown = std::make_unique<NoticesPage>(desk.ui());
            break;
        case 2:
            shown = std::make_unique<MailsPageView>(desk.ui());
            break;
        case 3:
            shown = std::make_unique<JournalPageView>(desk.ui());
            break;
        default:
            shown = std::make_unique<RulesPage>(desk.ui());
        }
        shown->show();
        OversightDesk::settle();
        auto *state = shown->findChild<Banner *>(u"pageState"_s);
        QTRY_VERIFY(state->isVisible());
        QVERIFY(state->text().contains(u"droit"_s)); // what happened, and whom to ask
    }
};

QTEST_MAIN(TestOversightPages)
#include "tst_oversightpages.moc"
