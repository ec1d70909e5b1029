#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""The server's disk fills up. First its tables' disk: operations are refused as « DiskFull », nothing half done. Then its journal's (WAL)
too: the server goes down, the console says so and waits. Both times everything works again once there is room, and nothing is lost.
The disk is a small tmpfs of its own; mounting one needs root."""
import os
import random
import shutil
import subprocess
import time
import uuid

import faultworld as w

SIZE = 160 << 20


class SmallDisk:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "asp-essai", folder], capture_output=True, text=True)
        if mounted.returncode != 0:
            w.skip(f"un petit disque ne peut pas être monté ici ({mounted.stderr.strip()}) ; à lancer en root")
        w.atexit.register(self.unmount)

    def unmount(self):
        subprocess.run(["umount", "-l", self.folder], capture_output=True)

    def fill(self):
        free = os.statvfs(self.folder)
        try:
            with open(os.path.join(self.folder, "lest"), "wb") as file:
                block = b"\0" * (1 << 20)
                for _ in range(free.f_bavail * free.f_frsize // len(block) + 2):
                    file.write(block)
        except OSError:
            pass
        try:
            with open(os.path.join(self.folder, "lest2"), "wb", buffering=0) as file:
                while file.write(b"\0" * 4096):
                    pass
        except OSError:
            pass

    def free(self):
        for name in ("lest", "lest2"):
            path = os.path.join(self.folder, name)
            if os.path.exists(path):
                os.remove(path)


class Desk:
    """Long texts, so that the tables must grow."""

    def __init__(self, server, console):
        self.server, self.console, self.done, self.refused = server, console, set(), {}
        self.version = 0

    def send(self):
        id = str(uuid.uuid4())
        n = 50001 + random.randrange(10)
        noise = "".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=3500))  # does not compress away
        return self.console.submit("ticket.comment", {"number": n, "version": 1, "text": f"{id} {noise}"}, ticket=n, id=id)

    def comment(self):
        return self.take(self.send())

    def take(self, id):
        answer = self.console.answer(id)
        if answer["event"] == "finished":
            self.done.add(id)
        else:
            self.refused[id] = answer
        return answer

    def check(self):
        there = {row[0] for row in self.server.sql("select id from asp.operation")}
        w.promise(there == self.done, f"{len(there ^ self.done)} operations told otherwise than they are")
        comments = {row[0] for row in self.server.sql("select left(text, 36) from asp.ticket_event where kind = 'commented'")}
        w.promise(comments == self.done, "effects without operation, or the other way round")


def move_journal(server, disk):
    """The server's WAL on the small disk as well."""
    server.stop()
    there = os.path.join(disk.folder, "wal")
    subprocess.run(["cp", "-a", os.path.join(server.data, "pg_wal"), there], check=True)
    shutil.rmtree(os.path.join(server.data, "pg_wal"))
    os.symlink(there, os.path.join(server.data, "pg_wal"))
    server.start()


def main():
    chosen = w.options(__doc__, sample=20, long=200)
    folder = w.scratch()
    disk = SmallDisk(os.path.join(folder, "disque"))
    server = w.Server(chosen.build, os.path.join(folder, "c"), ["max_wal_size=64MB", "min_wal_size=32MB"])
    w.fill(server, 10)
    owner = os.stat(server.data)
    os.makedirs(os.path.join(disk.folder, "t"))
    os.chown(os.path.join(disk.folder, "t"), owner.st_uid, owner.st_gid)
    server.sql(f"create tablespace petit location '{disk.folder}/t'")
    subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", server.uri("admin").replace("/asp?", "/postgres?"), "-c",
                    "alter database asp set tablespace petit"], check=True)
    console = w.Console(chosen.build, server.uri("agent1"), os.path.join(folder, "keep"), os.path.join(folder, "console.log"))
    console.wait_state("connected")
    desk = Desk(server, console)
    w.promise(desk.comment()["event"] == "finished", "does not work on an empty disk")

    disk.fill()
    full = []
    while len(full) < chosen.count:
        answer = desk.comment()
        if answer["event"] == "failed":
            full.append(answer)
        w.promise(len(desk.done) < 5000, "the disk never filled up")
    w.promise(all(a["code"] == w.DISK_FULL for a in full), f"refused otherwise than as DiskFull: {[a for a in full if a['code'] != w.DISK_FULL][:3]}")
    before = len(desk.done)
    disk.free()
    for _ in range(chosen.count):
        w.promise(desk.comment()["event"] == "finished", "does not recover with room on the disk")
    desk.check()

    down, waited = wal_full(chosen, server, disk, console, desk)
    return (f"full disk: tables {len(full)} operations refused as DiskFull after {before} done, {chosen.count} of {chosen.count} done with room "
            f"again; WAL {down} refused or looked up afterwards, connected {waited:.1f} s after the server was back; "
            f"{len(desk.done)} done in all, 0 lost, 0 half done")


def wal_full(chosen, server, disk, console, desk):
    console.forget_events()
    move_journal(server, disk)
    console.event("state", state="connected")
    disk.fill()
    unanswered, down = [], 0
    for n in range(4000):
        if n % 50 == 49:  # what is refused for want of room in the tables writes little: on to the next file of the WAL
            subprocess.run(["psql", "-XAtq", server.uri("admin"), "-c", "select pg_switch_wal()"], capture_output=True)
        id = desk.send()
        w.wait_for("an answer, or that it is uncertain", lambda: id in console.answers or id in console.uncertain, 20, 0.002)
        if id not in console.answers:
            unanswered.append(id)
        elif desk.take(id)["event"] == "failed":
            w.promise(console.answers[id]["code"] in (w.UNAVAILABLE, w.DISK_FULL), f"refused otherwise: {console.answers[id]}")
            down += 1
        if console.state == "lost" and down >= 3:
            break
    w.promise(console.state == "lost", f"the server went on without room for its journal, or the console does not say that it is gone: {console.state}, {down} refused, {len(unanswered)} unanswered, {len(desk.done)} done")
    disk.free()
    if not server.ready():
        server.stop("immediate")
        server.start()
    began = time.monotonic()
    console.wait_state("connected")
    waited = time.monotonic() - began
    for id in unanswered:
        desk.take(id)
    for _ in range(chosen.count):
        w.promise(desk.comment()["event"] == "finished", "does not recover with room for the journal")
    desk.check()
    return down + len(unanswered), waited


if __name__ == "__main__":
    w.run(main)
