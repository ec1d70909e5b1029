// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/branch.h"

// Where each answer leads that leaves or ends one of the scripts about access, written as a caller would go on.

namespace desk::situations {

inline QList<Branch> answersOfRegistration()
{
    const auto unknown = unknownSiret();
    const char *const throughTheForm = "employeur suite suite formulaire suite suite suite suite adresse";
    return {
        {"edl_33", file(), "acces", "inscription_etablissement/deja_connu"},
        {"edl_33", file(), "courriels", "edl_36/indesirables"},
        {"edl_33", file(), "connexion", "edl_38/adresse_page"},
        {"edl_33", file(), "dap", "edl_49/selection"},
        {"edl_33", unknown, "suite pas_vu vu seul", "edl_33/fin_seul"},
        {"edl_34", unknown, "parti", "edl_34/fin_parti"},
        {"edl_34", unknown, "rien parti", "edl_34/fin_parti"},
        {"edl_34", unknown, "rien rien parti", "edl_34/fin_parti"},
        {"edl_34", unknown, "rien rien rien plus_tard", "edl_34/fin_plus_tard"},
        {"edl_34", unknown, "rien rien rien rien", "demande_autre/ouvrir_autres"},
        {"edl_35", unknown, "adresse pas_recu", "edl_36/relire"},
        {"edl_35", unknown, "adresse rien_envoye", "edl_34/champs"},
        {"edl_41", file(), "non suite suite siret", "inscription_etablissement/deja_connu"},
        {"edl_41", file(), "non suite suite rien", "edl_34/champs"},
        {"edl_41", file(), "non suite suite guide", "inscription_etablissement/siret"},
        {"edl_41", file(), "non suite suite plus_tard", "edl_41/fin_plus_tard"},
        {"edl_42", file(), "refuse accepte", "edl_46/actif"},
        {"edl_43", withContract(), "compris", "edl_43/fin"},
        {"edl_43", withContract(), "espace", "inscription_etablissement/page"},
        {"edl_43", file(), "suite compris", "edl_43/fin"},
        {"edl_44", file(), "compris", "edl_44/fin"},
        {"edl_44", file(), "envoyer", "edl_43/faire_signer"},
        {"inscription_etablissement", unknown, throughTheForm, "edl_35/explique"},
        {"inscription_etablissement", unknown, "changement suite", "inscription_etablissement/page"},
        {"inscription_etablissement", unknown, "employeur suite suite refus connu",
         "inscription_etablissement/deja_connu"},
        {"inscription_etablissement", unknown, "employeur suite suite refus refus", "demande_autre/ouvrir_autres"},
        {"inscription_etablissement", file(), "lui", "edl_36/indesirables"},
        {"inscription_etablissement", file(), "perdu", "edl_38/adresse_page"},
        {"recuperation", unknown, "juste suite rappeler", "recuperation/fin_inscription"},
    };
}

inline QList<Branch> answersOfMails()
{
    const auto never = file({neverConnected()});
    const auto unsent = file({withMail(MailKind::Habilitation, MailState::Queued)});
    return {
        {"edl_36", unknownSiret(), "faux", "edl_36/fin_autre_siret"},
        {"edl_36", registering(true), "envoyee moins", "edl_36/fin_attente"},
        {"edl_36", never, "trouves oui", "edl_36/fin_trouves"},
        {"edl_36", never, "trouves refus", "edl_38/adresse_page"},
        {"edl_36", usingSylae(), "connus", "edl_36/fin_memes"},
        {"edl_36", usingSylae(), "identifiant", "identifiant_perdu/retrouver"},
        {"edl_37", never, "suite identique renonce", "edl_37/fin_renonce"},
        {"edl_37", never, "suite identique !faite renonce", "edl_37/fin_renonce"},
        {"edl_37", never, "suite identique !faite !faite suite suite", "edl_37/fin_reinitialise"},
        {"edl_37", never, "suite identique !faite !refusee demande", "demande_habilitation/ouvrir"},
        {"edl_37", never, "suite identique !faite !refusee rappeler", "edl_37/fin_rappel"},
        {"edl_37", ofProfile(Profile::Ud), "suite identique !faite !faite suite", "edl_37/a_changer"},
        {"edl_37", usingSylae(), "suite identique", "edl_37/partout"},
        {"edl_37", file({beingDeleted()}), "suite", "edl_37/fin_suppression"},
        {"edl_38", unsent, "inutile", "edl_38/adresse_page"},
        {"edl_38", unsent, "!faite", "edl_38/adresse_page"},
        {"edl_38", file({awaitingConfirmation()}), "attend", "edl_38/fin_attente"},
        {"edl_38", file({beingDeleted()}), "recus", "edl_38/fin_nouveaux"},
        {"edl_38", file({beingDeleted()}), "troisieme_seul", "edl_38/fin_autre_extranet"},
        {"edl_38", file({beingDeleted()}), "attendus", "edl_38/fin_attente"},
        {"edl_38", file({beingDeleted()}), "en_retard", "demande_habilitation/ouvrir"},
        {"edl_38", file({disabled()}), "suite", "demande_habilitation/ouvrir"},
    };
}

inline QList<Branch> answersOfLogin()
{
    const auto never = file({neverConnected()});
    const auto ud = ofProfile(Profile::Ud);
    const auto unsent = ofProfile(Profile::Ud, withoutMail(MailKind::MotDePasse));
    const auto shut = file({locked()});
    return {
        {"edl_38", file({activeFrom(hoursAgo(6))}), "verifier", "edl_38/adresse_page"},
        {"edl_38", never, "autre_page connecte", "edl_38/fin_retablie"},
        {"edl_38", never, "autre_page refuse", "edl_38/champ_identifiant"},
        {"edl_38", never, "bonne adresse connecte", "edl_38/fin_retablie"},
        {"edl_38", never, "bonne adresse refuse", "edl_38/dernier_mot_de_passe"},
        {"edl_38", never, "bonne inconnu", "edl_38/adresse_compte"},
        {"edl_38", never, "bonne identifiant ancien connecte", "edl_38/fin_retablie"},
        {"edl_38", never, "bonne identifiant ancien refuse", "edl_38/adresse_compte"},
        {"edl_38", never, "bonne identifiant dernier", "edl_38/adresse_compte"},
        {"edl_38", never, "bonne identifiant oublie differente", "edl_38/verifier_acces"},
        {"edl_38", never, "bonne identifiant oublie identique !refusee", "edl_38/fin_verification"},
        {"edl_39", file(), "compris", "edl_39/fin"},
        {"edl_39", file(), "perdu", "mot_de_passe_perdu/message"},
        {"edl_39", file(), "refuse", "edl_38/adresse_page"},
        {"edl_39", ud, "changer", "mot_de_passe_perdu/message"},
        {"edl_40", ud, "identifiant oui suite", "edl_40/signes"},
        {"edl_40", ud, "identifiant non oublie", "mot_de_passe_perdu/message"},
        {"edl_40", unsent, "envoye", "inscription_administration/depuis"},
        {"compte_verrouille", shut, "attendre", "compte_verrouille/fin_attente"},
        {"compte_verrouille", shut, "mot_de_passe_perdu", "mot_de_passe_perdu/message"},
        {"compte_verrouille", shut, "!refusee leve", "compte_verrouille/conseil_identifiant"},
        {"compte_verrouille", shut, "!refusee toujours", "compte_verrouille/fin_refus"},
        {"compte_verrouille", shut, "!faite suite suite suite connecte", "compte_verrouille/fin_retablie"},
        {"compte_verrouille", shut, "!faite suite suite suite rebloque", "mot_de_passe_perdu/message"},
        {"compte_verrouille", shut, "!faite suite suite suite plus_tard", "compte_verrouille/fin_plus_tard"},
        {"compte_verrouille", file(), "erreur", "compte_verrouille/conseil_identifiant"},
        {"compte_verrouille", file(), "leve", "compte_verrouille/conseil_identifiant"},
        {"compte_verrouille", file({beingDeleted()}), "recus", "compte_verrouille/fin_nouveaux"},
        {"compte_verrouille", file({beingDeleted()}), "attendus", "compte_verrouille/fin_courriels"},
        {"compte_verrouille", file({beingDeleted()}), "en_retard", "demande_habilitation/ouvrir"},
        {"compte_verrouille", file({disabled()}), "suite", "demande_habilitation/ouvrir"},
    };
}

inline QList<Branch> answersOfRequests()
{
    const auto open = withTicket(u"autres"_s);
    return {
        {"demande_habilitation", file(), "seul", "demande_habilitation/fin_seul"},
        {"demande_habilitation", file(), "!faite", "demande_habilitation/fin_ouverte"},
        {"demande_habilitation", file(), "!refusee", "demande_habilitation/fin_refus"},
        {"demande_habilitation", withTicket(u"habilitation"_s), "meme", "demande_habilitation/fin_existante"},
        {"demande_habilitation", withTicket(u"habilitation"_s), "nouvelle", "demande_habilitation/ouvrir"},
        {"demande_autre", file(), "fiche", "demande_autre/ouvrir_fiche"},
        {"demande_autre", file(), "autorisation", "demande_autre/ouvrir_autorisation"},
        {"demande_autre", file(), "certificat", "demande_autre/ouvrir_certificat"},
        {"demande_autre", file(), "autres", "demande_autre/ouvrir_autres"},
        {"demande_autre", file(), "fiche seul", "demande_autre/fin_seul"},
        {"demande_autre", file(), "fiche !refusee", "demande_autre/fin_refus"},
        {"demande_autre", open, "autres nouvelle fiche", "demande_autre/ouvrir_fiche"},
        {"demande_autre", open, "autres nouvelle autorisation", "demande_autre/ouvrir_autorisation"},
        {"demande_autre", open, "autres nouvelle indemnisation", "demande_autre/ouvrir_indemnisation"},
        {"demande_autre", open, "autres nouvelle autres", "demande_autre/ouvrir_autres"},
        {"recuperation", file(), "inconnu parti", "recuperation/boite"},
        {"recuperation", file(), "parti perdue !faite renonce", "recuperation/fin_rappel"},
        {"recuperation", file(), "parti perdue passer", "recuperation/verifier"},
        {"recuperation", file(), "parti perdue !faite !faite !refusee attente", "recuperation/fin_approbation"},
        {"recuperation", file(), "parti perdue !faite !faite !refusee demande", "demande_habilitation/ouvrir"},
        {"recuperation", file(), "parti perdue !faite !faite !refusee rappeler", "recuperation/fin_rappel"},
    };
}

} // namespace desk::situations
