#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets the access, in the real window: a change of referent that waits for approval, an account that is made at once.

  access_job.py --console build/release/app/programs/console/asp-console --out FOLDER [--dark]

On the private server, by keyboard and accessibility interface; then looked at in the database. Run under
tests/support/gui_session.sh. Leaves numbered screenshots and summary.txt in FOLDER; exits 0 when all holds."""
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from main_job import Job, run_private  # noqa: E402  (it also finds the driver)
from uidriver import BUTTONS  # noqa: E402

SAID = {
    "establishment.phone": "select phone from asp.establishment where siret = '{0}'",
    "establishment.email": "select email from asp.establishment where siret = '{0}'",
    "establishment.street": "select concat_ws(' ', street_number, street_extension, street_type, street_label) from asp.establishment where siret = '{0}'",
    "establishment.headcount": "select headcount from asp.establishment where siret = '{0}'",
    "establishment.company_headcount": "select c.headcount from asp.company c where c.siren = left('{0}', 9)",
}

# An establishment where nobody else needs to look: a mail domain known for a month, an open request from one of its own.
AT_ONCE = """select e.siret || '|' || split_part(c.email, '@', 2) from asp.establishment e
    join asp.habilitation h on h.establishment_id = e.id and h.state = 'active' and not h.made_by_desk
                           and h.active_from < now() - interval '31 days'
    join asp.account c on c.id = h.account_id and not c.created_by_desk and c.disabled_at is null and c.being_deleted_at is null
    where not exists (select from asp.shared_mail_provider p where p.domain = split_part(c.email, '@', 2)) and e.siret <> '73282932000074' and e.street_label <> ''
      and e.phone is not null order by e.id limit 1"""


class AccessJob(Job):
    def open(self, siret):
        self.console.key("ctrl+k")
        self.console.key("ctrl+a")
        self.console.type(siret)
        time.sleep(0.6)
        self.console.key("Return")
        self.console.see(self.database.one(f"select denomination from asp.establishment where siret = '{siret}'"))

    def press(self, label):
        self.console.press(self.console.button(label))

    def say_right(self, siret):
        facts = self.console.wait("the two facts", self.asked_facts)
        time.sleep(0.3)
        for fact in facts:
            self.console.key("ctrl+a")
            self.console.type(self.database.one(f"select public.unaccent(({SAID[fact].format(siret)})::text)"))
            self.console.key(*(["Tab", "Tab"] if fact == facts[0] else ["Return"]))
        self.console.see("Appelant vérifié jusqu’à")

    def name_person(self, email):
        """The keyboard stands in the first field that is empty: the name."""
        for text in ("Durand", "Paul"):
            self.console.type(text)
            self.console.key("Tab")
        self.console.key("Tab")  # the profile stays
        self.console.type("0561000012")
        self.console.key("Tab")
        self.console.type(email)

    def reassign(self):
        siret = "73282932000074"
        self.open(siret)
        self.press("Changer le référent…")
        self.console.see("Changer le référent de Boulangerie du Capitole")
        self.shot("referent-verifier")
        self.say_right(siret)
        self.shot("referent-verifie")
        self.name_person("paul.durand@exemple.fr")
        self.console.see("une autre personne doit d’abord approuver")
        self.shot("referent-annonce")
        self.console.key("ctrl+Return")
        self.console.see("envoyé pour approbation")
        self.console.see("À dire")
        self.console.see("Changement de référent en attente d’approbation")
        self.shot("referent-en-attente")
        row = self.database.one("select state || '|' || array_to_string(why, ',') from asp.approval_request order by requested_at desc limit 1")
        self.check("la demande attend, avec ses raisons", row.startswith("waiting|address_outside_domains"), row)
        self.check("rien n’a changé pour le référent", self.database.one(
            "select c.identifiant from asp.habilitation h join asp.account c on c.id = h.account_id join asp.establishment e "
            f"on e.id = h.establishment_id where h.referent and e.siret = '{siret}'") == "claire.fontan")
        blocked = next((n for n in self.console.nodes() if n.get_role_name() in BUTTONS and n.get_name() == "En attente d’approbation"), None)
        self.check("le bouton dit pourquoi il n’est plus possible", blocked is not None and not self.console.is_enabled(blocked))
        self.done("Référent : appelant vérifié, approbation annoncée d’avance, demande en attente dans le dossier.")

    def withdraw(self):
        self.press("Retirer la demande")
        self.console.see("Retirer la demande d’approbation")
        self.console.type("Mauvaise adresse")
        self.shot("retirer")
        self.console.key("ctrl+Return")
        self.console.wait("the withdrawn request", lambda: self.database.one(
            "select state from asp.approval_request order by requested_at desc limit 1") == "withdrawn")
        self.console.see("Demande d’approbation retirée")
        self.shot("retiree")
        self.done("La demande est retirée par son auteur.")

    def create(self):
        siret, domain = self.database.one(AT_ONCE).split("|")
        # What the extranet would have written: a request from the person themselves.
        self.database.query("insert into asp.ticket (siret, denomination, requester_name, requester_phone, requester_email, motif, "
                            "description, channel, state, due_at) select siret, denomination, 'Paul Durand', '0561000012', "
                            f"'paul.durand@{domain}', 'habilitation', 'Je remplace une collègue.', 'extranet', 'open', now() + interval '2 days' "
                            f"from asp.establishment where siret = '{siret}'")
        self.open(siret)
        self.press("Créer un compte…")
        self.console.see("Créer un compte pour")
        self.say_right(siret)
        self.name_person(f"paul.durand@{domain}")
        self.console.see("Effet immédiat, sans approbation")
        self.shot("creer-annonce")
        self.console.key("ctrl+Return")
        self.console.see("opposition possible")
        self.console.see("Enregistrer une opposition")
        self.shot("cree")
        made = self.database.one(f"select created_by_desk::text || '|' || identifiant from asp.account where email = 'paul.durand@{domain}'")
        self.check("le compte existe", made.startswith("true|paul.durand"), made)
        self.check("trois courriels et les avis partent", self.database.one(
            "select count(*) from asp.mail m join asp.operation o on o.id = m.operation_id where o.id = (select id from asp.operation where kind = 'account.create' order by at desc limit 1) "
            "and m.kind in ('identifiant', 'mot_de_passe', 'habilitation')") == "3")
        self.done("Compte créé sans approbation, opposition possible affichée dans le dossier.")

    def object(self):
        self.press("Enregistrer une opposition")
        self.console.see("Qui s’oppose, et pourquoi")
        self.console.type("Le gerant appelle : personne ne remplace personne")
        self.console.key("ctrl+Return")
        self.console.see("Opposition enregistrée")
        self.shot("opposition")
        self.check("l’opposition est dans la base", self.database.one("select objected_at is not null from asp.access_change order by at desc limit 1") == "t")
        self.done("Une opposition est enregistrée.")

    def job(self):
        return (self.reassign, self.withdraw, self.create, self.object)


if __name__ == "__main__":
    run_private(AccessJob, __doc__)
