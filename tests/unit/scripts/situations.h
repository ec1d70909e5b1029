// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scripts/facts.h"

#include <QTimeZone>

// Callers' files for the tests: one healthy establishment, and small functions that put it in trouble. Everything
// invented.

namespace desk::situations {

using namespace Qt::StringLiterals;

/// Tuesday 14 April 2020, 14:10 in Paris.
inline QDateTime now()
{
    return QDateTime(QDate(2020, 4, 14), QTime(12, 10), QTimeZone::utc());
}
inline QDateTime hoursAgo(double hours)
{
    return now().addSecs(qint64(-hours * 3600));
}

inline const QHash<QString, QString> &settings()
{
    static const QHash<QString, QString> all{
        {u"telephone.assistance"_s, u"0800 705 800"_s},
        {u"courriel.assistance"_s, u"contact-ap@asp-public.fr"_s},
        {u"extranet.url"_s, u"https://activitepartielle.emploi.gouv.fr/aparts/"_s},
        {u"extranet.inscription_libelle"_s, u"Créer mon espace"_s},
        {u"verrou.minutes"_s, u"30"_s},
        {u"verrou.essais"_s, u"3"_s},
        {u"libre_service.minutes"_s, u"60"_s},
        {u"courriels.delai_heures"_s, u"48"_s},
        {u"connexion.attente_heures"_s, u"24"_s},
        {u"session.inactivite_minutes"_s, u"15"_s},
        {u"extranet.aide_libelle"_s, u"Besoin d’aide ?"_s},
        {u"extranet.demande_libelle"_s, u"Envoyer une demande d’assistance"_s},
        {u"extranet.envoyer_libelle"_s, u"Envoyer"_s},
        {u"extranet.identifiant_oublie_libelle"_s, u"J’ai oublié mon identifiant"_s},
        {u"extranet.mot_de_passe_oublie_libelle"_s, u"J’ai oublié mon mot de passe"_s},
        {u"extranet.dap_menu_libelle"_s, u"Demande d’autorisation préalable"_s},
        {u"extranet.dap_saisir_libelle"_s, u"Saisir une DAP"_s},
        {u"extranet.dap_rechercher_libelle"_s, u"Rechercher une DAP"_s},
        {u"extranet.dap_modifier_libelle"_s, u"Visualiser/modifier"_s},
        {u"extranet.banque_ajouter_libelle"_s, u"Ajouter une coordonnée bancaire"_s},
        {u"extranet.banque_actif_libelle"_s, u"Actif"_s},
        {u"extranet.autres"_s, u"SYLAé, APEA ou EA"_s},
        {u"banque.bic_caracteres"_s, u"3"_s},
        {u"contrat.dispense_depuis"_s, u"20 mars 2020"_s},
        {u"contrat.dispense_fin"_s, u"jusqu’à nouvel ordre"_s},
        {u"dap.decision_jours"_s, u"15"_s},
        {u"dap.avenant_heures"_s, u"48"_s},
        {u"habilitation.formulaire"_s, u"annexe 3"_s},
        {u"habilitation.correction_le"_s, u"26 mars 2020 au matin"_s},
        {u"inscription.voie_caracteres"_s, u"28"_s},
        {u"inscription.complement_caracteres"_s, u"38"_s},
        {u"mot_de_passe.caracteres"_s, u"8"_s},
        {u"mot_de_passe.signe_conseille"_s, u"!"_s},
        {u"mot_de_passe.signes_deconseilles"_s, u"% $ * # @"_s},
        {u"secret.caracteres"_s, u"4"_s},
        {u"navigateur.conseille"_s, u"Firefox"_s},
        {u"navigateur.windows"_s, u"Internet Explorer 7 à 11, ou Firefox 3.6.10, 17.0.7, 24.5, 25 ou 45.8"_s},
        {u"navigateur.windows_versions"_s, u"Windows XP SP3 ou Windows 7"_s},
        {u"navigateur.mac"_s, u"Safari 6.0 ou Firefox 15.0"_s},
        {u"navigateur.sans_signature"_s, u"Chrome"_s},
        {u"approbation.heures"_s, u"72"_s},
        {u"objection.heures"_s, u"24"_s},
    };
    return all;
}

inline MailEvent mail(qint64 id, MailKind kind, MailState state, const QDateTime &sent)
{
    MailEvent event;
    event.id = id;
    event.kind = kind;
    event.state = state;
    event.queuedAt = sent;
    if (state != MailState::Queued)
        event.sentAt = sent;
    if (state == MailState::Delivered)
        event.deliveredAt = sent.addSecs(20);
    if (state == MailState::Bounced)
        event.bouncedAt = sent.addSecs(60);
    return event;
}

/// Habilitated, three mails delivered, logged in often, nothing wrong.
inline Account account(qint64 id = 11, const QString &identifiant = u"claire.fontan"_s)
{
    Account a;
    a.id = AccountId(id);
    a.identifiant = identifiant;
    a.firstName = u"Claire"_s;
    a.lastName = u"Fontan"_s;
    a.emailMasked = u"c••••@boulangerie-capitole.fr"_s;
    a.profile = Profile::Etablissement;
    a.firstLoginAt = hoursAgo(200);
    a.lastLoginAt = hoursAgo(30);
    a.password = PasswordState::Active;
    a.passwordChangedAt = hoursAgo(300);
    a.passwordChangedBy = u"extranet"_s;
    a.secretsSet = true;
    a.establishmentCount = 1;
    a.habilitation.id = HabilitationId(id + 100);
    a.habilitation.state = HabilitationState::Active;
    a.habilitation.requestedAt = hoursAgo(400);
    a.habilitation.activeFrom = hoursAgo(250);
    a.habilitation.referent = true;
    a.mails = {mail(1, MailKind::Identifiant, MailState::Delivered, hoursAgo(310)),
               mail(2, MailKind::MotDePasse, MailState::Delivered, hoursAgo(310)),
               mail(3, MailKind::Habilitation, MailState::Delivered, hoursAgo(255))};
    return a;
}

inline CallerFile file(const QList<Account> &accounts = {account()})
{
    CallerFile f;
    f.subject = CallerFile::Subject::Establishment;
    f.serverTime = now();
    f.establishment.id = EstablishmentId(5);
    f.establishment.siret = u"73282932000074"_s;
    f.establishment.siren = u"732829320"_s;
    f.establishment.denomination = u"Boulangerie du Capitole"_s;
    f.establishment.town = u"Toulouse"_s;
    f.establishment.postcode = u"31000"_s;
    f.establishment.registrationRequestedAt = hoursAgo(420);
    f.establishment.registeredAt = hoursAgo(419);
    f.establishment.timeZone = u"Europe/Paris"_s;
    f.accounts = accounts;
    f.accountsTotal = int(accounts.size());
    return f;
}

inline CallerFile unknownSiret()
{
    CallerFile f;
    f.subject = CallerFile::Subject::Unknown;
    f.asked = u"732 829 320 00074"_s;
    return f;
}

inline Account locked(Account a = account())
{
    a.lockedAt = now().addSecs(-8 * 60); // 14:02
    a.lockedUntil = now().addSecs(22 * 60); // 14:32
    a.failedLogins = 3;
    return a;
}

inline Account neverConnected(Account a = account())
{
    a.firstLoginAt = a.lastLoginAt = QDateTime();
    a.secretsSet = false;
    return a;
}

inline Account withHabilitation(HabilitationState state, Account a = neverConnected())
{
    a.habilitation.state = state;
    if (state != HabilitationState::Active)
        a.habilitation.activeFrom = QDateTime();
    return a;
}

inline Account withMail(MailKind kind, MailState state, Account a = neverConnected())
{
    a.mails.removeIf([kind](const MailEvent &m) { return m.kind == kind; });
    a.mails.append(mail(9, kind, state, hoursAgo(5)));
    return a;
}

inline Account withoutMail(MailKind kind, Account a = neverConnected())
{
    a.mails.removeIf([kind](const MailEvent &m) { return m.kind == kind; });
    return a;
}

inline Ticket openTicket(const QString &motif = u"habilitation"_s)
{
    Ticket t;
    t.number = TicketNumber(48213);
    t.motif = motif;
    t.state = TicketState::Open;
    t.receivedAt = hoursAgo(27);
    return t;
}

/// The context of a file with its first account picked, unless `index` says another; -1: none.
inline FactContext context(const CallerFile &f, qsizetype index = 0)
{
    FactContext c;
    c.file = &f;
    c.account = index >= 0 && index < f.accounts.size() ? &f.accounts.at(index) : nullptr;
    c.now = now();
    c.settings = settings();
    return c;
}

} // namespace desk::situations
