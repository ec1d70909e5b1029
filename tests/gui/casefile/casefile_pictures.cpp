// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Draws the case file in several situations, light and dark, into the folder given: for eyes, not for a verdict.
#include "tests/gui/casefile/filedesk.h"
#include "ui/casefile/casefileview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

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
    info.supervisor = true;
    info.holdReasons = {{u"requester"_s, u"En attente du demandeur"_s, false},
                        {u"other_service"_s, u"En attente d’un autre service"_s, false}};
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

/// The database asks for the check of the caller.
void askForCheck(FileDesk &desk, const QDateTime &passedUntil = {})
{
    using Why = CheckFact::Why;
    desk.accessStore.statuses.always
        = CheckStatus{{{u"account.phone"_s, u"téléphone du compte"_s, Why::Usable},
                       {u"establishment.street"_s, u"adresse de l’établissement"_s, Why::Usable},
                       {u"establishment.headcount"_s, u"effectif de l’établissement"_s, Why::Usable},
                       {u"account.identifiant"_s, u"identifiant"_s, Why::Shown}},
                      3,
                      passedUntil};
}

CallerFile masked()
{
    CallerFile file = bakery();
    file.establishment.addressLine.clear();
    file.establishment.streetMasked = file.establishment.headcountMasked = true;
    file.establishment.headcount = file.establishment.companyHeadcount = -1;
    for (Account &account : file.accounts)
        account.lastLoginMasked = true;
    return file;
}

CallerFile changing()
{
    CallerFile file = masked();
    FileRequest request;
    request.kind = OperationKind::ReassignReferent;
    request.expiresAt = utc(6, 12, 21);
    request.personName = u"Paul Durand"_s;
    request.own = true;
    file.requests = {request};
    FileChange change;
    change.kind = OperationKind::CreateAccount;
    change.at = utc(3, 8, 0);
    change.until = utc(4, 8, 0);
    change.actorName = u"Paul Leroy"_s;
    change.newIdentifiant = u"sonia.roux"_s;
    file.changes = {change};
    file.check = {AccountId(1), utc(3, 12, 52), 3};
    return file;
}

void say(CaseFileView &view, const QString &first, const QString &second)
{
    view.findChild<QLineEdit *>(u"checkValue1"_s)->setText(first);
    view.findChild<QLineEdit *>(u"checkValue2"_s)->setText(second);
    press(view, u"Comparer"_s);
}

void shootAccess(const QString &folder, const QString &suffix, const QSize &zone)
{
    shoot(folder, u"masked"_s + suffix, zone, [](FileDesk &d, CaseFileView &) { d.open(masked()); });
    shoot(folder, u"changing"_s + suffix, zone, [](FileDesk &d, CaseFileView &) { d.open(changing()); });
    for (const int left : {-1, 2, 0, 9}) {
        const QString name = left < 0 ? u"check-open"_s
            : left == 2               ? u"check-failed"_s
            : left == 0               ? u"check-exhausted"_s
                                      : u"check-passed"_s;
        shoot(folder, name + suffix, zone, [left](FileDesk &d, CaseFileView &v) {
            askForCheck(d);
            d.open(masked());
            press(v, u"Mot de passe…"_s);
            if (left < 0)
                return;
            say(v, u"05 61 00 00 41"_s, u"12 rue d’Alsace-Lorraine"_s);
            d.done({{"passed"_L1, left == 9},
                    {"tries_left"_L1, left},
                    {"valid_until"_L1, utc(3, 12, 52).toString(Qt::ISODate)}});
            d.answer(masked());
        });
    }
    for (const bool reassign : {true, false}) {
        const QString name = reassign ? u"referent"_s : u"create"_s;
        shoot(folder, name + u"-check"_s + suffix, zone, [reassign](FileDesk &d, CaseFileView &v) {
            askForCheck(d);
            d.open(masked());
            press(v, reassign ? u"Changer le référent…"_s : u"Créer un compte…"_s);
        });
        shoot(folder, name + suffix, zone, [reassign](FileDesk &d, CaseFileView &v) {
            askForCheck(d, utc(3, 12, 52));
            Rehearsal rehearsal;
            rehearsal.would = reassign ? Rehearsal::Would::Waiting : Rehearsal::Would::Done;
            rehearsal.result = {{"why"_L1, QJsonArray{u"address_outside_domains"_s, u"no_ticket_from_requester"_s}},
                                {"objection_until"_L1, utc(4, 12, 21).toString(Qt::ISODate)}};
            rehearsal.mails = {{u"identifiant"_s, u"p••••@exemple.fr"_s},
                               {u"mot_de_passe"_s, u"p••••@exemple.fr"_s},
                               {u"habilitation"_s, u"p••••@exemple.fr"_s},
                               {u"avis_changement"_s, u"c••••@boulangerie-capitole.fr"_s}};
            d.accessStore.rehearsals.always = rehearsal;
            d.open(masked());
            press(v, reassign ? u"Changer le référent…"_s : u"Créer un compte…"_s);
            for (const auto &[field, text] :
                 {std::pair(u"last_name"_s, u"Durand"_s), std::pair(u"first_name"_s, u"Paul"_s),
                  std::pair(u"phone"_s, u"05 61 00 00 12"_s), std::pair(u"email"_s, u"p.durand@exemple.fr"_s)})
                QTest::keyClicks(v.findChild<QLineEdit *>(u"person_"_s + field), text);
            QTest::qWait(600);
        });
        shoot(folder, name + u"-after"_s + suffix, zone, [reassign](FileDesk &d, CaseFileView &v) {
            d.open(masked());
            press(v, reassign ? u"Changer le référent…"_s : u"Créer un compte…"_s);
            for (const auto &[field, text] :
                 {std::pair(u"last_name"_s, u"Durand"_s), std::pair(u"first_name"_s, u"Paul"_s),
                  std::pair(u"phone"_s, u"05 61 00 00 12"_s), std::pair(u"email"_s, u"p.durand@exemple.fr"_s)})
                QTest::keyClicks(v.findChild<QLineEdit *>(u"person_"_s + field), text);
            auto *reason = v.findChild<QComboBox *>(u"sheetReason"_s);
            reason->setCurrentIndex(0);
            press(v, u"Confirmer"_s);
            d.done({{"state"_L1, reassign ? u"waiting"_s : u"done"_s},
                    {"identifiant"_L1, u"paul.durand"_s},
                    {"expires_at"_L1, utc(6, 12, 21).toString(Qt::ISODate)},
                    {"objection_until"_L1, utc(4, 12, 21).toString(Qt::ISODate)}});
            d.answer(reassign ? changing() : masked());
        });
    }
}

/// Requests in every state, one of them late, others at work on them.
CallerFile busy()
{
    CallerFile file = bakery();
    file.call.reset();
    file.tickets[0].owner = u"n.martin"_s;
    file.tickets[0].ownerName = u"Nadia Martin"_s;
    file.tickets[0].state = TicketState::Taken;
    file.tickets[0].merged = 2;
    file.tickets[0].events << TicketEvent{utc(3, 9, 0),      u"p.leroy"_s,
                                          u"Paul Leroy"_s,   u"motif_changed"_s,
                                          u"Mal classée."_s, {{u"motif"_s, u"autres"_s, u"habilitation"_s}}};
    file.tickets[1].dueAt = utc(3, 7, 0);
    Ticket held = ticket(48400, TicketState::OnHold, utc(2, 8, 0));
    held.holdReason = u"requester"_s;
    held.holdUntil = utc(6, 7, 0);
    held.motif = u"autres"_s;
    held.motifLabel = u"Autres"_s;
    Ticket awake = held;
    awake.number = TicketNumber(48401);
    awake.awake = true;
    awake.motif = u"fiche_etablissement"_s;
    awake.motifLabel = u"Fiche Etablissement"_s;
    awake.owner = u"p.leroy"_s;
    awake.ownerName = u"Paul Leroy"_s;
    Ticket other = ticket(48402, TicketState::Open, utc(3, 8, 0));
    other.requesterName = u"Marc Delmas"_s;
    other.requesterEmailMasked = u"m••••@cabinet-delmas.fr"_s;
    file.tickets << held << awake << other;
    return file;
}

void shootTickets(const QString &folder, const QString &suffix, const QSize &zone)
{
    const auto openTicket = [](FileDesk &d, const CallerFile &file) {
        d.tickets.agentLists.always
            = QList<DeskAgent>{{u"p.leroy"_s, u"Paul Leroy"_s, 12, true}, {u"z.zola"_s, u"Zoé Zola"_s, 3, false}};
        d.tickets.presences.always = QHash<TicketNumber, QList<Presence>>{
            {TicketNumber(48213), {{u"z.zola"_s, u"Zoé Zola"_s, PresenceLevel::Writing}}},
            {TicketNumber(48400), {{u"p.leroy"_s, u"Paul Leroy"_s, PresenceLevel::Open}}}};
        d.cases.openTicket(TicketNumber(48213));
        d.answer(file);
        QTest::qWait(600);
    };
    shoot(folder, u"ticket-rows"_s + suffix, zone, [&](FileDesk &d, CaseFileView &) { openTicket(d, busy()); });
    shoot(folder, u"ticket-unknown"_s + suffix, zone, [&](FileDesk &d, CaseFileView &) {
        CallerFile file = unknownSiret();
        file.call.reset();
        file.tickets = {ticket(48213, TicketState::Open, utc(1, 15, 5))};
        file.tickets[0].siret = u"73282932000041"_s;
        openTicket(d, file);
    });
    const std::pair<const char *, QLatin1StringView> sheets[]
        = {{"hold", OperationKind::TicketHold},         {"resume", OperationKind::TicketResume},
           {"handback", OperationKind::TicketHandBack}, {"takeover", OperationKind::TicketTakeOver},
           {"assign", OperationKind::TicketAssign},     {"motif", OperationKind::TicketMotif},
           {"merge", OperationKind::TicketMerge},       {"transfer", OperationKind::TicketTransfer},
           {"close", OperationKind::TicketClose}};
    for (const auto &[name, kind] : sheets) {
        shoot(folder, u"ticket-"_s + QString::fromLatin1(name) + suffix, zone,
              [&, kind = kind](FileDesk &d, CaseFileView &v) {
                  openTicket(d, busy());
                  OperationRequest request;
                  request.kind = kind;
                  request.params = {{"number"_L1, kind == OperationKind::TicketTakeOver ? 48401 : 48213}};
                  v.openSheet(request);
                  FileDesk::settle();
                  if (kind == OperationKind::TicketHold || kind == OperationKind::TicketClose)
                      press(v, u"Confirmer"_s); // what is missing is said in place
              });
    }
    shoot(folder, u"ticket-nocall"_s + suffix, zone, [&](FileDesk &d, CaseFileView &v) {
        openTicket(d, busy());
        press(v, u"Mot de passe…"_s);
    });
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
        shootTickets(folder, suffix, zone);
        if (app.arguments().contains(u"tickets"_s))
            continue;
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
        shootAccess(folder, suffix, zone);
        shoot(folder, u"small"_s + suffix, QSize(560, 480), [](FileDesk &d, CaseFileView &) { d.open(bakery()); });
    }
    return 0;
}
