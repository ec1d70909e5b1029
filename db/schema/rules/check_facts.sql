-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a caller can be asked to prove who they are: its subject, and its place in the list.

insert into asp.check_fact as f (code, label, subject, position) values
    ('account.phone', 'Téléphone du compte, en entier', 'account', 1),
    ('account.email', 'Courriel du compte, en entier', 'account', 2),
    ('account.identifiant', 'Identifiant', 'account', 3),
    ('account.last_login', 'Date de la dernière connexion', 'account', 4),
    ('establishment.phone', 'Téléphone de l’établissement, en entier', 'establishment', 5),
    ('establishment.email', 'Courriel de l’établissement, en entier', 'establishment', 6),
    ('establishment.street', 'Numéro et voie de l’établissement', 'establishment', 7),
    ('establishment.headcount', 'Effectif de l’établissement', 'establishment', 8),
    ('establishment.company_headcount', 'Effectif de l’entreprise', 'establishment', 9)
on conflict (code) do update
    set label = excluded.label, subject = excluded.subject, position = excluded.position
    where (f.label, f.subject, f.position) is distinct from (excluded.label, excluded.subject, excluded.position);
