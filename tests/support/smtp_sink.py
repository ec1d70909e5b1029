#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mail server for tests: keeps each message as DIR/NNNNNN.eml with its envelope in DIR/NNNNNN.json.

The first part of a recipient's address makes it answer otherwise: refus550@, contenu554@, attente451@, login530@, coupe@ (hangs
up in the middle of the message). Files in DIR change its mood while it runs: hold (messages are kept, answered only once
the file is gone), sender (MAIL FROM refused), nologin (every log-in refused), hangup (each connection ends after one mail).
A line is added to DIR/connections for each connection. Prints "READY port", ends with its standard input.
"""
import argparse
import asyncio
import itertools
import json
import os
import re
import socket
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--dir", required=True)
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--cert")
parser.add_argument("--key")
parser.add_argument("--mode", choices=["plain", "starttls", "tls"], default="plain")
parser.add_argument("--user")
parser.add_argument("--password")
parser.add_argument("--discard", action="store_true", help="count the messages only")
args = parser.parse_args()


def mood(name):
    return os.path.exists(os.path.join(args.dir, name))


numbers = itertools.count(1)


class Sink:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if mood("sender"):
            return "550 5.1.8 sender not welcome"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        wish = re.match(r"(refus550|attente451|login530)", address)
        if wish:
            return {"refus550": "550 5.1.1 no such user\x1b[31m here", "attente451": "451 4.7.1 come back later",
                    "login530": "530 5.7.0 authentication required"}[wish.group(1)]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        if to.startswith("contenu554"):
            return "554 5.6.0 content refused"
        if to.startswith("coupe"):
            server.transport.abort()
            return "421 gone"
        if not args.discard:
            keep(session, envelope)
        while mood("hold"):
            await asyncio.sleep(0.01)
        if mood("hangup"):
            asyncio.get_event_loop().call_later(0.05, server.transport.close)
        return "250 OK"


def keep(session, envelope):
    base = os.path.join(args.dir, "%06d" % next(numbers))
    with open(base + ".json", "w") as out:
        json.dump({"from": envelope.mail_from, "to": envelope.rcpt_tos, "login": bool(session.authenticated),
                   "tls": args.mode == "tls" or session.ssl is not None, "at": time.time()}, out)
    with open(base + ".part", "wb") as out:
        out.write(envelope.original_content)
    os.rename(base + ".part", base + ".eml")


class CountingSmtp(SMTP):
    def connection_made(self, transport):
        if not isinstance(transport, asyncio.sslproto._SSLProtocolTransport) or args.mode == "tls":
            with open(os.path.join(args.dir, "connections"), "a") as out:
                out.write("one\n")
        super().connection_made(transport)


def log_in(server, session, envelope, mechanism, data):
    right = (not mood("nologin") and isinstance(data, LoginPassword) and data.login.decode() == args.user
             and data.password.decode() == args.password)
    return AuthResult(success=right, handled=right)


class SinkController(Controller):
    def factory(self):
        return CountingSmtp(self.handler, **self.SMTP_kwargs)


def main():
    os.makedirs(args.dir, exist_ok=True)
    if not args.port:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            args.port = probe.getsockname()[1]
    context = None
    if args.mode != "plain":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(args.cert, args.key)
    settings = {"authenticator": log_in, "auth_required": True, "auth_require_tls": args.mode == "starttls"} if args.user else {}
    controller = SinkController(Sink(), hostname="127.0.0.1", port=args.port,
                                ssl_context=context if args.mode == "tls" else None,
                                tls_context=context if args.mode == "starttls" else None,
                                require_starttls=args.mode == "starttls", **settings)
    controller.start()
    time.sleep(0.05)
    if mood("connections"):
        os.remove(os.path.join(args.dir, "connections"))  # the controller has knocked at its own door
    print("READY", args.port, flush=True)
    sys.stdin.read()  # until whoever started us is gone
    os._exit(0)


main()
