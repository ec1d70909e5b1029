#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Secrets sweep. Many resets with the real relay; every password is taken from the mails, then looked for in the database (dump and raw
files, journal of the server included), the server's log (log_statement = all, values too), the programs' logs, all memory of the console
and of the relay (what a core would hold), settings and local store, command lines and environments. It may be in the mails only."""
import base64
import glob
import os
import subprocess
import threading
import time

import faultworld as w


RELAY_MAY_HOLD = 0  # once its mails are sent: what the relay frees it overwrites first


class Watch(threading.Thread):
    """Samples the command lines and environments of our own programs while they run."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen, self.over = set(), False

    def run(self):
        while not self.over:
            for path in glob.glob("/proc/[0-9]*/cmdline") + glob.glob("/proc/[0-9]*/environ"):
                try:
                    with open(path, "rb") as file:
                        text = file.read()
                    if b"asp-" in text or b"postgres" in text:
                        self.seen.add(text)
                except OSError:
                    continue
            time.sleep(0.05)


def memory_of(pid):
    """Every readable page of a process, as a core would hold them."""
    pieces = []
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            if "r" not in rights or "[v" in line:
                continue
            begin, end = (int(x, 16) for x in place.split("-"))
            try:
                memory.seek(begin)
                pieces.append(memory.read(end - begin))
            except (OSError, ValueError, OverflowError):
                continue
    return b"\0".join(pieces)


def found_in(secrets, data):
    """Which of the secrets are in there, as UTF-8 or as UTF-16 (Qt's strings)."""
    return {s for s in secrets if s.encode() in data or s.encode("utf-16-le") in data}


def found_in_mails(secrets, data):
    """Also as a mail carries them: base64 in lines, the secret beginning at any of three places of it."""
    joined = data.replace(b"\r\n", b"")
    return found_in(secrets, data) | {s for s in secrets if any(as_base64(s, place) in joined for place in range(3))}


def as_base64(secret, place):
    """What is the same whatever stands around it."""
    coded = base64.b64encode(b"\0" * place + secret.encode())
    whole = (place + len(secret)) // 3 * 4
    return coded[4 if place else 0:whole]


def files_under(*roots):
    for root in roots:
        for folder, _, names in os.walk(root):
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    with open(path, "rb") as file:
                        yield path, file.read()


def main():
    chosen = w.options(__doc__, sample=40, long=1000)
    folder = w.scratch()
    server = w.Server(chosen.build, os.path.join(folder, "c"),
                      ["log_statement=all", "log_min_duration_statement=0", "log_parameter_max_length=-1", "log_parameter_max_length_on_error=-1"])
    w.fill(server, chosen.count)
    w.pass_checks(server, "agent1", range(1, chosen.count + 1))
    mails, keep = os.path.join(folder, "mails"), os.path.join(folder, "keep")
    watch = Watch()
    watch.start()
    relay = w.Relay(chosen.build, server, mails, os.path.join(folder, "relay.log"))
    said = []
    console = w.Console(chosen.build, server.uri("agent1"), keep, os.path.join(folder, "console.log"), on_event=lambda e: said.append(repr(e)))
    console.wait_state("connected")
    for n in range(1, chosen.count + 1):
        answer = console.carry_out("account.reset_password", {"account_id": n, "unlock": True}, call=w.AGENT_CALL["agent1"],
                                   reason="secret_forgotten")
        w.promise(answer["event"] == "finished", f"a reset was refused: {answer}")
    w.wait_for("the last mails", lambda: server.one("select count(*) from asp.mail where operation_id is not null and state <> 'sent'") == "0",
               60 + chosen.count, 0.3)
    console.tell("open", key=w.siret(41000000))  # the account's file, after the reset
    console.event("file")
    secrets = {w.password_in(w.read_mail(path)) for path in glob.glob(os.path.join(mails, "*.eml"))} - {None}
    w.promise(len(secrets) == chosen.count, f"{len(secrets)} passwords in the mails of {chosen.count} resets")
    raw_mails = b"\0".join(data for _, data in files_under(mails))
    w.promise(len(found_in_mails(secrets, raw_mails)) == chosen.count, "the search does not see a password in a mail's base64")
    time.sleep(1)  # the relay is idle
    in_console, in_relay = memory_of(console.process.pid), memory_of(relay.process.pid)
    w.promise(b"compte.n1" in in_console or "compte.n1".encode("utf-16-le") in in_console, "the memory read is not the console's")
    relay_holds = found_in_mails(secrets, in_relay)
    watch.over = True
    dump = subprocess.run([os.path.join(server.bin, "pg_dump"), "--inserts", server.uri("admin")], capture_output=True, check=True).stdout
    server.sql("checkpoint")
    looked = {
        "dump": found_in(secrets, dump),
        "console memory": found_in(secrets, in_console),
        "command lines": found_in(secrets, b"\0".join(watch.seen)),
        "told": found_in(secrets, "".join(said).encode()),
    }
    looked.update(sweep_files(server, folder, mails, secrets))
    leaks = {place: len(found) for place, found in looked.items() if found}
    w.promise(not leaks, f"passwords found outside the mails: {leaks}")
    w.promise(len(relay_holds) <= RELAY_MAY_HOLD, f"the relay's memory still holds {len(relay_holds)} of {len(secrets)} passwords after sending")
    return (f"secrets sweep: {len(secrets)} resets, {len(secrets)} passwords, 0 in dump ({len(dump) >> 20} MB), data files and WAL, server log with "
            f"all statements, logs, local store, console memory ({len(in_console) >> 20} MB), {len(watch.seen)} command lines and environments; "
            f"relay memory after sending: {len(relay_holds)}")


def sweep_files(server, folder, mails, secrets):
    places = {"database files": set(), "server log": set(), "programs' files": set()}
    size = 0
    for path, data in files_under(folder):
        if path.startswith(mails + "/"):
            continue
        place = "programs' files"
        if path.startswith(server.data):
            place = "server log" if path.endswith(".log") else "database files"
        if place == "server log":
            size += len(data)
            w.promise(b"relay_set_password" in data and b"account.reset_password" in data, "the server's log does not hold the statements")
        places[place] |= found_in(secrets, data)
    w.promise(size > 0, "no server log was read")
    return places


if __name__ == "__main__":
    w.run(main)
