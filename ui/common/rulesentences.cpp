// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "ui/common/rulesentences.h"

#include <QHash>

namespace desk {

using namespace Qt::StringLiterals;

QString Rules::sentence(const QString &rule)
{
    static const QHash<QString, const char *> sentences{
        // A row a rule.
        // clang-format off
        // Calls
        {u"needs_call_or_ticket"_s, QT_TR_NOOP("Aucun appel ni demande ne justifie cette opération : rien n’a été "
            "modifié. Ouvrez d’abord le dossier de l’appelant, puis recommencez.")},
        {u"no_call"_s, QT_TR_NOOP("Aucun appel en cours : rien n’a été affiché ni modifié. F7 ouvre un appel dans ce "
            "dossier ; recommencez ensuite.")},
        {u"not_your_call"_s, QT_TR_NOOP("Cet appel est celui d’un autre agent : rien n’a été modifié. Terminez-le ici "
            "et rouvrez le dossier pour commencer le vôtre.")},
        {u"call_closed"_s, QT_TR_NOOP("Cet appel est déjà terminé : rien n’a été modifié, votre texte est conservé. "
            "Rouvrez le dossier pour commencer un nouvel appel.")},
        {u"unknown_call_outcome"_s, QT_TR_NOOP("Cette issue d’appel n’est plus dans la liste : l’appel reste ouvert et "
            "votre note est conservée. Choisissez-en une autre.")},
        {u"call_outcome_needed"_s, QT_TR_NOOP("Choisissez l’issue de l’appel pour le terminer ; votre note est "
            "conservée.")},
        // Accounts
        {u"unknown_account"_s, QT_TR_NOOP("Ce compte n’existe plus : rien n’a été modifié. Rouvrez le dossier avec "
            "F5.")},
        {u"not_locked"_s, QT_TR_NOOP("Ce compte n’est pas verrouillé : il n’y avait rien à débloquer et rien n’a été "
            "modifié. Si l’appelant ne peut pas se connecter, suivez le script « Mot de passe ».")},
        {u"account_being_deleted"_s, QT_TR_NOOP("Ce compte est en cours de suppression : rien n’a été modifié. "
            "Expliquez à l’appelant qu’il devra demander une nouvelle habilitation.")},
        {u"account_disabled"_s, QT_TR_NOOP("Ce compte est désactivé : rien n’a été modifié. Transmettez la demande à "
            "un superviseur.")},
        {u"no_active_habilitation"_s, QT_TR_NOOP("Ce compte n’a aucune habilitation active : rien n’a été modifié. "
            "Suivez d’abord le script d’habilitation.")},
        {u"habilitation_not_active"_s, QT_TR_NOOP("Cette habilitation n’est pas active : rien n’a été modifié. Rouvrez "
            "le dossier avec F5 pour voir où elle en est.")},
        {u"nothing_to_confirm"_s, QT_TR_NOOP("Cette habilitation n’attend aucune confirmation : aucun courriel n’a été "
            "renvoyé.")},
        {u"profile_has_no_mail"_s, QT_TR_NOOP("Ce profil ne reçoit pas ses identifiants par courriel : rien n’a été "
            "modifié. Adressez l’appelant à son administrateur.")},
        {u"reason_needed"_s, QT_TR_NOOP("Choisissez un motif : l’opération n’a pas été faite.")},
        {u"reason_text_needed"_s, QT_TR_NOOP("Ce motif demande une précision : l’opération n’a pas été faite. Écrivez "
            "quelques mots, puis confirmez.")},
        {u"unknown_reason"_s, QT_TR_NOOP("Ce motif n’est plus dans la liste : l’opération n’a pas été faite. "
            "Choisissez-en un autre.")},
        {u"over_ceiling"_s, QT_TR_NOOP("Vous avez atteint le plafond d’opérations de l’heure : rien n’a été modifié, "
            "votre texte est conservé. Un superviseur peut le lever ; sinon, réessayez plus tard.")},
        // The check of the caller
        {u"check_needed"_s, QT_TR_NOOP("L’appelant n’est pas encore vérifié : rien n’a été modifié, votre saisie est "
            "conservée. Vérifiez-le ci-dessus, puis confirmez.")},
        {u"check_two_facts"_s, QT_TR_NOOP("Il faut deux renseignements différents : rien n’a été comparé, aucun essai "
            "n’est compté.")},
        {u"unknown_fact"_s, QT_TR_NOOP("Ce renseignement n’est plus dans la liste : rien n’a été comparé. "
            "Choisissez-en un autre.")},
        {u"fact_shown"_s, QT_TR_NOOP("Ce renseignement a été affiché pendant l’appel : il ne prouve plus rien. "
            "Choisissez-en un autre ; aucun essai n’est compté.")},
        {u"fact_absent"_s, QT_TR_NOOP("Ce renseignement n’est pas au dossier : rien n’a été comparé, aucun essai n’est "
            "compté. Choisissez-en un autre.")},
        {u"too_many_tries"_s, QT_TR_NOOP("Trop d’essais sans succès : l’appelant ne peut plus être vérifié maintenant. "
            "Rien n’a été modifié. Expliquez-le lui, puis terminez l’appel avec « Vérification de l’appelant non "
            "concluante ».")},
        {u"file_not_opened"_s, QT_TR_NOOP("Ce dossier n’a pas été ouvert pendant l’appel : rien n’a été modifié. "
            "Rouvrez-le avec F5, puis recommencez.")},
        // Who has access
        {u"unknown_establishment"_s, QT_TR_NOOP("Cet établissement n’existe pas dans la base : rien n’a été modifié. "
            "L’inscription se fait d’abord sur l’extranet.")},
        {u"already_habilitated"_s, QT_TR_NOOP("Ce compte est déjà habilité sur cet établissement : rien n’a été "
            "modifié. Un nouveau mot de passe suffit peut-être.")},
        {u"already_referent"_s, QT_TR_NOOP("Ce compte est déjà le référent de cet établissement : rien n’a été "
            "modifié. Choisissez une autre personne.")},
        {u"account_exists"_s, QT_TR_NOOP("Cette adresse est déjà celle d’un compte : aucun autre n’a été créé, votre "
            "saisie est conservée. Utilisez ce compte, ou faites répéter l’adresse.")},
        {u"bad_person"_s, QT_TR_NOOP("Un renseignement sur la personne n’est pas accepté : rien n’a été modifié, votre "
            "saisie est conservée. Corrigez-le, puis confirmez.")},
        {u"already_waiting"_s, QT_TR_NOOP("Une demande du même genre attend déjà une approbation pour cet "
            "établissement : rien n’a été ajouté. Attendez la décision, ou retirez la première demande.")},
        {u"supervisor_only"_s, QT_TR_NOOP("Cette opération est réservée aux superviseurs : rien n’a été modifié. "
            "Transmettez-leur la demande.")},
        {u"agent_only"_s, QT_TR_NOOP("Cette opération est réservée aux agents : rien n’a été modifié.")},
        {u"needs_call"_s, QT_TR_NOOP("Aucun appel ne justifie cette opération : rien n’a été modifié. Ouvrez d’abord "
            "le dossier de l’appelant, puis recommencez.")},
        {u"needs_ticket"_s, QT_TR_NOOP("Aucune demande prise en charge par vous ne justifie cette opération : rien n’a "
            "été modifié. Prenez d’abord la demande.")},
        // Approvals and changes
        {u"unknown_request"_s, QT_TR_NOOP("Cette demande d’approbation n’existe pas : rien n’a été modifié. Actualisez "
            "avec F5.")},
        {u"not_waiting"_s, QT_TR_NOOP("Cette demande d’approbation a déjà reçu une réponse : rien n’a été modifié. "
            "Actualisez avec F5 pour la voir.")},
        {u"request_expired"_s, QT_TR_NOOP("Cette demande d’approbation a expiré sans réponse : rien n’a été modifié. "
            "Elle doit être refaite.")},
        {u"own_request"_s, QT_TR_NOOP("Cette demande vient de vous : c’est à une autre personne d’en décider. Rien n’a "
            "été modifié.")},
        {u"not_your_request"_s, QT_TR_NOOP("Cette demande vient de quelqu’un d’autre : seul son auteur peut la "
            "retirer. Rien n’a été modifié.")},
        {u"unknown_change"_s, QT_TR_NOOP("Ce changement n’existe pas : rien n’a été modifié. Actualisez avec F5.")},
        {u"already_undone"_s, QT_TR_NOOP("Ce changement a déjà été annulé : il n’y a plus rien à faire.")},
        {u"already_objected"_s, QT_TR_NOOP("Une opposition est déjà enregistrée pour ce changement : les superviseurs "
            "la voient déjà.")},
        {u"objection_over"_s, QT_TR_NOOP("Le délai d’opposition est passé : rien n’a été modifié. Ouvrez une demande "
            "d’assistance pour que la situation soit examinée.")},
        {u"later_operations"_s, QT_TR_NOOP("D’autres opérations ont touché les mêmes comptes depuis : rien n’a été "
            "annulé. Relisez-les, puis confirmez de nouveau pour tout annuler.")},
        // Oversight
        {u"own_ceiling"_s, QT_TR_NOOP("Personne ne lève son propre plafond : rien n’a été modifié. Demandez-le à un "
            "autre superviseur.")},
        {u"unknown_setting"_s, QT_TR_NOOP("Ce réglage n’existe pas dans cette base : rien n’a été modifié.")},
        {u"bad_value"_s, QT_TR_NOOP("Cette valeur n’est pas acceptée pour ce réglage : l’ancienne reste en vigueur. "
            "Corrigez-la.")},
        {u"unknown_notice"_s, QT_TR_NOOP("Cet avis n’existe pas ou n’est plus affiché : rien n’a été modifié.")},
        {u"unknown_mail"_s, QT_TR_NOOP("Ce courriel n’existe pas : rien n’a été envoyé. Actualisez avec F5.")},
        {u"mail_not_failed"_s, QT_TR_NOOP("Ce courriel n’a pas échoué : il n’a pas été renvoyé. Actualisez avec F5 "
            "pour voir où il en est.")},
        {u"unknown_agent"_s, QT_TR_NOOP("Cette personne n’est pas connue de la base : rien n’a été modifié.")},
        // Tickets
        {u"unknown_ticket"_s, QT_TR_NOOP("Cette demande n’existe pas : rien n’a été modifié. Vérifiez son numéro.")},
        {u"not_open"_s, QT_TR_NOOP("Cette demande est déjà close : rien n’a été modifié, votre texte est conservé. "
            "Rouvrez-la si elle doit être complétée.")},
        {u"not_closed"_s, QT_TR_NOOP("Cette demande n’est pas close : il n’y a rien à rouvrir et rien n’a été "
            "modifié.")},
        {u"owned_by_other"_s, QT_TR_NOOP("Cette demande est prise en charge par un autre agent : rien n’a été modifié, "
            "votre texte est conservé. Voyez avec lui ou avec un superviseur.")},
        {u"version"_s, QT_TR_NOOP("Quelqu’un d’autre vient de modifier cette demande : rien n’a été écrasé et votre "
            "texte est conservé. Relisez ce qui a changé, puis confirmez de nouveau.")},
        {u"outcome_needed"_s, QT_TR_NOOP("Choisissez une issue : la demande n’a pas été close, votre réponse est "
            "conservée.")},
        {u"outcome_text_needed"_s, QT_TR_NOOP("Cette issue demande une précision : écrivez quelques mots, puis "
            "confirmez. Rien n’a été modifié.")},
        {u"answer_needed"_s, QT_TR_NOOP("La réponse au demandeur est vide : la demande n’a pas été close. Rédigez-la, "
            "puis confirmez.")},
        {u"answer_too_long"_s, QT_TR_NOOP("La réponse dépasse 4 000 caractères : la demande n’a pas été close et votre "
            "texte est conservé. Raccourcissez-le.")},
        {u"unfilled_placeholder"_s, QT_TR_NOOP("Il reste un passage à compléter entre crochets dans la réponse : elle "
            "n’a pas été envoyée. Complétez-le ou retirez-le.")},
        {u"unknown_motif"_s, QT_TR_NOOP("Ce motif de demande n’est plus dans la liste : la demande n’a pas été "
            "ouverte. Choisissez-en un autre.")},
        {u"description_too_long"_s, QT_TR_NOOP("La description dépasse 1 000 caractères : la demande n’a pas été "
            "ouverte et votre texte est conservé. Raccourcissez-le.")},
        {u"duplicate_of_itself"_s, QT_TR_NOOP("Une demande ne peut pas être le doublon d’elle-même : rien n’a été "
            "modifié.")},
        // The life of a ticket
        {u"same_owner"_s, QT_TR_NOOP("Cette demande est déjà chez cette personne : rien n’a été modifié. Choisissez "
            "quelqu’un d’autre.")},
        {u"unknown_login"_s, QT_TR_NOOP("Cette personne n’est pas un agent de cette base : rien n’a été modifié. "
            "Choisissez-en une autre.")},
        {u"hold_reason_needed"_s, QT_TR_NOOP("Choisissez ce que la demande attend : elle n’a pas été mise en attente, "
            "votre texte est conservé.")},
        {u"hold_text_needed"_s, QT_TR_NOOP("Cette raison d’attente demande une précision : la demande n’a pas été mise "
            "en attente. Écrivez quelques mots, puis confirmez.")},
        {u"bad_until"_s, QT_TR_NOOP("Cette date de réveil n’est pas acceptée : la demande n’a pas été mise en attente, "
            "votre texte est conservé. Choisissez un moment à venir, dans 90 jours au plus.")},
        {u"not_on_hold"_s, QT_TR_NOOP("Cette demande n’est pas en attente : il n’y a rien à reprendre et rien n’a été "
            "modifié.")},
        {u"not_owned"_s, QT_TR_NOOP("Cette demande n’est chez personne : il n’y a rien à rendre ni à reprendre, rien "
            "n’a été modifié. Prenez-la si elle est pour vous.")},
        {u"same_motif"_s, QT_TR_NOOP("Cette demande a déjà ce motif : rien n’a été modifié. Choisissez-en un autre.")},
        {u"merge_other_siret"_s, QT_TR_NOOP("Ces demandes ne portent pas sur le même SIRET : aucune n’a été fusionnée. "
            "Décochez celle d’un autre établissement, puis confirmez.")},
        {u"merge_other_motif"_s, QT_TR_NOOP("Ces demandes n’ont pas le même motif : aucune n’a été fusionnée. Corrigez "
            "d’abord le motif de l’une, ou décochez-la.")},
        {u"merge_itself"_s, QT_TR_NOOP("Une demande ne se fusionne pas avec elle-même : aucune n’a été fusionnée. "
            "Décochez-la, puis confirmez.")},
        {u"open_duplicates"_s, QT_TR_NOOP("D’autres demandes de même SIRET et de même motif sont ouvertes : rien n’a "
            "été envoyé et votre réponse est conservée. Dites s’il faut les fusionner ou les laisser ouvertes, puis "
            "confirmez.")},
        {u"text_not_plain"_s, QT_TR_NOOP("Ce texte contient des caractères invisibles que la base refuse : rien n’a "
            "été modifié, votre texte est conservé. Retapez le passage collé, puis confirmez.")},
        {u"too_many_duplicates"_s, QT_TR_NOOP("Trop de demandes à la fois : rien n’a été modifié. Décochez-en jusqu’à "
            "cinquante, puis recommencez avec les autres.")},
        {u"too_many_tickets"_s, QT_TR_NOOP("Trop de demandes à la fois : rien n’a été modifié. Décochez-en jusqu’à "
            "cinquante, puis recommencez avec les autres.")},
        // Views
        {u"view_name_needed"_s, QT_TR_NOOP("Donnez un nom à cette vue : elle n’a pas été enregistrée, le filtre est "
            "conservé.")},
        {u"view_name_taken"_s, QT_TR_NOOP("Une vue porte déjà ce nom : celle-ci n’a pas été enregistrée, le filtre est "
            "conservé. Choisissez un autre nom.")},
        {u"unknown_view"_s, QT_TR_NOOP("Cette vue n’existe plus : rien n’a été modifié. Le filtre affiché est "
            "conservé, vous pouvez l’enregistrer sous un nouveau nom.")},
        {u"not_your_view"_s, QT_TR_NOOP("Cette vue est celle de quelqu’un d’autre : rien n’a été modifié. Enregistrez "
            "le filtre sous un nouveau nom pour en avoir une à vous.")},
        {u"too_many_views"_s, QT_TR_NOOP("Vous avez déjà cinquante vues : celle-ci n’a pas été enregistrée, le filtre "
            "est conservé. Supprimez-en une, puis recommencez.")},
        // What is typed
        {u"bad_siret"_s, QT_TR_NOOP("Ce SIRET n’est pas valide : rien n’a été envoyé. Faites répéter les 14 "
            "chiffres.")},
        {u"bad_email"_s, QT_TR_NOOP("Cette adresse électronique n’est pas valide : rien n’a été envoyé. Faites-la "
            "épeler.")},
        {u"bad_phone"_s, QT_TR_NOOP("Ce numéro de téléphone n’est pas valide : rien n’a été envoyé. Faites-le "
            "répéter.")},
        {u"text_needed"_s, QT_TR_NOOP("Le texte est vide : rien n’a été enregistré. Écrivez quelques mots, puis "
            "confirmez.")},
        {u"text_too_long"_s, QT_TR_NOOP("Le texte est trop long : il n’a pas été enregistré dans la base, mais il est "
            "conservé ici. Raccourcissez-le.")},
        {u"too_long"_s, QT_TR_NOOP("La note dépasse 10 000 caractères : elle est conservée sur ce poste, mais pas "
            "encore dans la base. Raccourcissez-la.")},
        {u"bad_params"_s, QT_TR_NOOP("La base n’a pas compris cette demande : rien n’a été modifié, votre texte est "
            "conservé. Prévenez votre service informatique.")},
        {u"unknown_kind"_s, QT_TR_NOOP("Cette base ne connaît pas cette opération : rien n’a été modifié. Elle est "
            "sans doute plus ancienne que la console ; prévenez votre service informatique.")},
        {u"id_reused"_s, QT_TR_NOOP("Cette opération porte l’identifiant d’une autre : rien n’a été modifié. Fermez la "
            "feuille et recommencez.")},
        {u"rate_limited"_s, QT_TR_NOOP("Vous avez atteint le plafond horaire de consultations : aucun dossier n’a été "
            "ouvert. Patientez quelques minutes ou demandez à un superviseur de le lever.")},
        {u"not_found"_s, QT_TR_NOOP("Cette valeur n’existe pas ou n’existe plus dans la base. Rouvrez le dossier avec "
            "F5.")},
        // Connecting
        {u"no_role"_s, QT_TR_NOOP("Ce compte existe sur le serveur, mais n’a aucun rôle dans Assistance AP. Demandez à "
            "l’administrateur de la base de lui donner le rôle d’agent ou de superviseur.")},
        {u"secret_needed"_s, QT_TR_NOOP("Aucun mot de passe n’a été trouvé dans le trousseau (il est peut-être "
            "verrouillé). Saisissez-le pour vous connecter.")},
        {u"uri_password"_s, QT_TR_NOOP("L’adresse contient un mot de passe : elle est refusée, car il resterait "
            "lisible dans l’historique du poste. Retirez-le ; la console le demandera.")},
        {u"unknown_host"_s, QT_TR_NOOP("Ce nom d’hôte est inconnu : rien n’a été envoyé. Vérifiez son orthographe ou "
            "votre connexion au réseau.")},
        {u"no_database"_s, QT_TR_NOOP("Cette base n’existe pas sur le serveur. Vérifiez son nom auprès de son "
            "administrateur.")},
        {u"not_migrated"_s, QT_TR_NOOP("Cette base existe, mais n’est pas celle d’Assistance AP ou n’a pas encore été "
            "préparée. Son administrateur doit lancer « asp-dbadmin migrate ».")},
        {u"tls"_s, QT_TR_NOOP("La connexion chiffrée a échoué : rien n’a été envoyé. Vérifiez le fichier d’autorité et "
            "le choix de TLS avec l’administrateur de la base.")},
        {u"keychain"_s, QT_TR_NOOP("Le trousseau du système n’est pas utilisable : la connexion est établie, mais le "
            "mot de passe n’a pas été retenu et vous sera demandé à chaque démarrage.")},
        // TLS
        {u"tls_name"_s, QT_TR_NOOP("Le certificat du serveur est au nom d’un autre hôte : rien n’a été envoyé. Écrivez "
            "l’hôte exactement comme dans le certificat, ou demandez le bon nom à l’administrateur de la base.")},
        {u"tls_expired"_s, QT_TR_NOOP("Le certificat du serveur a expiré (ou n’est pas encore valable) : rien n’a été "
            "envoyé. Vérifiez l’heure de ce poste, puis prévenez l’administrateur de la base.")},
        {u"tls_unknown_authority"_s, QT_TR_NOOP("Le certificat du serveur n’est pas signé par l’autorité choisie : "
            "rien n’a été envoyé. Vérifiez le fichier d’autorité avec l’administrateur de la base ; ne choisissez pas "
            "« non vérifié » pour contourner ce refus.")},
        {u"tls_unverified"_s, QT_TR_NOOP("Le certificat du serveur n’a pas pu être vérifié : autorité inconnue ou "
            "certificat expiré. Rien n’a été envoyé. Vérifiez le fichier d’autorité avec l’administrateur de la "
            "base.")},
        {u"tls_authority_file"_s, QT_TR_NOOP("Le fichier d’autorité n’a pas été trouvé ou n’est pas lisible : rien n’a "
            "été envoyé. Choisissez celui que donne l’administrateur de la base.")},
        {u"tls_plain_server"_s, QT_TR_NOOP("Ce serveur ne propose pas de connexion chiffrée, alors qu’elle est exigée "
            "ici : rien n’a été envoyé. Prévenez l’administrateur de la base.")},
        {u"tls_wanted"_s, QT_TR_NOOP("Ce serveur n’admet que des connexions chiffrées. Choisissez « Exigé, serveur "
            "vérifié » pour TLS, puis recommencez.")},
        {u"tls_client_certificate"_s, QT_TR_NOOP("Le certificat de ce poste (sslcert, sslkey) n’a pas pu servir : "
            "fichier absent, clé lisible par d’autres, ou refusé par le serveur. Prévenez votre service "
            "informatique.")},
        {u"tls_client_needed"_s, QT_TR_NOOP("Ce serveur demande un certificat de ce poste, et aucun n’est installé. "
            "Prévenez votre service informatique.")},
        {u"not_admitted"_s, QT_TR_NOOP("Le serveur n’admet pas cet identifiant depuis ce poste ou sur cette base. "
            "Vérifiez l’identifiant et la base, puis prévenez l’administrateur de la base.")},
        {u"channel_binding"_s, QT_TR_NOOP("Le serveur n’a pas prouvé qu’il connaît votre compte : le mot de passe ne "
            "lui a pas été envoyé. S’il vérifie les mots de passe dans un annuaire, choisissez « Exigé, serveur "
            "vérifié » ; sinon, quelqu’un s’interpose peut-être : prévenez votre service informatique.")},
        // Passwords
        {u"wrong_current_password"_s, QT_TR_NOOP("Le mot de passe actuel n’est pas le bon, ou il a expiré : rien n’a "
            "été changé. Saisissez-le de nouveau.")},
        {u"password_elsewhere"_s, QT_TR_NOOP("Les mots de passe de cette base sont tenus ailleurs (annuaire, Kerberos, "
            "certificat) : rien n’a été changé. Changez le vôtre là où vous le faites d’habitude pour votre poste.")},
        {u"tls_needed"_s, QT_TR_NOOP("Un mot de passe ne se change que sur une connexion chiffrée : rien n’a été "
            "changé. Reconnectez-vous avec TLS, ou demandez-le à l’administrateur de la base.")},
        {u"password_not_asked"_s, QT_TR_NOOP("Le serveur n’a pas demandé de mot de passe : il n’a donc rien vérifié. "
            "Changez d’utilisateur pour vous reconnecter.")},
        {u"password_outcome_unknown"_s, QT_TR_NOOP("La connexion s’est coupée pendant le changement : l’ancien ou le "
            "nouveau mot de passe est le bon. Essayez le nouveau, puis l’ancien, à la prochaine connexion.")},
        // Drafts
        {u"draft_too_long"_s, QT_TR_NOOP("Ce brouillon est trop long pour être gardé dans la base : il reste affiché "
            "ici. Raccourcissez-le ou confirmez-le sans tarder.")},
        {u"too_many_drafts"_s, QT_TR_NOOP("Vos brouillons remplissent la place que la base leur donne : celui-ci reste "
            "affiché ici. Terminez ou effacez les plus anciens.")},
        // Addresses of a database
        {u"uri_scheme"_s, QT_TR_NOOP("Cette adresse de base n’est pas comprise. Elle s’écrit postgresql://hôte/base ou "
            "private:DOSSIER.")},
        {u"uri_host"_s, QT_TR_NOOP("L’hôte manque ou n’est pas compris dans cette adresse. Elle s’écrit "
            "postgresql://hôte/base.")},
        {u"uri_port"_s, QT_TR_NOOP("Le port de cette adresse n’est pas un nombre de 1 à 65535, ou il n’y en a pas un "
            "par hôte.")},
        {u"uri_database"_s, QT_TR_NOOP("Le nom de la base manque dans cette adresse. Elle s’écrit "
            "postgresql://hôte/base.")},
        {u"uri_option"_s, QT_TR_NOOP("Une option de cette adresse n’est pas comprise. Retirez-la ou demandez l’adresse "
            "exacte à l’administrateur de la base.")},
        {u"uri_sslmode"_s, QT_TR_NOOP("La valeur de sslmode de cette adresse n’est pas connue : disable, prefer, "
            "require ou verify-full.")},
        {u"uri_encoding"_s, QT_TR_NOOP("Cette adresse contient des caractères mal codés. Recopiez-la, ou remplissez "
            "les champs un par un.")},
        {u"uri_too_long"_s, QT_TR_NOOP("Cette adresse est trop longue pour en être une. Remplissez les champs un par "
            "un.")},
        // The private server
        {u"no_postgresql"_s, QT_TR_NOOP("Les programmes de PostgreSQL ne sont pas installés sur ce poste : la "
            "démonstration n’a pas démarré, rien n’a été modifié. Installez PostgreSQL 15 ou une version plus récente, "
            "puis recommencez.")},
        {u"private_in_use"_s, QT_TR_NOOP("Une autre console utilise déjà cette démonstration. Fermez-la, puis "
            "recommencez.")},
        {u"private_damaged"_s, QT_TR_NOOP("Le dossier de la démonstration est abîmé : le serveur n’a pas démarré et "
            "rien n’y a été modifié. Mettez-le de côté, puis recommencez : un dossier neuf sera créé.")},
        {u"private_unwritable"_s, QT_TR_NOOP("Impossible d’écrire dans le dossier de la démonstration. Vérifiez ses "
            "droits et la place libre, puis recommencez.")},
        {u"private_create_failed"_s, QT_TR_NOOP("La base de démonstration n’a pas pu être créée ; il n’en reste rien. "
            "Vérifiez la place libre sur le disque, puis recommencez.")},
        {u"private_start_failed"_s, QT_TR_NOOP("Le serveur de démonstration n’a pas démarré. Recommencez ; si l’échec "
            "revient, transmettez son journal à votre service informatique.")},
        {u"no_server_user"_s, QT_TR_NOOP("Lancée en administrateur, la console ne peut pas démarrer PostgreSQL : il "
            "refuse ce compte et l’utilisateur « postgres » n’existe pas. Relancez-la sous un compte ordinaire.")},
        {u"roles_missing"_s, QT_TR_NOOP("Les rôles d’Assistance AP n’existent pas sur ce serveur. Son administrateur "
            "doit lancer « asp-dbadmin roles ».")},
        {u"not_owner"_s, QT_TR_NOOP("Ce compte n’a pas le droit de préparer cette base. Demandez-le à l’administrateur "
            "du serveur.")},
        {u"schema_newer"_s, QT_TR_NOOP("Cette base a été préparée par une version plus récente de la console. Rien n’a "
            "été modifié. Installez cette version.")},
        {u"server_too_old"_s, QT_TR_NOOP("Ce serveur PostgreSQL est trop ancien pour la console. Rien n’a été "
            "modifié ; prévenez votre service informatique.")},
        {u"migration_changed"_s, QT_TR_NOOP("Cette base a été préparée par une autre version de la console que "
            "celle-ci. Rien n’a été modifié ; prévenez votre service informatique.")},
        {u"migration_running"_s, QT_TR_NOOP("Un autre programme prépare déjà cette base. Rien n’a été modifié ; "
            "attendez un instant, puis recommencez.")},
        {u"migration_failed"_s, QT_TR_NOOP("La base n’a pas pu être préparée : PostgreSQL a refusé un fichier de cette "
            "version. Rien n’a été changé dans la base. Prévenez votre service informatique.")},
        {u"schema_of_migrations"_s, QT_TR_NOOP("Cette base a été préparée par une version d’essai de la console, que "
            "celle-ci ne sait pas reprendre. Rien n’a été modifié : ses données sont gardées. Exportez-les avec "
            "pg_dump si elles comptent, puis demandez une base neuve.")},
        // Losing the connection
        {u"refused"_s, QT_TR_NOOP("Le serveur indiqué refuse la connexion : il est arrêté, ou ce n’est pas le bon "
            "port. Rien n’a été envoyé. Vérifiez l’hôte et le port, puis réessayez.")},
        {u"no_answer"_s, QT_TR_NOOP("Le serveur indiqué ne répond pas. Rien n’a été envoyé. Vérifiez le réseau et "
            "l’hôte, puis réessayez.")},
        {u"server_starting"_s, QT_TR_NOOP("La base démarre ou s’arrête. Attendez un instant, puis réessayez.")},
        {u"too_many_connections"_s, QT_TR_NOOP("La base a atteint son nombre de connexions. Réessayez dans un "
            "instant ; si cela dure, prévenez l’administrateur de la base.")},
        {u"no_primary"_s, QT_TR_NOOP("Aucun des serveurs indiqués n’accepte d’écriture pour le moment : bascule en "
            "cours ou maintenance. Réessayez dans quelques minutes.")},
        {u"not_carried_out"_s, QT_TR_NOOP("La connexion à la base manquait : l’opération n’a pas été faite, votre "
            "texte est conservé. Recommencez dès que la connexion est revenue.")},
        {u"outcome_unknown"_s, QT_TR_NOOP("La base répond, mais ne dit pas si l’opération a abouti. Votre texte est "
            "conservé ; rouvrez le dossier avec F5 et vérifiez avant de recommencer.")},
        {u"standby"_s, QT_TR_NOOP("Seul un serveur de secours répond : il n’accepte aucune écriture. Réessayez dans "
            "quelques minutes.")},
        // clang-format on
    };
    const char *found = sentences.value(rule);
    return found ? tr(found) : QString();
}

} // namespace desk
