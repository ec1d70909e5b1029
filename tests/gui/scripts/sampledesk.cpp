// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/gui/scripts/sampledesk.h"

#include "tests/unit/scripts/situations.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

MailEvent delivered(qint64 id, MailKind kind, const QDateTime &at)
{
    MailEvent mail;
    mail.id = id;
    mail.kind = kind;
    mail.state = MailState::Delivered;
    mail.queuedAt = mail.sentAt = mail.deliveredAt = at;
    return mail;
}

Account account(qint64 id, const QString &identifiant, const QString &firstName, const QString &lastName)
{
    Account who;
    who.id = AccountId(id);
    who.identifiant = identifiant;
    who.firstName = firstName;
    who.lastName = lastName;
    who.emailMasked = identifiant.left(1) + u"••••@exemple.fr"_s;
    who.password = PasswordState::Active;
    who.secretsSet = true;
    return who;
}

} // namespace

Desk::Desk()
{
    lookups.files.always = CallerFile();
    lookups.suggestions.always = QList<Suggestion>();
    lookups.reveals.always = fail(Error::Code::NotFound);
    operationStore.carryOut = [](const OperationRequest &request) -> Result<OperationOutcome> {
        return OperationOutcome{request.id, request.kind, false, {}, {}};
    };
    sessionStore.logIns.always = sessionStore.tests.always = SessionInfo();
    privateServer.starts.always = fail(Error::Code::Unavailable);
    QObject::connect(&cases, &CaseService::fileChanged, &scripts, [this] { giveContext(); });
    QObject::connect(&cases, &CaseService::accountSelected, &scripts, [this] { giveContext(); });
}

void Desk::giveContext()
{
    const Account *account = cases.selectedAccount();
    scripts.setContext(cases.file(), account ? std::optional<AccountId>(account->id) : std::nullopt, scriptSettings,
                       cases.accountIsChosen());
}

CallerFile bakery(const QDateTime &now)
{
    CallerFile file;
    file.subject = CallerFile::Subject::Establishment;
    file.asked = u"73282932000074"_s;
    file.stamp = u"1"_s;
    file.serverTime = now;
    file.establishment.id = EstablishmentId(1);
    file.establishment.siret = file.asked;
    file.establishment.siren = file.asked.left(9);
    file.establishment.denomination = u"Boulangerie du Capitole"_s;
    file.establishment.town = u"Toulouse"_s;
    file.establishment.timeZone = u"Europe/Paris"_s;
    file.establishment.registeredAt = now.addDays(-60);

    Account claire = account(11, u"claire.fontan"_s, u"Claire"_s, u"Fontan"_s);
    claire.lockedAt = now.addSecs(-20 * 60);
    claire.lockedUntil = now.addSecs(10 * 60);
    claire.failedLogins = 3;
    claire.firstLoginAt = now.addDays(-40);
    claire.lastLoginAt = now.addDays(-2);
    claire.selfServiceStartedAt = now.addSecs(-3 * 3600); // tried « mot de passe oublié », then let it lapse
    claire.habilitation = {HabilitationId(21), HabilitationState::Active, now.addDays(-60), now.addDays(-55), {}, true};
    claire.mails = {delivered(31, MailKind::Identifiant, now.addDays(-58)),
                    delivered(32, MailKind::MotDePasse, now.addDays(-58)),
                    delivered(33, MailKind::Habilitation, now.addDays(-55))};
    Account marc = account(12, u"marc.delmas"_s, u"Marc"_s, u"Delmas"_s);
    marc.profile = Profile::Tiers;
    marc.otherExtranets = {u"SYLAé"_s};
    marc.habilitation = {HabilitationId(22), HabilitationState::AwaitingConfirmation, now.addDays(-1), {}, {}, false};
    Account sonia = account(13, u"sonia.roux"_s, u"Sonia"_s, u"Roux"_s);
    sonia.habilitation = {HabilitationId(23), HabilitationState::Active, now.addDays(-9), now.addDays(-5), {}, false};
    sonia.mails
        = {delivered(34, MailKind::Identifiant, now.addDays(-8)), delivered(35, MailKind::MotDePasse, now.addDays(-8)),
           delivered(36, MailKind::Habilitation, now.addDays(-5))};
    file.accounts = {claire, marc, sonia};
    file.accountsTotal = 3;
    return file;
}

QHash<QString, QString> sampleSettings()
{
    QHash<QString, QString> all = situations::settings();
    all.insert(u"courriel.assistance"_s, u"assistance@exemple.fr"_s);
    all.insert(u"extranet.url"_s, u"https://exemple.fr/aparts/"_s);
    return all;
}

void openFile(Desk &desk, const CallerFile &file)
{
    desk.scriptSettings = sampleSettings();
    desk.scripts.loadFolder(QStringLiteral(DESK_SCRIPT_FOLDER));
    desk.lookups.files.always = file;
    desk.cases.open(file.asked);
    QTRY_VERIFY(desk.cases.state() == CaseService::State::Open);
    desk.giveContext();
}

PanelState questionState()
{
    PanelState state;
    state.fileOpen = true;
    state.subject = u"claire.fontan"_s;
    state.severalAccounts = true;
    const auto proposal = [](const QString &id, int number, const QString &title, const QString &reason) {
        Proposal proposed;
        proposed.scriptId = id;
        proposed.number = number;
        proposed.title = title;
        proposed.reason = reason;
        proposed.account = AccountId(11);
        return proposed;
    };
    state.proposals = {proposal(u"verrou"_s, 0, u"Compte verrouillé"_s, u"verrouillé jusqu’à 14:32"_s),
                       proposal(u"edl_38"_s, 38, u"Identifiants reçus, connexion impossible"_s, u"jamais connectée"_s),
                       proposal(u"mdp"_s, 0, u"Mot de passe perdu"_s, u"mot de passe jamais changé"_s)};
    state.currentProposal = 0;
    state.walking = true;
    state.title = u"Compte verrouillé"_s;
    state.path = {{u"verrou"_s, u"appelant"_s, u"Appelant ?"_s, u"C’est le titulaire"_s, false, false, {}},
                  {u"verrou"_s, u"verrou"_s, u"Compte verrouillé ?"_s, u"Oui"_s, true, false,
                   u"verrou posé à 14:02, levée automatique à 14:32"_s}};
    state.found = foundSteps(state.path);
    state.step.kind = StepView::Kind::Ask;
    state.step.nodeId = u"choix"_s;
    state.step.title = u"Que préférez-vous ?"_s;
    state.step.say
        = u"Votre compte s’est bloqué après trois mots de passe erronés. Je peux le débloquer tout de suite."_s;
    state.step.instruction = u"un déblocage seul ne demande pas de vérifier l’appelant."_s;
    state.step.answers = {{u"un"_s, u"Débloquer"_s, false, false},
                          {u"deux"_s, u"L’appelant préfère attendre"_s, false, true},
                          {u"trois"_s, u"L’appelant ne connaît plus son mot de passe"_s, false, false}};
    return state;
}

void savePicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("DESK_PICTURES");
    QApplication::processEvents(); // layouts settle
    if (!folder.isEmpty())
        QVERIFY(widget.grab().save(QDir(folder).filePath(name + u".png"_s)));
}

} // namespace desk::test
