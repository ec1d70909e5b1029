// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "app/scripts/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<FactChoice> yesNo(QStringView yes = u"Oui", QStringView no = u"Non")
{
    return {{"oui"_L1, yes}, {"non"_L1, no}};
}

QList<FactChoice> mailChoices()
{
    return {{"aucun"_L1, u"Jamais envoyé"}, {"en_attente"_L1, u"Envoi en cours"},
            {"envoye"_L1, u"Envoyé"},       {"remis"_L1, u"Remis"},
            {"rejete"_L1, u"Rejeté"},       {"annule"_L1, u"Annulé"}};
}

QList<FactInfo> establishmentFacts()
{
    using S = FactSubject;
    return {
        {Fact::EstablishmentKnown, "etablissement.connu"_L1, S::Establishment, u"le SIRET est connu de l’extranet",
         u"Le SIRET est-il connu de l’extranet ?", yesNo(u"SIRET connu", u"SIRET inconnu")},
        {Fact::Registration,
         "etablissement.inscription"_L1,
         S::Establishment,
         u"où en est l’inscription de l’établissement",
         u"L’inscription est-elle enregistrée ?",
         {{"enregistree"_L1, u"Inscription enregistrée"},
          {"demandee"_L1, u"Inscription demandée"},
          {"aucune"_L1, u"Aucune inscription"}}},
        {Fact::AccountExists, "compte.existe"_L1, S::Establishment, u"un compte utilisateur existe",
         u"L’appelant a-t-il un compte ?", yesNo(u"Un compte existe", u"Aucun compte")},
    };
}

QList<FactInfo> accountFacts()
{
    using S = FactSubject;
    return {
        {Fact::AccountProfile,
         "compte.profil"_L1,
         S::Account,
         u"le profil du compte",
         u"Qui appelle ?",
         {{"etablissement"_L1, u"Établissement"},
          {"tiers"_L1, u"Tiers déclarant"},
          {"ud"_L1, u"UD"},
          {"direccte"_L1, u"DIRECCTE"},
          {"dgefp"_L1, u"DGEFP"}}},
        {Fact::EverLoggedIn, "compte.deja_connecte"_L1, S::Account, u"le compte s’est déjà connecté",
         u"L’appelant s’est-il déjà connecté ?", yesNo(u"Déjà connecté", u"Jamais connecté")},
        {Fact::Locked, "compte.verrouille"_L1, S::Account, u"le compte est verrouillé en ce moment",
         u"L’extranet dit-il que le compte est verrouillé ?", yesNo(u"Verrouillé", u"Pas verrouillé")},
        {Fact::SecretsSet, "compte.secrets"_L1, S::Account, u"la question secrète et sa réponse sont renseignées",
         u"L’appelant a-t-il choisi une question secrète ?", yesNo(u"Secrets renseignés", u"Secrets absents")},
        {Fact::PasswordState,
         "compte.mot_de_passe"_L1,
         S::Account,
         u"d’où vient le mot de passe en service",
         u"D’où vient le dernier mot de passe ?",
         {{"aucun"_L1, u"Aucun mot de passe"},
          {"en_attente"_L1, u"Nouveau mot de passe en cours d’envoi"},
          {"initial"_L1, u"Mot de passe d’origine"},
          {"libre_service"_L1, u"Refait par l’appelant sur l’extranet"},
          {"assistance"_L1, u"Réinitialisé par l’assistance"},
          {"appelant"_L1, u"Choisi par l’appelant"}}},
        {Fact::SelfService,
         "compte.libre_service"_L1,
         S::Account,
         u"une procédure « J’ai oublié… » commencée depuis moins d’un jour : en cours dans son délai, expirée ensuite",
         u"L’appelant a-t-il une procédure « J’ai oublié… » en cours ?",
         {{"en_cours"_L1, u"Procédure en cours"},
          {"expiree"_L1, u"Procédure expirée"},
          {"aucune"_L1, u"Aucune procédure"}}},
    };
}

QList<FactInfo> habilitationFacts()
{
    using S = FactSubject;
    return {
        {Fact::HabilitationState,
         "habilitation.etat"_L1,
         S::Habilitation,
         u"l’habilitation du compte sur cet établissement",
         u"L’appelant a-t-il reçu la confirmation de son habilitation ?",
         {{"aucune"_L1, u"Aucune habilitation"},
          {"demandee"_L1, u"Habilitation demandée"},
          {"attente_confirmation"_L1, u"Confirmation attendue"},
          {"a_venir"_L1, u"Active plus tard"},
          {"active"_L1, u"Habilitation active"},
          {"revoquee"_L1, u"Habilitation retirée"}}},
        {Fact::HabilitationRecent, "habilitation.recente"_L1, S::Habilitation,
         u"l’habilitation est active depuis moins que l’attente conseillée (réglage connexion.attente_heures)",
         u"L’habilitation est-elle toute récente ?", yesNo(u"Toute récente", u"Depuis plus longtemps")},
        {Fact::OtherAccount, "habilitation.autre_compte"_L1, S::Habilitation,
         u"l’établissement est habilité sur un autre compte", u"L’établissement est-il rattaché à un autre compte ?",
         yesNo(u"Rattaché à un autre compte", u"Pas d’autre compte")},
        {Fact::BeingDeleted, "compte.suppression"_L1, S::Account, u"le compte est en cours de suppression",
         u"Le compte est-il en cours de suppression ?", yesNo(u"En cours de suppression", u"Compte conservé")},
        {Fact::Disabled, "compte.desactive"_L1, S::Account, u"le compte est désactivé", u"Le compte est-il désactivé ?",
         yesNo(u"Compte désactivé", u"Compte en service")},
        {Fact::ReferentAddress,
         "referent.adresse"_L1,
         S::Habilitation,
         u"l’adresse du référent est celle que donne l’appelant",
         u"L’adresse du référent est-elle celle que donne l’appelant ?",
         {{"identique"_L1, u"Même adresse"},
          {"differente"_L1, u"Autre adresse"},
          {"sans_referent"_L1, u"Pas de référent"}}},
        {Fact::IdentifiantMail, "courriel.identifiant"_L1, S::Account, u"le dernier courriel portant l’identifiant",
         u"L’appelant a-t-il reçu le courriel qui donne son identifiant ?", mailChoices()},
        {Fact::PasswordMail, "courriel.mot_de_passe"_L1, S::Account, u"le dernier courriel portant le mot de passe",
         u"L’appelant a-t-il reçu le courriel qui donne son mot de passe ?", mailChoices()},
        {Fact::ConfirmationMail, "courriel.habilitation"_L1, S::Habilitation,
         u"le dernier courriel confirmant l’habilitation",
         u"L’appelant a-t-il reçu le courriel qui confirme son habilitation ?", mailChoices()},
        {Fact::OtherExtranet, "compte.autre_extranet"_L1, S::Account,
         u"le compte sert aussi sur un autre extranet de l’ASP",
         u"L’appelant utilise-t-il déjà un autre extranet de l’ASP ?",
         yesNo(u"Utilise un autre extranet", u"Aucun autre extranet")},
    };
}

QList<FactInfo> caseFacts()
{
    using S = FactSubject;
    const auto ticket = [](Fact fact, QLatin1StringView id, QStringView meaning) {
        return FactInfo{fact,
                        id,
                        S::Establishment,
                        meaning,
                        u"Une demande d’assistance est-elle déjà ouverte pour ce motif ?",
                        yesNo(u"Demande ouverte", u"Pas de demande ouverte")};
    };
    return {
        {Fact::Contract,
         "contrat.prestation"_L1,
         S::Establishment,
         u"un contrat de prestation « Tiers déclarant » est connu",
         u"Le contrat de prestation est-il signé ?",
         {{"signe"_L1, u"Contrat signé"}, {"absent"_L1, u"Pas de contrat"}}},
        {Fact::LatestDap,
         "dap.etat"_L1,
         S::Establishment,
         u"l’état de la dernière demande d’autorisation préalable",
         u"Dans quel état est la demande d’autorisation préalable ?",
         {{"aucune"_L1, u"Aucune demande"},
          {"provisoire"_L1, u"Provisoire"},
          {"en_attente_ud"_L1, u"En attente d’instruction UD"},
          {"en_instruction"_L1, u"Instruction en cours"},
          {"validee"_L1, u"Validée"},
          {"invalidee"_L1, u"Invalidée"}}},
        ticket(Fact::TicketHabilitation, "demande.habilitation"_L1,
               u"une demande « Habilitation à l’extranet » est ouverte"),
        ticket(Fact::TicketFiche, "demande.fiche"_L1, u"une demande « Fiche Etablissement » est ouverte"),
        ticket(Fact::TicketAutorisation, "demande.autorisation"_L1,
               u"une demande « Décision d’Autorisation » est ouverte"),
        ticket(Fact::TicketIndemnisation, "demande.indemnisation"_L1,
               u"une demande « Demande d’Indemnisation » est ouverte"),
        ticket(Fact::TicketCertificat, "demande.certificat"_L1, u"une demande « Certificat de signature » est ouverte"),
        ticket(Fact::TicketAutres, "demande.autres"_L1, u"une demande « Autres » est ouverte"),
        {Fact::Incident, "incident.en_cours"_L1, S::Establishment, u"un avis d’incident est affiché",
         u"Un incident est-il en cours ?", yesNo(u"Incident en cours", u"Pas d’incident")},
        {Fact::CallerChecked, "appelant.verifie"_L1, S::Account,
         u"l’appelant a été vérifié dans cet appel, pour le compte choisi",
         u"L’appelant a-t-il été vérifié dans cet appel ?", yesNo(u"Appelant vérifié", u"Appelant à vérifier")},
        {Fact::EstablishmentChecked, "appelant.verifie_etablissement"_L1, S::Establishment,
         u"l’appelant a été vérifié dans cet appel, pour l’établissement",
         u"L’appelant a-t-il été vérifié dans cet appel ?", yesNo(u"Appelant vérifié", u"Appelant à vérifier")},
        {Fact::ApprovalWaiting, "demande.approbation"_L1, S::Establishment,
         u"une création de compte ou un changement de référent attend une approbation",
         u"Une demande d’approbation est-elle en attente pour cet établissement ?",
         yesNo(u"En attente d’approbation", u"Rien en attente")},
    };
}

} // namespace

int FactInfo::indexOf(const QString &code) const
{
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices.at(i).code == code)
            return int(i);
    }
    return -1;
}

const Establishment *FactContext::establishment() const
{
    return file && file->subject == CallerFile::Subject::Establishment ? &file->establishment : nullptr;
}

const QList<FactInfo> &allFacts()
{
    static const QList<FactInfo> facts = establishmentFacts() + accountFacts() + habilitationFacts() + caseFacts();
    return facts;
}

const FactInfo &factInfo(Fact fact)
{
    const FactInfo &info = allFacts().at(qsizetype(fact));
    Q_ASSERT(info.fact == fact);
    return info;
}

std::optional<Fact> factFromId(const QString &id)
{
    const auto it = std::find_if(allFacts().cbegin(), allFacts().cend(), [&](const FactInfo &f) { return f.id == id; });
    return it == allFacts().cend() ? std::nullopt : std::optional(it->fact);
}

} // namespace desk
