#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""A telephone system hands a caller over to the console that runs, in the real window: the offer takes neither the keyboard nor
the database, F3 accepts it.

  handover.py --console build/release/app/programs/console/asp-console --out FOLDER [--dark]

Run under tests/support/gui_session.sh. Leaves screenshots in FOLDER; exits 0 when all holds."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, HERE)
from snapshot import Database  # noqa: E402
from uidriver import Console, NotSeen  # noqa: E402

SIRET = "73282932000074"
FILE = "Verrouillé jusqu’à"  # on the bakery's file


def check(sentence, held):
    print(("  ✓ " if held else "  ✗ ") + sentence, flush=True)
    if not held:
        raise NotSeen(sentence)


def run(options, private):
    command = [options.console, "--settings", os.path.join(options.out, "reglages.ini"), "--keep", os.path.join(private, "poste"),
               "--theme", "dark" if options.dark else "light", "--demo", "agent", "--private-folder", private]
    console = Console(command, os.path.join(options.out, "console.log"))
    try:
        console.field("Rechercher un appelant", timeout=180)
        database = Database.of_private_folder(private)
        hand_over(console, database, options)
    except NotSeen:
        console.shot(os.path.join(options.out, "echec.png"))
        raise
    finally:
        console.close()


def hand_over(console, database, options):
    def second(*arguments):
        start = time.monotonic()
        code = subprocess.run([options.console, *arguments], timeout=20, check=False).returncode
        return code, time.monotonic() - start

    def state():
        return database.query("select count(*) from asp.call union all select count(*) from asp.journal where kind = 'open_file'")

    def shot(name):
        console.shot(os.path.join(options.out, f"{name}-{'dark' if options.dark else 'light'}.png"))

    console.key("ctrl+k")
    console.type("rue")
    before = state()
    code, took = second("--siret", "732 829 320 00074")
    check(f"le second départ passe la main et finit ({took * 1000:.0f} ms)", code == 0)
    console.see("SIRET 732")
    time.sleep(0.5)
    console.type(" du")
    field = console.field("Rechercher un appelant")
    check("le clavier est resté dans la recherche", console.text_of(field) == "rue du")
    check("rien n’a été lu, aucun appel n’a changé", state() == before and console.find(contains=FILE) is None)
    console.key("Escape")
    time.sleep(0.5)
    shot("01-dossier-propose")
    code, _ = second("asp-ap:phone/+33 5 61 00 00 00")
    check("un lien aussi", code == 0)
    console.see("+33")
    time.sleep(0.3)
    shot("02-appel-entrant")
    code, _ = second("--siret", "73282932000075")
    check("un SIRET faux est refusé par le second départ lui-même", code == 2)
    second(f"asp-ap:siret/{SIRET}")
    console.see("SIRET 732")
    console.key("F3")
    console.see(FILE)
    console.gone("n’est lu qu’une fois accepté")
    check("F3 ouvre le dossier", state() != before)
    time.sleep(0.5)
    shot("03-accepte")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--console", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    private = tempfile.mkdtemp(prefix="asp-essai.")  # short: a socket's path has little room
    os.chmod(private, 0o755)
    try:
        run(options, private)
    except NotSeen as fault:
        print(f"PROMESSE ROMPUE : {fault}", flush=True)
        sys.exit(1)
    finally:
        shutil.rmtree(private, ignore_errors=True)


if __name__ == "__main__":
    main()
