-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a new database starts with. Supervisors change lists and settings; codes stay, labels may change.

-- Production until someone says otherwise: the mistake that must not happen is the other one.
insert into asp.environment (kind, holds_real_data) values ('production', false);
insert into asp.schema_info (min_client_version) values (1);

insert into asp.setting (key, value, label) values
    ('telephone.assistance', '0800 705 800', 'Numéro de l’assistance téléphonique'),
    ('courriel.assistance', 'contact-ap@asp-public.fr', 'Adresse de l’assistance'),
    ('extranet.url', 'https://activitepartielle.emploi.gouv.fr/aparts/', 'Adresse de l’extranet'),
    ('extranet.inscription_libelle', 'Créer mon espace', 'Libellé du bouton d’inscription'),
    ('verrou.minutes', '30', 'Durée du verrouillage, en minutes'),
    ('verrou.essais', '3', 'Mots de passe erronés avant verrouillage'),
    ('libre_service.minutes', '60', 'Validité de la procédure en libre-service, en minutes'),
    ('courriels.delai_heures', '48', 'Délai d’arrivée des courriels d’accès, en heures'),
    ('connexion.attente_heures', '24', 'Attente conseillée après la confirmation, en heures'),
    ('session.inactivite_minutes', '15', 'Inactivité avant déconnexion de l’extranet, en minutes'),
    ('mail.expediteur', 'contact-ap@asp-public.fr', 'Adresse d’expédition des courriels'),
    ('mail.expediteur_nom', 'Assistance Activité partielle', 'Nom d’expéditeur des courriels'),
    ('mail.domaine', 'asp-public.fr', 'Domaine des identifiants de courriel'),
    ('mail.tentatives', '12', 'Tentatives d’envoi d’un courriel'),
    ('mail.reservation_secondes', '120', 'Durée de réservation d’un courriel par un relais, en secondes'),
    ('lecture.par_minute', '30', 'Dossiers ouverts par minute et par agent'),
    ('lecture.par_heure', '600', 'Dossiers ouverts par heure et par agent'),
    ('devoilement.par_minute', '15', 'Valeurs dévoilées par minute et par agent'),
    ('devoilement.par_heure', '200', 'Valeurs dévoilées par heure et par agent'),
    ('suggestion.par_minute', '600', 'Recherches de suggestions par minute et par agent'),
    ('suggestion.par_heure', '12000', 'Recherches de suggestions par heure et par agent'),
    ('plafond.reset', '30', 'Réinitialisations de mot de passe par heure et par agent'),
    ('verrouillage.console_minutes', '10', 'Inactivité avant verrouillage de la console, en minutes');

insert into asp.motif (code, label, position) values
    ('habilitation', 'Habilitation à l’extranet', 1),
    ('fiche_etablissement', 'Fiche Etablissement', 2),
    ('decision_autorisation', 'Décision d’Autorisation', 3),
    ('demande_indemnisation', 'Demande d’Indemnisation', 4),
    ('certificat_signature', 'Certificat de signature', 5),
    ('autres', 'Autres', 6);

insert into asp.ticket_outcome (code, label, position, needs_text) values
    ('access_restored', 'Accès rétabli', 1, false),
    ('referent_reassigned', 'Référent réaffecté', 2, false),
    ('account_created', 'Compte créé', 3, false),
    ('confirmation_resent', 'Confirmation renvoyée', 4, false),
    ('explained', 'Expliqué, rien à faire', 5, false),
    ('duplicate', 'Doublon', 6, false),
    ('transferred', 'Transféré (préciser à qui)', 7, true),
    ('unreachable', 'Demandeur injoignable', 8, false),
    ('refused', 'Refusé (préciser le motif)', 9, true),
    ('not_ours', 'Ne relève pas de l’assistance', 10, false);

insert into asp.operation_reason (code, label, position, needs_text) values
    ('secret_forgotten', 'Réponse secrète oubliée', 1, false),
    ('never_received', 'Identifiants jamais reçus', 2, false),
    ('locked', 'Compte verrouillé', 3, false),
    ('referent_left', 'Référent parti', 4, false),
    ('address_wrong', 'Adresse erronée', 5, false),
    ('wrong_identifiants', 'Mauvais identifiants envoyés', 6, false),
    ('other', 'Autre (préciser)', 7, true);

insert into asp.call_outcome (code, label, position, needs_text) values
    ('solved', 'Résolu', 1, false),
    ('ticket_opened', 'Demande d’assistance ouverte', 2, false),
    ('call_back', 'À rappeler', 3, false),
    ('transferred', 'Transféré', 4, false),
    ('check_failed', 'Vérification de l’appelant non concluante', 5, false),
    ('hung_up', 'L’appelant a raccroché', 6, false),
    ('wrong_number', 'Erreur de numéro', 7, false);

insert into asp.hold_reason (code, label, position, needs_text) values
    ('requester', 'En attente du demandeur', 1, false),
    ('approval', 'En attente d’approbation', 2, false),
    ('mail', 'En attente de l’arrivée d’un courriel', 3, false),
    ('other_service', 'En attente d’un autre service', 4, false);

-- Until 2020 everyone chose their own password at the first log-in; since then establishments and tiers no longer do.
insert into asp.password_policy (profile, valid_from, min_length, generated_length, digit_required, special_required,
                                 generated_specials, advised_against, personalised, must_change)
select p, d, 8, 12, true, true, '!', '%$*#@', v, v
from unnest(array['etablissement', 'tiers']) as p,
     (values (date '2014-10-01', true), (date '2020-03-01', false)) as dated (d, v)
union all
select p, date '2014-10-01', 8, 12, true, true, '!', '%$*#@', true, true
from unnest(array['ud', 'direccte', 'dgefp']) as p;

insert into asp.shared_mail_provider (domain) values
    ('gmail.com'), ('outlook.com'), ('outlook.fr'), ('hotmail.com'), ('hotmail.fr'), ('live.fr'), ('msn.com'),
    ('yahoo.com'), ('yahoo.fr'), ('icloud.com'), ('orange.fr'), ('wanadoo.fr'), ('free.fr'), ('sfr.fr'),
    ('neuf.fr'), ('laposte.net'), ('bbox.fr'), ('numericable.fr'), ('aol.com'), ('gmx.fr'), ('protonmail.com');

-- Once the extranet has written into a database called production, it holds real data, and demo and simulate refuse it.
create function asp.tr_real_data() returns trigger language plpgsql security definer
    set search_path = asp, pg_catalog, pg_temp as $$
begin
    update environment set holds_real_data = true where kind = 'production' and not holds_real_data;
    return null;
end $$;
create trigger establishment_real_data after insert on asp.establishment
    for each statement execute function asp.tr_real_data();
