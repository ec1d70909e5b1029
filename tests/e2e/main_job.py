#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""The main job of the desk, done in the real window by keyboard and accessibility interface, then checked in the database.

  main_job.py --console build/release/app/programs/console/asp-console --out FOLDER [--dark]
      on the private server, which the console creates in FOLDER/serveur
  main_job.py --console … --out FOLDER --database URI --check-uri URI --mails FOLDER
      on a central database; its relay writes .eml files to --mails; the password asked for is that of ASP_PASSWORD

Run under tests/support/gui_session.sh. Leaves numbered screenshots, the mails and summary.txt in FOLDER; exits 0 when all holds."""
import argparse
import email
import email.policy
import os
import re
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, HERE)
from snapshot import Database, changes  # noqa: E402
from uidriver import BUTTONS, Console, NotSeen  # noqa: E402

SIRET = "732 829 320 00074"
NOTE = "Appelle depuis son poste, Firefox a jour."

# The answers the caller gives, by the words the agent reads. Where a script asks nothing of these, "Continuer" goes on.
ANSWERS = [
    "C’est autre chose",
    "Non, la connexion est toujours refusée",
    "Oui, c’est la bonne page",
    "Son identifiant, prénom.nom",
    "Il ne le connaît plus",
    "C’est bien cette adresse",
    "Continuer",
]


# What the caller says when asked for a fact, by its code: taken from the database, which the agent does not see.
SAID = {
    "account.phone": "select phone from asp.account where identifiant = 'claire.fontan'",
    "account.email": "select email from asp.account where identifiant = 'claire.fontan'",
    "account.last_login": "select to_char(last_login_at at time zone 'Europe/Paris', 'DD/MM/YYYY') from asp.account where identifiant = 'claire.fontan'",
    "establishment.phone": "select phone from asp.establishment where siret = '73282932000074'",
    "establishment.email": "select email from asp.establishment where siret = '73282932000074'",
    "establishment.street": "select concat_ws(' ', street_number, street_extension, street_type, street_label) from asp.establishment where siret = '73282932000074'",
    "establishment.headcount": "select headcount from asp.establishment where siret = '73282932000074'",
    "establishment.company_headcount": "select c.headcount from asp.company c where c.siren = '732829320'",
}


class Job:
    def __init__(self, options):
        self.options = options
        self.out = os.path.abspath(options.out)
        os.makedirs(self.out, exist_ok=True)
        self.private = None
        if not options.database:
            # Apart from the results, and short: a socket's path has little room.
            self.private = tempfile.mkdtemp(prefix="asp-essai.")
            os.chmod(self.private, 0o755)
        self.shots = 0
        self.checks = []
        self.said = []  # by the caller, to be checked
        self.steps = []

    # Saying what happens -----------------------------------------------------------------------------------------

    def shot(self, name):
        self.shots += 1
        self.console.shot(os.path.join(self.out, f"{self.shots:02d}-{name}.png"))

    def done(self, sentence):
        self.steps.append(sentence)
        print(" ·", sentence, flush=True)

    def check(self, sentence, held, seen=""):
        self.checks.append((sentence, bool(held), seen))
        print(("  ✓ " if held else "  ✗ ") + sentence + ("" if held or seen == "" else f" (vu : {seen})"), flush=True)

    # The job -----------------------------------------------------------------------------------------------------

    def start(self):
        command = [self.options.console, "--settings", os.path.join(self.out, "reglages.ini"), "--keep", os.path.join(self.out, "poste")]
        command += ["--theme", "dark" if self.options.dark else "light"]
        if self.options.database:
            command += ["--database", self.options.database]
        else:
            command += ["--demo", "agent", "--private-folder", self.private]
        self.console = Console(command, os.path.join(self.out, "console.log"))
        try:
            self.console.wait("the window", lambda: self.console.find(contains="Assistance AP"), 30)
            self.shot("demarrage")
        except NotSeen:
            pass
        if os.environ.get("ASP_PASSWORD"):
            self.log_in(os.environ["ASP_PASSWORD"])
        self.console.field("Rechercher un appelant", timeout=180)
        self.database = Database(self.options.check_uri) if self.options.check_uri else Database.of_private_folder(self.private)
        self.mails = self.options.mails or os.path.join(self.private, "courriels")
        # What the relay found waiting goes out first, so that only this call's mails are compared.
        self.console.wait("the relay to be idle", lambda: self.database.one(
            "select count(*) from asp.mail where state in ('queued', 'sending') and next_attempt_at <= now()") == "0", 90)
        self.known_mails = set(self.mail_files())
        self.before = self.database.snapshot()
        self.shot("accueil")
        self.done("La console est ouverte, connectée comme agent.")

    def log_in(self, password):
        field = self.console.field("Mot de passe", timeout=60)
        self.console.press(self.console.button("Se souvenir dans le trousseau"))  # a keyring would ask for a password of its own
        self.console.focus(field)
        self.console.type(password)
        self.shot("connexion")
        self.console.key("Return")

    def open_file(self):
        self.console.key("ctrl+k")
        self.console.type(SIRET)
        time.sleep(0.6)  # the list of suggestions is no object of its own on the bus: nothing there to wait for
        self.shot("recherche")
        self.console.key("Return")
        self.console.see("Boulangerie du Capitole")
        self.console.see("Compte verrouillé")
        self.shot("dossier")
        locked = self.console.find(contains="Verrouillé jusqu’à")
        self.check("le dossier s’ouvre et montre le verrou", locked is not None)
        self.done("SIRET tapé avec des espaces : le dossier s’ouvre, le diagnostic propose « Compte verrouillé ».")

    def options_shown(self):
        """label → key, of the answers of the step on screen."""
        found = {}
        for node in self.console.nodes():
            try:
                description = node.get_description() or ""
                key = re.fullmatch(r"touche ([1-9])", description.split(" – ")[0].split(",")[0].strip())
                if key and node.get_role_name() in BUTTONS:
                    found[node.get_name()] = key.group(1)
            except Exception:
                continue
        return found

    def choose(self, label, timeout=20):
        """Presses the digit of the answer that reads `label`."""
        def shown():
            return next((k for l, k in self.options_shown().items() if l == label), None)
        self.console.key(self.console.wait(f"answer « {label} »", shown, timeout))

    def confirm_sheet(self, title, name):
        self.console.see(title)
        self.shot(name)
        self.console.key("ctrl+Return")

    def unlock(self):
        self.console.key("1")
        self.choose("Déverrouiller maintenant")
        self.confirm_sheet("Déverrouiller claire.fontan", "deverrouiller")
        self.console.see("votre compte est débloqué")
        self.shot("debloque")
        self.check("le compte est déverrouillé dans la base", self.database.one(
            "select locked_until is null and failed_logins = 0 from asp.account where identifiant = 'claire.fontan'") == "t")
        self.done("Script « Compte verrouillé » : déverrouillage fait depuis l’étape, le script avance seul.")

    def walk_to_reset(self):
        for _ in range(20):
            shown = self.console.wait("the answers of the step", self.options_shown)
            if "Réinitialiser le mot de passe" in shown:
                break
            if "Vérifier l’appelant" in shown:
                self.check_caller()
                continue
            label = next((answer for answer in ANSWERS if answer in shown), None)
            if label is None:
                raise NotSeen(f"no answer of the caller's among {list(shown)}")
            self.console.key(shown[label])
            self.console.wait("the next step", lambda: self.options_shown() not in ({}, shown) or self.say_changed(), 10)
        self.shot("reinitialiser-etape")
        self.choose("Réinitialiser le mot de passe")
        self.confirm_sheet("claire.fontan", "reinitialiser")
        self.console.see("Deux courriels partent")
        self.shot("reinitialise")
        self.done("Script 38 suivi jusqu’à la réinitialisation du mot de passe, confirmée dans sa feuille.")

    def asked_facts(self):
        """The facts the panel asks for, top first: their codes, by the names of the two fields."""
        labels = dict(row.split("|") for row in self.database.query("select label || '|' || code from asp.check_fact"))
        codes = {label[:1].upper() + label[1:]: code for label, code in labels.items()}
        shown = [codes[n.get_name()] for n in self.console.nodes() if n.get_role_name() in ("text", "entry") and n.get_name() in codes]
        return shown if len(shown) == 2 else None

    def say_facts(self, values):
        for value in values:  # Enter goes to the second field, then compares
            self.console.key("ctrl+a")
            self.console.type(value)
            self.console.key("Return")
            time.sleep(0.3)

    def check_caller(self):
        self.choose("Vérifier l’appelant")
        facts = self.console.wait("the two facts", self.asked_facts)
        time.sleep(0.3)
        self.shot("verifier")
        self.said = ["0100000000", "0100000001"] + [self.database.one(SAID[fact]) for fact in facts]
        self.say_facts(self.said[:2])
        self.console.see("Ne correspond pas")
        self.shot("ne-correspond-pas")
        self.check("un échec ne dit pas ce qui était faux", self.console.find(contains="Il reste 2 essais") is not None)
        self.console.wait("the keyboard back in the first field", self.asked_facts)
        self.console.key("ctrl+a")
        self.console.type(self.said[2])
        self.console.key("Tab", "Tab")
        self.console.key("ctrl+a")
        self.console.type(self.said[3])
        self.console.key("Return")
        self.console.see("Appelant vérifié jusqu’à")
        self.shot("verifie")
        self.done("Appelant vérifié : deux renseignements, d’abord faux, puis justes.")

    def say_changed(self):
        field = self.console.find(name="À dire")
        text = self.console.text_of(field) if field else ""
        changed = text != getattr(self, "last_say", None)
        self.last_say = text
        return changed

    def close_ticket(self):
        number = self.database.one("select number from asp.ticket where siret = '73282932000074' and duplicate_of is null "
                                   "and motif = 'habilitation' and state = 'open' order by number limit 1")
        self.ticket = number
        shown = f"#{number[:-3]} {number[-3:]}".replace(" ", "\u00a0")
        close = self.console.wait(f"« Clore… » of {shown}", lambda: next(
            (n for n in self.console.nodes() if n.get_role_name() in BUTTONS and n.get_name() == "Clore…"
             and re.sub(r"\s", "", number) in re.sub(r"\D", "", n.get_description() or "")), None))
        self.console.press(close)
        answer = self.console.wait("the drafted answer", self.answer_field)
        self.console.wait("the draft", lambda: len(self.console.text_of(answer)) > 80)
        draft = self.console.text_of(answer)
        self.shot("clore")
        self.check("la réponse est rédigée d’après ce qui a été fait", "mot de passe" in draft and "{" not in draft, draft[:120])
        self.console.pick("Accès rétabli")
        self.console.key("ctrl+Return")
        self.console.wait("the closed ticket", lambda: self.database.one(
            f"select state from asp.ticket where number = {number}") == "closed")
        self.shot("clos")
        self.done(f"Demande n° {number} close avec la réponse rédigée.")

    def answer_field(self):
        return next((n for n in self.console.nodes()
                     if n.get_role_name() in ("text", "paragraph") and (n.get_name() or "").startswith("Réponse")), None)

    def end_call(self):
        self.console.key("F8")
        self.console.wait("the note", lambda: next((n for n in self.console.nodes() if n.get_role_name() in ("text", "paragraph")
                                                    and "ote" in (n.get_name() or "")), None))
        self.console.type(NOTE)
        self.shot("note")
        self.console.key("F9")
        self.console.see("Issue de l’appel")
        self.console.wait("the note in the wrap-up", lambda: self.console.find(contains=NOTE))
        self.shot("fin-appel")
        self.console.key("ctrl+Return")
        self.console.see("Aucun appel")
        self.shot("termine")
        self.done("Note prise, appel terminé avec son résultat.")

    # What must be true afterwards ----------------------------------------------------------------------------------

    def mail_files(self):
        return sorted(f for f in os.listdir(self.mails) if f.endswith(".eml")) if os.path.isdir(self.mails) else []

    def verify(self):
        self.console.wait("three mails", lambda: len(set(self.mail_files()) - self.known_mails) >= 3, 60)
        self.console.wait("the mails to be recorded", lambda: self.database.one(
            "select count(*) from asp.mail m join asp.operation o on o.id = m.operation_id where m.state = 'sent' "
            "and o.call_id = (select id from asp.call order by opened_at desc limit 1)") == "3", 30)
        time.sleep(0.5)
        found = changes(self.before, self.database.snapshot())
        count = lambda sql: int(self.database.one(sql) or 0)  # noqa: E731
        kinds = self.database.query("select kind from asp.operation where call_id = (select id from asp.call order by opened_at desc limit 1) order by at")
        wanted = ["account.unlock", "call.check", "call.check", "account.reset_password", "ticket.close", "walk.save", "call.close"]
        self.check("les opérations de l’appel, et elles seules", sorted(kinds) == sorted(wanted), kinds)
        expected = {"account": (1, 1), "account_secret": (1, 1), "mail": (3, 0), "ticket": (2, 2), "call": (1, 0),
                    "call_file": (1, 0), "caller_check": (2, 0), "walk": (1, 0), "operation": (len(wanted), 0)}
        for table, rows in expected.items():
            self.check(f"table {table} : {rows[0]} ligne(s) nouvelles, {rows[1]} remplacée(s)", found.get(table) == rows, found.get(table))
        events = self.database.query(f"select kind from asp.ticket_event where ticket = {self.ticket} order by id")
        self.check("l’historique de la demande gagne sa clôture", found.get("ticket_event") == (3, 0) and events[-2:] == ["merged", "closed"], events)
        self.check("le doublon est fusionné, la réponse est une", self.database.one(
            f"select count(*) from asp.ticket where duplicate_of = {self.ticket} and state = 'merged'") == "1")
        came, went = found.get("journal", (0, 0))
        self.check("le journal a grandi et rien n’y a changé", came >= len(wanted) + 1 and went == 0, (came, went))
        others = set(found) - set(expected) - {"journal", "journal_link", "journal_head", "reading", "read_meter", "ticket_event", "shown_value"}
        self.check("aucune autre table n’a changé", not others, {t: found[t] for t in others})
        self.check("la note de l’appel est dans la base", self.database.one(
            "select note from asp.call order by opened_at desc limit 1") == NOTE)
        self.check("tout est au nom de l’agent", count("select count(distinct actor) from asp.operation where call_id = (select id from asp.call order by opened_at desc limit 1)") == 1)
        kept = " ".join(self.database.query(
            "select o.params::text || ' ' || o.result::text || ' ' || coalesce(c.facts::text, '') from asp.operation o "
            "left join asp.caller_check c on c.id = o.id where o.kind = 'call.check'")
            + self.database.query("select coalesce(detail::text, '') from asp.journal where kind like '%check%' or kind = 'operation'"))
        found_said = [value for value in self.said if value in kept]
        self.check("ce que l’appelant a dit n’est gardé nulle part", self.said and not found_said, found_said)
        self.verify_mails()

    def verify_mails(self):
        texts = []
        folder = os.path.join(self.out, "courriels")
        os.makedirs(folder, exist_ok=True)
        for name in sorted(set(self.mail_files()) - self.known_mails):
            path = os.path.join(self.mails, name)
            message = email.message_from_binary_file(open(path, "rb"), policy=email.policy.default)
            texts.append((message["subject"], message.get_body(("plain",)).get_content()))
            shutil.copy(path, folder)
        subjects = " | ".join(s for s, _ in texts)
        self.check("trois courriels : identifiant, mot de passe, réponse", len(texts) == 3 and all(
            word in subjects for word in ("identifiant", "mot de passe", "demande d’assistance")), subjects)
        passwords = [m.group(1) for _, t in texts for m in [re.search(r"\[(\S{8,})\]", t)] if m]
        self.check("un courriel porte le nouveau mot de passe", len(passwords) == 1)
        if passwords:
            self.check("ce mot de passe n’est nulle part dans la base", self.database.tables_holding(passwords[0]) == [])
            log = open(os.path.join(self.out, "console.log"), errors="replace").read()
            self.check("ni dans les messages de la console", passwords[0] not in log)

    def summary(self):
        passed = sum(1 for _, held, _ in self.checks if held)
        failed = len(self.checks) - passed
        with open(os.path.join(self.out, "summary.txt"), "w") as file:
            file.write("Un appel complet dans la vraie fenêtre\n\nCe qui a été fait\n")
            file.writelines(f"  - {s}\n" for s in self.steps)
            file.write("\nCe qui a été vérifié\n")
            file.writelines(f"  {'oui' if held else 'NON'}  {s}{'' if held else f' (vu : {seen})'}\n" for s, held, seen in self.checks)
            file.write(f"\n{passed} passed, {failed} failed\n")
        print(f"{passed} passed, {failed} failed", flush=True)
        return 0 if failed == 0 and passed else 1

    def job(self):
        """Its steps, in order."""
        return self.open_file, self.unlock, self.walk_to_reset, self.close_ticket, self.end_call, self.verify

    def run(self):
        try:
            self.start()
            for step in self.job():
                step()
        except (NotSeen, RuntimeError) as fault:
            self.check(str(fault), False)
            try:
                self.shot("echec")
                with open(os.path.join(self.out, "echec.txt"), "w") as file:
                    file.write(self.console.tree())
            except Exception:
                pass
        finally:
            self.console.close()
            if self.private:
                shutil.rmtree(self.private, ignore_errors=True)
            shutil.rmtree(os.path.join(self.out, "poste"), ignore_errors=True)
        return self.summary()


def asked(description):
    """What every job is told: the console, where to leave pictures, which theme."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--console", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--dark", action="store_true")
    return parser


def run_private(job, description):
    """`job` on a private server of the console's own."""
    options = asked(description).parse_args()
    options.database = options.check_uri = options.mails = None
    sys.exit(job(options).run())


def main():
    parser = asked(__doc__)
    parser.add_argument("--database")
    parser.add_argument("--check-uri")
    parser.add_argument("--mails")
    sys.exit(Job(parser.parse_args()).run())


if __name__ == "__main__":
    main()
