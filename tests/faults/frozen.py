#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""The server stops answering without closing anything (SIGSTOP of all its processes), then goes on (SIGCONT).

First the console without window: its event loop stays there, operations under way are told as uncertain and then found or named as not
carried out, none twice. Then the real window, under a virtual screen: how long it takes to answer the accessibility interface, beside
the same on an idle desk; the banner « Connexion perdue » comes, and goes when the server is back."""
import os
import signal
import statistics
import subprocess
import sys
import time
import uuid

import faultworld as w

SANE_MS = 1500  # a generous bound: this machine is shared


def headless(chosen, server, folder):
    console = w.Console(chosen.build, server.uri("agent1"), os.path.join(folder, "keep"), os.path.join(folder, "console.log"))
    console.wait_state("connected")
    console.status()
    time.sleep(3)
    idle = console.status()["loop_worst_ms"]
    given, worst = [], 0
    for round_ in range(chosen.count):
        server.freeze()
        for n in range(3):
            id = str(uuid.uuid4())
            given.append(id)
            console.submit("ticket.comment", {"number": 50001 + n, "version": 1, "text": id}, ticket=50001 + n, id=id)
        frozen_at = time.monotonic()
        console.wait_state("lost", 30)
        lost_after = time.monotonic() - frozen_at
        time.sleep(2)
        worst = max(worst, console.status()["loop_worst_ms"])
        server.freeze(False)
        thawed_at = time.monotonic()
        console.wait_state("connected", 60)
        back_after = time.monotonic() - thawed_at
    w.wait_for("every answer", lambda: all(id in console.answers for id in given), 60)
    done = {id for id in given if console.answers[id]["event"] == "finished"}
    there = {row[0] for row in server.sql("select text from asp.ticket_event where kind = 'commented'")}
    w.promise(there == done, f"{len(there ^ done)} operations told otherwise than they are")
    w.promise(worst < SANE_MS, f"the event loop was away for {worst} ms")
    console.kill()
    return (f"event loop away {worst} ms at most (idle {idle} ms), lost told after {lost_after:.1f} s, connected {back_after:.1f} s after the "
            f"thaw, {len(given)} operations: {len(done)} done, {len(given) - len(done)} named as not done, 0 twice")


def window(chosen, server, folder):
    """Runs itself again under a virtual screen."""
    here = os.path.dirname(os.path.abspath(__file__))
    ran = subprocess.run(["bash", os.path.join(here, "../support/gui_session.sh"), "/usr/bin/python3", os.path.abspath(__file__), "--inside",
                          chosen.build, server.tcp_uri("agent1"), folder, str(server.pid())],
                         capture_output=True, text=True, timeout=240, env={**os.environ, "ASP_PASSWORD": "essai-agent1"})
    w.promise(ran.returncode == 0, f"the window: {ran.stdout.strip()[-800:]} {ran.stderr.strip()[-400:]}")
    return ran.stdout.strip().splitlines()[-1]


def where(node):
    """Where it is on the screen: never answered from a cache."""
    from gi.repository import Atspi
    return Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)


def pings(console, node, seconds):
    """How long the GUI thread takes to answer, in ms; each asks something it must compute."""
    times, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        where(node)
        times.append((time.monotonic() - began) * 1000)
        time.sleep(0.01)
    return times


def inside(build, uri, folder, postmaster):
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
    from uidriver import Console
    console = Console([os.path.join(build, "app/programs/console/asp-console"), "--settings", os.path.join(folder, "r.ini"), "--keep",
                       os.path.join(folder, "poste"), "--database", uri], os.path.join(folder, "window.log"))
    try:
        field = console.field("Mot de passe")
        console.set_text(field, os.environ["ASP_PASSWORD"])
        console.key("Return")
        search = console.wait("the search box", lambda: console.find(contains="Rechercher", roles=("text", "entry")), 20)
        pings(console, search, 1)
        idle = pings(console, search, 4)
        w.signal_all(w.family(postmaster), signal.SIGSTOP)
        began, away = time.monotonic(), []
        banner = None
        while banner is None and time.monotonic() - began < 25:
            away += pings(console, search, 1)
            banner = console.find(contains="Connexion perdue")
        seen_after = time.monotonic() - began
        away += pings(console, search, 4)
    except Exception:
        print("on screen:", " | ".join(console.texts()[:30]), flush=True)
        raise
    finally:
        w.signal_all(w.family(postmaster), signal.SIGCONT)
    w.promise(banner is not None, "no banner « Connexion perdue »")
    thawed = time.monotonic()
    console.gone("Connexion perdue", 40)
    back = time.monotonic() - thawed
    console.process.kill()
    w.promise(max(away) < SANE_MS, f"the window was away for {max(away):.0f} ms")
    return (f"window answers in {statistics.median(away):.1f} ms, {max(away):.0f} ms at most (idle {statistics.median(idle):.1f} ms, "
          f"{max(idle):.0f} ms), banner after {seen_after:.0f} s, gone {back:.0f} s after the thaw")


def main():
    chosen = w.options(__doc__, sample=1, long=5)
    folder = w.scratch()
    server = w.Server(chosen.build, os.path.join(folder, "c"))
    w.fill(server, 10)
    figure = headless(chosen, server, folder)
    return f"frozen server: {figure}; {window(chosen, server, folder)}"


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] == "--inside":
        w.run(lambda: inside(sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])))
    else:
        w.run(main)
