// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/unit/scripts/callers.h"

namespace desk::situations {

/// From a caller's file, what is answered on the way (an operation: "!faite", "!refusee") and where that must lead:
/// written from the facts of the field, one row for each branch and exception they name.
struct Branch {
    const char *script;
    CallerFile file;
    const char *answers;
    const char *lands;
};

inline CallerFile ofProfile(Profile profile, Account a = account())
{
    a.profile = profile;
    return file({a});
}

inline CallerFile usingSylae(Account a = withoutMail(MailKind::Identifiant, withoutMail(MailKind::MotDePasse)))
{
    a.otherExtranets = {u"SYLAé"_s};
    return file({a});
}

inline QList<Branch> registrationBranches()
{
    return {
        {"edl_33", unknownSiret(), "", "edl_33/etapes"},
        {"edl_33", unknownSiret(), "suite vu seul", "edl_33/fin_seul"},
        {"edl_33", unknownSiret(), "suite vu guide", "inscription_etablissement/qui"},
        {"edl_33", unknownSiret(), "suite pas_vu pas_vu", "demande_autre/ouvrir_autres"},
        {"edl_33", file(), "", "edl_33/deja_inscrit"},
        {"inscription_etablissement", unknownSiret(), "", "inscription_etablissement/qui"},
        {"inscription_etablissement", unknownSiret(), "client", "inscription_etablissement/tiers"},
        {"inscription_etablissement", unknownSiret(), "client continuer", "inscription_etablissement/page"},
        {"inscription_etablissement", unknownSiret(), "client contrat signe compris retour",
         "inscription_etablissement/page"},
        {"inscription_etablissement", unknownSiret(), "changement", "inscription_etablissement/nouveau_siret"},
        {"inscription_etablissement", unknownSiret(),
         "employeur suite suite formulaire suite suite suite suite enregistre non",
         "inscription_etablissement/fin_trois_courriels"},
        {"inscription_etablissement", unknownSiret(),
         "employeur suite suite refus formulaire suite suite suite suite enregistre oui",
         "inscription_etablissement/fin_un_courriel"},
        {"inscription_etablissement", unknownSiret(), "employeur suite suite formulaire suite suite suite suite rien",
         "edl_34/champs"},
        {"inscription_etablissement", unknownSiret(), "employeur suite suite connu joignable",
         "inscription_etablissement/fin_collegue"},
        {"inscription_etablissement", file(), "", "inscription_etablissement/deja_connu"},
        {"inscription_etablissement", file(), "parti", "recuperation/boite"},
        {"inscription_etablissement", file(), "parti lue", "recuperation/cas_2_2"},
        {"inscription_etablissement", file(), "parti perdue", "recuperation/ouvrir"},
        {"inscription_etablissement", file(), "inconnu", "recuperation/qui_est_ce"},
        {"edl_33", registering(false), "", "edl_33/etapes"},
        {"edl_33", registering(true), "", "edl_36/demandee"},
        {"inscription_administration", file(), "pas_recu", "inscription_administration/demander"},
        {"inscription_administration", file(), "pas_recu !faite", "inscription_administration/fin_demande"},
        {"inscription_administration", withTicket(u"habilitation"_s), "pas_recu", "demande_habilitation/existante"},
        {"inscription_administration", file(), "a_remplir suite", "inscription_administration/fin_signer"},
        {"inscription_administration", file(), "renvoye moins", "inscription_administration/fin_attente"},
        {"inscription_administration", file({withMail(MailKind::MotDePasse, MailState::Bounced)}), "renvoye plus",
         "edl_36/rejetes"},
        {"edl_34", unknownSiret(), "rien rien rien", "edl_34/navigateur"},
        {"edl_34", unknownSiret(), "rien rien rien parti", "edl_34/fin_parti"},
        {"edl_34", unknownSiret(), "adresse", "edl_35/message"},
        {"edl_35", unknownSiret(), "adresse compris", "edl_35/fin"},
        {"edl_35", unknownSiret(), "siret", "inscription_etablissement/deja_connu"},
        {"edl_41", file(), "oui oui oui", "deconnexion/fin"},
        {"edl_41", file(), "oui oui oui retour", "edl_41/inscrire"},
        {"edl_41", file(), "non suite suite enregistree", "edl_41/fin"},
        {"edl_41", file(), "non suite suite adresse", "edl_35/explique"},
    };
}

inline QList<Branch> mailBranches()
{
    const auto queued = [](MailKind kind) { return file({withMail(kind, MailState::Queued)}); };
    const auto cancelled = [](MailKind kind) { return file({withMail(kind, MailState::Cancelled)}); };
    const auto bounced = [](MailKind kind) { return file({withMail(kind, MailState::Bounced)}); };
    const auto awaited
        = [](MailState state) { return file({withMail(MailKind::MotDePasse, state, awaitingConfirmation())}); };
    return {
        {"edl_36", unknownSiret(), "juste suite", "edl_33/etapes"},
        {"edl_36", registering(true), "", "edl_36/demandee"},
        {"edl_36", registering(true), "pas_finie", "edl_33/etapes"},
        {"edl_36", registering(false), "suite", "edl_33/etapes"},
        {"edl_36", file({neverConnected()}), "", "edl_36/indesirables"},
        {"edl_36", file({neverConnected()}), "trouves non", "edl_36/fin_confirmation"},
        {"edl_36", file({neverConnected()}), "absents moins", "edl_36/fin_attente"},
        {"edl_36", file({neverConnected()}), "absents plus identique", "edl_37/verifier"},
        {"edl_36", file({neverConnected()}), "absents plus bloque", "recuperation/cas_3"},
        {"edl_36", file({neverConnected()}), "absents plus differente", "edl_38/verifier_acces"},
        {"edl_36", cancelled(MailKind::Identifiant), "suite", "edl_37/adresse"},
        {"edl_36", cancelled(MailKind::MotDePasse), "", "edl_36/annules"},
        {"edl_36", queued(MailKind::Identifiant), "", "edl_36/delai_non_parti"},
        {"edl_36", queued(MailKind::MotDePasse), "plus", "demande_habilitation/ouvrir"},
        {"edl_36", bounced(MailKind::Identifiant), "", "edl_36/rejetes"},
        {"edl_36", bounced(MailKind::MotDePasse), "", "edl_36/rejetes"},
        {"edl_36", bounced(MailKind::Habilitation), "", "edl_36/rejetes"},
        {"edl_36", bounced(MailKind::MotDePasse), "identique", "recuperation/cas_3"},
        {"edl_36", bounced(MailKind::MotDePasse), "identique suite", "demande_habilitation/ouvrir"},
        {"edl_36", bounced(MailKind::Habilitation), "differente", "edl_38/verifier_acces"},
        {"edl_36", bounced(MailKind::Identifiant), "fermee perdue", "recuperation/ouvrir"},
        {"edl_36", bounced(MailKind::Identifiant), "fermee lue", "recuperation/cas_2_2"},
        {"edl_38", bounced(MailKind::Habilitation), "identique", "recuperation/cas_3"},
        {"edl_38", awaited(MailState::Bounced), "", "edl_36/rejetes"},
        {"edl_38", awaited(MailState::Cancelled), "", "edl_36/annules"},
        {"edl_38", awaited(MailState::Queued), "attend", "edl_38/fin_attente"},
        {"edl_38", awaited(MailState::Queued), "en_retard", "demande_habilitation/ouvrir"},
        {"edl_38", bounced(MailKind::Identifiant), "", "edl_36/rejetes"},
        {"edl_38", bounced(MailKind::MotDePasse), "", "edl_36/rejetes"},
        {"edl_38", cancelled(MailKind::Identifiant), "", "edl_36/annules"},
        {"edl_38", cancelled(MailKind::MotDePasse), "", "edl_36/annules"},
        {"edl_36", usingSylae(), "", "edl_36/memes_identifiants"},
        {"edl_36", usingSylae(), "mot_de_passe", "mot_de_passe_perdu/sans_secrets"},
        {"edl_55", file(), "mauvais tout", "edl_55/fin_trois"},
        {"edl_55", file(), "mauvais deux", "edl_55/fin_troisieme"},
        {"edl_55", file(), "mauvais rien peu", "edl_55/fin_attente"},
        {"edl_55", file(), "mauvais rien longtemps", "demande_habilitation/ouvrir"},
        {"edl_55", file(), "mauvais troisieme", "edl_55/probable"},
        {"edl_55", usingSylae(), "mauvais troisieme oui", "edl_55/fin_memes_codes"},
        {"edl_55", usingSylae(), "mauvais troisieme non trouve", "edl_55/fin_autre_compte"},
        {"edl_55", file(), "ouvre", "edl_56/arreter"},
        {"edl_56", file(), "suite inconnues", "edl_56/signaler"},
        {"edl_56", file(), "suite inconnues !faite", "edl_56/fin_signale"},
        {"edl_56", file(), "suite inconnues !refusee", "edl_56/fin_de_vive_voix"},
        {"edl_56", file(), "suite siennes", "edl_56/fin_siennes"},
    };
}

inline QList<Branch> loginBranches()
{
    const auto direccte = [](const Account &a) { return ofProfile(Profile::Direccte, a); };
    const auto later
        = file({changed(neverConnected(), [](Account &a) { a.habilitation.activeFrom = now().addDays(1); })});
    return {
        {"edl_39", file(), "", "edl_39/plus_possible"},
        {"edl_39", ofProfile(Profile::Tiers), "", "edl_39/plus_possible"},
        {"edl_39", ofProfile(Profile::Direccte), "premiere", "premiere_connexion/ancien"},
        {"edl_39", ofProfile(Profile::Direccte), "refuse", "edl_40/case_identifiant"},
        {"edl_40", direccte(account()), "", "edl_40/case_identifiant"},
        {"edl_40", direccte(account()), "adresse suite connecte", "edl_40/fin_retablie"},
        {"edl_40", direccte(account()), "identifiant oui", "edl_40/remplacer"},
        {"edl_40", direccte(account()), "identifiant non", "edl_40/signes"},
        {"edl_40", direccte(account()), "identifiant non changer", "premiere_connexion/ancien"},
        {"edl_40", direccte(account()), "identifiant non refuse suite", "edl_37/adresse"},
        {"edl_40", direccte(account()), "identifiant non bloque", "compte_verrouille/pas_verrouille"},
        {"edl_40", direccte(withMail(MailKind::MotDePasse, MailState::Cancelled)), "", "edl_36/annules"},
        {"edl_40", direccte(withoutMail(MailKind::MotDePasse)), "", "edl_40/annexe"},
        {"edl_40", direccte(withoutMail(MailKind::MotDePasse)), "a_envoyer", "edl_40/fin_formulaire"},
        {"edl_40", direccte(withoutMail(MailKind::MotDePasse)), "pas_recu", "inscription_administration/demander"},
        {"edl_40", direccte(withMail(MailKind::MotDePasse, MailState::Queued)), "", "edl_40/fin_en_route"},
        {"edl_40", direccte(withMail(MailKind::MotDePasse, MailState::Sent)), "oui", "edl_40/case_identifiant"},
        {"edl_40", direccte(withMail(MailKind::MotDePasse, MailState::Sent)), "non plus bloque", "recuperation/cas_3"},
        {"edl_40", direccte(usesSylae(thirdMailAlone())), "", "edl_36/memes_identifiants"},
        {"edl_40", direccte(withMail(MailKind::MotDePasse, MailState::Bounced)), "", "edl_36/rejetes"},
        {"compte_verrouille", direccte(account()), "autre_message", "edl_40/case_identifiant"},
        {"compte_verrouille", direccte(locked()), "!faite suite suite suite refuse", "edl_40/case_identifiant"},
        {"compte_verrouille", file(), "autre_message", "edl_38/adresse_page"},
        {"compte_verrouille", file({changed(locked(), [](Account &a) { a.beingDeletedAt = hoursAgo(9); })}),
         "troisieme_seul", "edl_38/fin_autre_extranet"},
        {"edl_45", file(), "client pas_essaye", "edl_45/fin_essayer"},
        {"edl_45", file(), "client rien compris", "edl_45/fin_client"},
        {"edl_45", file(), "client rien present", "edl_45/passer"},
        {"edl_45", file(), "client rien present suite identique", "edl_37/verifier"},
        {"edl_45", file(), "identifiant", "identifiant_perdu/retrouver"},
        {"edl_45", file(), "mot_de_passe", "mot_de_passe_perdu/message"},
        {"premiere_connexion", file({neverConnected()}), "", "premiere_connexion/etablissement"},
        {"premiere_connexion", file({neverConnected()}), "suite connecte", "premiere_connexion/fin_connecte"},
        {"premiere_connexion", file({usesSylae(thirdMailAlone())}), "", "premiere_connexion/memes_codes"},
        {"premiere_connexion", file({usesSylae(thirdMailAlone())}), "connecte", "premiere_connexion/fin_connecte"},
        {"premiere_connexion", direccte(usesSylae(thirdMailAlone())), "refuse", "edl_36/memes_identifiants"},
        {"premiere_connexion", ofProfile(Profile::Tiers), "", "premiere_connexion/tiers"},
        {"premiere_connexion", ofProfile(Profile::Ud), "", "premiere_connexion/ud"},
        {"premiere_connexion", ofProfile(Profile::Direccte), "", "premiere_connexion/direccte"},
        {"premiere_connexion", ofProfile(Profile::Dgefp), "", "premiere_connexion/dgefp"},
        {"premiere_connexion", ofProfile(Profile::Ud), "suite changer suite suite non oui suite",
         "premiere_connexion/fin_connecte"},
        {"premiere_connexion", later, "", "premiere_connexion/fin_a_venir"},
        {"premiere_connexion", file({withHabilitation(HabilitationState::AwaitingConfirmation)}), "",
         "premiere_connexion/pas_confirmee"},
        {"premiere_connexion", file({withHabilitation(HabilitationState::AwaitingConfirmation)}), "plus",
         "edl_38/attendre_confirmation"},
        {"premiere_connexion", ofProfile(Profile::Ud, withHabilitation(HabilitationState::Revoked)), "plus",
         "edl_40/annexe"},
        {"identifiant_perdu", file(), "non", "identifiant_perdu/page"},
        {"identifiant_perdu", file(), "retrouve", "identifiant_perdu/mot_de_passe"},
        {"identifiant_perdu", file(), "retrouve non", "mot_de_passe_perdu/message"},
        {"identifiant_perdu", file(), "non suite oubliee suite", "edl_37/adresse"},
        {"identifiant_perdu", file(), "jamais", "edl_36/indesirables"},
        {"identifiant_perdu", file(), "non suite reponse envoyer", "edl_37/adresse"},
        {"identifiant_perdu", file(), "non suite envoye recu oui", "identifiant_perdu/fin_retrouve"},
        {"identifiant_perdu", file({neverConnected()}), "non", "identifiant_perdu/sans_secrets"},
        {"identifiant_perdu", file({neverConnected()}), "non suite", "edl_37/adresse"},
        {"identifiant_perdu", file({changed(account(), [](Account &a) { a.beingDeletedAt = hoursAgo(9); })}), "suite",
         "edl_55/suite"},
        {"navigateurs", file(), "oui", "navigateurs/fin_conseil"},
        {"navigateurs", file(), "impossible_ici mac admis", "navigateurs/fin_admis"},
        {"navigateurs", ofProfile(Profile::Ud), "impossible_ici mac", "navigateurs/fin_informatique"},
        {"navigateurs", file(), "impossible_ici chrome saisir", "navigateurs/fin_saisie"},
        {"navigateurs", file(), "impossible_ici chrome signer", "navigateurs/fin_signer"},
        {"deconnexion", file(), "non", "deconnexion/fin_deja"},
    };
}

inline QList<Branch> sheetAndDapBranches()
{
    return {
        {"edl_42", file(), "accepte", "edl_46/actif"},
        {"edl_42", file(), "refuse refuse", "demande_autre/ouvrir_fiche"},
        {"edl_42", withTicket(u"fiche_etablissement"_s), "refuse refuse", "demande_autre/existante"},
        {"edl_43", file(), "", "edl_43/faire_signer"},
        {"edl_43", withContract(), "", "edl_43/garder"},
        {"edl_43", withContract(), "deja_envoye", "edl_44/explique"},
        {"edl_44", file(), "guide", "inscription_etablissement/page"},
        {"edl_46", file(), "oui accepte suite oui", "edl_46/fin"},
        {"edl_46", file(), "oui refuse", "edl_42/retaper"},
        {"edl_46", file(), "deja_ajoute", "edl_46/actif"},
        {"edl_46", file(), "oui rien", "edl_47/session"},
        {"edl_46", file(), "oui rien oui retour", "edl_46/ajouter"},
        {"edl_46", file(), "oui accepte suite non", "edl_47/champs"},
        {"edl_47", file(), "vide suite oui", "edl_47/fin"},
        {"edl_47", file(), "pleines non", "edl_47/session"},
        {"edl_47", file(), "session non", "demande_autre/ouvrir_fiche"},
        {"edl_48", file(), "plusieurs", "edl_48/fin_plusieurs"},
        {"edl_48", file(), "inconnu non", "edl_48/fin_un"},
        {"edl_48", file(), "inconnu inconnu", "edl_48/fin_plusieurs"},
        {"edl_49", file(), "", "edl_49/selection"},
        {"edl_49", file(), "fait ouvert", "edl_49/fin"},
        {"edl_49", withDap(DapState::Validee), "", "edl_49/meme_periode"},
        {"edl_49", withDap(DapState::Validee), "meme", "edl_54/validee"},
        {"edl_50", file(), "suite oui", "edl_50/fin"},
        {"edl_50", file(), "suite quoi un retour", "edl_50/enregistrer"},
        {"edl_50", file(), "suite plus_tard", "edl_50/fin"},
        {"edl_51", withDap(DapState::Validee), "compris", "edl_51/fin"},
        {"edl_51", withDap(DapState::Validee), "effectif", "edl_50/fiche"},
        {"edl_51", withDap(DapState::EnInstruction), "", "edl_54/attente"},
        {"edl_51", withDap(DapState::Provisoire), "", "edl_54/provisoire"},
        {"edl_51", withDap(DapState::Invalidee), "", "edl_52/reprendre"},
        {"edl_52", withDap(DapState::Invalidee), "envoyee", "edl_52/fin"},
        {"edl_52", file(), "", "edl_53/rechercher"},
        {"edl_52", withDap(DapState::Invalidee), "pourquoi suite non", "demande_habilitation/ouvrir"},
        {"edl_52", withDap(DapState::Invalidee), "cherche suite vue retour", "edl_52/fin"},
        {"edl_52", withDap(DapState::Validee), "recente", "edl_54/validee"},
        {"edl_53", file(), "suite vue", "edl_53/fin"},
        {"edl_53", file(), "suite absente lui", "demande_autre/ouvrir_autorisation"},
        {"edl_54", withDap(DapState::Provisoire), "compris", "edl_54/fin_provisoire"},
        {"edl_54", withDap(DapState::EnAttenteUd), "", "edl_54/attente"},
        {"edl_54", withDap(DapState::EnInstruction), "refaire suite", "edl_54/fin_attente"},
        {"edl_54", withDap(DapState::EnInstruction), "effectif", "edl_50/fiche"},
        {"edl_54", withDap(DapState::Provisoire), "effectif", "edl_50/fiche"},
        {"edl_54", withDap(DapState::Validee), "compris", "edl_54/fin_avenant"},
        {"edl_54", withDap(DapState::Validee), "effectif", "edl_50/fiche"},
        {"edl_54", withDap(DapState::Invalidee), "", "edl_52/reprendre"},
        {"edl_54", file(), "", "edl_53/rechercher"},
        {"demande_autre", file(), "habilitation", "demande_habilitation/ouvrir"},
        {"demande_autre", file(), "indemnisation !faite", "demande_autre/fin_ouverte"},
        {"demande_autre", withTicket(u"certificat_signature"_s), "certificat meme", "demande_autre/fin_existante"},
        {"demande_autre", withTicket(u"certificat_signature"_s), "certificat nouvelle certificat",
         "demande_autre/ouvrir_certificat"},
    };
}

inline QList<Branch> accessBranches()
{
    const CallerFile elsewhere = [] {
        Account tiers = account(12, u"marc.delmas"_s);
        tiers.profile = Profile::Tiers;
        return file({withHabilitation(HabilitationState::None), tiers});
    }();
    CallerFile waiting = elsewhere;
    waiting.requests = withRequest().requests;
    return {
        {"edl_37", file({neverConnected()}), "suite identique !refusee", "edl_37/fin_verification"},
        {"edl_37", checkedCaller(file({neverConnected()})), "suite identique", "edl_37/reinitialiser"},
        {"edl_37", file(), "suite differente suite", "edl_38/verifier_acces"},
        {"edl_37", file(), "suite inaccessible perdue", "recuperation/ouvrir"},
        {"edl_37", ofProfile(Profile::Ud), "suite inaccessible", "demande_habilitation/ouvrir"},
        {"edl_37", ofProfile(Profile::Dgefp), "suite differente suite", "demande_habilitation/ouvrir"},
        {"edl_36", ofProfile(Profile::Direccte, withMail(MailKind::MotDePasse, MailState::Bounced)), "differente",
         "demande_habilitation/ouvrir"},
        {"mot_de_passe_perdu", file({passwordOnItsWay()}), "recu connecte", "mot_de_passe_perdu/fin_retablie"},
        {"mot_de_passe_perdu", ofProfile(Profile::Ud, passwordOnItsWay()), "recu changer", "premiere_connexion/ancien"},
        {"mot_de_passe_perdu", file({changed(account(), [](Account &a) { a.beingDeletedAt = hoursAgo(9); })}), "suite",
         "edl_55/suite"},
        {"mot_de_passe_perdu", usingSylae(passwordOnItsWay()), "recu connecte", "mot_de_passe_perdu/fin_partout"},
        {"mot_de_passe_perdu", file({passwordOnItsWay()}), "attend", "mot_de_passe_perdu/fin_en_route"},
        {"mot_de_passe_perdu", file({passwordOnItsWay()}), "pas_recu", "edl_37/adresse"},
        {"mot_de_passe_perdu", file({passwordOnItsWay(withMail(MailKind::MotDePasse, MailState::Bounced))}), "pas_recu",
         "edl_36/rejetes"},
        {"edl_38", withNotice(false), "", "edl_38/incident_en_cours"},
        {"edl_38", withNotice(false), "incident", "edl_38/fin_incident"},
        {"edl_38", withNotice(false), "autre_chose", "edl_38/adresse_page"},
        {"edl_38", withNotice(true), "", "edl_38/adresse_page"},
        {"edl_38", file({withHabilitation(HabilitationState::None)}), "suite", "recuperation/collegue"},
        {"edl_38", unknownSiret(), "juste", "edl_38/fin_inscription"},
        {"edl_38", file({awaitingConfirmation()}), "en_retard", "demande_habilitation/ouvrir"},
        {"edl_38", file({activeFrom(hoursAgo(6))}), "attend", "edl_38/fin_un_jour"},
        {"edl_38", elsewhere, "juste connus", "edl_38/adresse_page"},
        {"edl_38", elsewhere, "juste perdus !faite", "edl_38/fin_reinitialise"},
        {"edl_38", elsewhere, "fausse", "edl_38/verifier_acces"},
        {"edl_38", elsewhere, "fausse !refusee", "edl_38/fin_verification_acces"},
        {"edl_38", elsewhere, "fausse !faite", "edl_38/creer_compte"},
        {"edl_38", elsewhere, "fausse !faite !faite", "edl_38/fin_acces_donne"},
        {"edl_38", elsewhere, "fausse !faite remplace !faite", "edl_38/fin_acces_donne"},
        {"edl_38", elsewhere, "fausse !faite !refusee demande", "demande_habilitation/ouvrir"},
        {"edl_38", checkedCaller(elsewhere), "fausse", "edl_38/creer_compte"},
        {"edl_38", waiting, "fausse", "edl_38/deja_demande"},
        {"edl_38", waiting, "fausse oui", "edl_38/fin_approbation"},
        {"edl_38", waiting, "fausse non", "edl_38/verifier_acces"},
        {"edl_38", waiting, "fausse oppose", "recuperation/fin_opposition"},
        {"edl_38", file({withMail(MailKind::MotDePasse, MailState::Sent)}), "manquent moins", "edl_36/fin_attente"},
        {"edl_38", file({withMail(MailKind::MotDePasse, MailState::Sent)}), "manquent plus identique",
         "edl_37/verifier"},
        {"recuperation", unknownSiret(), "", "recuperation/cas_1"},
        {"recuperation", unknownSiret(), "faux", "recuperation/fin_autre_siret"},
        {"recuperation", unknownSiret(), "ferme", "recuperation/fin_registre"},
        {"recuperation", unknownSiret(), "juste suite ouvert envoye", "recuperation/fin_inscription"},
        {"recuperation", unknownSiret(), "juste suite refus formulaire", "inscription_etablissement/coordonnees"},
        {"recuperation", unknownSiret(), "juste suite ouvert guide", "inscription_etablissement/coordonnees"},
        {"recuperation", unknownSiret(), "juste suite ouvert bloque", "edl_34/champs"},
        {"recuperation", unknownSiret(), "juste suite connu", "recuperation/collegue"},
        {"recuperation", file(), "possible", "recuperation/fin_collegue"},
        {"recuperation", file(), "inconnu oui", "recuperation/fin_collegue"},
        {"recuperation", file(), "inconnu non", "demande_habilitation/ouvrir"},
        {"recuperation", file(), "parti lue", "recuperation/cas_2_2"},
        {"recuperation", file(), "parti perdue", "recuperation/ouvrir"},
        {"recuperation", file(), "parti perdue !faite", "recuperation/verifier"},
        {"recuperation", file(), "parti perdue !faite !faite", "recuperation/changer"},
        {"recuperation", file(), "parti perdue !faite !faite !faite", "recuperation/fin_change"},
        {"recuperation", file(), "parti perdue !faite !refusee", "recuperation/fin_verification"},
        {"recuperation", withTicket(u"habilitation"_s), "parti perdue", "recuperation/verifier"},
        {"recuperation", checkedCaller(withTicket(u"habilitation"_s)), "parti perdue", "recuperation/changer"},
        {"recuperation", withRequest(), "", "recuperation/deja_demande"},
        {"recuperation", withRequest(), "oui", "recuperation/fin_approbation"},
        {"recuperation", withRequest(), "oppose", "recuperation/fin_opposition"},
        {"recuperation", withRequest(), "non parti perdue", "recuperation/ouvrir"},
        {"recuperation", file({}), "", "recuperation/sans_compte"},
        {"recuperation", file({}), "suite", "edl_38/verifier_acces"},
        {"recuperation", file({}), "suite !faite !faite", "edl_38/fin_acces_donne"},
        {"recuperation", file(), "soi perdu recu connecte", "recuperation/fin_retablie"},
        {"recuperation", file(), "soi perdu rien suite", "demande_habilitation/ouvrir"},
        {"recuperation", file(), "soi perdu secret suite", "edl_37/adresse"},
        {"recuperation", file(), "soi connu rien suite", "demande_habilitation/ouvrir"},
        {"recuperation", file(), "soi connu refuse suite", "edl_37/adresse"},
        {"recuperation", file(), "soi connu connexion", "edl_38/adresse_page"},
    };
}

inline QList<Branch> branches()
{
    return accessBranches() + registrationBranches() + mailBranches() + loginBranches() + sheetAndDapBranches();
}

} // namespace desk::situations
