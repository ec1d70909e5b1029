// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/casefile/samplefiles.h"
#include "ui/casefile/accountstate.h"
#include "ui/casefile/emptypage.h"
#include "ui/casefile/ticketstate.h"
#include "ui/sheets/consequences.h"

#include <QTest>

using namespace desk;
using namespace desk::test;

using Change = std::function<void(Account &)>;
using TicketChange = std::function<void(Ticket &)>;
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(TicketChange)

namespace {

Account sound()
{
    return account(1, u"Claire"_s, u"Fontan"_s, u"claire.fontan"_s, u"c••••@boulangerie-capitole.fr"_s);
}

} // namespace

class AccountStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void situations_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("chips"); // the two a row shows
        QTest::addColumn<QStringList>("buttons"); // what the two buttons say, blocked or not
        const auto locked = [](Account &a) { a.lockedUntil = utc(3, 12, 32); };
        const QString ok = u"✓ Habilité depuis le 03/04"_s;
        const QStringList usual{u"-Pas verrouillé"_s, u"Mot de passe…"_s};
        QTest::newRow("in order") << Change([](Account &) {}) << QStringList{ok} << usual;
        QTest::newRow("locked") << Change(locked) << QStringList{lockSign() + u" Verrouillé jusqu’à 14:32"_s, ok}
                                << QStringList{u"Déverrouiller"_s, u"Mot de passe…"_s};
        QTest::newRow("lock that has just ended") << Change([](Account &a) { a.lockedUntil = utc(3, 12, 2); })
                                                  << QStringList{u"✓ Déverrouillé depuis 14:02"_s, ok} << usual;
        QTest::newRow("lock that ended yesterday")
            << Change([](Account &a) { a.lockedUntil = utc(2, 12, 2); }) << QStringList{ok} << usual;
        QTest::newRow("never connected") << Change([](Account &a) { a.firstLoginAt = a.lastLoginAt = {}; })
                                         << QStringList{u"◷ Jamais connecté"_s, ok} << usual;
        QTest::newRow("two wrong passwords") << Change([](Account &a) { a.failedLogins = 2; })
                                             << QStringList{u"◷ 2 mots de passe erronés"_s, ok} << usual;
        QTest::newRow("temporary password") << Change([](Account &a) { a.mustChangePassword = true; })
                                            << QStringList{u"◷ Mot de passe temporaire"_s, ok} << usual;
        QTest::newRow("voided password") << Change([](Account &a) {
            a.password = PasswordState::Voided;
            a.mustChangePassword = true;
        }) << QStringList{u"◷ Mot de passe annulé"_s, ok}
                                         << usual;
        QTest::newRow("being deleted") << Change([](Account &a) { a.beingDeletedAt = utc(2, 8, 0); })
                                       << QStringList{u"✗ En cours de suppression"_s, ok}
                                       << QStringList{u"-En suppression"_s, u"-En suppression"_s};
        QTest::newRow("disabled and locked") << Change([locked](Account &a) {
            locked(a);
            a.disabledAt = utc(2, 8, 0);
        }) << QStringList{u"✗ Désactivé le 02/04"_s, lockSign() + u" Verrouillé jusqu’à 14:32"_s}
                                             << QStringList{u"-Désactivé"_s, u"-Désactivé"_s};
        QTest::newRow("confirmation to come, without a date") << Change([](Account &a) {
            a.habilitation.state = HabilitationState::AwaitingConfirmation;
            a.habilitation.activeFrom = {};
        }) << QStringList{u"◷ Confirmation à venir"_s} << QStringList{u"-Pas verrouillé"_s, u"-Pas habilité"_s};
        QTest::newRow("confirmation to come, of an account active elsewhere") << Change([](Account &a) {
            a.habilitation.state = HabilitationState::AwaitingConfirmation;
            a.habilitation.activeFrom = utc(6, 8, 0);
            a.establishmentCount = 3;
        }) << QStringList{u"◷ Confirmation à venir"_s} << QStringList{u"Renvoyer…"_s, u"Mot de passe…"_s};
        QTest::newRow("active from tomorrow") << Change([](Account &a) { a.habilitation.activeFrom = utc(4, 6, 0); })
                                              << QStringList{u"◷ Connexion dès le 04/04 08:00"_s} << usual;
        QTest::newRow("revoked") << Change([](Account &a) {
            a.habilitation.state = HabilitationState::Revoked;
            a.habilitation.revokedAt = utc(1, 8, 0);
        }) << QStringList{u"✗ Habilitation retirée le 01/04"_s}
                                 << QStringList{u"-Pas verrouillé"_s, u"-Droit retiré"_s};
        QTest::newRow("confirmation bounced") << Change([](Account &a) {
            a.mails[2] = mail(MailKind::Habilitation, MailState::Bounced, utc(2, 9, 0), u"boîte pleine"_s);
        }) << QStringList{u"✗ Courriel rejeté"_s, ok}
                                              << QStringList{u"Renvoyer…"_s, u"Mot de passe…"_s};
        QTest::newRow("confirmation bounced and locked: the lock first")
            << Change([locked](Account &a) {
                   locked(a);
                   a.mails[2] = mail(MailKind::Habilitation, MailState::Bounced, utc(2, 9, 0));
               })
            << QStringList{lockSign() + u" Verrouillé jusqu’à 14:32"_s, u"✗ Courriel rejeté"_s}
            << QStringList{u"Déverrouiller"_s, u"Mot de passe…"_s};
        QTest::newRow("three other extranets") << Change([](Account &a) {
            a.otherExtranets = {u"SYLAé"_s, u"APEA"_s, u"EA"_s};
        }) << QStringList{u"Utilise aussi SYLAé, APEA +1"_s, ok}
                                               << usual;
    }
    void situations()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, chips);
        Account a = sound();
        change(a);
        QStringList shown;
        for (const ChipText &chip : accountChips(a, sampleNow(), true).mid(0, 2))
            shown << chip.text;
        QCOMPARE(shown, chips);
        QStringList buttons;
        for (const OperationChoice &choice : accountOperations(a, sampleNow(), true))
            buttons << (choice.blocked.isEmpty() ? choice.label : u'-' + choice.blocked);
        QTEST(buttons, "buttons");
    }

    void accountOfManyEstablishments()
    {
        Account a = accountant(12).accounts.first();
        QCOMPARE(accountChips(a, sampleNow(), false).first().text, u"✓ En ordre"_s);
        QVERIFY(whyNot(OperationKind::ResetPassword, a, sampleNow()).isEmpty());
        QVERIFY(accountRole(a, false).isEmpty());
        QCOMPARE(accountRole(a, true), u"tiers déclarant · 12 établissements"_s);
    }

    void personIsNamedWhereTheIdentifiantDoesNot()
    {
        Account a = sound();
        QCOMPARE(accountPerson(a), QString());
        a.identifiant = u"ud.correze"_s;
        QCOMPARE(accountPerson(a), u"Claire Fontan"_s);
        a.identifiant = u"helene.castera"_s;
        a.firstName = u"Hélène"_s;
        a.lastName = u"Castéra"_s;
        QCOMPARE(accountPerson(a), QString());
    }

    void mails_data()
    {
        QTest::addColumn<MailState>("state");
        QTest::addColumn<QString>("chip");
        QTest::newRow("queued") << MailState::Queued << u"◷ en attente 10:50"_s;
        QTest::newRow("sending") << MailState::Sending << u"◷ envoi en cours"_s;
        QTest::newRow("sent") << MailState::Sent << u"◷ envoyé 10:59"_s;
        QTest::newRow("delivered") << MailState::Delivered << u"✓ remis 11:00"_s;
        QTest::newRow("bounced") << MailState::Bounced << u"✗ rejeté 11:00"_s;
        QTest::newRow("refused") << MailState::Refused << u"✗ refusé 11:00"_s;
        QTest::newRow("cancelled") << MailState::Cancelled << u"✗ annulé 10:50"_s;
    }
    void mails()
    {
        QFETCH(MailState, state);
        Account a = sound();
        a.mails = {mail(MailKind::Identifiant, state, utc(3, 9, 0), u"550"_s)};
        QTEST(mailState(a, MailKind::Identifiant, sampleNow()).chip.text, "chip");
    }

    void mailsThatWillNotCome()
    {
        Account a = sound();
        a.mails.clear();
        QCOMPARE(mailState(a, MailKind::MotDePasse, sampleNow()).chip.text, u"pas encore envoyé"_s);
        a.otherExtranets = {u"SYLAé"_s};
        QCOMPARE(mailState(a, MailKind::MotDePasse, sampleNow()),
                 (MailStateText{{Tone::Muted, u"non prévu"_s}, u"celui de SYLAé sert ici"_s}));
        QCOMPARE(mailState(a, MailKind::Habilitation, sampleNow()).chip.text, u"pas encore envoyé"_s);
    }

    void tickets_data()
    {
        QTest::addColumn<TicketChange>("change");
        QTest::addColumn<QString>("chip");
        QTest::addColumn<QStringList>("buttons");
        const QStringList free{u"Prendre"_s, u"Clore…"_s};
        QTest::newRow("three hours left")
            << TicketChange([](Ticket &t) { t.dueAt = utc(3, 15, 10); }) << u"◷ Il reste 3 h"_s << free;
        QTest::newRow("late") << TicketChange([](Ticket &t) { t.dueAt = utc(3, 7, 0); }) << u"✗ En retard de 5 h"_s
                              << free;
        QTest::newRow("a duplicate") << TicketChange([](Ticket &t) { t.duplicateOf = TicketNumber(48100); })
                                     << u"Doublon probable de #48\u00A0100"_s << free;
        QTest::newRow("on hold, mine") << TicketChange([](Ticket &t) {
            t.state = TicketState::OnHold;
            t.owner = u"n.martin"_s;
        }) << u"◷ En attente"_s << QStringList{u"Reprendre"_s, u"Clore…"_s};
        QTest::newRow("someone else's") << TicketChange([](Ticket &t) {
            t.state = TicketState::Taken;
            t.owner = u"p.leroy"_s;
            t.ownerName = u"Paul Leroy"_s;
            t.dueAt = utc(3, 15, 10);
        }) << u"◷ Il reste 3 h"_s << QStringList{u"-Chez Paul Leroy"_s};
        QTest::newRow("closed") << TicketChange([](Ticket &t) {
            t.state = TicketState::Closed;
            t.closedAt = utc(2, 9, 0);
        }) << u"✓ Close le 02/04"_s
                                << QStringList{u"Rouvrir…"_s};
        QTest::newRow("merged") << TicketChange([](Ticket &t) {
            t.state = TicketState::Merged;
            t.duplicateOf = TicketNumber(48100);
        }) << u"Fusionnée avec #48\u00A0100"_s
                                << QStringList{};
    }
    void tickets()
    {
        QFETCH(TicketChange, change);
        Ticket t = ticket(48213, TicketState::Open, utc(1, 15, 5));
        change(t);
        QTEST(ticketChip(t, TicketReader{sampleNow(), {}, {}}).text, "chip");
        QStringList buttons;
        for (const OperationChoice &choice : ticketOperations(t, u"n.martin"_s))
            buttons << (choice.blocked.isEmpty() ? choice.label : u'-' + choice.blocked);
        QTEST(buttons, "buttons");
    }

    void accountsOwnFile()
    {
        Account a = accountant(0).accounts.first();
        QCOMPARE(whyNot(OperationKind::ResetPassword, a, sampleNow()), u"Pas habilité"_s);
        QCOMPARE(whyNot(OperationKind::ResendConfirmation, a, sampleNow()), u"Pas habilité"_s);
    }

    void consequencesSayWhatCannotBeUndone()
    {
        Account a = sound();
        a.otherExtranets = {u"SYLAé"_s};
        a.lockedUntil = utc(3, 12, 32);
        const QString reset = consequence(OperationKind::ResetPassword, a, true, sampleNow());
        for (const QString &words :
             {u"cesse de fonctionner tout de suite"_s, u"deux courriels partent vers c••••@boulangerie-capitole.fr"_s,
              u"Sans retour possible."_s, u"pour SYLAé"_s, u"levé en même temps"_s})
            QVERIFY2(reset.contains(words), qPrintable(reset));
        QVERIFY(consequence(OperationKind::ResetPassword, a, false, sampleNow())
                    .contains(u"reste verrouillé jusqu’à 14:32"_s));
    }

    void trialCallersReadWhatTheyCan()
    {
        QVERIFY(trialCallers({}).isEmpty());
        QVERIFY(trialCallers({{u"demo.appelants"_s, u"pas du JSON"_s}}).isEmpty());
        const auto callers
            = trialCallers({{u"demo.appelants"_s,
                             u"[{\"key\":\"1\",\"situation\":\"Verrouillé\"},7,{\"situation\":\"sans clé\"}]"_s}});
        QCOMPARE(callers, (QList<TrialCaller>{{u"1"_s, {}, u"Verrouillé"_s}}));
    }
};

QTEST_MAIN(AccountStateTest)
#include "tst_accountstate.moc"
