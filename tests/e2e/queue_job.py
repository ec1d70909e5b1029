#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people on one queue, in two real consoles on one database: an agent and a supervisor see what the other does within two
seconds, without losing their place; who has a request open or writes in it is shown; duplicates are closed with one answer;
the supervisor gives several requests to somebody at once. Each is then looked up in the database.

  queue_job.py --console asp-console --out FOLDER --database-of 'postgresql://%s@…' --check-uri URI [--dark]

%s stands for the log-in; passwords are those of the test cluster. Run by tests/e2e/queue.sh. Leaves numbered screenshots in
FOLDER; exits 0 when all holds."""
import argparse
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, HERE)
from snapshot import Database  # noqa: E402
from uidriver import BUTTONS, Console, NotSeen  # noqa: E402

AGENT, SUPERVISOR = "agent1", "superviseur1"
# First of all in the order of due times, so that both have them in sight.
FIRST = """
set role asp_owner;
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
select 900000 + i, e.siret, e.denomination, 'Rose Talmont', '+33612345678', 'rose.talmont@talmont-paie.example', 'habilitation',
       'Nous n’avons plus accès à l’extranet.', 'extranet', now() - interval '400 days',
       now() - interval '399 days' + make_interval(mins => i)
from generate_series(1, 2) i,
     (select * from asp.establishment x where not exists (select from asp.ticket t where t.siret = x.siret) order by id limit 1) e;
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, description,
                        channel, received_at, due_at)
select 900010 + i, e.siret, e.denomination, 'Nora Lescure', '+33612345679', 'nora.lescure@lescure-conseil.example',
       'certificat_signature', 'Ma signature est refusée.', 'extranet', now() - interval '398 days',
       now() - interval '397 days' + make_interval(mins => i::int)
from (select row_number() over (order by id) as i, x.* from asp.establishment x
      where not exists (select from asp.ticket t where t.siret = x.siret) limit 4) e;
"""
FIRST_ROW, SECOND_ROW = "900 001", "900 002"


class Pair:
    def __init__(self, options):
        self.options = options
        self.out = os.path.abspath(options.out)
        os.makedirs(self.out, exist_ok=True)
        self.database = Database(options.check_uri)
        self.shots = 0
        self.checks = []

    def shot(self, who, name):
        self.shots += 1
        who.activate()
        time.sleep(0.4)  # the window manager draws it
        who.shot(os.path.join(self.out, f"{self.shots:02d}-{name}.png"))

    def check(self, sentence, held, seen=""):
        self.checks.append(bool(held))
        print(("  ✓ " if held else "  ✗ ") + sentence + ("" if held or seen == "" else f" (vu : {seen})"), flush=True)

    # The two of them -------------------------------------------------------------------------------------------------

    def start(self, login):
        console = Console([self.options.console, "--settings", os.path.join(self.out, login + ".ini"), "--keep",
                           os.path.join(self.out, login), "--theme", "dark" if self.options.dark else "light",
                           "--database", self.options.database_of % login], os.path.join(self.out, login + ".log"))
        field = console.field("Mot de passe", timeout=60)
        console.press(console.button("Se souvenir dans le trousseau"))
        console.focus(field)
        console.activate()
        console.type("essai-" + login)
        console.key("Return")
        console.field("Rechercher un appelant", timeout=60)
        console.press(console.wait("page « Files »", lambda: next(
            (n for n in console.nodes() if n.get_role_name() in BUTTONS and (n.get_name() or "").startswith("Files")), None)))
        console.queue = console.wait("the queue", lambda: console.find(name="Demandes", roles=("table", "tree table")))
        console.wait("its first row", lambda: self.row(console, FIRST_ROW))
        return console

    def row(self, console, number, most=12):
        """The words of the row of that number, joined; empty when it is not among the first."""
        for cells in console.rows(console.queue, most):
            if any(number in cell.replace("\u202f", " ").replace("\u00a0", " ") for cell in cells):
                return " | ".join(cells)
        return ""

    def choose(self, console, row=0, modifier=None):
        console.click_cell(console.queue, row, 4, modifier)

    def within(self, what, condition, seconds=4):
        """How long it took; the pulse comes every two seconds."""
        begin = time.monotonic()
        self.agent.wait(what, condition, seconds)
        return time.monotonic() - begin

    # What they do ------------------------------------------------------------------------------------------------------

    def open_both(self):
        self.database.query(FIRST)
        self.agent = self.start(AGENT)
        self.supervisor = self.start(SUPERVISOR)
        self.shot(self.agent, "agent-file")
        self.shot(self.supervisor, "superviseur-file")
        self.check("les deux consoles montrent la même file, le plus en retard d’abord",
                   self.row(self.agent, FIRST_ROW) != "" and self.row(self.supervisor, FIRST_ROW) != "")
        self.check("le doublon est signalé dans la liste", "oublon" in self.row(self.agent, FIRST_ROW), self.row(self.agent, FIRST_ROW))

    def see_each_other(self):
        self.choose(self.supervisor, 1)
        took = self.within("who has it open", lambda: "uperviseur" in self.row(self.agent, SECOND_ROW), 6)
        self.check(f"l’agent voit ce que le superviseur a ouvert ({took:.1f} s)", True)
        self.shot(self.agent, "presence")

    def take(self):
        self.choose(self.agent)
        self.agent.press(self.agent.button("Prendre"))
        self.agent.press(self.agent.button("Confirmer"))
        took = self.within("the request taken, at the supervisor's", lambda: "Prise" in self.row(self.supervisor, FIRST_ROW))
        self.check(f"le superviseur voit la prise sans rien faire ({took:.1f} s)", True)
        self.check("la demande est à l’agent", self.database.one(
            "select owner || ' ' || state from asp.ticket where number = 900001") == "agent1 taken")
        self.shot(self.supervisor, "prise-vue")

    def write(self):
        self.choose(self.agent)
        self.agent.key("Return")
        close = self.agent.button("Clore…", timeout=20)
        self.shot(self.agent, "dossier")
        self.check("ouvrir le dossier d’une demande n’ouvre pas d’appel", self.database.one(
            "select count(*) from asp.call where agent = 'agent1' and closed_at is null") == "0")
        self.agent.press(close)
        self.agent.activate()
        answer = self.agent.field("Réponse au demandeur")
        self.shot(self.agent, "clore")
        self.agent.focus(answer)
        self.agent.key("ctrl+End")
        self.agent.type(" Bien a vous.")
        took = self.within("who writes", lambda: "écrit" in self.row(self.supervisor, FIRST_ROW), 8)
        self.check(f"le superviseur voit que l’agent écrit ({took:.1f} s)", True)
        self.shot(self.supervisor, "ecrit")

    def close_with_duplicates(self):
        self.agent.activate()
        self.shot(self.agent, "doublons")
        merge = self.agent.find(contains="usionner")
        self.check("la clôture demande quoi faire du doublon", merge is not None)
        self.choose_outcome("Expliqué, rien à faire")
        self.agent.key("ctrl+Return")
        self.agent.wait("the closing in the database", lambda: self.database.one(
            "select string_agg(state, ' ' order by number) from asp.ticket where number in (900001, 900002)") == "closed merged", 15)
        self.check("une seule réponse part, la même personne ayant écrit deux fois", self.database.one(
            "select count(*) from asp.mail where ticket in (900001, 900002)") == "1")
        took = self.within("both gone from the supervisor's queue", lambda: not self.row(self.supervisor, FIRST_ROW)
                           and not self.row(self.supervisor, SECOND_ROW))
        self.check(f"les deux demandes quittent la file du superviseur ({took:.1f} s)", True)
        self.shot(self.agent, "apres-cloture")

    def choose_outcome(self, label):
        for _ in range(6):  # backwards from the answer
            if self.agent.focused_combo():
                break
            self.agent.key("shift+Tab")
            time.sleep(0.2)
        self.agent.pick(label)

    def assign_several(self):
        console = self.supervisor
        self.choose(console)
        self.choose(console, 3, "shift")
        console.see("4 sélectionnées")
        console.press(console.button("Attribuer…"))
        box = console.wait("whom to give them to", console.focused_combo)
        console.activate()
        console.key("Home")
        for _ in range(20):
            if "agent2" in (box.get_name() or ""):
                break
            console.key("Down")
            time.sleep(0.1)
        self.shot(console, "attribuer")
        console.key("ctrl+Return")
        console.wait("them given", lambda: self.database.one(
            "select count(*) from asp.ticket where owner = 'agent2' and number between 900011 and 900014") == "4", 15)
        self.check("quatre demandes attribuées d’un geste", True)
        self.shot(console, "attribuees")

    def vanish(self):
        """A console that is killed keeps nobody out."""
        self.choose(self.supervisor)
        self.database.query("select 1")
        self.supervisor.process.kill()
        self.agent.wait("the lease to lapse", lambda: self.database.one(
            "select count(*) from asp.presence where login = 'superviseur1' and until > now()") == "0", 45)
        self.check("la présence d’une console tuée s’efface d’elle-même", True)

    def run(self):
        try:
            self.open_both()
            self.see_each_other()
            self.take()
            self.write()
            self.close_with_duplicates()
            self.assign_several()
            self.vanish()
        except NotSeen as gone:
            self.check(str(gone), False)
            for login in (AGENT, SUPERVISOR):
                console = getattr(self, "agent" if login == AGENT else "supervisor", None)
                if console and console.process.poll() is None:
                    console.activate()
                    console.shot(os.path.join(self.out, f"99-{login}.png"))
                    with open(os.path.join(self.out, login + ".txt"), "w", encoding="utf8") as file:
                        file.write(console.tree() + "\n" + "\n".join(map(str, console.rows(console.queue, 12))))
        finally:
            for console in (getattr(self, "agent", None), getattr(self, "supervisor", None)):
                if console:
                    console.close()
        return 0 if self.checks and all(self.checks) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--console", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--database-of", required=True)
    parser.add_argument("--check-uri", required=True)
    parser.add_argument("--dark", action="store_true")
    sys.exit(Pair(parser.parse_args()).run())
