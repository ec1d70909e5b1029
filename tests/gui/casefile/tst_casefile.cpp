// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/filedesk.h"
#include "ui/casefile/accountrow.h"
#include "ui/casefile/casefileview.h"
#include "ui/casefile/establishmentscard.h"
#include "ui/casefile/openline.h"
#include "ui/casefile/section.h"
#include "ui/casefile/ticketrow.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/chip.h"
#include "ui/common/smallparts.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace desk;
using namespace desk::test;

namespace {

/// A view in a zone of the smallest desk screen, on the real services.
struct Shown {
    explicit Shown(const QSize &size = QSize(820, 660), const SessionInfo &info = sampleSession())
        : desk(info), view(desk.ui())
    {
        view.resize(size);
        view.show();
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all;
    }
    [[nodiscard]] QList<AccountRow *> rows() const { return visible<AccountRow>(); }
    [[nodiscard]] QList<TicketRow *> tickets() const { return visible<TicketRow>(); }
    template <class T> [[nodiscard]] QList<T *> visible() const
    {
        QList<T *> found = view.findChildren<T *>();
        found.removeIf([](const T *widget) { return !widget->isVisible(); });
        std::sort(found.begin(), found.end(),
                  [](const T *a, const T *b) { return a->mapToGlobal(QPoint()).y() < b->mapToGlobal(QPoint()).y(); });
        return found;
    }
    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *one : view.findChildren<QAbstractButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QScrollArea *page() const { return view.findChild<QScrollArea *>(u"filePage"_s); }

    FileDesk desk;
    CaseFileView view;
};

} // namespace

class CaseFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void emptyOffersCallersOfTheDemonstration()
    {
        SessionInfo info = sampleSession();
        info.settings.insert(u"demo.appelants"_s,
                             u"[{\"key\":\"73282932000074\",\"situation\":\"Compte verrouillé\"}]"_s);
        Shown s(QSize(820, 660), info);
        QVERIFY(s.texts().contains(u"Qui appelle\u00A0?"_s));
        const auto lines = s.visible<OpenLine>();
        QCOMPARE(lines.size(), 1);
        lines.first()->setFocus();
        QTest::keyClick(lines.first(), Qt::Key_Return);
        QCOMPARE(s.desk.lookups.keys, QStringList{u"73282932000074"_s});
        // Elsewhere nothing is offered for trying.
        info.environment = SessionInfo::Environment::Production;
        Shown production(QSize(820, 660), info);
        QVERIFY(production.visible<OpenLine>().isEmpty());
    }

    void completeWithoutAClick_data()
    {
        QTest::addColumn<CallerFile>("file");
        QTest::newRow("the sketch") << bakery();
        QTest::newRow("fifteen accounts, six requests") << crowded();
        QTest::newRow("212 establishments") << accountant(212);
        QTest::newRow("nobody yet") << overseas();
        QTest::newRow("unknown") << unknownSiret();
    }
    void completeWithoutAClick()
    {
        QFETCH(CallerFile, file);
        Shown s;
        s.desk.open(file);
        QCoreApplication::processEvents();
        QCOMPARE(s.page()->verticalScrollBar()->maximum(), 0);
        QVERIFY(s.page()->widget()->width() <= s.page()->viewport()->width());
    }

    void showsWhatMatters()
    {
        Shown s;
        s.desk.open(bakery());
        const QStringList texts = s.texts();
        for (const QString &words :
             {u"Boulangerie du Capitole"_s, u"732\u00A0829\u00A0320\u00A000074"_s, u"✓ Connu"_s,
              u"2 autres établissements"_s, u"claire.fontan"_s, u"Courriels de claire.fontan"_s,
              u"✓ remis 01/04 09:12"_s, u"DAP\u00A0031-2020-0417"_s, u"◷ En attente d’instruction UD"_s,
              u"Doublon probable de #48\u00A0213"_s, u"2 ouvertes"_s})
            QVERIFY2(texts.contains(words), qPrintable(words + u" not in "_s + texts.join(u'|')));
        QVERIFY(texts.join(u'|').contains(u"14 salariés sur 31"_s));
        QCOMPARE(s.rows().size(), 3);
        QVERIFY(s.rows().first()->isSelected());
        auto *close = qobject_cast<QPushButton *>(s.button(u"Clore…"_s));
        QVERIFY(close);
        QCOMPARE(close->property("kind").toByteArray(), QByteArray("primary"));
    }

    void everyControlHasANameEqualToItsLabel()
    {
        Shown s;
        s.desk.open(crowded());
        for (const QAbstractButton *button : s.view.findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || button->objectName().startsWith(u"qt_"_s))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
                const_cast<QAbstractButton *>(button));
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), button->metaObject()->className());
        }
        QPushButton *unlock = qobject_cast<QPushButton *>(s.button(u"Déverrouiller"_s));
        QCOMPARE(QAccessible::queryAccessibleInterface(unlock)->text(QAccessible::Name), u"Déverrouiller"_s);
        QCOMPARE(unlock->accessibleDescription(), u"claire.fontan"_s);
    }

    void theFiveMostTroubledFirst()
    {
        Shown s;
        s.desk.open(crowded());
        QCOMPARE(s.rows().size(), 5);
        QStringList names;
        for (const AccountRow *row : s.rows())
            names << row->accessibleName();
        QCOMPARE(
            names,
            (QStringList{u"claire.fontan"_s, u"marc.delmas"_s, u"sonia.roux"_s, u"prenom.nom10"_s, u"prenom.nom11"_s}));
        s.button(u"et 10 autres comptes"_s)->click();
        QCOMPARE(s.rows().size(), 15);
        auto *filter = s.view.findChild<QLineEdit *>(u"accountsFilter"_s);
        QTest::keyClicks(filter, u"nom13"_s);
        QCOMPARE(s.rows().size(), 1);
        s.desk.cases.refresh();
        s.desk.answer(crowded());
        QCOMPARE(filter->text(), u"nom13"_s);
        QCOMPARE(s.rows().size(), 1);
    }

    void arrowsChooseAndCtrlCCopies()
    {
        Shown s;
        s.desk.open(bakery());
        s.view.activateWindow();
        s.rows().at(0)->setFocus();
        QTest::keyClick(s.rows().at(0), Qt::Key_Down);
        QCOMPARE(s.desk.cases.selectedAccount()->identifiant, u"marc.delmas"_s);
        QVERIFY(s.texts().contains(u"Courriels de marc.delmas"_s));
        QVERIFY(s.texts().contains(u"non prévu"_s));
        QTest::keySequence(s.rows().at(1), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"marc.delmas"_s);
    }

    void refreshMovesNothing()
    {
        Shown s(QSize(820, 560));
        CallerFile busy = crowded();
        for (int i = 0; i < 12; ++i)
            busy.calls << busy.calls.first();
        s.desk.open(busy);
        const auto fold = s.view.findChild<FoldButton *>(u"historyCardFold"_s);
        fold->click();
        QTRY_VERIFY(s.page()->verticalScrollBar()->maximum() > 40);
        s.page()->verticalScrollBar()->setValue(40);
        s.rows().at(1)->setFocus();
        const AccountRow *row = s.rows().at(1);
        s.desk.cases.selectAccount(AccountId(2));
        s.page()->verticalScrollBar()->setValue(40);
        CallerFile fresh = busy;
        fresh.stamp = u"9"_s;
        fresh.accounts[0].lockedUntil = {};
        s.desk.cases.refresh();
        s.desk.answer(fresh);
        QCOMPARE(s.page()->verticalScrollBar()->value(), 40);
        QCOMPARE(s.desk.cases.selectedAccount()->id, AccountId(2));
        QVERIFY(s.rows().at(1) == row);
        QVERIFY(row->isSelected());
        QVERIFY(fold->isChecked());
        QVERIFY(!s.texts().contains(lockedChip()));
    }

    void theLockEndsByItself()
    {
        Shown s;
        CallerFile file = bakery();
        file.accounts[0].lockedUntil = s.desk.clock.now().addMSecs(300);
        s.desk.open(file);
        QVERIFY(s.button(u"Déverrouiller"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!s.button(u"Déverrouiller"_s), 2000);
        QVERIFY(s.texts().join(u'|').contains(u"✓ Déverrouillé depuis"_s));
    }

    void loadingIsSaidAfterAMomentAndTheOldFileStays()
    {
        Shown s;
        s.desk.open(bakery());
        s.desk.cases.open(u"claire.fontan"_s);
        auto *loading = s.view.findChild<QLabel *>(u"fileLoading"_s);
        QVERIFY(!loading->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(loading->isVisible(), 1000);
        QVERIFY(s.texts().contains(u"Boulangerie du Capitole"_s));
        s.desk.answer(accountant(3));
        QVERIFY(!loading->isVisible());
        QVERIFY(s.texts().contains(u"Hélène Castéra"_s));
    }

    void failureSaysWhyAndRetries()
    {
        Shown s;
        s.desk.open(bakery());
        s.desk.cases.open(u"48213"_s);
        s.desk.lookups.files.answerLast(Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s, {}}));
        FileDesk::settle();
        auto *banner = s.view.findChild<Banner *>(u"fileBanner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(!banner->text().isEmpty());
        QVERIFY(s.texts().contains(u"Boulangerie du Capitole"_s));
        const auto asked = s.desk.lookups.keys.size();
        s.button(u"Réessayer"_s)->click();
        QCOMPARE(s.desk.lookups.keys.size(), asked + 1);
        s.desk.answer(bakery());
        QVERIFY(!banner->isVisible());
    }

    void unknownOffersTheKnownOnes()
    {
        Shown s;
        s.desk.open(unknownSiret(), u"73282932000041"_s);
        QVERIFY(s.texts().contains(u"SIRET inconnu"_s));
        QVERIFY(s.texts().join(u'|').contains(u"cas 1 de la procédure de récupération"_s));
        const auto lines = s.visible<OpenLine>();
        QCOMPARE(lines.size(), 2);
        lines.first()->click();
        QCOMPARE(s.desk.lookups.keys.constLast(), u"73282932000074"_s);
    }

    void revealedUntilTheFileCloses()
    {
        Shown s;
        s.desk.open(bakery());
        QAbstractButton *see = nullptr;
        for (LinkButton *link : s.rows().first()->findChildren<LinkButton *>()) {
            if (link->isVisible())
                see = link;
        }
        QVERIFY(see);
        see->click();
        QCOMPARE(s.desk.lookups.wanted.size(), 1);
        QCOMPARE(s.desk.lookups.wanted.first(), (std::pair(u"account.email"_s, qint64(1))));
        QVERIFY(!see->isEnabled());
        s.desk.lookups.reveals.answerLast(u"claire@boulangerie-capitole.fr"_s);
        FileDesk::settle();
        QVERIFY(s.texts().contains(u"claire@boulangerie-capitole.fr"_s));
        s.desk.cases.refresh();
        s.desk.answer(bakery());
        QVERIFY(s.texts().contains(u"claire@boulangerie-capitole.fr"_s));
        s.desk.open(bakery());
        QVERIFY(!s.texts().contains(u"claire@boulangerie-capitole.fr"_s));
    }

    void refusedRevealCanBeAskedAgain()
    {
        Shown s;
        s.desk.open(bakery());
        auto *see = s.rows().first()->findChild<LinkButton *>();
        see->click();
        s.desk.lookups.reveals.answerLast(Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s, {}}));
        FileDesk::settle();
        QVERIFY(see->isEnabled());
        QVERIFY(s.view.findChild<Banner *>(u"fileBanner"_s)->isVisible());
    }

    void establishmentOpensWithTheAccountChosen()
    {
        Shown s;
        s.desk.open(accountant(40), u"account:50"_s);
        auto *card = s.view.findChild<EstablishmentsCard *>();
        QVERIFY(card->isVisible());
        Q_EMIT card->openWanted(u"73282932000074"_s);
        CallerFile file = bakery();
        file.accounts << accountant(1).accounts.first();
        s.desk.answer(file);
        QCOMPARE(s.desk.cases.selectedAccount()->id, AccountId(50));
    }

    void staleSaysSinceWhen()
    {
        Shown s;
        s.desk.open(bakery());
        s.desk.session.reportLost(s.desk.session.generation());
        FileDesk::settle();
        QVERIFY(s.desk.cases.stale());
        QVERIFY(s.texts().contains(u"◷ Vue de 14:08, hors connexion"_s));
    }

    void aFailedRefreshIsSaidUntilTheNextThatSucceeds()
    {
        Shown s;
        s.desk.open(bakery());
        auto *banner = s.view.findChild<Banner *>(u"fileBanner"_s);
        s.desk.cases.refresh();
        s.desk.lookups.files.answerLast(Failure(Error{Error::Code::TooMany, {}, u"rate_limited"_s}));
        FileDesk::settle();
        QVERIFY(banner->isVisible());
        s.desk.cases.refresh();
        s.desk.answer(bakery());
        QVERIFY(!banner->isVisible());
    }

    void aPartThatWasNotReadIsSaidUntilItIs()
    {
        Shown s;
        CallerFile partial = bakery();
        partial.unread = {u"daps"_s, u"mails"_s, u"walks"_s};
        partial.daps.clear();
        s.desk.open(partial);
        auto *banner = s.view.findChild<Banner *>(u"fileBanner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(u"les courriels, les demandes d’activité partielle, l’historique"_s),
                 qPrintable(banner->text()));
        s.desk.cases.refresh();
        s.desk.answer(bakery());
        QVERIFY(!banner->isVisible());
    }

    void ticketUnfoldsAndStaysUnfolded()
    {
        Shown s;
        s.desk.open(bakery());
        s.button(u"#48\u00A0213"_s)->click();
        QVERIFY(s.texts().join(u'|').contains(u"je n’arrive plus à me connecter"_s));
        s.desk.cases.refresh();
        s.desk.answer(bakery());
        QVERIFY(s.tickets().first()->isUnfolded());
        s.desk.open(accountant(3));
        s.desk.open(bakery());
        QVERIFY(!s.tickets().first()->isUnfolded());
    }

    void theMostPressingFirstItsDuplicateBehindIt()
    {
        Shown s;
        CallerFile file = bakery();
        std::swap(file.tickets[0], file.tickets[1]);
        Ticket late = ticket(48999, TicketState::Open, utc(3, 8, 0));
        late.dueAt = utc(3, 9, 0);
        file.tickets.prepend(late);
        s.desk.open(file);
        QList<qint64> numbers;
        for (const TicketRow *row : s.tickets())
            numbers << row->ticket().number.value();
        QCOMPARE(numbers, (QList<qint64>{48999, 48213, 48377}));
    }

    void outsidersTextIsPlain()
    {
        Shown s;
        CallerFile file = bakery();
        file.tickets[0].description = u"<b>gras</b><img src=x>"_s;
        file.establishment.denomination = u"<h1>Titre</h1>"_s;
        s.desk.open(file);
        s.button(u"#48\u00A0213"_s)->click();
        for (const QLabel *label : s.view.findChildren<QLabel *>()) {
            if (label->text().contains(u'<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void smallZoneFoldsToLinesThatStillSpeak()
    {
        Shown s(QSize(560, 480));
        s.desk.open(bakery());
        QCOMPARE(s.page()->verticalScrollBar()->maximum(), 0);
        QVERIFY(s.page()->widget()->width() <= s.page()->viewport()->width());
        const auto *tickets = s.view.findChild<Section *>(u"ticketsCard"_s);
        QVERIFY(tickets->isFolded());
        QVERIFY(s.button(u"Demandes d’assistance\u00A0: 2 ouvertes · #48\u00A0213 ◷ Il reste 2 h"_s));
    }

    void openingCostsLittle()
    {
        Shown s;
        const CallerFile first = crowded(), second = bakery();
        s.desk.open(first);
        s.desk.open(second);
        QElapsedTimer timer;
        qint64 best = 1'000'000'000;
        for (int i = 0; i < 10; ++i) {
            s.desk.cases.open(u"73282932000074"_s);
            timer.start();
            s.desk.lookups.files.answerLast(i % 2 ? second : first);
            s.desk.settle();
            s.view.grab();
            best = qMin(best, timer.nsecsElapsed());
        }
        qInfo("file answered to painted, best of ten: %.1f ms", double(best) / 1e6);
    }

private:
    static QString lockedChip() { return u"\U0001F512 Verrouillé jusqu’à 14:32"_s; }
};

QTEST_MAIN(CaseFileTest)
#include "tst_casefile.moc"
