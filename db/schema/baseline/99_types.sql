-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What functions hand to each other.

-- What a key names. `siret` is set for an unknown SIRET too: its tickets and its near misses are worth showing.
create type asp.t_subject as (establishment bigint, account bigint, siret text);

create type asp.t_suggestion as (kind text, key text, title text, detail text);

-- What an operation function gets, and what it gives back.
create type asp.t_request as (id uuid, kind text, params jsonb, call_id uuid, ticket bigint,
                           reason text, reason_text text);

create type asp.t_done as (result jsonb, establishment bigint, account bigint, ticket bigint);

-- What is asked, in one form. Either an account that exists or a person to make one for.
create type asp.t_access as (kind text, establishment bigint, account bigint, person jsonb, keep_old boolean);

-- What is searched for, as ids: these go into the journal in turn. `rule` when the filter makes no sense.
create type asp.t_journal_filter as (
    rule text, nothing boolean, establishment bigint, account bigint, agent text, kind text, since timestamptz,
    until timestamptz, low bigint, high bigint);

-- The steps of an announcement that are its kind's own answer null, or a refusal; p_params comes back with what was
-- resolved, so that what is read next is what was journalled.
create type asp.t_announced as (refusal jsonb, params jsonb);

-- A question, checked.
create type asp.t_queue_question as (
    fault text, filter jsonb, sort text, downwards boolean, -- the way it is read: turned round when asked backward
    backward boolean, inclusive boolean, from_key text, from_number bigint, row_limit int
);

-- A row of a list before it is dressed: its id and time make the cursor.
create type asp.t_watched as (id bigint, at timestamptz, count int);
