#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the fault tests share: a durable PostgreSQL server that can be killed, frozen and promoted, a world of invented accounts and
tickets in it, the real relay, and the console without its window (asp-faultdriver). Only the standard library and psql."""
import argparse
import atexit
import email
import email.policy
import json
import os
import queue
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid

CONNECTED, LOST = 2, 3
DISK_FULL, LOCKED, UNAVAILABLE = 10, 9, 6  # desk::Error::Code
AGENT_CALL = {"agent1": "00000000-0000-4000-8000-0000000000a1", "agent2": "00000000-0000-4000-8000-0000000000a2"}


def options(description, sample, long):
    """--build FOLDER, --long, --seed, --count: how much is done."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--build", required=True, help="build folder, e.g. build/dev")
    parser.add_argument("--long", action="store_true", help="the whole run instead of a sample")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=0)
    chosen = parser.parse_args()
    chosen.count = chosen.count or (long if chosen.long else sample)
    random.seed(chosen.seed)
    return chosen


def skip(reason):
    print(f"SAUTÉ (non vérifié ici) : {reason}", flush=True)
    sys.exit(77)


class Broken(AssertionError):
    """A promise that did not hold."""


def promise(held, sentence):
    if not held:
        raise Broken(sentence)


def wait_for(what, condition, timeout=60, pause=0.02):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(pause)
    raise Broken(f"not seen in {timeout} s: {what}")


def scratch():
    folder = tempfile.mkdtemp(prefix="asp-pannes.", dir=os.environ.get("TMPDIR", "/tmp"))
    os.chmod(folder, 0o755)
    if "ASP_KEEP" not in os.environ:
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def family(pid):
    """A server's processes, the postmaster first."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split() if pid else []
    return [pid] + [int(child) for child in children] if pid else []


def signal_all(pids, number):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


class Server:
    """One cluster made by asp-testcluster, with fsync on, and what one can do to it."""

    def __init__(self, build, folder, settings=()):
        self.folder = folder
        self.data = os.path.join(folder, "data")
        self.process = None
        command = [os.path.join(build, "tests/support/asp-testcluster"), "start", folder, "--durable"]
        for setting in settings:
            command += ["--set", setting]
        out = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180).stdout
        words = dict(word.split("=", 1) for word in shlex.split(out) if "=" in word)
        self.socket, self.port = words["ASP_CLUSTER_SOCKET"], int(words["ASP_CLUSTER_PORT"])
        self.take_over()

    def take_over(self):
        """Its owner, programs and command line, for starting it again by hand."""
        owner = os.stat(self.data)
        self.as_owner = []
        if os.getuid() == 0 and owner.st_uid != 0:
            self.as_owner = ["setpriv", f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--clear-groups"]
        with open(os.path.join(self.data, "postmaster.opts"), encoding="utf-8") as file:
            self.command = shlex.split(file.read())
        self.bin = os.path.dirname(self.command[0])
        atexit.register(self.end)

    def pid(self):
        try:
            with open(os.path.join(self.data, "postmaster.pid"), encoding="utf-8") as file:
                return int(file.readline())
        except (OSError, ValueError):
            return 0

    def kill(self):
        """kill -9 of the postmaster and of every process of it, all at once: a power cut for the server."""
        signal_all(family(self.pid()), signal.SIGKILL)
        if self.process:
            self.process.wait()

    def freeze(self, on=True):
        signal_all(family(self.pid()), signal.SIGSTOP if on else signal.SIGCONT)

    def stop(self, mode="fast"):
        subprocess.run(self.as_owner + [os.path.join(self.bin, "pg_ctl"), "-D", self.data, "-m", mode, "-w", "stop"],
                       capture_output=True, timeout=60, cwd="/")
        if self.process:
            self.process.wait()

    def start(self, timeout=60):
        """Again, on the same data and port."""
        end = time.monotonic() + timeout
        while True:
            with open(os.path.join(self.folder, "again.log"), "ab") as log:
                self.process = subprocess.Popen(self.as_owner + self.command, stdin=subprocess.DEVNULL, stdout=log,
                                                stderr=log, start_new_session=True, cwd="/")
            while self.process.poll() is None:
                if self.ready():
                    return
                promise(time.monotonic() < end, "the server did not start again")
                time.sleep(0.03)
            promise(time.monotonic() < end, "the server did not start again")
            time.sleep(0.1)  # processes of the killed one are still ending

    def ready(self):
        return subprocess.run([os.path.join(self.bin, "pg_isready"), "-q", "-h", self.socket, "-p", str(self.port)]).returncode == 0

    def end(self):
        if self.pid():
            self.freeze(False)
            self.stop("immediate")

    def uri(self, login):
        return f"postgresql://{login}@/asp?host={self.socket}&port={self.port}"

    def tcp_uri(self, login):
        return f"postgresql://{login}@127.0.0.1:{self.port}/asp?sslmode=disable"

    def sql(self, text, login="admin", timeout=120):
        """Rows as lists of texts."""
        ran = subprocess.run(["psql", "-XAtq", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", self.uri(login)], input=text, text=True,
                             capture_output=True, timeout=timeout)
        promise(ran.returncode == 0, f"psql: {ran.stderr.strip()[:500]}")
        return [line.split("\x1f") for line in ran.stdout.splitlines()]

    def one(self, text, login="admin"):
        rows = self.sql(text, login)
        return rows[0][0] if rows else ""

    def json(self, text, login="admin"):
        return json.loads(self.one(text, login) or "null")


def luhn_digit(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str((10 - total % 10) % 10)


def siret(number):
    siren = f"{number:08d}"
    siren += luhn_digit(siren)
    nic = siren + "0001"
    return nic + luhn_digit(nic)


def fill(server, accounts):
    """Invented accounts, ten to an establishment, each locked and with a ticket; ceilings and caps out of the way."""
    sirets = [siret(41000000 + i) for i in range((accounts + 9) // 10)]
    establishments = ",".join(f"({i + 1}, '{s}')" for i, s in enumerate(sirets))
    server.sql(f"""
set role asp_owner;
update asp.environment set kind = 'recette';
update asp.setting set value = '1000000' where key ~ '^(plafond|lecture|devoilement|suggestion)[.]';
update asp.setting set value = '3' where key = 'mail.reservation_secondes';
update asp.setting set value = '1000000' where key in ('verification.essais', 'verification.echecs_jour');
insert into asp.staff (login, display_name, person) values
    ('agent1', 'Nadia Martin', 'nadia'), ('agent2', 'Paul Durand', 'paul'), ('superviseur1', 'Inès Leroy', 'ines');
insert into asp.company (siren, headcount) select left(siret, 9), 20 from (values {establishments}) e(id, siret);
insert into asp.establishment (id, siret, denomination, street_number, street_type, street_label, postcode, town, phone, email, headcount)
    select id, siret, 'Atelier ' || id, id::text, 'rue', 'des Essais', '31000', 'Toulouse', '+33561' || lpad(id::text, 6, '0'),
           'contact' || id || '@atelier.example', 12 from (values {establishments}) e(id, siret);
insert into asp.account (id, identifiant, last_name, first_name, email, phone, profile, password_state, locked_at, locked_until,
                         failed_logins, secrets_set)
    select n, 'compte.n' || n, 'Essai', 'Compte', 'compte' || n || '@atelier.example', '+33612' || lpad(n::text, 6, '0'), 'etablissement',
           'active', now(), now() + interval '1 day', 3, true from generate_series(1, {accounts}) n;
insert into asp.account_secret (account_id, password_hash) select id, '$argon2id$old' || id from asp.account;
insert into asp.habilitation (id, account_id, establishment_id, state, active_from, referent)
    select n, n, (n + 9) / 10, 'active', now() - interval '60 days', n % 10 = 1 from generate_series(1, {accounts}) n;
insert into asp.ticket (number, siret, denomination, requester_name, requester_phone, requester_email, motif, description, channel, state, due_at)
    select 50000 + a.id, e.siret, e.denomination, 'Compte Essai', a.phone, a.email, 'habilitation', 'Essai.', 'extranet', 'open',
           now() + interval '2 days'
    from asp.account a join asp.habilitation h on h.account_id = a.id join asp.establishment e on e.id = h.establishment_id;
insert into asp.ticket_event (ticket, at, actor, kind) select number, received_at, 'extranet1', 'received' from asp.ticket;
insert into asp.call (id, agent) values ('{AGENT_CALL["agent1"]}', 'agent1'), ('{AGENT_CALL["agent2"]}', 'agent2');
insert into asp.call_file (call_id, establishment_id) select c.id, e.id from asp.call c cross join asp.establishment e;
select setval(pg_get_serial_sequence('asp.' || t, c), 900000) from (values ('establishment', 'id'), ('account', 'id'),
    ('habilitation', 'id'), ('ticket', 'number')) v(t, c);
""")


def pass_checks(server, login, accounts):
    """The caller check a reset wants, where the schema has it: facts the world above knows."""
    if server.one("select coalesce(to_regclass('asp.operation_kind')::text, '')") == "":
        return
    if server.one("select count(*) from asp.operation_kind where kind = 'call.check'") == "0":
        return
    for account in accounts:
        answer = server.json(f"""select desk.operate(gen_random_uuid(), 'call.check', jsonb_build_object('account_id', {account},
            'facts', jsonb_build_array(jsonb_build_object('fact', 'account.phone', 'value', '+33612{account:06d}'),
                                       jsonb_build_object('fact', 'account.email', 'value', 'compte{account}@atelier.example'))),
            null, null, '{AGENT_CALL[login]}'::uuid, null)""", login)
        promise(answer.get("result", {}).get("passed"), f"the caller check did not pass: {answer}")


class Program:
    """A program under test; killed with the script."""

    def __init__(self, command, log, env=None, **more):
        self.log = open(log, "ab")
        self.process = subprocess.Popen(command, stderr=self.log, env={**os.environ, **(env or {})}, **more)
        atexit.register(self.kill)

    def kill(self, how=signal.SIGKILL):
        if self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait()


class Relay(Program):
    def __init__(self, build, server, mails, log, more=()):
        os.makedirs(mails, exist_ok=True)
        super().__init__([os.path.join(build, "app/programs/relay/asp-relay"), "--database", server.uri("relay1"), "--eml", mails,
                          "--interval", "50", *more], log, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


class Console(Program):
    """asp-faultdriver. What it says arrives in `events`, and is given to `on_event` as it comes."""

    def __init__(self, build, uri, keep, log, env=None, wrapper=(), on_event=None):
        self.events, self.on_event, self.state = queue.Queue(), on_event, None
        self.answers = {}  # id → the last finished or failed
        self.uncertain = set()
        self.tag = 0
        super().__init__([*wrapper, os.path.join(build, "tests/asp-faultdriver"), "--database", uri, "--keep", keep], log, env=env,
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            try:
                event = json.loads(line)
            except ValueError:
                continue  # the half line of a killed program
            if event["event"] == "state":
                self.state = event["state"]
            elif event["event"] in ("finished", "failed"):
                self.answers[event["id"]] = event
            elif event["event"] == "uncertain":
                self.uncertain.add(event["id"])
            if self.on_event:
                self.on_event(event)
            self.events.put(event)

    def kill(self, how=signal.SIGKILL):
        super().kill(how)
        self.reader.join(5)

    def tell(self, what, **more):
        """False when it is dead."""
        try:
            self.process.stdin.write(json.dumps({"do": what, **more}) + "\n")
            self.process.stdin.flush()
            return True
        except (BrokenPipeError, ValueError):
            return False

    def submit(self, kind, params=None, call=None, ticket=None, reason="", id=None):
        request = {"id": id or str(uuid.uuid4()), "kind": kind, "params": params or {}, "reason": reason, "reason_text": ""}
        if call:
            request["call"] = call
        if ticket:
            request["ticket"] = ticket
        self.tell("submit", request=request)
        return request["id"]

    def answer(self, id, timeout=60):
        return wait_for(f"the answer to {id}", lambda: self.answers.get(id), timeout, 0.003)

    def carry_out(self, kind, params=None, timeout=60, **more):
        return self.answer(self.submit(kind, params, **more), timeout)

    def wait_state(self, state, timeout=60):
        wait_for(f"state {state}", lambda: self.state == state, timeout)

    def forget_events(self):
        while not self.events.empty():
            self.events.get()

    def event(self, name, timeout=30, **fields):
        end = time.monotonic() + timeout
        while True:
            try:
                event = self.events.get(timeout=max(0.001, end - time.monotonic()))
            except queue.Empty:
                raise Broken(f"the console never said {name} {fields}") from None
            if event["event"] == name and all(event.get(k) == v for k, v in fields.items()):
                return event

    def status(self, ids=(), timeout=30):
        self.tag += 1
        self.tell("status", tag=self.tag, ids=list(ids))
        return self.event("status", timeout, tag=self.tag)


def run(main):
    """Prints the figure main answers in one line; exits 1 with the broken promise."""
    try:
        print(main(), flush=True)
    except Broken as broken:
        print(f"PROMESSE ROMPUE : {broken}", flush=True)
        sys.exit(1)


def journal_chain(build, server):
    """Whether the journal's chain is whole, where asp-dbadmin can tell; never fewer rows than operations."""
    rows = server.one("""select count(*) from asp.operation o where not exists
        (select from asp.journal j where j.operation_id = o.id)""")
    promise(rows == "0", f"{rows} operations are not in the journal")
    admin = os.path.join(build, "app/programs/dbadmin/asp-dbadmin")
    if not os.path.exists(admin) or "verify" not in subprocess.run([admin, "--help"], capture_output=True, text=True).stdout:
        return "every operation journalled"
    ran = subprocess.run([admin, "verify", server.uri("admin")], capture_output=True, text=True)
    promise(ran.returncode == 0, f"asp-dbadmin verify: {ran.stdout} {ran.stderr}")
    return "journal chain whole"


def read_mail(path):
    with open(path, "rb") as file:
        return email.message_from_binary_file(file, policy=email.policy.default)


def password_in(mail):
    """The password a mail carries, alone on its line between brackets; None for the other mails."""
    body = mail.get_body(("plain",))
    found = re.search(r"^\s*\[(\S+)\]\s*$", body.get_content() if body else "", re.M)
    return found.group(1) if found else None
