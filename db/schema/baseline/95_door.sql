-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the door and the readings are held to (rows: rules/), and their counters.

-- Reads per log-in, for the caps; operations with a ceiling queue here too. Unlogged: a crash may forget them, a keystroke must not cost a flush.
create unlogged table asp.read_meter (
    login name not null,
    kind text not null,
    minute timestamptz not null, minute_count int not null,
    hour timestamptz not null, hour_count int not null,
    primary key (login, kind)
) with (fillfactor = 50);

-- Kinds of operations: who may, what it cites, whether it wants a reason, whether it can be rehearsed.
create table asp.operation_kind (
    kind text primary key,
    role text not null check (role in ('agent', 'supervisor')),
    cites text not null check (cites in ('call', 'call_or_ticket', 'own_ticket', 'nothing')),
    reason_required boolean not null,
    rehearsed boolean not null default false
);

-- What a server process announced last. Unlogged: it is of use for a moment only.
create unlogged table asp.reading (
    pid int primary key,
    login name not null,
    id uuid not null, -- the console's
    what text not null,
    params jsonb not null,
    xid xid8 not null,
    at timestamptz not null
) with (fillfactor = 50);

create table asp.reading_kind (
    what text primary key,
    supervisor boolean not null, -- only for supervisors
    cap text not null, -- settings <cap>.par_minute and .par_heure
    journalled boolean not null -- what is not is counted only: suggestions are masked
);
