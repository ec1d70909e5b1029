-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the desk knows: establishments, accounts, habilitations, mails, tickets, calls, and what was done for them.
-- Every table is in schema asp; nobody but asp_owner reads or writes it directly, save the extranet's columns.

create schema if not exists asp;
create schema if not exists desk;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;

-- Nothing we create is for everybody.
alter default privileges revoke execute on functions from public;

-- Values ------------------------------------------------------------------------------------------------------------

-- Lower case, no accents, punctuation as spaces: "L’Isle-d'Abeau" and "l isle d abeau" become the same.
create function asp.f_norm(p_text text) returns text language sql immutable strict parallel safe
    return translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '-''’.,/&"()', '          ');

create function asp.f_digit_sum(p_digits text) returns int language sql immutable strict parallel safe
    return (select coalesce(sum(ascii(d) - 48), 0)::int from string_to_table(p_digits, null) as d);

-- The check digit of nine and of fourteen digits; translate() doubles a digit and adds up its two figures.
create function asp.f_luhn9(s text) returns boolean language sql immutable strict parallel safe
    return (ascii(substr(s, 1, 1)) + ascii(substr(s, 3, 1)) + ascii(substr(s, 5, 1)) + ascii(substr(s, 7, 1))
            + ascii(substr(s, 9, 1))
            + ascii(translate(substr(s, 2, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 4, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 6, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 8, 1), '0123456789', '0246813579')) - 9 * 48) % 10 = 0;

create function asp.f_luhn14(s text) returns boolean language sql immutable strict parallel safe
    return (ascii(substr(s, 2, 1)) + ascii(substr(s, 4, 1)) + ascii(substr(s, 6, 1)) + ascii(substr(s, 8, 1))
            + ascii(substr(s, 10, 1)) + ascii(substr(s, 12, 1)) + ascii(substr(s, 14, 1))
            + ascii(translate(substr(s, 1, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 3, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 5, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 7, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 9, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 11, 1), '0123456789', '0246813579'))
            + ascii(translate(substr(s, 13, 1), '0123456789', '0246813579')) - 14 * 48) % 10 = 0;

-- La Poste has more establishments than check digits allow: there, a digit sum that is a multiple of 5 will do.
create function asp.f_siret_valid(s text) returns boolean language sql immutable strict parallel safe
    return s ~ '^[0-9]{14}$'
           and ((asp.f_luhn14(s) and asp.f_luhn9(left(s, 9)))
                or (left(s, 9) = '356000000' and asp.f_digit_sum(s) % 5 = 0));

-- Two digits, 2A and 2B for Corsica, three overseas.
create function asp.f_departement(postcode text) returns text language sql immutable strict parallel safe
    return case when postcode like '97%' or postcode like '98%' then left(postcode, 3)
                when postcode like '200%' or postcode like '201%' then '2A'
                when postcode like '20%' then '2B'
                else left(postcode, 2) end;

-- A French number in its international form (+33561234567; overseas +262262123456), null for anything else.
create function asp.f_phone(p_text text) returns text language plpgsql immutable strict parallel safe as $$
declare
    d text := regexp_replace(translate(p_text, chr(160) || chr(8239) || '  .-/()', ''), '^00', '+');
    n text; -- the nine digits after the national 0
begin
    if d ~ '^\+33\+?0?[1-9][0-9]{8}$' then
        n := right(d, 9);
    elsif d ~ '^0[1-9][0-9]{8}$' then
        n := right(d, 9);
    elsif d ~ '^\+(590|594|596|262)[0-9]{9}$' then
        return d;
    else
        return null;
    end if;
    return case when left(n, 3) in ('590', '690', '691') then '+590' || n
                when left(n, 3) in ('594', '694') then '+594' || n
                when left(n, 3) in ('596', '696', '697') then '+596' || n
                when left(n, 3) in ('262', '263', '269', '639', '692', '693') then '+262' || n
                else '+33' || n end;
end $$;

-- One plain address: no name, no list, nothing that could start a new header line.
create domain asp.email as text
    check (length(value) <= 254
           and value ~ '^[^@\s[:cntrl:]<>(),;:"\\]+@[^@\s[:cntrl:]<>(),;:"\\]+\.[^@\s[:cntrl:]<>(),;:"\\.]+$');
create domain asp.phone as text check (value ~ '^\+[1-9][0-9]{8,14}$');

-- What this database is -----------------------------------------------------------------------------------------------

create table asp.environment (
    singleton boolean primary key default true check (singleton),
    kind text not null check (kind in ('production', 'recette', 'demonstration')),
    holds_real_data boolean not null
);
create table asp.schema_info (
    singleton boolean primary key default true check (singleton),
    min_client_version int not null
);
-- The migrator keeps this one: a row for each file applied.
create table if not exists asp.schema_migration (
    version int primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
);
create table asp.setting (
    key text primary key check (key ~ '^[a-z_]+(\.[a-z_]+)+$'),
    value text not null,
    label text not null default ''
);
create table asp.staff (
    login name primary key,
    display_name text not null,
    person text not null -- two log-ins of one person share it
);

-- Lists, in the order people see them ---------------------------------------------------------------------------------

create table asp.motif (
    code text primary key, label text not null, position int not null,
    needs_text boolean not null default false, active boolean not null default true,
    due_hours int not null default 48
);
create table asp.ticket_outcome (
    code text primary key, label text not null, position int not null,
    needs_text boolean not null default false, active boolean not null default true
);
create table asp.operation_reason (like asp.ticket_outcome including all);
create table asp.call_outcome (like asp.ticket_outcome including all);
create table asp.hold_reason (like asp.ticket_outcome including all);

create table asp.password_policy (
    profile text not null check (profile in ('etablissement', 'tiers', 'ud', 'direccte', 'dgefp')),
    valid_from date not null,
    min_length int not null check (min_length >= 8),
    generated_length int not null check (generated_length >= min_length),
    digit_required boolean not null,
    special_required boolean not null,
    generated_specials text not null, -- what generated passwords draw from
    advised_against text not null, -- accepted when typed, but agents advise against them
    personalised boolean not null, -- people may choose their own
    must_change boolean not null, -- a password made for them must be changed at the next log-in
    primary key (profile, valid_from)
);
create table asp.shared_mail_provider (domain text primary key check (domain = lower(domain)));

-- Who calls -------------------------------------------------------------------------------------------------------------

create table asp.company (
    siren text primary key check (siren ~ '^[0-9]{9}$'),
    headcount int check (headcount >= 0)
);
create table asp.establishment (
    id bigint generated by default as identity primary key,
    siret text not null check (asp.f_siret_valid(siret)),
    siren text not null generated always as (left(siret, 9)) stored,
    denomination text not null check (denomination <> '' and length(denomination) <= 200),
    street_number text, street_extension text, street_type text,
    street_label text check (length(street_label) <= 28),
    address_complement text check (length(address_complement) <= 38),
    postcode text not null check (postcode ~ '^[0-9]{5}$'),
    town text not null check (town <> ''),
    department text not null generated always as (asp.f_departement(postcode)) stored,
    phone asp.phone, email asp.email, fax asp.phone,
    headcount int check (headcount >= 0),
    registration_requested_at timestamptz,
    registered_at timestamptz,
    search_text text not null generated always as (asp.f_norm(denomination || ' ' || town)) stored,
    constraint establishment_siret_key unique (siret)
);
create index establishment_siren on asp.establishment (siren, siret);

create table asp.account (
    id bigint generated by default as identity primary key,
    identifiant text not null check (identifiant ~ '^[a-z0-9][a-z0-9._-]{1,99}$'),
    last_name text not null, first_name text not null,
    email asp.email not null,
    phone asp.phone,
    profile text not null check (profile in ('etablissement', 'tiers', 'ud', 'direccte', 'dgefp')),
    locked_at timestamptz, locked_until timestamptz,
    failed_logins int not null default 0 check (failed_logins >= 0),
    first_login_at timestamptz, last_login_at timestamptz,
    password_state text not null default 'none' check (password_state in ('none', 'voided', 'active')),
    password_changed_at timestamptz,
    password_changed_by text check (password_changed_by in ('extranet', 'self_service', 'desk', 'caller')),
    must_change_password boolean not null default false,
    secrets_set boolean not null default false,
    self_service_started_at timestamptz,
    being_deleted_at timestamptz, disabled_at timestamptz,
    created_at timestamptz not null default now(),
    created_by_desk boolean not null default false,
    search_name text not null generated always as (asp.f_norm(last_name || ' ' || first_name)) stored,
    constraint account_identifiant_key unique (identifiant),
    constraint account_lock check ((locked_at is null) = (locked_until is null) and locked_until >= locked_at)
);
-- Apart, so that no function that reads accounts can hand a secret out by accident.
create table asp.account_secret (
    account_id bigint primary key references asp.account on delete cascade,
    password_hash text,
    secret_question text,
    secret_answer_hash text
);
create table asp.account_extranet (
    account_id bigint not null references asp.account on delete cascade,
    extranet text not null check (extranet <> ''),
    primary key (account_id, extranet)
);
create table asp.habilitation (
    id bigint generated by default as identity primary key,
    account_id bigint not null references asp.account,
    establishment_id bigint not null references asp.establishment,
    state text not null check (state in ('requested', 'awaiting_confirmation', 'active', 'revoked')),
    requested_at timestamptz not null default now(),
    active_from timestamptz, -- log-in works from then on
    revoked_at timestamptz,
    referent boolean not null default false,
    made_by_desk boolean not null default false,
    constraint habilitation_once unique (account_id, establishment_id),
    constraint habilitation_active check (state <> 'active' or active_from is not null),
    constraint habilitation_revoked check ((state = 'revoked') = (revoked_at is not null)),
    constraint habilitation_referent check (not (referent and state = 'revoked'))
);
create index habilitation_establishment on asp.habilitation (establishment_id);
create unique index habilitation_one_referent on asp.habilitation (establishment_id) where referent;

create table asp.contract (
    id bigint generated by default as identity primary key,
    account_id bigint not null references asp.account,
    establishment_id bigint not null references asp.establishment,
    signed_on date not null,
    kept_by_tiers boolean not null default false,
    constraint contract_once unique (establishment_id, account_id)
);
create index contract_account on asp.contract (account_id);

create table asp.dap (
    id bigint generated by default as identity primary key,
    number text not null unique,
    establishment_id bigint not null references asp.establishment,
    state text not null check (state in ('provisoire', 'en_attente_ud', 'en_instruction', 'validee', 'invalidee')),
    motif text not null default '',
    period_from date not null, period_to date not null check (period_to >= period_from),
    submitted_at timestamptz, decided_at timestamptz,
    avenant boolean not null default false
);
create index dap_establishment on asp.dap (establishment_id, period_from desc);
