#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Failover to a synchronous standby in the middle of a stream of operations: the primary is killed (kill -9), the standby promoted, the
console finds it by itself (two hosts, the one that takes writes). Every operation is done or named as not done; none is there twice."""
import os
import random
import shutil
import subprocess
import time
import uuid

import faultworld as w


class Standby(w.Server):
    def __init__(self, primary, folder):  # pylint: disable=super-init-not-called
        self.folder, self.data, self.process = folder, os.path.join(folder, "data"), None
        self.socket, self.port = os.path.join(folder, "s"), primary.port
        os.makedirs(folder)
        os.makedirs(self.socket)
        if primary.as_owner:
            owner = os.stat(primary.data)
            for path in (folder, self.socket):
                os.chown(path, owner.st_uid, owner.st_gid)
        subprocess.run(primary.as_owner + [os.path.join(primary.bin, "pg_basebackup"), "-h", primary.socket, "-p", str(primary.port), "-U",
                                           "admin", "-D", self.data, "-R", "-X", "stream", "-c", "fast"], check=True, timeout=120, cwd="/",
                       capture_output=True)
        self.as_owner, self.bin = primary.as_owner, primary.bin
        self.command = [word.replace(primary.data, self.data).replace(primary.socket, self.socket)
                        .replace("listen_addresses=127.0.0.1", "listen_addresses=127.0.0.2") for word in primary.command]
        w.atexit.register(self.end)
        self.start()

    def promote(self):
        subprocess.run(self.as_owner + [os.path.join(self.bin, "pg_ctl"), "-D", self.data, "-w", "promote"], check=True, timeout=60,
                       capture_output=True, cwd="/")


def main():
    chosen = w.options(__doc__, sample=150, long=1000)
    folder = w.scratch()
    rounds = 3 if chosen.long else 1
    figures = [one_failover(chosen, os.path.join(folder, str(n))) for n in range(rounds)]
    total, named, times = sum(f[0] for f in figures), sum(f[1] for f in figures), [f[2] for f in figures]
    return (f"failover: {rounds} × {chosen.count} operations, {total} done, {named} named as not done, 0 lost, 0 twice; "
            f"connected again {', '.join(f'{t:.1f}' for t in times)} s after the kill (promotion included), seed {chosen.seed}")


def one_failover(chosen, folder):
    os.makedirs(folder)
    os.chmod(folder, 0o755)
    primary = w.Server(chosen.build, os.path.join(folder, "a"))
    w.fill(primary, 10)
    standby = Standby(primary, os.path.join(folder, "b"))
    primary.sql("alter system set synchronous_standby_names = '*'; select pg_reload_conf()")
    w.wait_for("the standby to be synchronous",
               lambda: primary.one("select count(*) from pg_stat_replication where sync_state = 'sync'") == "1")
    console = w.Console(chosen.build, f"postgresql://agent1@127.0.0.1:{primary.port},127.0.0.2:{primary.port}/asp?sslmode=disable",
                        os.path.join(folder, "keep"), os.path.join(folder, "console.log"), env={"ASP_PASSWORD": "essai-agent1"})
    console.wait_state("connected")
    killed_at = recovered_at = None
    given = []
    kill_after = random.randrange(chosen.count // 3, chosen.count // 2)
    for n in range(chosen.count):
        id = str(uuid.uuid4())
        given.append(id)
        ticket = 50001 + n % 10
        console.submit("ticket.comment", {"number": ticket, "version": 1, "text": id}, ticket=ticket, id=id)
        if n == kill_after:
            time.sleep(random.random() * 0.01)
            primary.kill()
            killed_at = time.monotonic()
            standby.promote()
        elif n > kill_after and recovered_at is None:
            time.sleep(0.2)
            if console.state == "connected":
                recovered_at = time.monotonic()
        elif random.random() < 0.6:
            w.wait_for("an answer", lambda: id in console.answers, 60, 0.001)
    console.wait_state("connected")
    w.wait_for("every answer", lambda: all(id in console.answers for id in given), 90)
    in_database = {row[0] for row in standby.sql("select id from asp.operation")}
    done = {id for id in given if console.answers[id]["event"] == "finished"}
    named = [id for id in given if id not in done]
    w.promise(done == in_database & set(given), f"{len(done ^ in_database)} operations told otherwise than they are")
    w.promise(all(console.answers[id]["rule"] == "not_carried_out" for id in named), "an operation was given up without a name for it")
    twice = standby.one("select count(*) from (select text from asp.ticket_event where kind = 'commented' group by text having count(*) > 1) x")
    comments = standby.one("select count(*) from asp.ticket_event where kind = 'commented'")
    w.promise(twice == "0" and int(comments) == len(done), f"{twice} twice, {comments} comments for {len(done)} operations")
    console.kill()
    standby.end()
    shutil.rmtree(folder, ignore_errors=True)
    return len(done), len(named), (recovered_at or time.monotonic()) - killed_at


if __name__ == "__main__":
    w.run(main)
