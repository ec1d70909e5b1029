// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/supervision/supervisionkind.h"
#include "tests/gui/supervision/oversightdesk.h"
#include "ui/common/banner.h"
#include "ui/supervision/approvalspage.h"
#include "ui/supervision/linesmodel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

class TestApprovalsPage : public QObject {
    Q_OBJECT

    struct Stage {
        explicit Stage(bool supervisor = true) : desk(supervisor), page(desk.ui())
        {
            desk.answerAll();
            page.resize(1280, 680);
            page.show();
            page.activateWindow();
            (void)QTest::qWaitForWindowActive(&page);
            OversightDesk::settle();
        }
        template <class T> [[nodiscard]] T *find(const char *name)
        {
            return page.findChild<T *>(QString::fromLatin1(name));
        }
        [[nodiscard]] QListView *list() { return find<QListView>("approvalsList"); }
        [[nodiscard]] QString current() { return list()->currentIndex().data(LinesModel::KeyRole).toString(); }
        void choose(const QUuid &id)
        {
            auto *model = qobject_cast<LinesModel *>(list()->model());
            const QString ending = id.toString(QUuid::WithoutBraces);
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->lines().at(row).key.endsWith(ending))
                    list()->setCurrentIndex(model->index(row, 0));
            }
            OversightDesk::settle();
        }
        [[nodiscard]] QPlainTextEdit *text() { return find<QPlainTextEdit>("decisionText"); }
        [[nodiscard]] QPushButton *primary() { return find<QPushButton>("decisionPrimary"); }
        [[nodiscard]] QPushButton *other() { return find<QPushButton>("decisionOther"); }
        [[nodiscard]] QString message() { return find<Banner>("decisionMessage")->text(); }
        [[nodiscard]] const QList<OperationRequest> &sent() { return desk.operationStore.submitted; }
        [[nodiscard]] QString allWords()
        {
            QStringList words;
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                if (label->isVisible())
                    words << label->text();
            }
            return words.join(u'\n');
        }

        OversightDesk desk;
        ApprovalsPage page;
    };

private Q_SLOTS:
    void theFirstWaitingRequestIsShownWhole()
    {
        Stage s;
        const QString words = s.allWords();
        for (const char *expected :
             {"Boulangerie du Capitole", "732\u00a0829\u00a0320\u00a000074", "Nadia Martin", "Sonia Roux",
              "sonia.roux@courriel-libre.fr", "n’est pas un domaine connu", "Aucune demande d’habilitation",
              "boulangerie-capitole.fr", "téléphone du compte et rue de l’établissement", "expire dans 7"})
            QVERIFY2(words.contains(QString::fromUtf8(expected)), expected);
        QVERIFY(s.find<QLabel>("decisionConsequence")->text().contains(u"retiré tout de suite"_s));
    }

    void groupsComeInOrderAndObjectionsFirst()
    {
        Stage s;
        auto *model = qobject_cast<LinesModel *>(s.list()->model());
        QStringList keys;
        for (const Line &line : model->lines())
            keys << line.key.section(u'/', 0, 0);
        QCOMPARE(keys,
                 QStringList({u"heading"_s, u"request"_s, u"request"_s, u"request"_s, u"heading"_s, u"change"_s,
                              u"change"_s, u"heading"_s, u"request"_s}));
        QVERIFY(model->lines().at(5).key.contains(OversightDesk::id(11).toString(QUuid::WithoutBraces)));
        QVERIFY(model->lines().at(5).cells.at(2).text.contains(u"opposition"_s));
        QVERIFY(!(model->flags(model->index(0, 0)) & Qt::ItemIsSelectable)); // a heading is passed over by the keys
    }

    void approvingSendsWhatWasSeenAndSaysTheResultInPlace()
    {
        Stage s;
        s.primary()->setFocus();
        QTest::keyClick(s.primary(), Qt::Key_Return);
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().kind, QString(SupervisionKind::Approve));
        QCOMPARE(s.sent().first().params.value(u"request"_s).toString(),
                 OversightDesk::id(1).toString(QUuid::WithoutBraces));
        QCOMPARE(s.sent().first().params.value(u"seen"_s).toArray().size(), 2);
        QVERIFY(!s.sent().first().call); // cites nothing
        QVERIFY(!s.primary()->isEnabled()); // not twice
        ApprovalRequest approved = OversightDesk::request(1);
        approved.state = ApprovalState::Approved;
        s.desk.supervision.waiting.always->value().removeFirst();
        s.desk.supervision.decided.always->value().prepend(approved);
        s.desk.done({{u"identifiant"_s, u"sonia.roux"_s}, {u"mails"_s, QJsonArray{1, 2, 3}}});
        QTRY_VERIFY(s.message().contains(u"sonia.roux"_s));
        QVERIFY(s.message().contains(u'3'));
        QVERIFY(s.current().endsWith(OversightDesk::id(1).toString(QUuid::WithoutBraces))); // moved down, still chosen
        QVERIFY(!QApplication::activeModalWidget());
    }

    void refusingNeedsAReason()
    {
        Stage s;
        s.other()->click();
        QCOMPARE(s.sent().size(), 0);
        QVERIFY(s.text()->hasFocus());
        QVERIFY(!s.text()->accessibleDescription().isEmpty());
        QTest::keyClicks(s.text(), u"rappeler d'abord"_s);
        QVERIFY(s.text()->accessibleDescription().isEmpty());
        s.other()->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().kind, QString(SupervisionKind::Refuse));
        QCOMPARE(s.sent().first().params.value(u"text"_s).toString(), u"rappeler d'abord"_s);
    }

    void onesOwnRequestIsGreyedWithTheReason()
    {
        Stage s;
        s.choose(OversightDesk::id(3));
        QVERIFY(!s.primary()->isEnabled() && !s.other()->isEnabled());
        QCOMPARE(s.primary()->text(), u"votre propre demande"_s);
        QVERIFY(s.primary()->accessibleDescription().contains(u"Approuver"_s));
        s.choose(OversightDesk::id(1));
        QVERIFY(s.primary()->isEnabled());
        QCOMPARE(s.primary()->text(), u"Approuver"_s);
    }

    void undoStatesTheConsequenceAndAsksAboutLaterOperations()
    {
        Stage s;
        s.choose(OversightDesk::id(11));
        QVERIFY(s.allWords().contains(u"Je suis toujours la gérante"_s));
        QVERIFY(s.find<QLabel>("decisionConsequence")->text().contains(u"rose.abadie"_s));
        QVERIFY(s.find<QLabel>("laterOperations")->text().contains(u"Réinitialisation"_s));
        QVERIFY(!s.primary()->isEnabled());
        s.find<QCheckBox>("laterRead")->click();
        QVERIFY(s.primary()->isEnabled());
        s.primary()->click();
        QCOMPARE(s.sent().size(), 0); // why is still missing
        QVERIFY(s.text()->hasFocus());
        s.text()->setPlainText(u"la gérante s’oppose"_s);
        s.primary()->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().kind, QString(SupervisionKind::Undo));
        const QJsonArray later = s.sent().first().params.value(u"later"_s).toArray();
        QCOMPARE(later.size(), 1);
        QCOMPARE(later.first().toString(), OversightDesk::id(95).toString(QUuid::WithoutBraces));
    }

    void operationsThatCameInTheMeantimeAreListedAndAskedAgain()
    {
        Stage s;
        s.choose(OversightDesk::id(12));
        s.text()->setPlainText(u"erreur"_s);
        s.primary()->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QVERIFY(s.sent().first().params.value(u"later"_s).toArray().isEmpty());
        s.desk.refuse(u"later_operations"_s,
                      {{u"operations"_s,
                        QVariantList{QVariantMap{{u"id"_s, OversightDesk::id(96).toString(QUuid::WithoutBraces)},
                                                 {u"kind"_s, u"account.unlock"_s},
                                                 {u"at"_s, u"2026-04-03T07:30:00Z"_s},
                                                 {u"actor_name"_s, u"Nadia Martin"_s}}}}});
        QTRY_VERIFY(s.find<QLabel>("laterOperations")->isVisible());
        QVERIFY(s.find<QLabel>("laterOperations")->text().contains(u"Nadia Martin"_s));
        QVERIFY(s.find<QCheckBox>("laterRead")->hasFocus());
        QVERIFY(!s.primary()->isEnabled());
        QCOMPARE(s.text()->toPlainText(), u"erreur"_s); // kept
        s.find<QCheckBox>("laterRead")->click();
        s.primary()->click();
        QTRY_COMPARE(s.sent().size(), 2);
        QCOMPARE(s.sent().last().params.value(u"later"_s).toArray().size(), 1);
    }

    void somebodyWasFaster()
    {
        Stage s;
        s.primary()->click();
        QTRY_COMPARE(s.sent().size(), 1);
        const qsizetype readings = s.desk.supervision.asked.size();
        s.desk.refuse(u"not_waiting"_s, {{u"state"_s, u"refused"_s}});
        QTRY_VERIFY(!s.message().isEmpty());
        QVERIFY(s.desk.supervision.asked.size() > readings); // shows how things stand
    }

    void aRefreshMovesNothing()
    {
        Stage s;
        s.choose(OversightDesk::id(2));
        s.text()->setFocus();
        QTest::keyClicks(s.text(), u"je reflechis"_s);
        const int cursor = s.text()->textCursor().position();
        QList<ApprovalRequest> &waiting = s.desk.supervision.waiting.always->value();
        waiting.prepend(OversightDesk::request(9));
        s.page.read();
        OversightDesk::settle();
        QVERIFY(s.current().endsWith(OversightDesk::id(2).toString(QUuid::WithoutBraces)));
        QCOMPARE(s.text()->toPlainText(), u"je reflechis"_s);
        QCOMPARE(s.text()->textCursor().position(), cursor);
        QVERIFY(s.text()->hasFocus());
    }

    void whatWasTypedWaitsForEachRequest()
    {
        Stage s;
        s.text()->setPlainText(u"pour la boulangerie"_s);
        s.choose(OversightDesk::id(2));
        QCOMPARE(s.text()->toPlainText(), QString());
        s.choose(OversightDesk::id(1));
        QTRY_COMPARE(s.text()->toPlainText(), u"pour la boulangerie"_s);
    }

    void theFileIsOpenedFromTheList()
    {
        Stage s;
        QSignalSpy wanted(&s.page, &SupervisionPage::openFileWanted);
        QTest::keyClick(s.list(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), u"73282932000074"_s);
        s.find<QPushButton>("openFile")->click();
        QCOMPARE(wanted.count(), 2);
        QTest::keyClick(s.list(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Boulangerie du Capitole\t"_s));
    }

    void anAgentSeesOnlyTheirOwnAndMayWithdraw()
    {
        Stage s(false);
        QCOMPARE(s.find<QLabel>("pageTitle")->text(), u"Mes demandes"_s);
        QVERIFY(!s.desk.supervision.asked.contains(SupervisionStore::Approvals::Waiting));
        QCOMPARE(s.primary()->text(), u"Retirer ma demande"_s);
        QVERIFY(!s.other()->isVisible());
        s.primary()->click();
        QTRY_COMPARE(s.sent().size(), 1);
        QCOMPARE(s.sent().first().kind, QString(SupervisionKind::Withdraw));
        s.desk.refuse(u"not_waiting"_s);
        s.choose(OversightDesk::id(4));
        QVERIFY(s.allWords().contains(u"Rappeler au numéro du dossier"_s));
        QVERIFY(!s.primary()->isVisible());
    }

    void nothingWaitsIsSaid()
    {
        Stage s;
        s.desk.supervision.waiting.always = QList<ApprovalRequest>();
        s.desk.supervision.decided.always = QList<ApprovalRequest>();
        s.desk.supervision.changeLists.always = QList<AccessChange>();
        s.page.read();
        OversightDesk::settle();
        QTRY_VERIFY(s.allWords().contains(u"Aucune demande n’attend"_s));
        QVERIFY(!s.primary()->isVisible());
    }

    void whatCannotBeReadIsSaidAndCanBeTriedAgain()
    {
        Stage s;
        s.desk.supervision.waiting.always = fail(Error::Code::TooMany);
        s.page.read();
        OversightDesk::settle();
        Banner *state = s.find<Banner>("pageState");
        QTRY_VERIFY(state->isVisible());
        QVERIFY(state->text().contains(u"dernière lecture"_s)); // what was read stays, and is said to be old
        QVERIFY(s.list()->model()->rowCount() > 0);
        s.desk.supervision.waiting.always = OversightDesk::waitingRequests();
        for (QPushButton *button : state->findChildren<QPushButton *>()) {
            if (button->text() == u"Réessayer"_s)
                button->click();
        }
        QTRY_VERIFY(!state->isVisible());
    }

    void withoutAConnectionThePageSaysSo()
    {
        Stage s;
        s.desk.session.logOut();
        s.page.read();
        OversightDesk::settle();
        QTRY_VERIFY(s.find<Banner>("pageState")->isVisible());
        QVERIFY(s.find<Banner>("pageState")->text().contains(u"reconnectée"_s));
    }

    void outsidersTextIsPlain()
    {
        Stage s;
        ApprovalRequest hostile = OversightDesk::request(1);
        hostile.reasonText = u"<img src=x><b>gras</b>"_s;
        hostile.target.lastName = u"<h1>Roux</h1>"_s;
        s.desk.supervision.waiting.always = QList<ApprovalRequest>{hostile};
        s.page.read();
        OversightDesk::settle();
        for (const QLabel *label : s.page.findChildren<QLabel *>()) {
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(s.allWords().contains(u"<b>gras</b>"_s));
    }

    void everyControlIsNamedAsItIsLabelled()
    {
        Stage s;
        QCOMPARE(s.text()->accessibleName(), u"Votre réponse à Nadia Martin (nécessaire pour refuser)"_s);
        QCOMPARE(s.list()->accessibleName(), u"Approbations"_s);
        s.text()->setFocus();
        QTest::keyClick(s.text(), Qt::Key_Tab);
        QVERIFY(s.other()->hasFocus());
        QTest::keyClick(s.other(), Qt::Key_Tab);
        QVERIFY(s.primary()->hasFocus());
    }
};

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvalspage.moc"
