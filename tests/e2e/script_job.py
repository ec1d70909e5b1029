#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scripts walked in the real window, by keyboard alone: the diagnosis, answers on every kind of digit, back and forth, what the
file decided contradicted, operations and what takes them back, the console killed in the middle; then what was kept of it.

  script_job.py --console build/release/app/programs/console/asp-console --out FOLDER [--dark]

On the private server; what is on the screen is read through AT-SPI, as a screen reader would. Run under
tests/support/gui_session.sh. Leaves numbered screenshots and summary.txt in FOLDER; exits 0 when all holds."""
import json
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from main_job import SIRET, Database, Job, run_private  # noqa: E402  (it also finds the driver)
from uidriver import BUTTONS, Announcements, Atspi, Console  # noqa: E402

LOCKED, UNLOCK = "Compte verrouillé", "Déverrouiller maintenant\u00a0?"
QUOTES = "«»\u00a0 "
AZERTY = [None, "ampersand", "eacute", "quotedbl", "apostrophe", "parenleft", "minus", "egrave", "underscore", "ccedilla"]
OTHER = "select siret from asp.establishment where siret <> '73282932000074' order by id limit 1"
# A newer version of the script being walked, in force from now on.
PUBLISH = """
update asp.script_version set state = 'retired' where script_id = 'compte_verrouille' and state = 'published';
insert into asp.script_version (script_id, version, yaml, checksum, state, published_at, title)
select script_id, version + 1, replace(yaml, 'title: Connecté ?', 'title: Version suivante'), 'e2e', 'published', now(), title
from asp.script_version where script_id = 'compte_verrouille' order by version desc limit 1"""


class ScriptJob(Job):
    # What the panel says -------------------------------------------------------------------------------------------

    def say(self):
        field = self.console.find(name="À dire")
        return self.console.text_of(field) if field else ""

    def at(self, title, timeout=20):
        """Waits for the step of that short name; its words may be written anew at any time."""
        here = f"Étape en cours\u00a0: {title}"
        self.console.wait(f"the step « {title} »", lambda: self.console.find(name="Chemin suivi", description=here), timeout)

    def proposals(self):
        """What the diagnosis proposes, top first."""
        return [n.get_name() for n in self.console.nodes()
                if n.get_role_name() in BUTTONS and re.search(r"touche (Ctrl\+)?[1-9]", n.get_description() or "")]

    def crumbs(self):
        """The steps taken, with what a screen reader hears of each."""
        prefix = "Revenir à cette étape\u00a0: "
        return [(n.get_name(), (n.get_description() or "")[len(prefix):]) for n in self.console.nodes()
                if n.get_role_name() in BUTTONS and (n.get_description() or "").startswith(prefix)]

    def digit(self, label, keys):
        """Answers `label` with the key of its digit in `keys`: a function of the digit."""
        shown = self.console.wait(f"answer « {label} »", lambda: self.options_shown().get(label))
        self.console.key(keys(int(shown)))

    def outcome(self, label):
        return any("Issue" in text and label in text for text in self.console.texts())

    def by_keyboard(self, button):
        """Enter on a button that has the focus: nothing is clicked."""
        self.console.focus(button)
        self.console.key("Return")

    # The job -------------------------------------------------------------------------------------------------------

    def diagnosis(self):
        first = self.console.button(LOCKED)
        self.check("la raison et la touche du script proposé sont dites", re.fullmatch(
            r"claire.fontan\u00a0: verrouillé jusqu’à \d\d:\d\d, touche 1", first.get_description() or ""), first.get_description())
        self.check("tous les comptes sont examinés", self.console.find(contains="Diagnostic pour les 3 comptes"))
        whose = [n.get_description() or "" for n in self.console.nodes() if n.get_name().startswith("38 · ")]
        self.check("un autre compte est nommé avec son trouble", any("marc.delmas\u00a0: " in d for d in whose), whose)
        self.check("le verrou est proposé d’abord", self.proposals()[0] == LOCKED, self.proposals())
        self.console.key("d")
        self.console.see("Diagnostic pour claire.fontan")
        self.console.key("d")
        self.console.see("Diagnostic pour marc.delmas")
        self.console.wait("another diagnosis", lambda: LOCKED not in self.proposals())
        self.check("une touche change de compte, et le diagnostic avec lui", self.proposals()[0].startswith("38 · "), self.proposals())
        self.shot("autre-compte")
        self.console.key("d")
        self.console.see("Diagnostic pour sonia.roux")
        self.console.key("d")
        self.console.see("Diagnostic pour claire.fontan")
        self.done("Trois comptes sur le SIRET : le diagnostic nomme ceux qui ont un souci, D choisit celui de l’appelant.")

    def step_is_heard(self):
        with Announcements() as heard:
            self.console.key("1")
            self.at(UNLOCK)
            self.check("l’étape nouvelle est annoncée", heard.wait(self.say().strip(QUOTES)[:40]), heard.seen)
        self.shot("etape")
        crumbs = self.crumbs()
        self.check("le chemin dit ce qui est constaté", [c[0] for c in crumbs] == ["Compte conservé", "Compte en service", "Verrouillé"]
                   and "constaté : verrou posé à" in crumbs[2][1], crumbs)
        path = self.console.find(name="Chemin suivi")
        self.check("et où l’on est", "Déverrouiller maintenant" in (path.get_description() or ""), path.get_description())
        self.check("ce qu’il faut faire se lit", self.console.find(contains="À faire\u00a0: Un déblocage seul"))
        self.check("la preuve se lit", self.console.find(contains="verrou posé à") and self.console.find(contains="✓ Constaté"))
        answers = {n.get_name(): n.get_description() for n in self.console.nodes()
                   if n.get_role_name() in BUTTONS and re.match(r"touche [1-9]", n.get_description() or "")}
        self.check("les réponses ont leur nom et leur chiffre", [d for d in answers.values()] == ["touche 1, opération", "touche 2", "touche 3"]
                   and list(answers)[0] == "Déverrouiller maintenant", answers)
        self.done("Étape lue par l’interface d’accessibilité : paroles, consigne, preuve, réponses et leurs chiffres.")

    def note(self):
        return self.console.wait("the note", lambda: next(
            (n for n in self.console.nodes() if n.get_role_name() in ("text", "paragraph") and "ote" in (n.get_name() or "")
             and n.get_state_set().contains(Atspi.StateType.FOCUSED)), None))

    def typing(self):
        words = self.say()
        self.console.key("ctrl+c")
        self.console.key("F8")
        note = self.note()
        self.console.type("12 & 3 ")
        self.console.key("ctrl+v")
        self.console.wait("the copied words in the note", lambda: words.strip(QUOTES)[:40] in self.console.text_of(note))
        text = self.console.text_of(note)
        self.check("des chiffres tapés dans un texte restent du texte", text.startswith("12 & 3 "), text[:40])
        self.check("les paroles ont été copiées entières", words.strip(QUOTES) in text, text[:80])
        self.check("le script n’a pas bougé", self.say() == words, self.say()[:60])
        self.console.key("alt+3")
        self.console.wait("another step", lambda: self.say() != words)
        self.check("Alt+chiffre répond pendant la saisie", self.say() != words and self.console.find(contains="Mot de passe oublié"), self.say()[:80])
        self.check("et le curseur reste dans la note", note.get_state_set().contains(Atspi.StateType.FOCUSED))
        self.shot("alt-chiffre")
        self.console.key("ctrl+a", "BackSpace", "Escape")
        self.console.gone("Note de l’appel") if self.console.find(name="Note de l’appel") else None
        self.done("Note ouverte : les chiffres y restent du texte, Alt+3 répond au script.")

    def back_and_forth(self):
        self.console.key("BackSpace")
        self.at(UNLOCK)
        self.check("l’étape précédente revient, la réponse essayée est marquée", "déjà choisi" in (
            self.console.button("L’appelant ne connaît plus son mot de passe").get_description() or ""))
        with Announcements() as heard:  # a menu is no object of the window: it is heard, line by line
            self.by_keyboard(self.console.button("contredire"))
            self.console.key("Down")
            self.check("ce qui peut être contredit est lu", heard.wait("compte en service"), heard.seen)
            self.console.key("Down")
            heard.wait("verrou posé à")
        self.shot("contredire")
        self.console.key("Return")
        self.at("Pas de verrou")
        self.check("ce qui est contredit est dit", any("contredit par l’agent" in c[1] for c in self.crumbs()), self.crumbs())
        self.shot("contredit")
        wrong = next(n for n in self.console.nodes() if "contredit par l’agent" in (n.get_description() or ""))
        self.by_keyboard(wrong)
        self.console.wait("the check itself", lambda: list(self.options_shown())[:2] == ["Verrouillé", "Pas verrouillé"])
        self.check("la preuve est là", self.console.find(contains="verrou posé à"))
        self.shot("retour-chemin")
        self.digit("Verrouillé", lambda k: f"KP_{k}")
        self.at(UNLOCK)
        self.done("Contredit, revenu par le chemin, répondu au pavé numérique.")

    def another_script(self):
        self.console.key("ctrl+2")
        self.at("Demande en cours")
        self.check("un autre script probable est à une touche", "constaté : demande n°" in self.crumbs()[0][1].replace("\u00a0", " "), self.crumbs())
        self.by_keyboard(self.console.button("contredire"))
        self.at("Ouvrir la demande")
        self.digit("Ouvrir la demande d’assistance", str)
        self.fill_ticket()
        self.at("Demande ouverte")
        self.ticket = self.database.one("select max(number) from asp.ticket where channel = 'agent' and siret = '73282932000074'")
        self.console.key("BackSpace")
        shown = self.console.wait("« déjà fait »", lambda: "C’est déjà fait, continuer" in self.options_shown() and self.options_shown())
        inverse = f"Clore la demande n° {self.ticket}"
        self.check("« déjà fait », et ce qui revient dessus", inverse in shown, list(shown))
        self.shot("deja-fait")
        self.digit(inverse, str)
        self.console.wait("the sheet of the closing", self.answer_field)
        self.shot("inverse")
        self.console.key("Escape")
        self.console.wait("the sheet put away", lambda: self.answer_field() is None)
        self.digit("C’est déjà fait, continuer", str)
        self.at("Demande ouverte")
        self.check("l’issue est dite", self.outcome("Demande d’assistance ouverte"))
        self.shot("issue")
        self.done("Autre script par Ctrl+2, demande ouverte, « déjà fait » et l’inverse offert au retour.")

    def fill_ticket(self):
        field = self.console.field("Nom et prénom du demandeur")
        self.console.focus(field)
        self.console.type("Claire Fontan")
        self.console.key("Tab")
        self.console.type("0561000012")
        self.console.key("Tab")
        self.console.type("claire.fontan@exemple.fr")
        self.shot("nouvelle-demande")
        self.console.key("ctrl+Return")

    def operation(self):
        self.console.key("ctrl+1")
        self.at(UNLOCK)
        self.layout("fr")
        self.console.key(AZERTY[1])  # & : the operation
        self.confirm_sheet("Déverrouiller claire.fontan", "deverrouiller")
        self.at("Débloqué")
        self.console.key("BackSpace")
        self.at(UNLOCK)
        time.sleep(1.2)  # whole seconds are counted
        shown = self.console.wait("« déjà fait »", lambda: self.options_shown())
        self.check("revenir n’annule rien : « déjà fait » d’abord", list(shown)[0] == "C’est déjà fait, continuer", list(shown))
        self.check("rien ne reprend un déverrouillage : rien n’est offert", "Clore" not in " ".join(shown), list(shown))
        for step in ("Débloqué", "Identifiant", "Mot de passe"):
            self.console.key(AZERTY[1])
            self.at(step)
        self.check("ce qui a été fait est dit", self.console.find(contains="compte claire.fontan déverrouillé à"))
        self.shot("azerty")
        self.done("Déverrouillé depuis le script, « déjà fait » au retour, avancé à la touche & du clavier français.")

    def layout(self, name):
        subprocess.run(["setxkbmap", name], check=True)
        time.sleep(0.3)

    def another_file(self):
        """Somebody else's file during a walk: the walk stays with its own and says so."""
        words = self.say()
        self.look_up(self.database.one(OTHER))
        self.console.see("⚠ Commencé pour claire.fontan · Boulangerie du Capitole")
        self.check("un autre dossier : le script reste au sien", self.say() == words, self.say()[:60])
        self.shot("autre-dossier")
        self.look_up(SIRET)
        self.console.gone("⚠ Commencé pour")
        self.check("de retour, rien n’a changé", self.say() == words, self.say()[:60])
        self.done("Autre dossier ouvert en plein script : il reste celui de l’appelant, et le dit.")

    def look_up(self, siret):
        self.console.key("ctrl+k")
        self.console.key("ctrl+a")
        self.console.type(siret)
        time.sleep(0.6)
        self.console.key("Return")
        self.console.see(self.database.one(f"select denomination from asp.establishment where siret = '{siret.replace(' ', '')}'"))

    def killed(self):
        crumbs, words, options = self.crumbs(), self.say(), self.options_shown()
        self.database.query(PUBLISH)
        time.sleep(2)  # on the private server drafts go to the database, a second after the last change
        self.console.process.kill()
        self.console.process.wait()
        self.launch()
        self.console.field("Rechercher un appelant", timeout=60)
        self.database = Database.of_private_folder(self.private)
        self.at("Mot de passe", 30)
        self.look_up(SIRET)
        self.console.see("Diagnostic pour les 3 comptes")
        self.check("après kill -9 : la même étape", self.say() == words, self.say()[:60])
        self.check("le même chemin et ses preuves", crumbs and all(crumb in self.crumbs() for crumb in crumbs), self.crumbs())
        self.check("les mêmes réponses", self.options_shown() == options, self.options_shown())
        self.check("ce qui a été fait est encore dit", self.console.find(contains="compte claire.fontan déverrouillé à"))
        self.shot("repris")
        self.console.key(AZERTY[1])
        self.at("Connecté\u00a0?")  # as it was called in the version begun
        self.console.key(AZERTY[1])
        self.at("Accès rétabli")
        self.check("l’issue est dite", self.outcome("Accès rétabli"))
        self.shot("issue")
        self.layout("us")
        self.done("Console tuée en plein script, version suivante publiée : repris à la même étape, fini avec la sienne.")

    def launch(self):
        command = self.console.process.args
        self.console = Console(command, os.path.join(self.out, "console.log"))

    # What must be true afterwards ----------------------------------------------------------------------------------

    def verify(self):
        call = self.database.one("select id from asp.call order by opened_at desc limit 1")
        self.console.wait("three walks", lambda: self.database.one(f"select count(*) from asp.walk where call_id = '{call}'") >= "4", 10)
        walks = [json.loads(row) for row in self.database.query(
            f"select row_to_json(w) from asp.walk w where call_id = '{call}' order by saved_at")]
        told = [(w["script_id"], w["outcome"]) for w in walks]
        self.check("quatre parcours gardés avec l’appel", told == [
            ("compte_verrouille", "abandoned"), ("demande_habilitation", "ticket_opened"), ("demande_habilitation", "ticket_opened"),
            ("compte_verrouille", "access_restored")], told)
        asked, again, last = walks[1], walks[2], walks[3]
        self.check("ce qui a été contredit est gardé, avec sa preuve", asked["overrules"] == 1 and any(
            s["overruled"] and s["base"] == "oui" and s["answer"] == "non" and "demande n°" in s["evidence"] for s in asked["path"]), asked["path"])
        self.check("le second parcours remplace le premier", self.database.one(
            f"select params ->> 'replaces' from asp.operation where id = '{again['id']}'") in (asked["id"], ""), again["id"])
        self.check("la version commencée", (last["script_version"], self.database.one(
            "select version from asp.script_version where script_id = 'compte_verrouille' and state = 'published'")) == (1, "2"), last["script_version"])
        self.check("le chemin entier", [s["answer"] for s in last["path"]] == [
            "non", "non", "oui", "deja_fait", "suite", "suite", "suite", "connecte"], [s["answer"] for s in last["path"]])
        self.check("chaque constat avec sa preuve", all(s["evidence"] for s in last["path"] if s["decided"]), last["path"])
        self.check("des secondes par étape, aussi d’avant l’arrêt", last["seconds"].get("compte_verrouille/deverrouiller", 0) > 0
                   and last["seconds"].get("compte_verrouille/conseil_mot_de_passe", 0) > 0, last["seconds"])
        who = self.database.one("select a.id || '|' || h.establishment_id from asp.account a join asp.habilitation h on h.account_id = a.id "
                                "where a.identifiant = 'claire.fontan'")
        self.check("le compte, l’établissement et la demande", who == f"{last['account_id']}|{last['establishment_id']}", (who, last))
        kinds = self.database.query(f"select kind from asp.operation where call_id = '{call}' order by at")
        self.check("une seule fois chaque opération", kinds.count("account.unlock") == 1 and kinds.count("ticket.open") == 1, kinds)

    def job(self):
        return (self.open_file, self.diagnosis, self.step_is_heard, self.typing, self.back_and_forth, self.another_script, self.operation,
                self.another_file, self.killed, self.verify)


if __name__ == "__main__":
    run_private(ScriptJob, __doc__)
