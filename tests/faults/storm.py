#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 of the server, the console and the relay at random moments while operations are carried out.

The promise: an operation the console said was done is in the database, once, with its effects once; one it said was not is not there;
one in the database was told, at the latest by the console started again. Mails go out at least once, twice only where the relay or the
server died between sending and recording, and the last password mailed opens its account."""
import collections
import ctypes
import ctypes.util
import os
import random
import re
import threading
import time
import uuid

import faultworld as w

KINDS = ["ticket.comment"] * 7 + ["account.unlock"] * 4 + ["account.reset_password"] * 4 + ["ticket.open"] * 3 + ["walk.save"] * 2


class Storm:
    def __init__(self, chosen):
        self.chosen, self.folder = chosen, w.scratch()
        self.accounts = chosen.count
        self.server = w.Server(chosen.build, os.path.join(self.folder, "c"))
        w.fill(self.server, self.accounts)
        self.told = collections.defaultdict(list)  # id → what every console said of it
        self.kills = collections.Counter()
        self.given = {}
        self.hidden = threading.Event()
        self.plan_operations()
        self.console = self.relay = None
        self.start_console()
        self.start_relay()

    def path(self, name):
        return os.path.join(self.folder, name)

    def plan_operations(self):
        self.planned = []
        for n in range(1, self.chosen.count + 1):
            self.planned.append((random.choice(KINDS), n, str(uuid.uuid4())))
        w.pass_checks(self.server, "agent1", [n for kind, n, _ in self.planned if kind == "account.reset_password"])

    def hear(self, event):
        if event["event"] in ("finished", "failed"):
            self.told[event["id"]].append(event)

    def start_console(self):
        self.console = w.Console(self.chosen.build, self.server.uri("agent1"), self.path("keep"), self.path("console.log"),
                                 on_event=self.hear)

    def start_relay(self):
        self.relay = w.Relay(self.chosen.build, self.server, self.path("mails"), self.path("relay.log"))

    def request(self, kind, n, id):
        call = w.AGENT_CALL["agent1"]
        if kind == "ticket.comment":
            return {"params": {"number": 50000 + n, "version": 1, "text": id}, "ticket": 50000 + n}
        if kind == "account.unlock":
            return {"params": {"account_id": n}, "call": call, "reason": "locked"}
        if kind == "account.reset_password":
            return {"params": {"account_id": n, "unlock": True}, "call": call, "reason": "secret_forgotten"}
        if kind == "ticket.open":
            return {"params": {"siret": w.siret(41000000), "denomination": "Atelier", "requester_name": "Compte Essai",
                               "requester_phone": "0612345678", "requester_email": "a@atelier.example", "motif": "autres",
                               "description": id}, "call": call}
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return {"params": {"id": id, "script_id": "essai", "script_version": 1, "title": "Essai", "account_id": n, "establishment_id": 1,
                           "ticket": 0, "outcome": "solved", "started_at": at, "ended_at": at, "path": [], "seconds": {}, "overrules": 0},
                "call": call}

    def strike(self, victim):
        self.kills[victim] += 1
        if victim == "server":
            self.server.kill()
            self.server.start()
        elif victim == "console":
            self.console.kill()
            self.start_console()
        else:
            self.relay.kill()
            self.start_relay()

    def go(self):
        strikes = sorted(random.sample(range(3, self.chosen.count), max(6, self.chosen.count // 8)))
        victims = ["server", "console", "relay"] * (len(strikes) // 3 + 1)
        random.shuffle(victims)
        for index, (kind, n, id) in enumerate(self.planned):
            if random.random() < 0.9:  # some are asked for while the database is away
                w.wait_for("a connection", lambda: self.console.state == "connected", 60, 0.002)
            self.given[id] = kind
            self.console.submit(kind, id=id, **self.request(kind, n, id))
            if index in strikes:
                time.sleep(random.choice([0, 0, random.random() * 0.004, random.random() * 0.03]))
                self.strike(victims[strikes.index(index)])
            elif random.random() < 0.5:
                w.wait_for("an answer", lambda: self.told.get(id), 60, 0.001)
        w.wait_for("a connection", lambda: self.console.state == "connected")
        w.wait_for("the end of every doubt", lambda: not self.console.status(self.given)["pending"], 90, 0.5)
        w.wait_for("the last mails", lambda: self.server.one(
            "select count(*) from asp.mail where operation_id is not null and state in ('queued', 'sending')") == "0", 180, 0.3)
        time.sleep(0.3)

    def check_operations(self):
        in_database = {row[0]: int(row[1]) for row in self.server.sql("select id, 1 from asp.operation")}
        lost = doubled = untold = silent = 0
        for id, kind in self.given.items():
            done = [e for e in self.told[id] if e["event"] == "finished"]
            refused = [e for e in self.told[id] if e["event"] == "failed"]
            unsure = [e for e in refused if e["rule"] == "outcome_unknown"]
            lost += bool(done) and id not in in_database
            doubled += bool(refused) and not unsure and id in in_database
            untold += id in in_database and not done and not unsure
            silent += not self.told[id]  # killed before the console had even kept it: nothing was sent
        w.promise(lost == 0, f"{lost} operations told done are not in the database")
        w.promise(doubled == 0, f"{doubled} operations told not carried out are in the database")
        w.promise(untold == 0, f"{untold} operations in the database were never told")
        unknown = self.server.one("select count(*) from asp.operation where actor = 'agent1' and kind <> 'call.check'")
        w.promise(int(unknown) == sum(id in in_database for id in self.given), "the database holds operations nobody asked for")
        return len(in_database), silent

    def check_effects(self):
        """Each operation's effects exactly once."""
        wrong = self.server.sql("""
with effects as (
    select o.id, o.kind,
        (select count(*) from asp.ticket_event v where v.kind = 'commented' and v.text = o.id::text) as comments,
        (select count(*) from asp.ticket t where t.description = o.id::text) as tickets,
        (select count(*) from asp.walk k where k.id = o.id) as walks,
        (select count(*) from asp.mail m where m.operation_id = o.id) as mails,
        (select count(*) from asp.journal j where j.operation_id = o.id and j.kind <> 'relay_password'
            and j.rule is null) as journalled
    from asp.operation o where o.actor = 'agent1' and o.kind <> 'call.check')
select id, kind, comments, tickets, walks, mails, journalled from effects
where comments <> (kind = 'ticket.comment')::int or tickets <> (kind = 'ticket.open')::int or walks <> (kind = 'walk.save')::int
   or mails <> case kind when 'account.reset_password' then 2 else 0 end or journalled < 1""")
        w.promise(not wrong, f"effects not once: {wrong[:5]}")
        orphans = self.server.one("""
select (select count(*) from asp.ticket_event v where v.kind = 'commented' and not exists (select from asp.operation o where o.id::text = v.text))
     + (select count(*) from asp.walk k where not exists (select from asp.operation o where o.id = k.id))
     + (select count(*) from asp.mail m where m.operation_id is not null and not exists (select from asp.operation o where o.id = m.operation_id))""")
        w.promise(orphans == "0", f"{orphans} effects without their operation")

    def check_mails(self):
        seen = collections.Counter()
        passwords = {}
        for name in sorted(os.listdir(self.path("mails")), key=lambda n: os.stat(os.path.join(self.path("mails"), n)).st_mtime_ns):
            if not name.endswith(".eml"):
                continue
            mail = w.read_mail(os.path.join(self.path("mails"), name))
            seen[mail["Message-ID"]] += 1
            number = int(re.search(r"mail-(\d+)[.@]", mail["Message-ID"]).group(1))
            found = w.password_in(mail)
            if found:
                passwords[number] = found
        sent = {int(r[0]) for r in self.server.sql("select id from asp.mail where operation_id is not null and state in ('sent', 'delivered')")}
        numbers = {int(re.search(r"mail-(\d+)[.@]", m).group(1)) for m in seen}
        w.promise(sent <= numbers, f"mails recorded as sent were not: {sorted(sent - numbers)[:5]}")
        again = sum(count - 1 for count in seen.values())
        window = self.kills["relay"] + self.kills["server"]
        w.promise(again <= window, f"{again} mails sent again, only {window} kills could explain one each")
        opened = self.check_passwords(passwords)
        return len(seen), again, opened

    def check_passwords(self, passwords):
        """The last password mailed opens the account."""
        sodium = ctypes.CDLL(ctypes.util.find_library("sodium"))
        rows = self.server.sql("""select distinct on (m.account_id) m.id, s.password_hash from asp.mail m
            join asp.account_secret s on s.account_id = m.account_id
            where m.kind = 'mot_de_passe' and m.operation_id is not null order by m.account_id, m.id desc""")
        for number, digest in rows:
            word = passwords[int(number)].encode()
            w.promise(sodium.crypto_pwhash_str_verify(digest.encode(), word, ctypes.c_ulonglong(len(word))) == 0,
                      f"the password of mail {number} does not open the account")
        return len(rows)


def main():
    chosen = w.options(__doc__, sample=100, long=1000)
    storm = Storm(chosen)
    began = time.monotonic()
    storm.go()
    known, silent = storm.check_operations()
    storm.check_effects()
    mails, again, opened = storm.check_mails()
    chain = w.journal_chain(chosen.build, storm.server)
    kills = ", ".join(f"{storm.kills[v]} {v}" for v in ("server", "console", "relay"))
    return (f"kill -9 storm: {chosen.count} operations, kills: {kills}; 0 lost, 0 doubled; {known} in the database, {silent} never left the "
            f"console; {mails} mails, {again} sent again; {opened} last passwords open; {chain}; {time.monotonic() - began:.0f} s, seed {chosen.seed}")


if __name__ == "__main__":
    w.run(main)
