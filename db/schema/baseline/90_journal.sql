-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The journal, its chain of hashes, and how long each kind is kept.

-- Who read and did what: ids rather than values. Rows are only ever added (functions/journal/insert_only.sql sees to it).
create table asp.journal (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor name not null default session_user,
    kind text not null,
    call_id uuid, operation_id uuid,
    establishment_id bigint, account_id bigint, ticket bigint,
    rule text, -- when something was refused, the rule that did
    detail jsonb not null default '{}',
    xid xid8 not null default pg_current_xact_id() -- lets a reader stay below the oldest running transaction
);
create index journal_at on asp.journal using brin (at);

-- One link a journal row. Kind and time are here too, covered by the hash: once the row itself is purged they are what
-- shows that it was old enough to go. No link is ever removed.
create table asp.journal_link (
    seq bigint primary key,
    journal_id bigint not null constraint journal_link_once unique,
    at timestamptz not null,
    kind text not null,
    digest bytea not null, -- of every column of the row
    hash bytea not null -- of the hash before, and of this link
);

-- How far the sealer is: everything committed up to this transaction and row is sealed. One row, kept small by updates
-- in place (a row for each batch would be thirty million a year).
create table asp.journal_head (
    singleton boolean primary key default true check (singleton),
    cluster text not null, -- whose transaction numbers these are
    xid xid8 not null default '0',
    id bigint not null default 0,
    seq bigint not null default 0,
    hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
    sealed_at timestamptz
) with (fillfactor = 50);

-- For the sealer: what came after the last row it sealed. Rows arrive in nearly this order, so it grows at its right end.
create index journal_unsealed on asp.journal (xid, id);

-- For searches, newest first.
create index journal_establishment on asp.journal (establishment_id, id) where establishment_id is not null;
create index journal_account on asp.journal (account_id, id) where account_id is not null;
create index journal_actor on asp.journal ((actor::text), id);
create index journal_kind on asp.journal (kind, id);
create index journal_operation_kind on asp.journal ((detail ->> 'kind'), id) where detail ->> 'kind' is not null;

-- Days a kind is kept, by the longest pattern that fits; null: for ever. Access logs are kept for 6 to 12 months where
-- nothing calls for more (CNIL, recommendation of 14 October 2021 on logging): reads go after a year. Who changed an
-- access is kept five years, the time in which it can be brought before a court (article 2224 of the code civil).
create table asp.retention (
    pattern text primary key check (pattern ~ '^[a-z_.]*\*?$' and pattern <> ''),
    days int check (days between 180 and 36500),
    label text not null default ''
);

insert into asp.retention (pattern, days, label) values
    ('*', 1826, 'opérations, approbations, refus : cinq ans'),
    ('open_file', 365, 'dossiers ouverts : un an'),
    ('reveal', 365, 'valeurs dévoilées : un an'),
    ('read_*', 365, 'autres lectures : un an'),
    ('journal_search', 1826, 'recherches dans le journal : cinq ans'),
    ('journal_export', 1826, 'exports du journal : cinq ans'),
    ('journal_purge', null, 'purges : toujours'),
    ('retention_set', null, 'durées modifiées : toujours');
