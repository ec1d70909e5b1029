// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/errortext.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct Rules {
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

using Sentences = QHash<QString, QString>;

void addCallRules(Sentences &s)
{
    s[u"needs_call_or_ticket"_s] = Rules::tr(
        "Aucun appel ni demande ne justifie cette opération : rien n’a été modifié. Ouvrez d’abord le dossier "
        "de l’appelant, puis recommencez.");
    s[u"no_call"_s]
        = Rules::tr("Aucun appel en cours : rien n’a été affiché ni modifié. F7 ouvre un appel dans ce dossier ; "
                    "recommencez ensuite.");
    s[u"not_your_call"_s] = Rules::tr(
        "Cet appel est celui d’un autre agent : rien n’a été modifié. Terminez-le ici et rouvrez le dossier pour "
        "commencer le vôtre.");
    s[u"call_closed"_s] = Rules::tr(
        "Cet appel est déjà terminé : rien n’a été modifié, votre texte est conservé. Rouvrez le dossier pour "
        "commencer un nouvel appel.");
    s[u"unknown_call_outcome"_s]
        = Rules::tr("Cette issue d’appel n’est plus dans la liste : l’appel reste ouvert et votre note est conservée. "
                    "Choisissez-en une autre.");
    s[u"call_outcome_needed"_s]
        = Rules::tr("Choisissez l’issue de l’appel pour le terminer ; votre note est conservée.");
}

void addAccountRules(Sentences &s)
{
    s[u"unknown_account"_s] = Rules::tr("Ce compte n’existe plus : rien n’a été modifié. Rouvrez le dossier avec F5.");
    s[u"not_locked"_s] = Rules::tr(
        "Ce compte n’est pas verrouillé : il n’y avait rien à débloquer et rien n’a été modifié. Si l’appelant ne "
        "peut pas se connecter, suivez le script « Mot de passe ».");
    s[u"account_being_deleted"_s]
        = Rules::tr("Ce compte est en cours de suppression : rien n’a été modifié. Expliquez à l’appelant qu’il devra "
                    "demander une nouvelle habilitation.");
    s[u"account_disabled"_s]
        = Rules::tr("Ce compte est désactivé : rien n’a été modifié. Transmettez la demande à un superviseur.");
    s[u"no_active_habilitation"_s]
        = Rules::tr("Ce compte n’a aucune habilitation active : rien n’a été modifié. Suivez d’abord le script "
                    "d’habilitation.");
    s[u"habilitation_not_active"_s]
        = Rules::tr("Cette habilitation n’est pas active : rien n’a été modifié. Rouvrez le dossier avec F5 pour voir "
                    "où elle en est.");
    s[u"nothing_to_confirm"_s]
        = Rules::tr("Cette habilitation n’attend aucune confirmation : aucun courriel n’a été renvoyé.");
    s[u"profile_has_no_mail"_s] = Rules::tr(
        "Ce profil ne reçoit pas ses identifiants par courriel : rien n’a été modifié. Adressez l’appelant à "
        "son administrateur.");
    s[u"reason_needed"_s] = Rules::tr("Choisissez un motif : l’opération n’a pas été faite.");
    s[u"reason_text_needed"_s] = Rules::tr(
        "Ce motif demande une précision : l’opération n’a pas été faite. Écrivez quelques mots, puis confirmez.");
    s[u"unknown_reason"_s]
        = Rules::tr("Ce motif n’est plus dans la liste : l’opération n’a pas été faite. Choisissez-en un autre.");
    s[u"over_ceiling"_s] = Rules::tr(
        "Vous avez atteint le plafond d’opérations de l’heure : rien n’a été modifié, votre texte est conservé. Un "
        "superviseur peut le lever ; sinon, réessayez plus tard.");
}

void addCheckRules(Sentences &s)
{
    s[u"check_needed"_s] = Rules::tr("L’appelant n’est pas encore vérifié : rien n’a été modifié, votre saisie est "
                                     "conservée. Vérifiez-le ci-dessus, puis confirmez.");
    s[u"check_two_facts"_s]
        = Rules::tr("Il faut deux renseignements différents : rien n’a été comparé, aucun essai n’est compté.");
    s[u"unknown_fact"_s]
        = Rules::tr("Ce renseignement n’est plus dans la liste : rien n’a été comparé. Choisissez-en un autre.");
    s[u"fact_shown"_s] = Rules::tr(
        "Ce renseignement a été affiché pendant l’appel : il ne prouve plus rien. Choisissez-en un autre ; aucun essai "
        "n’est compté.");
    s[u"fact_absent"_s] = Rules::tr(
        "Ce renseignement n’est pas au dossier : rien n’a été comparé, aucun essai n’est compté. Choisissez-en un "
        "autre.");
    s[u"too_many_tries"_s]
        = Rules::tr("Trop d’essais sans succès : l’appelant ne peut plus être vérifié maintenant. Rien n’a été "
                    "modifié. Expliquez-le "
                    "lui, puis terminez l’appel avec « Vérification de l’appelant non concluante ».");
    s[u"file_not_opened"_s] = Rules::tr(
        "Ce dossier n’a pas été ouvert pendant l’appel : rien n’a été modifié. Rouvrez-le avec F5, puis recommencez.");
}

void addAccessRules(Sentences &s)
{
    s[u"unknown_establishment"_s]
        = Rules::tr("Cet établissement n’existe pas dans la base : rien n’a été modifié. L’inscription se fait d’abord "
                    "sur l’extranet.");
    s[u"already_habilitated"_s] = Rules::tr(
        "Ce compte est déjà habilité sur cet établissement : rien n’a été modifié. Un nouveau mot de passe suffit "
        "peut-être.");
    s[u"already_referent"_s]
        = Rules::tr("Ce compte est déjà le référent de cet établissement : rien n’a été modifié. Choisissez une autre "
                    "personne.");
    s[u"account_exists"_s] = Rules::tr(
        "Cette adresse est déjà celle d’un compte : aucun autre n’a été créé, votre saisie est conservée. Utilisez ce "
        "compte, ou faites répéter l’adresse.");
    s[u"bad_person"_s]
        = Rules::tr("Un renseignement sur la personne n’est pas accepté : rien n’a été modifié, votre saisie est "
                    "conservée. Corrigez-le, puis confirmez.");
    s[u"already_waiting"_s] = Rules::tr(
        "Une demande du même genre attend déjà une approbation pour cet établissement : rien n’a été ajouté. Attendez "
        "la décision, ou retirez la première demande.");
    s[u"supervisor_only"_s] = Rules::tr(
        "Cette opération est réservée aux superviseurs : rien n’a été modifié. Transmettez-leur la demande.");
    s[u"agent_only"_s] = Rules::tr("Cette opération est réservée aux agents : rien n’a été modifié.");
    s[u"needs_call"_s] = Rules::tr(
        "Aucun appel ne justifie cette opération : rien n’a été modifié. Ouvrez d’abord le dossier de l’appelant, puis "
        "recommencez.");
    s[u"needs_ticket"_s] = Rules::tr(
        "Aucune demande prise en charge par vous ne justifie cette opération : rien n’a été modifié. Prenez d’abord la "
        "demande.");
}

void addApprovalRules(Sentences &s)
{
    s[u"unknown_request"_s]
        = Rules::tr("Cette demande d’approbation n’existe pas : rien n’a été modifié. Actualisez avec F5.");
    s[u"not_waiting"_s] = Rules::tr(
        "Cette demande d’approbation a déjà reçu une réponse : rien n’a été modifié. Actualisez avec F5 pour la voir.");
    s[u"request_expired"_s] = Rules::tr(
        "Cette demande d’approbation a expiré sans réponse : rien n’a été modifié. Elle doit être refaite.");
    s[u"own_request"_s]
        = Rules::tr("Cette demande vient de vous : c’est à une autre personne d’en décider. Rien n’a été modifié.");
    s[u"not_your_request"_s] = Rules::tr(
        "Cette demande vient de quelqu’un d’autre : seul son auteur peut la retirer. Rien n’a été modifié.");
    s[u"unknown_change"_s] = Rules::tr("Ce changement n’existe pas : rien n’a été modifié. Actualisez avec F5.");
    s[u"already_undone"_s] = Rules::tr("Ce changement a déjà été annulé : il n’y a plus rien à faire.");
    s[u"already_objected"_s]
        = Rules::tr("Une opposition est déjà enregistrée pour ce changement : les superviseurs la voient déjà.");
    s[u"objection_over"_s]
        = Rules::tr("Le délai d’opposition est passé : rien n’a été modifié. Ouvrez une demande d’assistance pour que "
                    "la situation soit examinée.");
    s[u"later_operations"_s] = Rules::tr(
        "D’autres opérations ont touché les mêmes comptes depuis : rien n’a été annulé. Relisez-les, puis confirmez de "
        "nouveau pour tout annuler.");
}

void addOversightRules(Sentences &s)
{
    s[u"own_ceiling"_s]
        = Rules::tr("Personne ne lève son propre plafond : rien n’a été modifié. Demandez-le à un autre superviseur.");
    s[u"unknown_setting"_s] = Rules::tr("Ce réglage n’existe pas dans cette base : rien n’a été modifié.");
    s[u"bad_value"_s]
        = Rules::tr("Cette valeur n’est pas acceptée pour ce réglage : l’ancienne reste en vigueur. Corrigez-la.");
    s[u"unknown_notice"_s] = Rules::tr("Cet avis n’existe pas ou n’est plus affiché : rien n’a été modifié.");
    s[u"unknown_mail"_s] = Rules::tr("Ce courriel n’existe pas : rien n’a été envoyé. Actualisez avec F5.");
    s[u"mail_not_failed"_s]
        = Rules::tr("Ce courriel n’a pas échoué : il n’a pas été renvoyé. Actualisez avec F5 pour voir où il en est.");
    s[u"unknown_agent"_s] = Rules::tr("Cette personne n’est pas connue de la base : rien n’a été modifié.");
}

void addTicketRules(Sentences &s)
{
    s[u"unknown_ticket"_s] = Rules::tr("Cette demande n’existe pas : rien n’a été modifié. Vérifiez son numéro.");
    s[u"not_open"_s] = Rules::tr(
        "Cette demande est déjà close : rien n’a été modifié, votre texte est conservé. Rouvrez-la si elle doit être "
        "complétée.");
    s[u"not_closed"_s] = Rules::tr("Cette demande n’est pas close : il n’y a rien à rouvrir et rien n’a été modifié.");
    s[u"owned_by_other"_s] = Rules::tr(
        "Cette demande est prise en charge par un autre agent : rien n’a été modifié, votre texte est conservé. "
        "Voyez avec lui ou avec un superviseur.");
    s[u"version"_s] = Rules::tr("Quelqu’un d’autre vient de modifier cette demande : rien n’a été écrasé et votre "
                                "texte est conservé. Relisez ce "
                                "qui a changé, puis confirmez de nouveau.");
    s[u"outcome_needed"_s]
        = Rules::tr("Choisissez une issue : la demande n’a pas été close, votre réponse est conservée.");
    s[u"outcome_text_needed"_s]
        = Rules::tr("Cette issue demande une précision : écrivez quelques mots, puis confirmez. Rien n’a été modifié.");
    s[u"answer_needed"_s]
        = Rules::tr("La réponse au demandeur est vide : la demande n’a pas été close. Rédigez-la, puis confirmez.");
    s[u"answer_too_long"_s]
        = Rules::tr("La réponse dépasse 4 000 caractères : la demande n’a pas été close et votre texte est conservé. "
                    "Raccourcissez-le.");
    s[u"unfilled_placeholder"_s]
        = Rules::tr("Il reste un passage à compléter entre crochets dans la réponse : elle n’a pas été envoyée. "
                    "Complétez-le ou retirez-le.");
    s[u"unknown_motif"_s] = Rules::tr(
        "Ce motif de demande n’est plus dans la liste : la demande n’a pas été ouverte. Choisissez-en un autre.");
    s[u"description_too_long"_s]
        = Rules::tr("La description dépasse 1 000 caractères : la demande n’a pas été ouverte et votre texte est "
                    "conservé. Raccourcissez-le.");
    s[u"duplicate_of_itself"_s]
        = Rules::tr("Une demande ne peut pas être le doublon d’elle-même : rien n’a été modifié.");
}

void addTicketLifeRules(Sentences &s)
{
    s[u"same_owner"_s]
        = Rules::tr("Cette demande est déjà chez cette personne : rien n’a été modifié. Choisissez quelqu’un d’autre.");
    s[u"unknown_login"_s]
        = Rules::tr("Cette personne n’est pas un agent de cette base : rien n’a été modifié. Choisissez-en une autre.");
    s[u"hold_reason_needed"_s] = Rules::tr(
        "Choisissez ce que la demande attend : elle n’a pas été mise en attente, votre texte est conservé.");
    s[u"hold_text_needed"_s]
        = Rules::tr("Cette raison d’attente demande une précision : la demande n’a pas été mise en attente. Écrivez "
                    "quelques mots, puis confirmez.");
    s[u"bad_until"_s]
        = Rules::tr("Cette date de réveil n’est pas acceptée : la demande n’a pas été mise en attente, votre texte est "
                    "conservé. Choisissez un moment à venir, dans 90 jours au plus.");
    s[u"not_on_hold"_s] = Rules::tr("Cette demande n’est pas en attente : il n’y a rien à reprendre et rien n’a été "
                                    "modifié.");
    s[u"not_owned"_s]
        = Rules::tr("Cette demande n’est chez personne : il n’y a rien à rendre ni à reprendre, rien n’a été "
                    "modifié. Prenez-la si elle est pour vous.");
    s[u"same_motif"_s] = Rules::tr("Cette demande a déjà ce motif : rien n’a été modifié. Choisissez-en un autre.");
    s[u"merge_other_siret"_s]
        = Rules::tr("Ces demandes ne portent pas sur le même SIRET : aucune n’a été fusionnée. Décochez celle d’un "
                    "autre établissement, puis confirmez.");
    s[u"merge_other_motif"_s] = Rules::tr("Ces demandes n’ont pas le même motif : aucune n’a été fusionnée. Corrigez "
                                          "d’abord le motif de l’une, ou décochez-la.");
    s[u"merge_itself"_s] = Rules::tr(
        "Une demande ne se fusionne pas avec elle-même : aucune n’a été fusionnée. Décochez-la, puis confirmez.");
    s[u"open_duplicates"_s]
        = Rules::tr("D’autres demandes de même SIRET et de même motif sont ouvertes : rien n’a été envoyé et votre "
                    "réponse est conservée. Dites s’il faut les fusionner ou les laisser ouvertes, puis confirmez.");
    s[u"text_not_plain"_s]
        = Rules::tr("Ce texte contient des caractères invisibles que la base refuse : rien n’a été modifié, votre "
                    "texte est conservé. Retapez le passage collé, puis confirmez.");
    const QString tooMany
        = Rules::tr("Trop de demandes à la fois : rien n’a été modifié. Décochez-en jusqu’à cinquante, puis "
                    "recommencez avec les autres.");
    s[u"too_many_duplicates"_s] = tooMany;
    s[u"too_many_tickets"_s] = tooMany;
}

void addViewRules(Sentences &s)
{
    s[u"view_name_needed"_s]
        = Rules::tr("Donnez un nom à cette vue : elle n’a pas été enregistrée, le filtre est conservé.");
    s[u"view_name_taken"_s] = Rules::tr(
        "Une vue porte déjà ce nom : celle-ci n’a pas été enregistrée, le filtre est conservé. Choisissez un autre "
        "nom.");
    s[u"unknown_view"_s]
        = Rules::tr("Cette vue n’existe plus : rien n’a été modifié. Le filtre affiché est conservé, vous pouvez "
                    "l’enregistrer sous un nouveau nom.");
    s[u"not_your_view"_s]
        = Rules::tr("Cette vue est celle de quelqu’un d’autre : rien n’a été modifié. Enregistrez le filtre sous un "
                    "nouveau nom pour en avoir une à vous.");
    s[u"too_many_views"_s] = Rules::tr(
        "Vous avez déjà cinquante vues : celle-ci n’a pas été enregistrée, le filtre est conservé. Supprimez-en une, "
        "puis recommencez.");
}

void addInputRules(Sentences &s)
{
    s[u"bad_siret"_s] = Rules::tr("Ce SIRET n’est pas valide : rien n’a été envoyé. Faites répéter les 14 chiffres.");
    s[u"bad_email"_s]
        = Rules::tr("Cette adresse électronique n’est pas valide : rien n’a été envoyé. Faites-la épeler.");
    s[u"bad_phone"_s] = Rules::tr("Ce numéro de téléphone n’est pas valide : rien n’a été envoyé. Faites-le répéter.");
    s[u"text_needed"_s]
        = Rules::tr("Le texte est vide : rien n’a été enregistré. Écrivez quelques mots, puis confirmez.");
    s[u"text_too_long"_s]
        = Rules::tr("Le texte est trop long : il n’a pas été enregistré dans la base, mais il est conservé ici. "
                    "Raccourcissez-le.");
    s[u"too_long"_s] = Rules::tr(
        "La note dépasse 10 000 caractères : elle est conservée sur ce poste, mais pas encore dans la base. "
        "Raccourcissez-la.");
    s[u"bad_params"_s] = Rules::tr("La base n’a pas compris cette demande : rien n’a été modifié, votre texte est "
                                   "conservé. Prévenez votre service "
                                   "informatique.");
    s[u"unknown_kind"_s] = Rules::tr(
        "Cette base ne connaît pas cette opération : rien n’a été modifié. Elle est sans doute plus ancienne que la "
        "console ; prévenez votre service informatique.");
    s[u"id_reused"_s] = Rules::tr(
        "Cette opération porte l’identifiant d’une autre : rien n’a été modifié. Fermez la feuille et recommencez.");
    s[u"rate_limited"_s] = Rules::tr(
        "Vous avez atteint le plafond horaire de consultations : aucun dossier n’a été ouvert. Patientez quelques "
        "minutes ou demandez à un superviseur de le lever.");
    s[u"not_found"_s]
        = Rules::tr("Cette valeur n’existe pas ou n’existe plus dans la base. Rouvrez le dossier avec F5.");
}

void addConnectionRules(Sentences &s)
{
    s[u"no_role"_s] = Rules::tr("Ce compte existe sur le serveur, mais n’a aucun rôle dans Assistance AP. Demandez à "
                                "l’administrateur de la base "
                                "de lui donner le rôle d’agent ou de superviseur.");
    s[u"secret_needed"_s] = Rules::tr(
        "Aucun mot de passe n’a été trouvé dans le trousseau (il est peut-être verrouillé). Saisissez-le pour vous "
        "connecter.");
    s[u"uri_password"_s] = Rules::tr(
        "L’adresse contient un mot de passe : elle est refusée, car il resterait lisible dans l’historique du poste. "
        "Retirez-le ; la console le demandera.");
    s[u"unknown_host"_s] = Rules::tr(
        "Ce nom d’hôte est inconnu : rien n’a été envoyé. Vérifiez son orthographe ou votre connexion au réseau.");
    s[u"no_database"_s]
        = Rules::tr("Cette base n’existe pas sur le serveur. Vérifiez son nom auprès de son administrateur.");
    s[u"not_migrated"_s] = Rules::tr("Cette base existe, mais n’est pas celle d’Assistance AP ou n’a pas encore été "
                                     "préparée. Son administrateur doit "
                                     "lancer « asp-dbadmin migrate ».");
    s[u"tls"_s] = Rules::tr(
        "La connexion chiffrée a échoué : rien n’a été envoyé. Vérifiez le fichier d’autorité et le choix de TLS avec "
        "l’administrateur de la base.");
    s[u"keychain"_s] = Rules::tr(
        "Le trousseau du système n’est pas utilisable : la connexion est établie, mais le mot de passe n’a pas été "
        "retenu et vous sera demandé à chaque démarrage.");
}

void addTlsRules(Sentences &s)
{
    s[u"tls_name"_s] = Rules::tr("Le certificat du serveur est au nom d’un autre hôte : rien n’a été envoyé. Écrivez "
                                 "l’hôte exactement comme dans "
                                 "le certificat, ou demandez le bon nom à l’administrateur de la base.");
    s[u"tls_expired"_s] = Rules::tr(
        "Le certificat du serveur a expiré (ou n’est pas encore valable) : rien n’a été envoyé. Vérifiez l’heure de ce "
        "poste, puis prévenez l’administrateur de la base.");
    s[u"tls_unknown_authority"_s] = Rules::tr(
        "Le certificat du serveur n’est pas signé par l’autorité choisie : rien n’a été envoyé. Vérifiez le fichier "
        "d’autorité avec l’administrateur de la base ; ne choisissez pas « non vérifié » pour contourner ce refus.");
    s[u"tls_unverified"_s] = Rules::tr("Le certificat du serveur n’a pas pu être vérifié : autorité inconnue ou "
                                       "certificat expiré. Rien n’a été envoyé. "
                                       "Vérifiez le fichier d’autorité avec l’administrateur de la base.");
    s[u"tls_authority_file"_s] = Rules::tr("Le fichier d’autorité n’a pas été trouvé ou n’est pas lisible : rien n’a "
                                           "été envoyé. Choisissez celui que donne "
                                           "l’administrateur de la base.");
    s[u"tls_plain_server"_s] = Rules::tr(
        "Ce serveur ne propose pas de connexion chiffrée, alors qu’elle est exigée ici : rien n’a été envoyé. Prévenez "
        "l’administrateur de la base.");
    s[u"tls_wanted"_s] = Rules::tr("Ce serveur n’admet que des connexions chiffrées. Choisissez « Exigé, serveur "
                                   "vérifié » pour TLS, puis recommencez.");
    s[u"tls_client_certificate"_s] = Rules::tr("Le certificat de ce poste (sslcert, sslkey) n’a pas pu servir : "
                                               "fichier absent, clé lisible par d’autres, ou refusé "
                                               "par le serveur. Prévenez votre service informatique.");
    s[u"tls_client_needed"_s] = Rules::tr(
        "Ce serveur demande un certificat de ce poste, et aucun n’est installé. Prévenez votre service informatique.");
    s[u"not_admitted"_s] = Rules::tr("Le serveur n’admet pas cet identifiant depuis ce poste ou sur cette base. "
                                     "Vérifiez l’identifiant et la base, puis "
                                     "prévenez l’administrateur de la base.");
    s[u"channel_binding"_s] = Rules::tr("Le serveur n’a pas prouvé qu’il connaît votre compte : le mot de passe ne lui "
                                        "a pas été envoyé. S’il vérifie les "
                                        "mots de passe dans un annuaire, choisissez « Exigé, serveur vérifié » ; "
                                        "sinon, quelqu’un s’interpose peut-être : "
                                        "prévenez votre service informatique.");
}

void addPasswordRules(Sentences &s)
{
    s[u"wrong_current_password"_s] = Rules::tr(
        "Le mot de passe actuel n’est pas le bon, ou il a expiré : rien n’a été changé. Saisissez-le de nouveau.");
    s[u"password_elsewhere"_s] = Rules::tr(
        "Les mots de passe de cette base sont tenus ailleurs (annuaire, Kerberos, certificat) : rien n’a été changé. "
        "Changez le vôtre là où vous le faites d’habitude pour votre poste.");
    s[u"tls_needed"_s] = Rules::tr("Un mot de passe ne se change que sur une connexion chiffrée : rien n’a été changé. "
                                   "Reconnectez-vous avec TLS, ou "
                                   "demandez-le à l’administrateur de la base.");
    s[u"password_not_asked"_s] = Rules::tr("Le serveur n’a pas demandé de mot de passe : il n’a donc rien vérifié. "
                                           "Changez d’utilisateur pour vous reconnecter.");
    s[u"password_outcome_unknown"_s] = Rules::tr("La connexion s’est coupée pendant le changement : l’ancien ou le "
                                                 "nouveau mot de passe est le bon. Essayez le nouveau, "
                                                 "puis l’ancien, à la prochaine connexion.");
}

void addDraftRules(Sentences &s)
{
    s[u"draft_too_long"_s]
        = Rules::tr("Ce brouillon est trop long pour être gardé dans la base : il reste affiché ici. "
                    "Raccourcissez-le ou confirmez-le sans tarder.");
    s[u"too_many_drafts"_s]
        = Rules::tr("Vos brouillons remplissent la place que la base leur donne : celui-ci reste affiché "
                    "ici. Terminez ou effacez les plus anciens.");
}

void addAddressRules(Sentences &s)
{
    s[u"uri_scheme"_s] = Rules::tr(
        "Cette adresse de base n’est pas comprise. Elle s’écrit postgresql://hôte/base ou private:DOSSIER.");
    s[u"uri_host"_s]
        = Rules::tr("L’hôte manque ou n’est pas compris dans cette adresse. Elle s’écrit postgresql://hôte/base.");
    s[u"uri_port"_s]
        = Rules::tr("Le port de cette adresse n’est pas un nombre de 1 à 65535, ou il n’y en a pas un par hôte.");
    s[u"uri_database"_s]
        = Rules::tr("Le nom de la base manque dans cette adresse. Elle s’écrit postgresql://hôte/base.");
    s[u"uri_option"_s] = Rules::tr("Une option de cette adresse n’est pas comprise. Retirez-la ou demandez l’adresse "
                                   "exacte à l’administrateur de la "
                                   "base.");
    s[u"uri_sslmode"_s] = Rules::tr(
        "La valeur de sslmode de cette adresse n’est pas connue : disable, prefer, require ou verify-full.");
    s[u"uri_encoding"_s] = Rules::tr(
        "Cette adresse contient des caractères mal codés. Recopiez-la, ou remplissez les champs un par un.");
    s[u"uri_too_long"_s]
        = Rules::tr("Cette adresse est trop longue pour en être une. Remplissez les champs un par un.");
}

void addPrivateServerRules(Sentences &s)
{
    s[u"no_postgresql"_s] = Rules::tr(
        "Les programmes de PostgreSQL ne sont pas installés sur ce poste : la démonstration n’a pas démarré, rien n’a "
        "été modifié. Installez PostgreSQL 15 ou une version plus récente, puis recommencez.");
    s[u"private_in_use"_s]
        = Rules::tr("Une autre console utilise déjà cette démonstration. Fermez-la, puis recommencez.");
    s[u"private_damaged"_s] = Rules::tr(
        "Le dossier de la démonstration est abîmé : le serveur n’a pas démarré et rien n’y a été modifié. Mettez-le de "
        "côté, puis recommencez : un dossier neuf sera créé.");
    s[u"private_unwritable"_s] = Rules::tr(
        "Impossible d’écrire dans le dossier de la démonstration. Vérifiez ses droits et la place libre, puis "
        "recommencez.");
    s[u"private_create_failed"_s] = Rules::tr(
        "La base de démonstration n’a pas pu être créée ; il n’en reste rien. Vérifiez la place libre sur le "
        "disque, puis recommencez.");
    s[u"private_start_failed"_s] = Rules::tr(
        "Le serveur de démonstration n’a pas démarré. Recommencez ; si l’échec revient, transmettez son journal à "
        "votre service informatique.");
    s[u"no_server_user"_s] = Rules::tr(
        "Lancée en administrateur, la console ne peut pas démarrer PostgreSQL : il refuse ce compte et l’utilisateur "
        "« postgres » n’existe pas. Relancez-la sous un compte ordinaire.");
    s[u"roles_missing"_s] = Rules::tr("Les rôles d’Assistance AP n’existent pas sur ce serveur. Son administrateur "
                                      "doit lancer « asp-dbadmin roles ».");
    s[u"not_owner"_s]
        = Rules::tr("Ce compte n’a pas le droit de préparer cette base. Demandez-le à l’administrateur du serveur.");
    s[u"schema_newer"_s] = Rules::tr(
        "Cette base a été préparée par une version plus récente de la console. Rien n’a été modifié. Installez cette "
        "version.");
    s[u"server_too_old"_s] = Rules::tr(
        "Ce serveur PostgreSQL est trop ancien pour la console. Rien n’a été modifié ; prévenez votre service "
        "informatique.");
    s[u"migration_changed"_s] = Rules::tr(
        "Cette base a été préparée par une autre version de la console que celle-ci. Rien n’a été modifié ; prévenez "
        "votre service informatique.");
    s[u"migration_running"_s] = Rules::tr(
        "Un autre programme prépare déjà cette base. Rien n’a été modifié ; attendez un instant, puis recommencez.");
    s[u"migration_failed"_s] = Rules::tr(
        "La base n’a pas pu être préparée : PostgreSQL a refusé un fichier de cette version. Rien n’a été changé dans "
        "la base. Prévenez votre service informatique.");
    s[u"schema_of_migrations"_s] = Rules::tr(
        "Cette base a été préparée par une version d’essai de la console, que celle-ci ne sait pas reprendre. Rien n’a "
        "été modifié : ses données sont gardées. Exportez-les avec pg_dump si elles comptent, puis demandez une base "
        "neuve.");
}

void addConnectionLossRules(Sentences &s)
{
    s[u"refused"_s] = Rules::tr(
        "Le serveur indiqué refuse la connexion : il est arrêté, ou ce n’est pas le bon port. Rien n’a été envoyé. "
        "Vérifiez l’hôte et le port, puis réessayez.");
    s[u"no_answer"_s] = Rules::tr(
        "Le serveur indiqué ne répond pas. Rien n’a été envoyé. Vérifiez le réseau et l’hôte, puis réessayez.");
    s[u"server_starting"_s] = Rules::tr("La base démarre ou s’arrête. Attendez un instant, puis réessayez.");
    s[u"too_many_connections"_s]
        = Rules::tr("La base a atteint son nombre de connexions. Réessayez dans un instant ; si cela dure, "
                    "prévenez l’administrateur de la base.");
    s[u"no_primary"_s] = Rules::tr(
        "Aucun des serveurs indiqués n’accepte d’écriture pour le moment : bascule en cours ou maintenance. "
        "Réessayez dans quelques minutes.");
    s[u"not_carried_out"_s] = Rules::tr("La connexion à la base manquait : l’opération n’a pas été faite, votre texte "
                                        "est conservé. Recommencez dès que "
                                        "la connexion est revenue.");
    s[u"outcome_unknown"_s] = Rules::tr("La base répond, mais ne dit pas si l’opération a abouti. Votre texte est "
                                        "conservé ; rouvrez le dossier avec F5 "
                                        "et vérifiez avant de recommencer.");
    s[u"standby"_s] = Rules::tr(
        "Seul un serveur de secours répond : il n’accepte aucune écriture. Réessayez dans quelques minutes.");
}

const Sentences &sentences()
{
    // Made anew for each call would be wasteful; made once would keep the first language: keyed by a sample
    // translation.
    static Sentences all;
    static QString language;
    const QString sample = Rules::tr("Choisissez un motif : l’opération n’a pas été faite.");
    if (all.isEmpty() || language != sample) {
        language = sample;
        addCallRules(all);
        addAccountRules(all);
        addCheckRules(all);
        addAccessRules(all);
        addApprovalRules(all);
        addOversightRules(all);
        addTicketRules(all);
        addTicketLifeRules(all);
        addViewRules(all);
        addInputRules(all);
        addConnectionRules(all);
        addDraftRules(all);
        addTlsRules(all);
        addPasswordRules(all);
        addAddressRules(all);
        addPrivateServerRules(all);
        addConnectionLossRules(all);
    }
    return all;
}

QString valueOf(const Error &error, const QString &name)
{
    return error.params.value(name).toString().trimmed();
}

// What is added to the sentence of a rule when the database gave the value; an empty answer adds nothing.

QString ownerDetail(const Error &error, const QString &)
{
    const QString name = valueOf(error, u"owner_name"_s);
    const QString owner = name.isEmpty() ? valueOf(error, u"owner"_s) : name;
    const qint64 number = error.params.value(u"number"_s).toLongLong();
    if (!owner.isEmpty() && number > 0)
        return Rules::tr("La demande %1 est prise en charge par %2 : rien n’a été modifié, votre texte est conservé. "
                         "Voyez avec cette personne ou avec un superviseur.")
            .arg(ticketNumber(TicketNumber(number)), owner);
    return owner.isEmpty() ? QString()
                           : Rules::tr("Cette demande est prise en charge par %1 : rien n’a été modifié, votre texte "
                                       "est conservé. Voyez avec cette personne ou avec un superviseur.")
                                 .arg(owner);
}

QString retryDetail(const Error &error, const QString &sentence)
{
    const int seconds = error.params.value(u"retry_after"_s).toInt();
    return seconds > 0 ? sentence + u' ' + Rules::tr("Nouvel essai possible dans %1.").arg(duration(seconds))
                       : QString();
}

QString ceilingDetail(const Error &error, const QString &sentence)
{
    const QString limit = valueOf(error, u"limit"_s);
    const QString retry = retryDetail(error, sentence);
    if (!retry.isEmpty() || limit.isEmpty())
        return retry;
    return sentence + u' ' + Rules::tr("Le plafond est de %1 par heure.").arg(limit);
}

QString installDetail(const Error &error, const QString &sentence)
{
    const QString install = valueOf(error, u"install"_s);
    return install.isEmpty() ? QString() : sentence + u' ' + Rules::tr("Ce qu’il faut : %1").arg(install);
}

QString folderDetail(const Error &error, const QString &sentence)
{
    const QString folder = valueOf(error, u"folder"_s);
    return folder.isEmpty() ? QString() : sentence + u' ' + Rules::tr("Dossier : %1").arg(folder);
}

/// Where PostgreSQL stopped and why, in its own words: what the people who mend it ask first.
QString refusedFileDetail(const Error &error, const QString &)
{
    const QString file = valueOf(error, u"file"_s);
    if (file.isEmpty())
        return {};
    const int line = error.params.value(u"line"_s).toInt();
    const QString place
        = line > 0 ? Rules::tr("le fichier %1, ligne %2").arg(file).arg(line) : Rules::tr("le fichier %1").arg(file);
    QStringList answer{valueOf(error, u"message"_s), valueOf(error, u"sqlstate"_s)};
    answer.removeAll(QString());
    return Rules::tr(
               "La base n’a pas pu être préparée : PostgreSQL a refusé %1 (%2). Rien n’a été changé dans la base. "
               "Transmettez ce message à votre service informatique.")
        .arg(place, answer.join(u", "_s));
}

QString formerSchemaDetail(const Error &error, const QString &)
{
    const QString folder = valueOf(error, u"folder"_s);
    return folder.isEmpty()
        ? QString()
        : Rules::tr(
              "Cette démonstration a été préparée par une version d’essai de la console, que celle-ci ne sait pas "
              "reprendre. Rien n’a été modifié. Mettez-la de côté, puis recommencez : une démonstration neuve "
              "sera créée, et les données de l’ancienne restent dans le dossier %1.")
              .arg(folder);
}

QString existingAccountDetail(const Error &error, const QString &)
{
    const QString identifiant = valueOf(error, u"identifiant"_s);
    return identifiant.isEmpty() ? QString()
                                 : Rules::tr("Cette adresse est déjà celle du compte %1 : aucun autre n’a été créé, "
                                             "votre saisie est conservée. Utilisez ce compte, ou faites répéter "
                                             "l’adresse.")
                                       .arg(identifiant);
}

/// "#48 377, #48 400 et 3 autres".
QString numbersText(const Error &error)
{
    constexpr qsizetype most = 5;
    QStringList named;
    const QVariantList numbers = error.params.value(u"numbers"_s).toList();
    for (const QVariant &number : numbers.first(std::min(most, numbers.size())))
        named << ticketNumber(TicketNumber(number.toLongLong()));
    const qsizetype count = std::max<qsizetype>(numbers.size(), error.params.value(u"count"_s).toInt());
    if (named.isEmpty() || count == named.size())
        return named.join(u", "_s);
    return count - named.size() == 1 ? Rules::tr("%1 et une autre").arg(named.join(u", "_s))
                                     : Rules::tr("%1 et %2 autres").arg(named.join(u", "_s)).arg(count - named.size());
}

QString duplicatesDetail(const Error &error, const QString &)
{
    const QString numbers = numbersText(error);
    return numbers.isEmpty() ? QString()
                             : Rules::tr("D’autres demandes de même SIRET et de même motif sont ouvertes (%1) : rien "
                                         "n’a été envoyé et votre réponse est conservée. Dites s’il faut les fusionner "
                                         "ou les laisser ouvertes, puis confirmez.")
                                   .arg(numbers);
}

QString whichDetail(const Error &error, const QString &sentence)
{
    const qint64 number = error.params.value(u"number"_s).toLongLong();
    return number > 0 ? sentence + u' ' + Rules::tr("Il s’agit de %1.").arg(ticketNumber(TicketNumber(number)))
                      : QString();
}

QString valueLimitDetail(const Error &error, const QString &sentence)
{
    const QString limit = valueOf(error, u"limit"_s);
    return limit.isEmpty() ? QString() : sentence + u' ' + Rules::tr("Attendu : %1.").arg(limit);
}

struct Detail {
    QLatin1StringView rule;
    QString (*add)(const Error &error, const QString &sentence);
};

constexpr Detail details[] = {
    {"owned_by_other"_L1, ownerDetail},
    {"rate_limited"_L1, retryDetail},
    {"over_ceiling"_L1, ceilingDetail},
    {"no_postgresql"_L1, installDetail},
    {"private_damaged"_L1, folderDetail},
    {"private_in_use"_L1, folderDetail},
    {"private_unwritable"_L1, folderDetail},
    {"account_exists"_L1, existingAccountDetail},
    {"bad_value"_L1, valueLimitDetail},
    {"open_duplicates"_L1, duplicatesDetail},
    {"merge_other_siret"_L1, whichDetail},
    {"merge_other_motif"_L1, whichDetail},
    {"merge_itself"_L1, whichDetail},
    {"migration_failed"_L1, refusedFileDetail},
    {"schema_of_migrations"_L1, formerSchemaDetail},
};

} // namespace

QString ruleText(const Error &error)
{
    const QString sentence = sentences().value(error.rule);
    for (const Detail &detail : details) {
        if (detail.rule != error.rule)
            continue;
        const QString detailed = detail.add(error, sentence);
        return detailed.isEmpty() ? sentence : detailed;
    }
    return sentence;
}

} // namespace desk
