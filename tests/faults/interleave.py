#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two agents at once on the same tickets, accounts and referent, in seeded random order, each acting on what they saw a moment or a
while ago. Every change that was accepted was based on the version it replaced; who came second was told what had changed; the history
holds every change, in order, none overwritten without a trace."""
import collections
import json
import os
import random

import faultworld as w

TICKETS = [50001, 50002, 50003]


class Agent:
    def __init__(self, chosen, server, folder, login):
        self.login, self.server = login, server
        self.console = w.Console(chosen.build, server.uri(login), os.path.join(folder, "keep-" + login), os.path.join(folder, login + ".log"))
        self.console.wait_state("connected")
        self.seen = {}

    def look(self, state):
        self.seen = dict(state)

    def on_ticket(self, number):
        """What this agent does, knowing the ticket as they saw it: (kind, params)."""
        version, state, owner = self.seen[number]
        moves = ["ticket.comment"]
        if state == "closed":
            moves += ["ticket.reopen"] * 3
        else:
            moves += ["ticket.take"] * 2 + (["ticket.close"] * 2 if owner in ("", self.login) else [])
        kind = random.choice(moves)
        params = {"number": number, "version": version}
        if kind in ("ticket.comment", "ticket.reopen"):
            params["text"] = f"{self.login} {random.random()}"
        elif kind == "ticket.close":
            params.update(outcome="explained", outcome_text="", leave_duplicates=True,
                          answer=f"Réponse de {self.login} {random.random()}")
        return kind, params


class Interleaving:
    def __init__(self, chosen):
        self.folder = w.scratch()
        self.server = w.Server(chosen.build, os.path.join(self.folder, "c"))
        w.fill(self.server, 12)
        self.agents = [Agent(chosen, self.server, self.folder, login) for login in ("agent1", "agent2")]
        self.tally = collections.Counter()
        self.accepted = collections.defaultdict(list)  # ticket → (version based on, version made)
        self.unlocked = collections.Counter()
        self.locked = collections.Counter({3: 1, 4: 1})
        self.has_reassign = self.server.one("""select count(*) from pg_proc where proname = 'op_referent_reassign'""") != "0"

    def state(self):
        return {int(r[0]): (int(r[1]), r[2], r[3]) for r in self.server.sql(
            f"select number, version, state, coalesce(owner, '') from asp.ticket where number in ({','.join(map(str, TICKETS))})")}

    def step(self):
        if random.random() < 0.6:
            state = self.state()
            for agent in random.choice([self.agents, self.agents[:1], self.agents[1:]]):
                agent.look(state)
        if random.random() < 0.25:
            self.account_step()
        else:
            self.ticket_step()

    def both(self, asks):
        """Both at once, in either order; the answers in the same order as asks."""
        sent = [None] * len(asks)
        for place in random.sample(range(len(asks)), len(asks)):
            agent, kind, params, more = asks[place]
            sent[place] = agent.console.submit(kind, params, **more)
        return [ask[0].console.answer(id) for ask, id in zip(asks, sent)]

    def ticket_step(self):
        number = random.choice(TICKETS)
        asks = []
        for agent in random.choice([self.agents] * 3 + [[a] for a in self.agents]):
            kind, params = agent.on_ticket(number)
            asks.append((agent, kind, params, {"ticket": number}))
        for (_, kind, params, _), answer in zip(asks, self.both(asks)):
            self.judge(number, kind, params, answer)

    def judge(self, number, kind, params, answer):
        if answer["event"] == "finished":
            self.tally["done"] += 1
            made = answer["result"]["version"]
            self.accepted[number].append(made)
            w.promise(kind == "ticket.comment" or made == params["version"] + 1,
                      f"{kind} on {number} accepted on version {params['version']}, made {made}")
        elif answer["rule"] == "version":
            self.tally["conflict"] += 1
            told = answer["params"]
            w.promise(told["version"] > params["version"], f"a conflict with nothing newer: {told}")
            changed = self.server.one(f"""select count(*) from asp.ticket_event where ticket = {number}
                and version > {params['version']} and version <= {told['version']} and (changes <> '{{}}' or kind = 'commented')""")
            w.promise(bool(told["changes"]) == (changed != "0"), f"the second agent is not told what changed: {told}")
        else:
            w.promise(answer["rule"] in ("owned_by_other", "same_owner", "not_open", "not_closed"), f"refused as {answer['rule']}")
            self.tally["refused"] += 1

    def account_step(self):
        """Both unlock one account, which the extranet locks again now and then: each lock is undone once."""
        account = random.choice([3, 4])
        asks = [(agent, "account.unlock", {"account_id": account}, {"call": w.AGENT_CALL[agent.login], "reason": "locked"})
                for agent in self.agents]
        for answer in self.both(asks):
            self.unlocked[account] += answer["event"] == "finished"
            self.tally["unlocked" if answer["event"] == "finished" else "second"] += 1
            w.promise(answer["event"] == "finished" or answer["rule"] == "not_locked", f"unlock refused as {answer.get('rule')}")
        w.promise(self.unlocked[account] == self.locked[account], "one lock undone twice, or not at all")
        self.server.sql(f"update asp.account set locked_at = now(), locked_until = now() + interval '1 day', failed_logins = 3 where id = {account}")
        self.locked[account] += 1

    def check_history(self):
        """Versions without a gap, and every « was » is the « is » before it."""
        for number in TICKETS:
            rows = self.server.sql(f"select version, kind, changes from asp.ticket_event where ticket = {number} order by id")
            versions = [int(r[0]) for r in rows]
            w.promise(versions == list(range(1, len(rows) + 1)), f"the history of {number} has gaps: {versions}")
            w.promise(sorted(self.accepted[number]) == versions[1:], f"the history of {number} is not what was accepted")
            known = {}
            for version, kind, changes in rows:
                for field, change in json.loads(changes).items():
                    w.promise(field not in known or known[field] == change["was"],
                              f"{number} version {version} ({kind}): {field} overwritten without a trace")
                    known[field] = change["is"]
            now = self.server.json(f"select to_jsonb(t) from asp.ticket t where number = {number}")
            for field, value in known.items():
                w.promise(now[field] == value, f"{number}: {field} is not what the history says")


def main():
    chosen = w.options(__doc__, sample=150, long=1000)
    desk = Interleaving(chosen)
    desk.agents[0].look(desk.state())
    desk.agents[1].look(desk.state())
    for _ in range(chosen.count):
        desk.step()
    desk.check_history()
    t = desk.tally
    return (f"two agents: {chosen.count} interleavings; tickets {t['done']} accepted, {t['conflict']} conflicts told, {t['refused']} refused; "
            f"accounts {t['unlocked']} unlocked, {t['second']} told « not locked any more »; 0 overwritten silently, seed {chosen.seed}")


if __name__ == "__main__":
    w.run(main)
