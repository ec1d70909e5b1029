// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/programs/dbadmin/checkcommand.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace desk::dbadmin {

namespace {

constexpr bool fault = true, advice = false;

/// Where the data is kept, and what operations rest on.
QHash<QString, CheckText> dataTexts()
{
    return {
        {u"server_version"_s,
         {fault, u"Le serveur est trop ancien."_s,
          u"Les règles de la base s’écrivent pour PostgreSQL 15 ou plus récent."_s,
          u"Installez une version plus récente, puis restaurez-y la base."_s}},
        {u"encoding"_s,
         {fault, u"La base n’est pas en UTF-8."_s,
          u"Des noms et des adresses n’y tiennent pas ; ils seraient refusés ou abîmés en pleine saisie."_s,
          u"Créez la base avec : createdb -E UTF8 -T template0 NOM, puis recopiez les données avec pg_dump."_s}},
        {u"strings"_s,
         {fault, u"Les barres obliques inverses sont lues comme des échappements."_s,
          u"Un texte tapé par un appelant pourrait être lu autrement qu’il n’est écrit."_s,
          u"ALTER DATABASE … RESET standard_conforming_strings, ou « on » dans postgresql.conf."_s}},
        {u"isolation"_s,
         {fault, u"Le niveau d’isolation par défaut n’est pas « read committed »."_s,
          u"Chaque opération des agents serait refusée : dans un instantané ancien, une règle jugerait sur des faits d’hier."_s,
          u"ALTER DATABASE … RESET default_transaction_isolation, de même pour les comptes et postgresql.conf."_s}},
        {u"durability"_s,
         {fault, u"Ce qui est annoncé comme fait peut se perdre."_s,
          u"Une coupure de courant effacerait des opérations que l’agent a vues réussir."_s,
          u"fsync = on, full_page_writes = on, synchronous_commit = on."_s}},
        {u"extensions"_s,
         {fault, u"Une extension manque."_s, u"La recherche par mots et sans accents en a besoin."_s,
          u"Installez le paquet postgresql-contrib s’il existe, puis : CREATE EXTENSION … SCHEMA public."_s}},
        {u"prepared_transactions"_s,
         {fault, u"Les transactions préparées sont permises."_s,
          u"Une transaction préparée garde ses verrous sans fin, même une fois son auteur parti."_s,
          u"max_prepared_transactions = 0, puis redémarrez le serveur."_s}},
    };
}

/// Who may what.
QHash<QString, CheckText> rightsTexts()
{
    return {
        {u"powers"_s,
         {fault, u"Un compte du service a un pouvoir sur le serveur."_s,
          u"Il passerait par-dessus toutes les règles de la base."_s,
          u"ALTER ROLE … NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS."_s}},
        {u"memberships"_s,
         {fault, u"Un compte du service est membre d’un groupe qui l’ouvre à tout."_s,
          u"Il lirait ou écrirait les tables sans passer par les fonctions, donc sans trace."_s,
          u"REVOKE groupe FROM compte."_s}},
        {u"two_groups"_s,
         {fault, u"Un compte est dans plusieurs groupes du service."_s,
          u"Le relais et l’extranet écrivent ce qu’un agent ne doit pas écrire, et réciproquement."_s,
          u"Un compte, un groupe : REVOKE … FROM compte, et un second compte s’il le faut."_s}},
        {u"connection_limit"_s,
         {advice, u"Un compte n’a pas de limite de connexions."_s,
          u"À lui seul, il peut prendre la place de tous les autres."_s,
          u"ALTER ROLE … CONNECTION LIMIT 20 (asp-dbadmin roles le fait pour les agents)."_s}},
        {u"own_settings"_s,
         {advice, u"Un compte du service a ses propres réglages."_s,
          u"Ils peuvent lever une limite du serveur, et celui qui tient le compte peut les changer."_s,
          u"ALTER ROLE … RESET ALL, sauf s’ils sont voulus."_s}},
        {u"open_to_all"_s,
         {fault, u"Des fonctions ou des droits de la base sont ouverts à tout le monde."_s,
          u"Avec des verrous, de gros objets ou des tables temporaires, un compte peut arrêter les autres."_s,
          u"Lancez « asp-dbadmin roles BASE » avec un superutilisateur."_s}},
        {u"functions_open"_s,
         {fault, u"Une fonction de la base est ouverte à tous, ou n’a pas son propre chemin de recherche."_s,
          u"La table de quelqu’un d’autre pourrait se mettre à la place d’une des nôtres."_s,
          u"Lancez « asp-dbadmin migrate BASE » ; si cela reste, la base a été modifiée à la main."_s}},
        {u"other_databases"_s,
         {advice, u"Les comptes du service peuvent entrer dans d’autres bases du serveur."_s,
          u"Ils y trouvent des verrous, des tables temporaires et de gros objets dont rien ne les prive."_s,
          u"REVOKE CONNECT ON DATABASE … FROM PUBLIC, pour chaque base citée ; ou limitez-les dans pg_hba.conf."_s}},
        {u"other_languages"_s,
         {fault, u"Une extension donne accès à l’extérieur de la base."_s,
          u"Elle lit des fichiers, ouvre des connexions ou exécute des programmes sur le serveur."_s,
          u"DROP EXTENSION …"_s}},
        {u"capacity"_s,
         {advice, u"Le serveur est réglé trop juste."_s,
          u"Une console tient deux connexions ; chaque opération d’une transaction tient un verrou."_s,
          u"max_connections : deux par compte, et dix de plus ; max_locks_per_transaction = 128."_s}},
    };
}

/// How one gets in, and what stays behind.
QHash<QString, CheckText> doorTexts()
{
    return {
        {u"password_encryption"_s,
         {fault, u"Les mots de passe seraient gardés sous une forme ancienne."_s,
          u"Qui lit une sauvegarde entrerait avec."_s,
          u"password_encryption = scram-sha-256, puis redonnez les mots de passe."_s}},
        {u"md5_passwords"_s,
         {fault, u"Un mot de passe est gardé en md5."_s,
          u"Qui lit une sauvegarde peut entrer avec, sans le connaître."_s,
          u"\\password compte, une fois password_encryption réglé sur scram-sha-256."_s}},
        {u"doors"_s,
         {fault, u"pg_hba.conf laisse entrer sans mot de passe sûr, ou sans TLS."_s,
          u"Quelqu’un sur le réseau pourrait se connecter à la place d’un agent, ou lire ce qui passe."_s,
          u"hostssl et scram-sha-256 (ou gss, ldap, cert) pour les agents ; une dernière ligne « reject »."_s}},
        {u"tls"_s,
         {fault, u"Le serveur écoute le réseau et parle en clair."_s,
          u"Noms, adresses et mots de passe y passent lisiblement."_s,
          u"ssl = on, avec un certificat que les consoles vérifient (sslmode=verify-full)."_s}},
        {u"logs"_s,
         {fault, u"Le journal du serveur garderait ce que les gens tapent."_s,
          u"Des noms, des adresses, ce qu’un appelant a dit : rien de cela ne doit rester dans un fichier."_s,
          u"log_statement = none, log_parameter_max_length = 0, log_parameter_max_length_on_error = 0, "
          "log_min_error_statement = panic, log_min_duration_statement = -1."_s}},
        {u"timeouts"_s,
         {advice, u"Rien ne met fin à ce qui reste ouvert."_s,
          u"Une transaction oubliée retient des lignes et retarde le scellement du journal."_s,
          u"idle_in_transaction_session_timeout = 60s, statement_timeout = 30s."_s}},
        {u"slow_guessing"_s,
         {advice, u"Rien ne ralentit qui essaie des mots de passe."_s,
          u"Des milliers d’essais par minute passeraient inaperçus."_s,
          u"shared_preload_libraries = 'auth_delay', auth_delay.milliseconds = 500."_s}},
    };
}

} // namespace

std::optional<CheckText> checkText(const QString &check)
{
    static const QHash<QString, CheckText> texts = [] {
        QHash<QString, CheckText> all = dataTexts();
        all.insert(rightsTexts());
        all.insert(doorTexts());
        return all;
    }();
    const auto it = texts.constFind(check);
    return it == texts.cend() ? std::nullopt : std::optional(*it);
}

} // namespace desk::dbadmin
