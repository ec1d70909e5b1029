#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Without the database for a while: half a minute in the sample, an hour in the long run. The open file, the scripts and the note
stay; operations are refused with the reason; what was written meanwhile is sent when the server is back, once."""
import os
import time
import uuid

import faultworld as w

HOUR = 3600


def walk(id, n):
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return {"id": id, "script_id": "essai", "script_version": 1, "title": "Essai", "account_id": n, "establishment_id": 1, "ticket": 0,
            "outcome": "solved", "started_at": at, "ended_at": at, "path": [], "seconds": {}, "overrules": 0}


def main():
    chosen = w.options(__doc__, sample=30, long=HOUR)  # seconds
    folder = w.scratch()
    server = w.Server(chosen.build, os.path.join(folder, "c"))
    w.fill(server, 10)
    publish_script(server)
    keep = os.path.join(folder, "keep")
    console = w.Console(chosen.build, server.uri("agent1"), keep, os.path.join(folder, "console.log"))
    console.wait_state("connected")
    console.tell("open", key=w.siret(41000000))
    call = console.event("file")["call"]
    console.tell("note", text="avant la panne")
    console.event("note", in_database=True)
    before = console.status()
    w.promise(before["scripts"] > 0 and before["accounts"] > 0, f"nothing to lose: {before}")

    server.stop()
    began = console.status()
    console.wait_state("lost")
    refused, walks, note = 0, [], ""
    end = time.monotonic() + chosen.count
    while time.monotonic() < end:
        note = f"pendant la panne, {refused} essais"
        console.tell("note", text=note)
        answer = console.carry_out("account.unlock", {"account_id": 1}, call=call, reason="locked")
        w.promise(answer["event"] == "failed" and answer["rule"] == "not_carried_out", f"not refused with the reason: {answer}")
        refused += 1
        if len(walks) < 5:
            walks.append(str(uuid.uuid4()))
            console.submit("walk.save", walk(walks[-1], len(walks)), call=call, id=walks[-1])
        time.sleep(chosen.count / 12)
    during = console.status()
    minutes = (during["wall_ms"] - began["wall_ms"]) / 60_000
    w.promise(during["file_open"] and during["accounts"] == before["accounts"], "the open file is gone")
    w.promise(during["scripts"] == before["scripts"], "the scripts are gone")
    w.promise(during["note"] == note, "the note is gone")

    server.start()
    returned = time.monotonic()
    console.wait_state("connected", 60)
    back = time.monotonic() - returned
    for id in walks:
        w.promise(console.answer(id)["event"] == "finished", "a walk was not sent later")
    w.wait_for("the note in the database", lambda: server.one(f"select note from asp.call where id = '{call}'") == note, 60, 0.2)
    time.sleep(3)
    w.promise(server.one("select count(*) from asp.walk") == str(len(walks)), "walks lost or twice")
    w.promise(server.one("select count(*) from asp.operation where kind = 'account.unlock'") == "0", "a refused operation was done")
    answer = console.carry_out("account.unlock", {"account_id": 1}, call=call, reason="locked")
    w.promise(answer["event"] == "finished", f"does not work after the outage: {answer}")
    return (f"without database for {minutes:.1f} min: file, scripts and note kept, {refused} operations refused with the reason, "
            f"{len(walks)} walks and the note sent later, once; connected {back:.1f} s after the server was back")


def publish_script(server):
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "../data/scripts/parcours.yaml"), encoding="utf-8") as file:
        text = file.read()
    server.sql(f"""set role asp_owner; insert into asp.script_version (script_id, version, yaml, checksum, state, published_at)
        values ('parcours', 1, $yaml${text}$yaml$, 'essai', 'published', now())""")


if __name__ == "__main__":
    w.run(main)
