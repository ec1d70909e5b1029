// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/callers.h"

#include <algorithm>

// Who the callers worth trying are. The summary's order is that of add().

namespace desk::demo {

void Callers::add()
{
    addBakery();
    addNeverConnected();
    addBounced();
    addMistyped();
    addAccountant();
    addBeingDeleted();
    addOtherExtranet();
    addInvalidated();
    addOverseas();
    addManyUsers();
    addOffices();
    addNotices();
}

/// Locked out this very half hour, with a request already sent twice.
void Callers::addBakery()
{
    constexpr std::string_view name = "Boulangerie du Capitole", domain = "boulangerie-capitole.example";
    const std::string siren = "732829320";
    const Moment since = m_now - 14 * Day;
    m_out.companies.push_back({siren, 31});
    EstablishmentRow &shop
        = addPlace({name, "12", "rue", "d’Alsace-Lorraine", "31000", "Toulouse", domain, 14}, siren + "00074", since);
    addPlace({name, "3", "place", "de la Mairie", "31700", "Blagnac", domain, 10}, siretOf(siren, 8), since + Day);
    addPlace({name, "27", "avenue", "Jean Jaurès", "81000", "Albi", domain, 7}, siretOf(siren, 9), since + Day);

    AccountRow &claire = addAccount("Claire", "Fontan", "etablissement", domain, since);
    addCredentials(claire, since + Day + 7 * Hour);
    addConfirmation(claire, grant(claire, shop, "active", since + 2 * Hour), since + 2 * Day);
    login(claire, m_now - 11 * Day, m_now - 2 * Day - 3 * Hour);
    claire.lockedAt = m_now - 4 * Minute;
    claire.lockedUntil = claire.lockedAt + 30 * Minute;
    claire.failedLogins = 3;

    AccountRow &marc = addAccount("Marc", "Delmas", "tiers", "cabinet-delmas.example", m_now - 300 * Day);
    marc.extranet = "SYLAé";
    marc.passwordChangedAt = m_now - 290 * Day;
    login(marc, m_now - 280 * Day, m_now - Day);
    const HabilitationRow &waiting = grant(marc, shop, "awaiting_confirmation", m_now - 30 * Hour);
    MailRow &mail = addConfirmation(marc, waiting, m_now - 5 * Hour);
    mail.state = "queued";
    mail.sentAt = mail.deliveredAt = Never;
    mail.attempts = 2;
    mail.nextAttemptAt = m_now + 30 * Hour;
    mail.reason = "451 4.7.1 Réessayer plus tard";
    m_out.contracts.push_back({marc.id, shop.id, m_now - 2 * Day, true});

    AccountRow &sonia = addAccount("Sonia", "Roux", "etablissement", domain, since + 3 * Day);
    addCredentials(sonia, since + 4 * Day);
    addConfirmation(sonia, grant(sonia, shop, "active", since + 3 * Day), since + 5 * Day);

    const std::string year = isoDate(m_now).left(4).toStdString();
    m_out.daps.push_back({"031-" + year + "-0417", shop.id, "en_attente_ud", "Conjoncture économique", m_now - 3 * Day,
                          m_now + 40 * Day, m_now - 5 * Day, Never, false});
    addBakeryRequests(shop, claire);
    tell(shop.siret, name,
         "Claire Fontan, référente, vient de se tromper trois fois de mot de passe\u00A0: compte verrouillé, "
         "demande "
         "«\u00A0Habilitation à l’extranet\u00A0» ouverte hier et renvoyée ce matin.");
}

void Callers::addBakeryRequests(const EstablishmentRow &shop, const AccountRow &claire)
{
    const Moment today = m_now / Day * Day;
    addTicket(13, shop, claire, "habilitation",
              "Bonjour, je n’arrive plus à me connecter depuis lundi\u00A0: le site refuse mon mot de passe "
              "alors que je le "
              "recopie du courriel. Merci de votre aide.",
              today - Day + 9 * Hour + 5 * Minute);
    const Moment morning = today + 6 * Hour + 51 * Minute;
    addTicket(177, shop, claire, "habilitation",
              "Toujours pas d’accès, je renvoie ma demande d’hier. Nous devons déclarer avant la fin de la "
              "semaine.",
              morning < m_now - 20 * Minute ? morning : m_now - 45 * Minute);

    CallRow call;
    call.id = uuid(m_rng);
    call.agent = "n.martin";
    call.openedAt = m_now - 9 * Day - 2 * Hour;
    call.closedAt = call.openedAt + 6 * Minute;
    call.outcome = "solved";
    call.note = "Courriel retrouvé dans les indésirables pendant l’appel.";
    call.establishment = shop.id;
    call.account = claire.id;
    m_out.calls.push_back(std::move(call));
}

void Callers::addNeverConnected()
{
    constexpr std::string_view domain = "menuiserie-kervella.example";
    const Moment since = m_now - 9 * Day;
    EstablishmentRow &place
        = addPlace({"Menuiserie Kervella", "8", "quai", "du Port", "29000", "Quimper", domain, 11}, since);
    AccountRow &yann = addAccount("Yann", "Kervella", "etablissement", domain, since);
    addCredentials(yann, since + 8 * Hour);
    addConfirmation(yann, grant(yann, place, "active", since), since + 2 * Day);
    addTicket(21, place, yann, "habilitation", "J’ai reçu trois courriels mais le site ne me reconnaît pas.",
              m_now - 26 * Hour);
    tell(yann.email, "Menuiserie Kervella",
         "Yann Kervella a reçu ses trois courriels il y a une semaine et ne s’est jamais connecté.");
}

void Callers::addBounced()
{
    constexpr std::string_view domain = "hotel-dunes.example";
    const Moment since = m_now - 4 * Day;
    EstablishmentRow &place = addPlace(
        {"Hôtel des Dunes", "41", "boulevard", "de la Paix", "85100", "Les Sables-d’Olonne", domain, 18}, since);
    AccountRow &odile = addAccount("Odile", "Besson", "etablissement", domain, since);
    addCredentials(odile, since + 5 * Hour);
    MailRow &mail = addConfirmation(odile, grant(odile, place, "awaiting_confirmation", since), m_now - 2 * Day);
    mail.state = "bounced";
    mail.deliveredAt = Never;
    mail.bouncedAt = mail.sentAt + 3 * Minute;
    mail.reason = "550 5.7.1 Message refusé par la politique du domaine";
    tell(odile.identifiant, "Hôtel des Dunes",
         "La confirmation d’habilitation d’Odile Besson est revenue\u00A0: son serveur l’a refusée.");
}

void Callers::addMistyped()
{
    constexpr std::string_view domain = "garage-saint-eloi.example";
    const Moment since = m_now - 200 * Day;
    EstablishmentRow &place
        = addPlace({"Garage Saint-Éloi", "102", "route", "de Bordeaux", "59140", "Dunkerque", domain, 9}, since);
    AccountRow &thierry = addAccount("Thierry", "Vermeersch", "etablissement", domain, since);
    grant(thierry, place, "active", since);
    login(thierry, since + 4 * Day, m_now - 6 * Day);
    std::string key = place.siret;
    key[7] = key[7] == '9' ? '8' : static_cast<char>(key[7] + 1);
    tell(key, "SIRET mal dicté",
         "Un seul chiffre est faux\u00A0: la console propose le Garage Saint-Éloi, à Dunkerque.");
}

void Callers::addAccountant()
{
    constexpr std::string_view domain = "cabinet-mercier.example";
    const Moment since = m_now - 900 * Day;
    EstablishmentRow &place = addPlace(
        {"Cabinet Mercier et Associés", "5", "cours", "Victor Hugo", "33000", "Bordeaux", domain, 34}, since);
    AccountRow &helene = addAccount("Hélène", "Mercier", "tiers", domain, since);
    helene.extranet = "APEA";
    helene.establishments = 1;
    grant(helene, place, "active", since);
    login(helene, since + 3 * Day, m_now - 2 * Hour);
    m_accountant = helene.id;
    tell(helene.email, "Cabinet Mercier et Associés",
         "Hélène Mercier, experte-comptable, intervient pour un très grand nombre d’établissements (200 au "
         "plus).");
}

void Callers::addBeingDeleted()
{
    constexpr std::string_view domain = "imprimerie-place-stanislas.example";
    const Moment since = m_now - 600 * Day;
    EstablishmentRow &place
        = addPlace({"Imprimerie Thiébaut", "19", "rue", "Gutenberg", "54000", "Nancy", domain, 23}, since);
    AccountRow &gerard = addAccount("Gérard", "Thiébaut", "etablissement", domain, since);
    grant(gerard, place, "active", since);
    login(gerard, since + 5 * Day, m_now - 40 * Day);
    gerard.beingDeletedAt = m_now - 3 * Day;
    addTicket(34, place, gerard, "habilitation", "Je pars en retraite, mais ma remplaçante n’a plus accès au site.",
              m_now - 8 * Day);
    tell(gerard.identifiant, "Imprimerie Thiébaut",
         "Le compte de Gérard Thiébaut, référent, est en cours de suppression.");
}

void Callers::addOtherExtranet()
{
    constexpr std::string_view domain = "jardinerie-coteaux.example";
    const Moment since = m_now - 6 * Day;
    EstablishmentRow &place
        = addPlace({"Jardinerie des Coteaux", "1", "chemin", "du Moulin", "16100", "Cognac", domain, 21}, since);
    AccountRow &nathalie = addAccount("Nathalie", "Chauvet", "etablissement", domain, m_now - 800 * Day);
    nathalie.extranet = "SYLAé";
    login(nathalie, m_now - 790 * Day, m_now - 30 * Day);
    addConfirmation(nathalie, grant(nathalie, place, "active", since), since + 2 * Day);
    tell(nathalie.email, "Jardinerie des Coteaux",
         "Nathalie Chauvet utilise déjà SYLAé\u00A0: mêmes identifiants, un seul courriel envoyé, celui "
         "d’habilitation.");
}

void Callers::addInvalidated()
{
    constexpr std::string_view domain = "tissages-chomarat.example";
    const Moment since = m_now - 420 * Day;
    EstablishmentRow &place
        = addPlace({"Tissages Chomarat", "66", "rue", "des Métiers", "42300", "Roanne", domain, 58}, since);
    AccountRow &lucie = addAccount("Lucie", "Chomarat", "etablissement", domain, since);
    static_cast<void>(m_world.identities().person("Hugo", "Chomarat")); // his account is made later, by the desk
    grant(lucie, place, "active", since);
    login(lucie, since + 3 * Day, m_now - Day);
    const std::string prefix = "042-" + isoDate(m_now).left(4).toStdString() + "-0";
    const std::string_view supply = "Difficultés d’approvisionnement en matières premières ou en énergie";
    m_out.daps.push_back({prefix + "311", place.id, "invalidee", supply, m_now - 12 * Day, m_now + 60 * Day,
                          m_now - 14 * Day, m_now - 2 * Day, false});
    m_out.daps.push_back({prefix + "127", place.id, "validee", "Conjoncture économique", m_now - 200 * Day,
                          m_now - 120 * Day, m_now - 210 * Day, m_now - 203 * Day, true});
    addTicket(58, place, lucie, "decision_autorisation", "Notre demande a été invalidée, sans motif compréhensible.",
              m_now - Day);
    tell(place.siret, "Tissages Chomarat", "La dernière DAP a été invalidée par l’unité départementale avant-hier.");
}

void Callers::addOverseas()
{
    constexpr std::string_view domain = "residence-flamboyants.example";
    const Moment since = m_now - 9 * Hour;
    EstablishmentRow &place = addPlace(
        {"Résidence des Flamboyants", "7", "allée", "des Cannes", "97410", "Saint-Pierre", domain, 16}, since);
    AccountRow &marieLaure = addAccount("Marie-Laure", "Hoarau", "etablissement", domain, since);
    marieLaure.passwordState = "none";
    marieLaure.passwordChangedAt = Never;
    marieLaure.passwordChangedBy.clear();
    grant(marieLaure, place, "requested", since);
    tell(place.siret, "Résidence des Flamboyants",
         "À La Réunion\u00A0: l’heure locale compte\u00A0; inscription demandée il y a quelques heures, "
         "aucun courriel n’est encore parti.");
}

void Callers::addManyUsers()
{
    constexpr std::string_view domain = "conserverie-iroise.example";
    const Moment since = m_now - 700 * Day;
    EstablishmentRow &place
        = addPlace({"Conserverie de l’Iroise", "2", "quai", "des Pêcheurs", "29200", "Brest", domain, 74}, since);
    constexpr std::string_view people[][2]
        = {{"Gwenaëlle", "Le Bihan"}, {"Pierrick", "Morvan"},  {"Sandrine", "Cloarec"},
           {"Karim", "Benali"},       {"Sandrine", "Cloarec"}, {"Loïc", "Abgrall"}};
    int rank = 0;
    for (const auto &[first, last] : people) {
        const Moment from = since + rank * 90 * Day;
        AccountRow &account = addAccount(first, last, "etablissement", domain, from);
        HabilitationRow &right = grant(account, place, rank == 3 ? "revoked" : "active", from);
        if (rank == 3)
            right.revokedAt = m_now - 100 * Day;
        login(account, from + 4 * Day, m_now - (1 + rank) * 3 * Day);
        if (rank == 1)
            account.passwordState = "voided";
        if (rank == 5) {
            account.firstLoginAt = account.lastLoginAt = Never;
            account.secretsSet = false;
        }
        ++rank;
    }
    tell(place.siret, "Conserverie de l’Iroise",
         "Six comptes sur un même SIRET, dont deux homonymes, un mot de passe annulé et une habilitation "
         "révoquée.");
}

void Callers::addOffices()
{
    for (const Office &office : departmentOffices())
        addOffice(office, "ud");
    for (const Office &office : regionOffices())
        addOffice(office, "direccte");
    addOffice({"instruction", "Instruction", "Paris", "75015"}, "dgefp");
    addOffice({"pilotage", "Pilotage", "Paris", "75015"}, "dgefp");
}

void Callers::addOffice(const Office &office, std::string_view profile)
{
    AccountRow row;
    row.id = ++m_world.lastAccount;
    row.identifiant = std::string(profile) + "." + std::string(office.slug);
    row.firstName = profile == "ud" ? "UD" : profile == "direccte" ? "DIRECCTE" : "DGEFP";
    row.lastName = office.name;
    row.email = row.identifiant + "@administration.example";
    row.phone = fictionalPhone(m_rng, office.postcode, false);
    row.profile = profile;
    row.createdAt = m_now - m_rng.between(300, 1800) * Day;
    row.passwordChangedAt = row.createdAt + 2 * Day;
    row.passwordChangedBy = "caller";
    row.secretQuestion = "Nom de votre école primaire\u00A0?";
    login(row, row.createdAt + 2 * Day, m_now - m_rng.between(1, 200) * Hour);
    if (m_rng.chance(60)) { // has never logged in: the password of the mail must be changed first
        row.firstLoginAt = row.lastLoginAt = Never;
        row.passwordChangedBy = "extranet";
        row.mustChange = true;
        row.secretsSet = false;
    }
    m_out.accounts.push_back(std::move(row));
}

void Callers::addNotices()
{
    m_out.notices.push_back({"Rejets d’indemnisation par erreur hier\u00A0: correction en cours, "
                             "régularisation dans la journée.",
                             "s.garcin", m_now - 5 * Hour, m_now + 19 * Hour});
    m_out.notices.push_back(
        {"Interruption du site entre 20 h et 22 h pour maintenance.", "s.garcin", m_now - 9 * Day, m_now - 8 * Day});
}

} // namespace desk::demo
