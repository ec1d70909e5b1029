// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desktime.h"
#include "app/core/siret.h"
#include "app/scripts/facts.h"
#include "app/scripts/factsubjects.h"
#include "app/scripts/frenchtext.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString establishmentKnown(const FactContext &context)
{
    if (const Establishment *e = context.establishment())
        return u"SIRET %1 connu : %2"_s.arg(groupedDigits(e->siret), e->denomination);
    if (isUnknownSiret(context))
        return u"SIRET %1 absent de la base"_s.arg(groupedDigits(Siret::compact(context.file->asked)));
    return context.file ? u"aucun établissement précis dans ce dossier"_s : u"aucun dossier ouvert"_s;
}

QString registration(const FactContext &context)
{
    const Establishment *e = context.establishment();
    if (!e)
        return isUnknownSiret(context) ? u"aucune inscription pour ce SIRET"_s : establishmentKnown(context);
    if (e->registeredAt.isValid())
        return u"inscription enregistrée %1"_s.arg(momentText(e->registeredAt, context.now));
    if (e->registrationRequestedAt.isValid())
        return u"inscription demandée %1, pas encore enregistrée"_s.arg(
            momentText(e->registrationRequestedAt, context.now));
    return u"aucune inscription enregistrée"_s;
}

QString accountExists(const FactContext &context)
{
    if (!context.file)
        return u"aucun dossier ouvert"_s;
    if (context.account)
        return u"compte %1"_s.arg(context.account->identifiant);
    const auto count = std::max(qsizetype(context.file->accountsTotal), context.file->accounts.size());
    if (count == 0)
        return u"aucun compte trouvé"_s;
    return count == 1 ? u"1 compte sur cet établissement"_s : u"%1 comptes sur cet établissement"_s.arg(count);
}

QString locked(const Account &account, const QDateTime &now)
{
    if (account.isLocked(now)) {
        const QString until = u"levée automatique %1"_s.arg(momentText(account.lockedUntil, now));
        return account.lockedAt.isValid() ? u"verrou posé %1, %2"_s.arg(momentText(account.lockedAt, now), until)
                                          : until;
    }
    if (account.lockedUntil.isValid())
        return u"dernier verrou levé %1"_s.arg(momentText(account.lockedUntil, now));
    if (account.failedLogins > 0)
        return u"pas de verrou, %1 mot(s) de passe erroné(s)"_s.arg(account.failedLogins);
    return u"pas de verrou"_s;
}

/// "mars 2020": the day is held back, for the caller to say.
QString monthText(const QDateTime &at)
{
    static const QLocale french(QLocale::French, QLocale::France);
    return french.toString(deskTime(at).date(), u"MMMM yyyy"_s);
}

QString everLoggedIn(const Account &account, const QDateTime &now)
{
    if (account.lastLoginAt.isValid() && account.lastLoginMasked)
        return u"dernière connexion en %1"_s.arg(monthText(account.lastLoginAt));
    if (account.lastLoginAt.isValid())
        return u"dernière connexion %1"_s.arg(momentText(account.lastLoginAt, now));
    if (account.firstLoginAt.isValid())
        return u"première connexion %1"_s.arg(momentText(account.firstLoginAt, now));
    return u"aucune connexion enregistrée"_s;
}

QString password(const Account &account, const QDateTime &now)
{
    const QString when
        = account.passwordChangedAt.isValid() ? u" "_s + momentText(account.passwordChangedAt, now) : QString();
    if (account.password == PasswordState::None)
        return u"aucun mot de passe créé"_s;
    if (account.password == PasswordState::Voided)
        return u"ancien mot de passe annulé%1, le nouveau est en route"_s.arg(when);
    if (account.passwordChangedBy == "desk"_L1)
        return u"réinitialisé par l’assistance%1"_s.arg(when);
    if (account.passwordChangedBy == "self_service"_L1)
        return u"refait par l’appelant sur l’extranet%1"_s.arg(when);
    if (account.passwordChangedBy == "caller"_L1)
        return u"choisi par l’appelant%1"_s.arg(when);
    return when.isEmpty() ? u"mot de passe d’origine"_s : u"mot de passe créé%1"_s.arg(when);
}

QString selfService(const FactContext &context)
{
    const QDateTime started = context.account->selfServiceStartedAt;
    if (!started.isValid())
        return u"aucune procédure commencée"_s;
    if (const int left = selfServiceMinutesLeft(context))
        return u"procédure commencée %1, encore %2 min"_s.arg(momentText(started, context.now)).arg(left);
    return u"procédure commencée %1, expirée"_s.arg(momentText(started, context.now));
}

QString habilitation(const FactContext &context)
{
    if (!context.establishment())
        return u"aucun établissement précis dans ce dossier"_s;
    const Habilitation &h = context.account->habilitation;
    const auto when = [&](const QDateTime &moment) {
        return moment.isValid() ? u" "_s + momentText(moment, context.now) : QString();
    };
    switch (h.state) {
    case HabilitationState::None:
        return u"aucune habilitation sur cet établissement"_s;
    case HabilitationState::Requested:
        return u"habilitation demandée%1"_s.arg(when(h.requestedAt));
    case HabilitationState::AwaitingConfirmation:
        return u"habilitation demandée%1, confirmation pas encore envoyée"_s.arg(when(h.requestedAt));
    case HabilitationState::Active:
        if (!h.activeFrom.isValid())
            return u"habilitation active"_s;
        return h.activeFrom > context.now
            ? u"connexion possible à partir du %1"_s.arg(dayText(h.activeFrom, context.now))
            : u"habilitation active %1"_s.arg(sinceText(h.activeFrom, context.now));
    case HabilitationState::Revoked:
        return u"habilitation retirée%1"_s.arg(when(h.revokedAt));
    }
    return {};
}

QString otherAccount(const FactContext &context)
{
    const Account *other = otherHabilitatedAccount(context);
    if (!context.establishment())
        return u"aucun établissement précis dans ce dossier"_s;
    if (!other)
        return u"aucun autre compte habilité sur ce SIRET"_s;
    return u"SIRET rattaché au compte %1, adresse %2"_s.arg(other->identifiant, other->emailMasked);
}

QString referentAddress(const FactContext &context)
{
    const Account *referent = referentOf(context);
    return referent ? u"adresse du référent : %1, à faire dire par l’appelant"_s.arg(referent->emailMasked)
                    : u"aucun référent connu sur ce SIRET"_s;
}

QString mail(const Account &account, MailKind kind, const QDateTime &now)
{
    static const QStringList names{u"courriel d’identifiant"_s, u"courriel de mot de passe"_s,
                                   u"courriel de confirmation"_s};
    const QString name = names.at(int(kind));
    const MailEvent *event = account.mail(kind);
    if (!event)
        return u"aucun %1 enregistré"_s.arg(name);
    const auto at
        = [&](const QDateTime &moment) { return moment.isValid() ? u" "_s + momentText(moment, now) : QString(); };
    switch (event->state) {
    case MailState::Queued:
    case MailState::Sending:
        return u"%1 en attente d’envoi%2"_s.arg(name, at(event->queuedAt));
    case MailState::Sent:
        return u"%1 envoyé%2, remise non confirmée"_s.arg(name, at(event->sentAt));
    case MailState::Delivered: {
        const QDateTime sent = event->sentAt.isValid() ? event->sentAt : event->deliveredAt;
        return u"%1 envoyé%2, remis"_s.arg(name, at(sent));
    }
    case MailState::Bounced:
    case MailState::Refused:
        return u"%1 rejeté%2"_s.arg(name, at(event->bouncedAt));
    case MailState::Cancelled:
        return u"%1 annulé avant l’envoi"_s.arg(name);
    }
    return {};
}

QString dap(const FactContext &context)
{
    const Dap *latest = latestDap(context);
    if (!latest)
        return u"aucune demande d’autorisation préalable"_s;
    QString text = u"demande %1 du %2 au %3"_s.arg(latest->number, latest->from.toString(u"dd/MM/yyyy"_s),
                                                   latest->to.toString(u"dd/MM/yyyy"_s));
    if (latest->decidedAt.isValid())
        text += u", décision %1"_s.arg(momentText(latest->decidedAt, context.now));
    return text;
}

QString ticket(Fact fact, const FactContext &context)
{
    const Ticket *open = openTicketFor(fact, context);
    return open ? u"demande n° %1 reçue %2"_s.arg(open->number.value()).arg(momentText(open->receivedAt, context.now))
                : u"aucune demande ouverte pour ce motif"_s;
}

QString callerCheck(Fact fact, const FactContext &context)
{
    if (!context.file)
        return u"aucun dossier ouvert"_s;
    if (factValue(fact, context) == 0)
        return u"appelant vérifié jusqu’à %1"_s.arg(momentText(context.file->check.passedUntil, context.now));
    return u"appelant pas encore vérifié dans cet appel"_s;
}

QString approval(const FactContext &context)
{
    const FileRequest *request = waitingRequest(context);
    if (!request)
        return u"rien en attente d’approbation"_s;
    const QString what
        = request->kind == "referent.reassign"_L1 ? u"changement de référent"_s : u"création de compte"_s;
    return u"%1 en attente d’approbation, réponse avant le %2"_s.arg(what, dayText(request->expiresAt, context.now));
}

QString accountEvidence(Fact fact, const FactContext &context)
{
    if (!context.account)
        return context.file && context.file->accounts.size() > 1 ? u"choisir d’abord le compte de l’appelant"_s
                                                                 : u"aucun compte choisi"_s;
    const Account &account = *context.account;
    switch (fact) {
    case Fact::AccountProfile:
        return u"compte %1, profil %2"_s.arg(account.identifiant,
                                             factInfo(fact).choices.at(int(account.profile)).label.toString());
    case Fact::EverLoggedIn:
        return everLoggedIn(account, context.now);
    case Fact::Locked:
        return locked(account, context.now);
    case Fact::SecretsSet:
        return account.secretsSet ? u"question secrète et réponse renseignées"_s
                                  : u"question secrète et réponse absentes"_s;
    case Fact::PasswordState:
        return password(account, context.now);
    case Fact::SelfService:
        return selfService(context);
    case Fact::HabilitationState:
    case Fact::HabilitationRecent:
        return habilitation(context);
    case Fact::BeingDeleted:
        return account.beingDeletedAt.isValid()
            ? u"suppression engagée %1"_s.arg(momentText(account.beingDeletedAt, context.now))
            : u"aucune suppression engagée"_s;
    case Fact::Disabled:
        return account.disabledAt.isValid() ? u"compte désactivé %1"_s.arg(momentText(account.disabledAt, context.now))
                                            : u"compte en service"_s;
    case Fact::OtherExtranet:
        return account.otherExtranets.isEmpty() ? u"aucun autre extranet connu"_s
                                                : u"utilise aussi %1"_s.arg(account.otherExtranets.join(u", "_s));
    default:
        return mail(account, mailKindOf(fact).value_or(MailKind::Other), context.now);
    }
}

/// Why the fact is asked although the file is open.
QString notRead(QLatin1StringView part)
{
    static const QHash<QString, QString> names{
        {u"mails"_s, u"les courriels des comptes"_s},      {u"extranets"_s, u"les autres extranets des comptes"_s},
        {u"contracts"_s, u"les contrats de prestation"_s}, {u"daps"_s, u"les demandes d’autorisation préalable"_s},
        {u"tickets"_s, u"les demandes d’assistance"_s},    {u"notices"_s, u"les avis d’incident"_s},
        {u"check"_s, u"la vérification de l’appelant"_s},  {u"requests"_s, u"les demandes d’approbation"_s},
    };
    return u"la base n’a pas pu lire %1, posez la question"_s.arg(names.value(part));
}

QString rawEvidence(Fact fact, const FactContext &context)
{
    if (const QLatin1StringView part = unreadPartOf(fact, context); !part.isEmpty())
        return notRead(part);
    switch (fact) {
    case Fact::EstablishmentKnown:
        return establishmentKnown(context);
    case Fact::Registration:
        return registration(context);
    case Fact::AccountExists:
        return accountExists(context);
    case Fact::OtherAccount:
        return otherAccount(context);
    case Fact::ReferentAddress:
        return referentAddress(context);
    case Fact::LatestDap:
        return dap(context);
    case Fact::Contract: {
        const Contract *contract = contractOf(context);
        return contract ? u"contrat signé le %1%2"_s.arg(contract->signedOn.toString(u"dd/MM/yyyy"_s),
                                                         contract->keptByTiers ? u", à conserver"_s : QString())
                        : u"aucun contrat de prestation connu"_s;
    }
    case Fact::TicketHabilitation:
    case Fact::TicketFiche:
    case Fact::TicketAutorisation:
    case Fact::TicketIndemnisation:
    case Fact::TicketCertificat:
    case Fact::TicketAutres:
        return ticket(fact, context);
    case Fact::CallerChecked:
    case Fact::EstablishmentChecked:
        return callerCheck(fact, context);
    case Fact::ApprovalWaiting:
        return approval(context);
    case Fact::Incident:
        return incidentOf(context) ? incidentOf(context)->text : u"aucun avis d’incident en cours"_s;
    default:
        return accountEvidence(fact, context);
    }
}

} // namespace

QString factEvidence(Fact fact, const FactContext &context)
{
    return typography(rawEvidence(fact, context));
}

} // namespace desk
