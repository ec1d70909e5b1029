// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/shownfile.h"
#include "ui/casefile/ticketrow.h"
#include "ui/casefile/ticketstate.h"
#include "ui/casefile/ticketstrip.h"
#include "ui/common/chip.h"
#include "ui/common/idlewatch.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace desk;
using namespace desk::test;

namespace {

const TicketNumber first{48213};

using Change = std::function<void(Ticket &, TicketReader &)>;

SessionInfo deskInfo()
{
    SessionInfo info = sampleSession();
    info.holdReasons = {{u"requester"_s, u"En attente du demandeur"_s, false}, {u"other"_s, u"Devis"_s, true}};
    return info;
}

TicketReader reader()
{
    return {sampleNow(), deskInfo(), {}};
}

QHash<QString, QString> blockedOf(const QList<OperationChoice> &choices)
{
    QHash<QString, QString> blocked;
    for (const OperationChoice &choice : choices)
        blocked.insert(choice.kind, choice.blocked);
    return blocked;
}

QStringList possible(const QList<OperationChoice> &choices)
{
    QStringList kinds;
    for (const OperationChoice &choice : choices) {
        if (choice.blocked.isEmpty())
            kinds << choice.kind.mid(7);
    }
    return kinds;
}

/// A request of a SIRET no establishment has.
CallerFile unknownWithRequests(const QString &siret)
{
    CallerFile file = unknownSiret();
    file.call.reset();
    file.asked = siret;
    Ticket one = ticket(48213, TicketState::Open, utc(1, 15, 5));
    one.siret = siret;
    file.tickets = {one};
    return file;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TicketRowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, AppSettings::ThemeChoice::Light); }

    void marks_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("chip");
        QTest::addColumn<QStringList>("marks");
        const auto row = [](const char *name, const Change &change, const QString &chip, const QStringList &marks) {
            QTest::newRow(name) << change << chip << marks;
        };
        row("nothing to add", [](Ticket &, TicketReader &) {}, u"◷ Il reste 2 h"_s, {});
        row("on hold says what for and until when",
            [](Ticket &t, TicketReader &) {
                t.state = TicketState::OnHold;
                t.holdReason = u"requester"_s;
                t.holdUntil = utc(6, 7, 0);
            },
            u"◷ En attente"_s, {u"En attente du demandeur, jusqu’au 06/04 09:00"_s});
        row("a reason that does not say so itself",
            [](Ticket &t, TicketReader &) {
                t.state = TicketState::OnHold;
                t.holdReason = u"other"_s;
                t.holdUntil = utc(3, 15, 0);
            },
            u"◷ En attente"_s, {u"En attente\u00A0: Devis, jusqu’à 17:00"_s});
        row("awake",
            [](Ticket &t, TicketReader &) {
                t.state = TicketState::OnHold;
                t.holdReason = u"requester"_s;
                t.holdUntil = utc(3, 7, 0);
                t.awake = true;
            },
            u"◷ À reprendre"_s, {u"En attente du demandeur"_s});
        row("awake by the clock before the database says so",
            [](Ticket &t, TicketReader &) {
                t.state = TicketState::OnHold;
                t.holdUntil = utc(3, 12, 7);
            },
            u"◷ À reprendre"_s, {QString()});
        row("a late duplicate",
            [](Ticket &t, TicketReader &) {
                t.duplicateOf = TicketNumber(48100);
                t.dueAt = utc(3, 7, 0);
            },
            u"Doublon probable de #48\u00A0100"_s, {u"✗ En retard de 5 h"_s});
        row("duplicates in it", [](Ticket &t, TicketReader &) { t.merged = 2; }, u"◷ Il reste 2 h"_s,
            {u"2 doublons fusionnés"_s});
        row("the three levels of presence",
            [](Ticket &, TicketReader &r) {
                r.others.insert(first,
                                {{u"n"_s, u"Nadia"_s, PresenceLevel::Writing},
                                 {u"p.leroy"_s, QString(), PresenceLevel::Open},
                                 {u"z"_s, u"Zoé"_s, PresenceLevel::Away}});
            },
            u"◷ Il reste 2 h"_s,
            {u"✎ Nadia écrit"_s, u"ouverte chez p.leroy"_s, u"ouverte chez Zoé, en arrière-plan"_s});
        row("a closed one is not late",
            [](Ticket &t, TicketReader &) {
                t.state = TicketState::Closed;
                t.merged = 3;
            },
            u"✓ Close"_s, {});
    }
    void marks()
    {
        QFETCH(Change, change);
        Ticket t = ticket(48213, TicketState::Open, utc(1, 15, 5));
        t.dueAt = utc(3, 15, 0);
        TicketReader r = reader();
        change(t, r);
        QTEST(ticketChip(t, r).text, "chip");
        QStringList texts;
        for (const ChipText &mark : ticketMarks(t, r))
            texts << mark.text;
        QTEST(texts, "marks");
    }

    void whatCanBeDone_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("twins");
        QTest::addColumn<QStringList>("can");
        const auto row = [](const char *name, int twins, const Change &change, const QString &can) {
            QTest::newRow(name) << change << twins << can.split(u' ', Qt::SkipEmptyParts);
        };
        row(
            "nobody's", 1, [](Ticket &, TicketReader &) {}, u"take hold comment change_motif merge transfer close"_s);
        row(
            "nobody's, for a supervisor", 0, [](Ticket &, TicketReader &r) { r.info.supervisor = true; },
            u"take hold comment change_motif assign transfer close"_s);
        row(
            "mine", 0, [](Ticket &t, TicketReader &) { t.owner = u"n.martin"_s; },
            u"hold comment change_motif hand_back transfer close"_s);
        row(
            "mine, on hold", 0,
            [](Ticket &t, TicketReader &) {
                t.owner = u"n.martin"_s;
                t.state = TicketState::OnHold;
            },
            u"hold resume comment change_motif hand_back transfer close"_s);
        row(
            "somebody else's", 2, [](Ticket &t, TicketReader &) { t.owner = u"p.leroy"_s; }, u"comment take_over"_s);
        row(
            "rights kept for supervisors", 0,
            [](Ticket &t, TicketReader &r) {
                t.owner = u"p.leroy"_s;
                r.info.settings.insert(u"droit.reprendre"_s, u"superviseurs"_s);
            },
            u"comment"_s);
        row(
            "taking kept for supervisors", 0,
            [](Ticket &, TicketReader &r) { r.info.settings.insert(u"droit.prendre"_s, u"superviseurs"_s); },
            u"comment change_motif transfer close"_s);
        row(
            "handing back kept for supervisors, who may", 0,
            [](Ticket &t, TicketReader &r) {
                t.owner = u"n.martin"_s;
                r.info.supervisor = true;
                r.info.settings.insert(u"droit.rendre"_s, u"superviseurs"_s);
            },
            u"hold comment change_motif hand_back assign transfer close"_s);
        row(
            "closed", 2, [](Ticket &t, TicketReader &) { t.state = TicketState::Closed; }, u"reopen"_s);
        row(
            "merged", 2, [](Ticket &t, TicketReader &) { t.state = TicketState::Merged; }, u"reopen"_s);
    }
    void whatCanBeDone()
    {
        QFETCH(Change, change);
        QFETCH(int, twins);
        Ticket t = ticket(48213, TicketState::Open, utc(1, 15, 5));
        TicketReader r = reader();
        change(t, r);
        const auto choices = ticketActions(t, r, twins);
        QCOMPARE(choices.size(), 12); // all are named, whatever can be done
        QTEST(possible(choices), "can");
    }

    void theReasonIsSaid()
    {
        Ticket t = ticket(48213, TicketState::Taken, utc(1, 15, 5));
        t.owner = u"p.leroy"_s;
        t.ownerName = u"Paul Leroy"_s;
        auto why = blockedOf(ticketActions(t, reader(), 0));
        QCOMPARE(why.value(OperationKind::TicketClose), u"chez Paul Leroy"_s);
        QCOMPARE(why.value(OperationKind::TicketAssign), u"réservé aux superviseurs"_s);
        t.owner.clear();
        why = blockedOf(ticketActions(t, reader(), 0));
        QCOMPARE(why.value(OperationKind::TicketMerge), u"aucun doublon ouvert"_s);
        QCOMPARE(why.value(OperationKind::TicketHandBack), u"elle n’est chez personne"_s);
        QCOMPARE(why.value(OperationKind::TicketResume), u"elle n’est pas en attente"_s);
        t.state = TicketState::Closed;
        QCOMPARE(blockedOf(ticketActions(t, reader(), 0)).value(OperationKind::TicketHold), u"déjà close"_s);
    }

    void historySaysOldAndNew()
    {
        Ticket t = ticket(48213, TicketState::Open, utc(1, 15, 5));
        t.events << TicketEvent{utc(3, 9, 0),
                                u"p.leroy"_s,
                                u"Paul Leroy"_s,
                                u"motif_changed"_s,
                                u"Mal classée."_s,
                                {{u"motif"_s, u"autres"_s, u"habilitation"_s},
                                 {u"due_at"_s, u"2020-04-03T15:05:00Z"_s, u"2020-04-06T08:00:00Z"_s},
                                 {u"state"_s, u"open"_s, u"open"_s}}};
        t.events << TicketEvent{utc(3, 10, 0), u"l"_s, u"Lise"_s, u"assigned"_s, {}, {{u"owner"_s, {}, u"n.martin"_s}}};
        const QStringList lines = ticketHistory(t, reader()).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(1),
                 u"11:00 · changée de motif par Paul Leroy\u00A0: Mal classée. · motif\u00A0: Autres → Habilitation à "
                 u"l’extranet · échéance\u00A0: 17:05 → 06/04 10:00"_s);
        QCOMPARE(lines.at(2), u"12:00 · attribuée par Lise · prise en charge\u00A0: personne → vous"_s);
    }

    void theMenuOpensTheSheets()
    {
        Shown s(deskInfo());
        s.open(bakery());
        auto *button = s.find<QPushButton>(u"ticketMenu"_s);
        QCOMPARE(button->accessibleName(), u"Autres actions"_s);
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->activeAction());
        QString greyed;
        for (const QAction *action : menu->actions()) {
            if (!action->isEnabled())
                greyed += action->text() + u'|';
        }
        QVERIFY2(greyed.contains(u"Rendre… (elle n’est chez personne)"_s), qPrintable(greyed));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        FileDesk::settle();
        QVERIFY(s.sheet());
        QCOMPARE(s.sheet()->objectName(), u"ticketHoldSheet"_s);
    }

    void othersAreSeenWithoutMovingAnything()
    {
        Shown s(deskInfo());
        s.open(bakery());
        s.press(u"#48\u00A0213"_s);
        QTRY_VERIFY(!s.desk.tickets.told.isEmpty());
        QTRY_COMPARE(s.desk.tickets.told.constLast().value(0).ticket, first);
        s.desk.tickets.presences.always
            = QHash<TicketNumber, QList<Presence>>{{first, {{u"p.leroy"_s, u"Paul Leroy"_s, PresenceLevel::Writing}}}};
        s.desk.presence.writes(first);
        QTRY_VERIFY(s.texts().contains(u"✎ Paul Leroy écrit"_s));
        QVERIFY(s.texts().contains(u"je n’arrive plus à me connecter"_s)); // still unfolded
        s.press(u"#48\u00A0213"_s);
        QTRY_VERIFY(s.desk.tickets.told.constLast().isEmpty()
                    || s.desk.tickets.told.constLast().value(0).ticket == first);
    }

    void nobodyAtTheDeskIsAway()
    {
        QWidget window;
        window.show();
        IdleWatch watch(&window);
        QSignalSpy changed(&watch, &IdleWatch::idleChanged);
        QEvent off(QEvent::WindowDeactivate);
        QApplication::sendEvent(&window, &off);
        QVERIFY(watch.isIdle());
        QEvent on(QEvent::WindowActivate);
        QApplication::sendEvent(&window, &on);
        QVERIFY(!watch.isIdle());
        watch.setPatience(std::chrono::milliseconds(30));
        QTRY_VERIFY(watch.isIdle());
        QTest::keyClick(&window, Qt::Key_A);
        QVERIFY(!watch.isIdle());
        QCOMPARE(changed.count(), 4);
    }

    void aTicketsFileOpensOnIt()
    {
        Shown s(deskInfo());
        CallerFile file = crowded();
        file.call.reset();
        for (Ticket &one : file.tickets) {
            if (one.number == TicketNumber(47012))
                one.state = TicketState::Closed;
        }
        s.desk.cases.openTicket(TicketNumber(47012)); // among the hidden ones
        s.desk.answer(file);
        const auto *row = qobject_cast<TicketRow *>(QApplication::focusWidget()->parentWidget());
        QVERIFY(row);
        QCOMPARE(row->ticket().number, TicketNumber(47012));
        QVERIFY(row->isUnfolded());
        const auto *strip = s.find<TicketStrip>(u"ticketStrip"_s);
        QVERIFY(strip);
        QVERIFY2(s.texts().contains(u"Demande #47\u00A0012, personne au téléphone"_s), qPrintable(s.texts()));
        // One key to each place.
        QSignalSpy queue(&s.view, &CaseFileView::backToQueueWanted), script(&s.view, &CaseFileView::scriptWanted);
        s.view.setFocus();
        QTest::keyClick(&s.view, Qt::Key_F4);
        QTest::keyClick(&s.view, Qt::Key_S, Qt::AltModifier);
        QTest::keyClick(&s.view, Qt::Key_T, Qt::AltModifier);
        QCOMPARE(queue.count(), 1);
        QCOMPARE(script.count(), 1);
        QCOMPARE(QApplication::focusWidget()->parentWidget(), row);
        // A caller's file has no such line; Alt+T goes to the most pressing request.
        s.open(bakery());
        QVERIFY(!s.find<TicketStrip>(u"ticketStrip"_s));
        s.view.setFocus();
        QTest::keyClick(&s.view, Qt::Key_T, Qt::AltModifier);
        const auto *pressing = qobject_cast<TicketRow *>(QApplication::focusWidget()->parentWidget());
        QVERIFY(pressing);
        QCOMPARE(pressing->ticket().number, first);
    }

    void maskedValuesAskForACall()
    {
        Shown s(deskInfo());
        CallerFile file = bakery();
        file.call.reset();
        s.desk.cases.openTicket(first);
        s.desk.answer(file);
        s.press(u"voir"_s, u"Adresse du demandeur"_s);
        QVERIFY(s.desk.lookups.wanted.isEmpty());
        QVERIFY2(s.find<Banner>(u"fileBanner"_s)->text().contains(u"F7 en ouvre un"_s),
                 qPrintable(s.find<Banner>(u"fileBanner"_s)->text()));
    }

    void requestsOfAnUnknownSiret_data()
    {
        QTest::addColumn<QString>("siret");
        QTest::addColumn<QString>("title");
        QTest::newRow("unknown") << u"35600000049837"_s << u"SIRET inconnu"_s;
        QTest::newRow("one wrong digit") << u"73282932000075"_s << u"SIRET mal formé"_s;
        QTest::newRow("too short") << u"7328293"_s << u"SIRET mal formé"_s;
        QTest::newRow("no digits") << u"<b>je ne sais pas</b>"_s << u"SIRET mal formé"_s;
        QTest::newRow("nothing") << QString() << u"SIRET mal formé"_s;
    }
    void requestsOfAnUnknownSiret()
    {
        QFETCH(QString, siret);
        Shown s(deskInfo());
        s.desk.cases.openTicket(first);
        s.desk.answer(unknownWithRequests(siret));
        QTEST(s.find<QLabel>(u"unknownTitle"_s)->text(), "title");
        QVERIFY(s.texts().contains(u"je n’arrive plus à me connecter"_s)); // unfolded
        QVERIFY(s.find<QWidget>(u"siretCandidates"_s));
        s.press(u"Prendre"_s);
        s.confirm();
        QCOMPARE(s.sent().params, (QJsonObject{{"number"_L1, 48213}, {"version"_L1, 3}}));
        s.desk.done();
        s.desk.answer(unknownWithRequests(siret));
        s.press(u"Clore…"_s);
        QVERIFY(s.sheet());
        QCOMPARE(s.sheet()->objectName(), u"ticketCloseSheet"_s);
    }
};

QTEST_MAIN(TicketRowTest)
#include "tst_ticketrow.moc"
