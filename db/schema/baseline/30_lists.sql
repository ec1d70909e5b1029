-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Lists in the order people see them, with the rows a new desk begins with. Supervisors change labels; codes stay.

create table asp.motif (
    code text primary key, label text not null, position int not null,
    needs_text boolean not null default false, active boolean not null default true
);

create table asp.ticket_outcome (
    code text primary key, label text not null, position int not null,
    needs_text boolean not null default false, active boolean not null default true
);

create table asp.operation_reason (like asp.ticket_outcome including all);

create table asp.call_outcome (like asp.ticket_outcome including all);

create table asp.hold_reason (like asp.ticket_outcome including all);

create table asp.password_policy (
    profile text not null check (profile in ('etablissement', 'tiers', 'ud', 'direccte', 'dgefp')),
    valid_from date not null,
    min_length int not null check (min_length >= 8),
    generated_length int not null check (generated_length >= min_length),
    digit_required boolean not null,
    special_required boolean not null,
    generated_specials text not null, -- what generated passwords draw from
    advised_against text not null, -- accepted when typed, but agents advise against them
    personalised boolean not null, -- people may choose their own
    must_change boolean not null, -- a password made for them must be changed at the next log-in
    primary key (profile, valid_from)
);

create table asp.shared_mail_provider (domain text primary key check (domain = lower(domain)));

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

create table asp.holiday (
    day date not null,
    departments text[], -- null: everywhere
    label text not null check (label <> ''),
    primary key (day, label)
);
