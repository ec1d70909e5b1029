// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/texts.h"

namespace desk::demo {

namespace {

using Texts = std::string_view[];

constexpr Texts habilitationTexts = {
    "Bonjour, je n’ai toujours pas reçu mes identifiants depuis notre inscription. Merci de votre aide.",
    "J’ai bien reçu les deux premiers courriels mais pas la confirmation d’habilitation.",
    "Impossible de me connecter, le site répond que le mot de passe est incorrect alors que je le recopie du "
    "courriel.",
    "Mon compte est bloqué après plusieurs essais, pouvez-vous le débloquer\u00A0?",
    "L’ancienne comptable est partie, c’est elle qui recevait tout. Comment faire pour avoir accès\u00A0?",
    "Le site dit que l’ensemble des secrets n’est pas renseigné pour mon compte.",
    "Nous sommes cabinet comptable et nous n’arrivons pas à créer l’espace de notre client.",
    "Mon adresse de messagerie a changé, je ne reçois plus les notifications.",
    "Je voudrais ajouter une deuxième personne sur notre établissement.",
    "SIRET déjà connu d’après le formulaire, mais personne chez nous ne l’a inscrit.",
};
constexpr Texts sheetTexts = {
    "Notre raison sociale a changé, comment corriger la fiche\u00A0?",
    "L’adresse de notre établissement est erronée (nous avons déménagé le mois dernier).",
    "Notre SIRET a changé après le déménagement, que deviennent nos demandes\u00A0?",
    "Le numéro de téléphone affiché n’est plus le nôtre.",
    "L’effectif indiqué sur la fiche ne correspond pas à nos salariés.",
};
constexpr Texts decisionTexts = {
    "Notre demande d’autorisation est en attente depuis plus de quinze jours, pouvez-vous nous "
    "renseigner\u00A0?",
    "La demande a été invalidée et nous ne comprenons pas le motif.",
    "Comment modifier une demande déjà validée\u00A0? Nous avons besoin de deux semaines de plus.",
    "Nous avons déposé deux fois la même demande par erreur.",
    "La décision n’apparaît pas dans notre espace.",
};
constexpr Texts claimTexts = {
    "Notre demande d’indemnisation du mois dernier a été rejetée sans explication.",
    "Le paiement n’est pas arrivé, la demande est pourtant validée.",
    "Nous nous sommes trompés dans les heures d’un salarié, comment régulariser\u00A0?",
    "Le RIB enregistré n’est plus valable, où le changer\u00A0?",
    "Le site s’arrête quand je valide la liste des salariés.",
};
constexpr Texts certificateTexts = {
    "Le certificat de signature n’est pas reconnu par le navigateur.",
    "Le bouton de signature reste grisé depuis la mise à jour du poste.",
    "Faut-il encore un certificat pour signer les demandes\u00A0?",
};
constexpr Texts otherTexts = {
    "Pouvez-vous nous rappeler au sujet de notre dossier\u00A0? Merci.",
    "Quelle est la date limite pour les demandes du trimestre\u00A0?",
    "Les documents à télécharger ne s’ouvrent pas.",
    "Nous souhaitons savoir si nos apprentis sont concernés.",
};

constexpr Texts accessOutcomes = {"access_restored", "confirmation_resent", "explained", "unreachable"};
constexpr Texts sheetOutcomes = {"explained", "not_ours"};
constexpr Texts plainOutcomes = {"explained", "not_ours", "unreachable"};

constexpr Texts accessAnswers = {
    "Bonjour,\nvotre accès est rétabli. Saisissez votre identifiant, et non votre adresse, puis le dernier "
    "mot de passe reçu.",
    "Bonjour,\nla confirmation d’habilitation vous est envoyée de nouveau. Pensez à regarder dans les "
    "courriers indésirables.",
    "Bonjour,\nvotre compte est débloqué. Attendez de préférence le dernier courriel avant de réessayer.",
};
constexpr Texts sheetAnswers = {
    "Bonjour,\nla fiche se corrige dans votre espace, rubrique de l’établissement. Un nouveau SIRET demande "
    "un nouvel espace.",
};
constexpr Texts decisionAnswers = {
    "Bonjour,\nc’est l’unité départementale qui instruit votre demande, dans un délai de quinze jours.",
    "Bonjour,\nune demande validée se modifie par un avenant, depuis votre espace.",
};
constexpr Texts plainAnswers = {
    "Bonjour,\nnous avons regardé votre dossier\u00A0: aucune action n’est nécessaire de votre part.",
    "Bonjour,\nnous n’avons pas pu vous joindre. Rappelez-nous en citant le numéro de cette demande.",
};

constexpr MotifTexts motifs[] = {
    {"habilitation", 420, habilitationTexts, accessOutcomes, accessAnswers},
    {"fiche_etablissement", 130, sheetTexts, sheetOutcomes, sheetAnswers},
    {"decision_autorisation", 160, decisionTexts, plainOutcomes, decisionAnswers},
    {"demande_indemnisation", 170, claimTexts, plainOutcomes, plainAnswers},
    {"certificat_signature", 40, certificateTexts, plainOutcomes, plainAnswers},
    {"autres", 80, otherTexts, plainOutcomes, plainAnswers},
};

constexpr Texts bounces = {
    "550 5.1.1 Adresse inconnue sur ce serveur",
    "552 5.2.2 Boîte de réception pleine",
    "550 5.7.1 Message refusé par la politique du domaine",
    "554 5.7.1 Message considéré comme indésirable",
    "450 4.2.1 Boîte suspendue, délai dépassé",
};

constexpr Texts dapReasons = {"Conjoncture économique",
                              "Conjoncture économique",
                              "Difficultés d’approvisionnement en matières premières ou en énergie",
                              "Sinistre ou intempéries de caractère exceptionnel",
                              "Transformation, restructuration ou modernisation",
                              "Autres circonstances de caractère exceptionnel"};

constexpr Texts notes = {
    "",
    "",
    "Rappelle demain matin si le courriel n’est pas arrivé.",
    "A confirmé son identifiant, dernier mot de passe reçu ce mois-ci.",
    "Utilise Internet Explorer, conseillé Firefox.",
    "Courriel retrouvé dans les indésirables pendant l’appel.",
    "Ne savait pas que l’adresse n’est pas l’identifiant.",
    "Préfère attendre la levée automatique.",
};

constexpr Texts comments = {
    "Demandeur rappelé, messagerie.",
    "Vérifié avec le référent\u00A0: adresse correcte.",
    "Courriel de confirmation renvoyé, à suivre demain.",
    "En attente d’un retour de l’unité départementale.",
    "Le demandeur joint une capture illisible, redemandée.",
};

constexpr Texts endings = {"solved", "solved", "solved", "ticket_opened", "call_back", "check_failed", "hung_up"};
constexpr Texts holds = {"requester", "mail", "other_service"};

constexpr Agent people[] = {
    {"n.martin", "Nadia Martin"},    {"s.garcin", "Sylvain Garcin"}, {"l.hoarau", "Lucie Hoarau"},
    {"p.kervella", "Paul Kervella"}, {"a.benali", "Amina Benali"},   {"t.weber", "Thomas Weber"},
    {"c.lafitte", "Carole Lafitte"}, {"y.diallo", "Yasmine Diallo"},
};

constexpr WalkedScript scripts[] = {
    {"compte_verrouille", "Compte verrouillé", "access_restored"},
    {"mot_de_passe_perdu", "Mot de passe oublié", "password_reset"},
    {"edl_37", "Question secrète oubliée", "password_reset"},
    {"edl_38", "Identifiant et mot de passe reçus, connexion impossible", "explained"},
    {"edl_36", "Identifiant et mot de passe non reçus", "waiting"},
    {"edl_33", "Commencer l’inscription", "registering"},
    {"edl_54", "Erreur dans ma DAP", "explained"},
    {"premiere_connexion", "Première connexion", "access_restored"},
    {"demande_habilitation", "Ouvrir une demande « Habilitation à l’extranet »", "ticket_opened"},
};

} // namespace

std::span<const WalkedScript> walkedScripts()
{
    return scripts;
}

std::span<const MotifTexts> motifTexts()
{
    return motifs;
}

std::span<const Agent> agents()
{
    return people;
}

std::span<const std::string_view> bounceReasons()
{
    return bounces;
}

std::span<const std::string_view> dapMotifs()
{
    return dapReasons;
}

std::span<const std::string_view> callNotes()
{
    return notes;
}

std::span<const std::string_view> ticketComments()
{
    return comments;
}

std::span<const std::string_view> callOutcomes()
{
    return endings;
}

std::span<const std::string_view> holdReasons()
{
    return holds;
}

} // namespace desk::demo
