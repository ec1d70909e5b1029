-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What this database is, which files made it, its settings (rows: rules/settings.sql) and its people.

create table asp.environment (
    singleton boolean primary key default true check (singleton),
    kind text not null check (kind in ('production', 'recette', 'demonstration')),
    holds_real_data boolean not null
);

create table asp.schema_info (
    singleton boolean primary key default true check (singleton),
    min_client_version int not null
);

-- The migrator keeps these two: a row for each change applied, and which functions, triggers, grants and rules stand.
create table if not exists asp.schema_migration (
    version int primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
);
create table if not exists asp.schema_code (
    singleton boolean primary key default true check (singleton),
    sha256 text not null,
    made_at timestamptz not null default now()
);

create table asp.setting (
    key text primary key check (key ~ '^[a-z_]+(\.[a-z_]+)+$'),
    value text not null,
    label text not null default '',
    group_label text not null default '',
    editable boolean not null default false, -- by supervisors
    pattern text not null default '.+', -- what a value looks like; '': a number between least and most
    least int, most int
);

create table asp.staff (
    login name primary key,
    display_name text not null,
    person text not null -- two log-ins of one person share it
);

-- Production until someone says otherwise: the mistake that must not happen is the other one.
insert into asp.environment (kind, holds_real_data) values ('production', false);

insert into asp.schema_info (min_client_version) values (2);
