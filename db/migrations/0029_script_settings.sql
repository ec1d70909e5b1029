-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the scripts say and what may change again: labels of the extranet's pages, delays, dates, browsers.

insert into asp.setting (key, value, label) values
    ('extranet.aide_libelle', 'Besoin d’aide ?', 'Libellé de la rubrique d’aide de l’extranet'),
    ('extranet.demande_libelle', 'Envoyer une demande d’assistance', 'Libellé du choix qui envoie une demande d’assistance'),
    ('extranet.envoyer_libelle', 'Envoyer', 'Libellé du bouton qui envoie le formulaire d’inscription'),
    ('extranet.identifiant_oublie_libelle', 'J’ai oublié mon identifiant', 'Libellé du lien « identifiant oublié »'),
    ('extranet.mot_de_passe_oublie_libelle', 'J’ai oublié mon mot de passe', 'Libellé du lien « mot de passe oublié »'),
    ('extranet.dap_menu_libelle', 'Demande d’autorisation préalable', 'Libellé du menu des DAP, dans le bandeau bleu'),
    ('extranet.dap_saisir_libelle', 'Saisir une DAP', 'Libellé du choix qui crée une DAP'),
    ('extranet.dap_rechercher_libelle', 'Rechercher une DAP', 'Libellé du choix qui cherche une DAP'),
    ('extranet.dap_modifier_libelle', 'Visualiser/modifier', 'Libellé du lien qui ouvre une DAP trouvée'),
    ('extranet.banque_ajouter_libelle', 'Ajouter une coordonnée bancaire', 'Libellé du lien qui ajoute des coordonnées bancaires'),
    ('extranet.banque_actif_libelle', 'Actif', 'Libellé de l’état des coordonnées bancaires en service'),
    ('extranet.autres', 'SYLAé, APEA ou EA', 'Autres extranets de l’ASP, cités en exemple'),
    ('banque.bic_caracteres', '3', 'Caractères à laisser de côté à la fin d’un BIC refusé'),
    ('contrat.dispense_depuis', '20 mars 2020', 'Contrat de prestation : dispense d’envoi depuis le'),
    ('contrat.dispense_fin', 'jusqu’à nouvel ordre', 'Contrat de prestation : fin de la dispense, telle qu’elle se dit'),
    ('dap.decision_jours', '15', 'Délai de décision de l’UD sur une DAP, en jours'),
    ('dap.avenant_heures', '48', 'Délai de réponse de l’UD à un avenant, en heures'),
    ('habilitation.formulaire', 'annexe 3', 'Nom du formulaire d’habilitation des administrations'),
    ('habilitation.correction_le', '26 mars 2020 au matin', 'Date de la correction des identifiants ouvrant d’autres comptes'),
    ('inscription.voie_caracteres', '28', 'Formulaire d’inscription : longueur du libellé de la voie'),
    ('inscription.complement_caracteres', '38', 'Formulaire d’inscription : longueur du complément d’adresse'),
    ('mot_de_passe.caracteres', '8', 'Longueur d’un mot de passe choisi, au moins'),
    ('mot_de_passe.signe_conseille', '!', 'Signe conseillé dans un mot de passe'),
    ('mot_de_passe.signes_deconseilles', '% $ * # @', 'Signes déconseillés dans un mot de passe'),
    ('secret.caracteres', '4', 'La réponse secrète a plus de caractères que ce nombre'),
    ('navigateur.conseille', 'Firefox', 'Navigateur conseillé'),
    ('navigateur.windows', 'Internet Explorer 7 à 11, ou Firefox 3.6.10, 17.0.7, 24.5, 25 ou 45.8', 'Navigateurs admis sous Windows'),
    ('navigateur.windows_versions', 'Windows XP SP3 ou Windows 7', 'Versions de Windows admises'),
    ('navigateur.mac', 'Safari 6.0 ou Firefox 15.0', 'Navigateurs admis sur Mac, hors administrations'),
    ('navigateur.sans_signature', 'Chrome', 'Navigateur bon pour la saisie, mais non pour la signature')
on conflict do nothing;

-- These, and what other parts brought along, are changed on the supervisors' page like the rest.
update asp.setting set editable = true, group_label = 'Textes des scripts'
where split_part(key, '.', 1) in ('banque', 'contrat', 'dap', 'habilitation', 'inscription', 'mot_de_passe', 'secret', 'navigateur')
   or key like 'extranet.%\_libelle' or key = 'extranet.autres';
update asp.setting s set editable = true, pattern = '', least = b.least, most = b.most,
    group_label = case when s.key like 'motdepasse.%' or s.key like 'brouillon.%' then 'Extranet et console'
                       else 'Limites de lecture' end
from (values ('appel.par_minute', 1, 100), ('appel.par_heure', 10, 2000), ('journal.par_minute', 1, 600),
             ('journal.par_heure', 10, 6000), ('export.par_minute', 1, 10), ('export.par_heure', 1, 100),
             ('motdepasse.alerte_jours', 1, 60), ('motdepasse.par_heure', 1, 50), ('brouillon.jours', 1, 30),
             ('brouillon.par_minute', 30, 600), ('brouillon.par_heure', 500, 20000)) as b (key, least, most)
where s.key = b.key;
