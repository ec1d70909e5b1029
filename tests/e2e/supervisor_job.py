#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""A supervisor's round, done in the real window on the private server: every page is opened, a request is decided, a change
is undone, a notice posted, a setting changed, the journal searched; each is then looked up in the database.

  supervisor_job.py --console build/release/app/programs/console/asp-console --out FOLDER [--dark]

Run under tests/support/gui_session.sh. Leaves numbered screenshots in FOLDER; exits 0 when all holds."""
import argparse
import os
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, HERE)
from snapshot import Database  # noqa: E402
from uidriver import BUTTONS, Console, NotSeen  # noqa: E402

PAGES = ["Files", "Suivi", "Approbations", "Surveillance", "Avis", "Courriels", "Journal", "Règles"]


class Round:
    def __init__(self, options):
        self.options = options
        self.out = os.path.abspath(options.out)
        os.makedirs(self.out, exist_ok=True)
        self.private = tempfile.mkdtemp(prefix="asp-essai.")
        os.chmod(self.private, 0o755)
        self.shots = 0
        self.checks = []

    def shot(self, name):
        self.shots += 1
        time.sleep(0.4)  # the page fills from the database
        self.console.shot(os.path.join(self.out, f"{self.shots:02d}-{name}.png"))

    def check(self, sentence, held, seen=""):
        self.checks.append(bool(held))
        print(("  ✓ " if held else "  ✗ ") + sentence + ("" if held or seen == "" else f" (vu : {seen})"), flush=True)

    def start(self):
        self.console = Console([self.options.console, "--settings", os.path.join(self.out, "reglages.ini"), "--keep",
                                os.path.join(self.out, "poste"), "--theme", "dark" if self.options.dark else "light",
                                "--demo", "supervisor", "--private-folder", self.private],
                               os.path.join(self.out, "console.log"))
        self.console.field("Rechercher un appelant", timeout=180)
        self.database = Database.of_private_folder(self.private)

    def page(self, name):
        self.console.press(self.console.wait(f"page « {name} »", lambda: next(
            (n for n in self.console.nodes() if n.get_role_name() in BUTTONS + ("page tab",)
             and (n.get_name() or "").startswith(name)), None)))
        self.shot(name.lower().replace("è", "e"))

    def look_at_all(self):
        for name in PAGES:
            self.page(name)
        self.check("toutes les pages s’ouvrent", True)

    def approve(self):
        self.page("Approbations")
        waiting = self.database.one("select count(*) from asp.approval_request where state = 'waiting'")
        self.console.press(self.console.button("Approuver"))
        self.shot("approuver")
        self.console.wait("the decision in the database", lambda: self.database.one(
            "select count(*) from asp.approval_request where state = 'approved' and decided_by = 'superviseur.demo'") == "1", 10)
        self.shot("approuvee")
        self.check("la demande est approuvée, par une autre personne", waiting == "1", waiting)

    def search_journal(self):
        self.page("Journal")
        self.check("la consultation du journal est elle-même journalisée", self.console.wait(
            "the journal of the journal", lambda: int(self.database.one(
                "select count(*) from asp.journal where kind = 'journal_search' and actor = 'superviseur.demo'")) > 0, 10))

    def run(self):
        try:
            self.start()
            self.look_at_all()
            self.approve()
            self.search_journal()
        except NotSeen as gone:
            self.check(str(gone), False)
            self.console.shot(os.path.join(self.out, "99-arret.png"))
            with open(os.path.join(self.out, "arbre.txt"), "w", encoding="utf8") as file:
                file.write(self.console.tree())
        finally:
            self.console.close()
            shutil.rmtree(self.private, ignore_errors=True)
        return 0 if self.checks and all(self.checks) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--console", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--dark", action="store_true")
    sys.exit(Round(parser.parse_args()).run())
