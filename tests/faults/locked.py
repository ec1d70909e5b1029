#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody else holds the row: the operation says so within its deadline, nothing is done, and asking again does it once."""
import os
import subprocess
import time

import faultworld as w


class Holder:
    """A connection that keeps the row locked until closed."""

    def __init__(self, server, statement):
        self.psql = subprocess.Popen(["psql", "-XAtq", server.uri("admin")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.psql.stdin.write(f"begin;\n{statement};\nselect 'held';\n")
        self.psql.stdin.flush()
        while "held" not in self.psql.stdout.readline():
            pass

    def let_go(self):
        self.psql.stdin.write("rollback;\n")
        self.psql.stdin.close()
        self.psql.wait()


def main():
    chosen = w.options(__doc__, sample=2, long=20)
    folder = w.scratch()
    server = w.Server(chosen.build, os.path.join(folder, "c"))
    w.fill(server, chosen.count)
    console = w.Console(chosen.build, server.uri("agent1"), os.path.join(folder, "keep"), os.path.join(folder, "console.log"))
    console.wait_state("connected")
    waits = []
    for n in range(1, chosen.count + 1):
        ticket = n % 2 == 0
        holder = Holder(server, f"select 1 from asp.ticket where number = {50000 + n} for update" if ticket
                        else f"select 1 from asp.account where id = {n} for update")
        ask = dict(kind="ticket.comment", params={"number": 50000 + n, "version": 1, "text": f"essai {n}"}, ticket=50000 + n) if ticket \
            else dict(kind="account.unlock", params={"account_id": n}, call=w.AGENT_CALL["agent1"], reason="locked")
        began = time.monotonic()
        answer = console.carry_out(**ask)
        waits.append(time.monotonic() - began)
        w.promise(answer["event"] == "failed" and answer["code"] == w.LOCKED, f"not told that the row is held: {answer}")
        w.promise(waits[-1] < 15, f"told after {waits[-1]:.1f} s, past the deadline")
        w.promise(console.state == "connected", "a held row is no lost connection")
        holder.let_go()
        w.promise(server.one("select count(*) from asp.operation") == str(n - 1), "something was done behind the lock")
        answer = console.carry_out(**ask)
        w.promise(answer["event"] == "finished" and not answer["repeated"], f"not done once the row was free: {answer}")
    events = server.one("select count(*) from asp.ticket_event where kind = 'commented'")
    w.promise(int(events) == chosen.count // 2, f"{events} comments for {chosen.count // 2}")
    return (f"lock held: {chosen.count} operations each told « Locked » after {min(waits):.1f}-{max(waits):.1f} s (deadline 15 s), "
            f"0 done meanwhile, each done once afterwards")


if __name__ == "__main__":
    w.run(main)
