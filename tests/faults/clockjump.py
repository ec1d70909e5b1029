#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk's clock jumps, by hours and back, while the console runs (libfaketime; the server's clock cannot be moved here, and the server's
is the one that counts). The console's time stays the server's, the call timer goes on, and an operation whose answer was lost in a crash
around a jump is still looked up rightly."""
import glob
import os
import time
import uuid

import faultworld as w

JUMPS = ["+3h", "-5h", "+40d", "-1d", "+0"]


class Clock:
    """The wall clock of one process, moved while it runs; its steady clock is left alone, as on a real desk."""

    def __init__(self, path):
        libraries = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        if not libraries:
            w.skip("libfaketime n’est pas installé (paquet faketime)")
        self.path = path
        self.set("+0")
        self.env = {"LD_PRELOAD": libraries[0], "FAKETIME_TIMESTAMP_FILE": path, "FAKETIME_NO_CACHE": "1",
                    "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1", "FAKETIME_FORCE_MONOTONIC_FIX": "0"}

    def set(self, offset):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.write(offset + "\n")
        os.rename(self.path + ".new", self.path)


def start(chosen, server, folder, clock):
    return w.Console(chosen.build, server.uri("agent1"), os.path.join(folder, "keep"), os.path.join(folder, "console.log"), env=clock.env)


def error_ms(status):
    return abs(status["clock_ms"] - time.time() * 1000)


def leftover_after_jump(chosen, server, folder, clock, console):
    """The console is killed while its operation waits for a row, the clock jumps, it starts again: the operation is still running when it
    asks. Nothing may be told before that has ended."""
    import locked
    id = str(uuid.uuid4())
    holder = locked.Holder(server, "select 1 from asp.ticket where number = 50002 for update")
    console.submit("ticket.comment", {"number": 50002, "version": 1, "text": id}, ticket=50002, id=id)
    time.sleep(0.3)
    console.kill()
    clock.set("+12h")
    console = start(chosen, server, folder, clock)
    console.wait_state("connected")
    time.sleep(1.5)
    told_early = console.answers.get(id)
    holder.let_go()
    answer = console.answer(id, 60)
    there = server.one(f"select count(*) from asp.operation where id = '{id}'") == "1"
    w.promise((answer["event"] == "finished") == there,
              f"told {answer['event']}{' at once' if told_early else ''}, in the database: {there}")
    return console


def main():
    chosen = w.options(__doc__, sample=1, long=5)
    folder = w.scratch()
    clock = Clock(os.path.join(folder, "heure"))
    server = w.Server(chosen.build, os.path.join(folder, "c"))
    w.fill(server, 10)
    console = start(chosen, server, folder, clock)
    console.wait_state("connected")
    console.tell("open", key=w.siret(41000000))
    console.event("file")
    worst = 0
    for _ in range(chosen.count):
        for jump in JUMPS:
            clock.set(jump)
            status = console.status()  # before the next pulse can correct anything
            moved = abs(status["wall_ms"] - time.time() * 1000)
            w.promise(jump == "+0" or moved > 3_000_000, f"the clock did not move ({jump}: {moved} ms)")
            worst = max(worst, error_ms(status))
            w.promise(error_ms(status) < 1500, f"after a jump of {jump} the console's time is {error_ms(status):.0f} ms from the server's")
            w.promise(0 <= status["call_seconds"] < 120, f"the call timer says {status['call_seconds']} s")
            id = str(uuid.uuid4())
            answer = console.carry_out("ticket.comment", {"number": 50003, "version": 1, "text": id}, ticket=50003, id=id)
            w.promise(answer["event"] == "finished", f"refused after a jump: {answer}")
        console = leftover_after_jump(chosen, server, folder, clock, console)
        clock.set("+0")
    return (f"clock jump: {len(JUMPS) * chosen.count} jumps of the desk's clock (-5 h … +40 days), console's time at most {worst:.0f} ms from the "
            f"server's, call timer right, {chosen.count} lost operations looked up rightly across a crash and a jump "
            "(the server's clock is not moved here)")


if __name__ == "__main__":
    w.run(main)
