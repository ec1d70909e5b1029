-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The caller check, what was shown, approvals, changes of access and ceilings.

create table asp.check_fact (
    code text primary key,
    label text not null,
    subject text not null check (subject in ('account', 'establishment')),
    position int not null,
    active boolean not null default true
);

-- Tries, failed ones too. What was said is kept nowhere.
create table asp.caller_check (
    id uuid primary key references asp.operation deferrable initially deferred,
    call_id uuid not null references asp.call,
    agent name not null,
    person text not null,
    establishment_id bigint references asp.establishment,
    account_id bigint references asp.account,
    facts text[] not null,
    passed boolean not null,
    at timestamptz not null,
    valid_until timestamptz,
    meter int not null, meter_day int not null, -- as functions/check/tries.sql counted it
    constraint caller_check_subject check (num_nonnulls(establishment_id, account_id) > 0),
    constraint caller_check_pass check (passed = (valid_until is not null))
);
create index caller_check_call on asp.caller_check (call_id);
create index caller_check_failed_establishment on asp.caller_check (establishment_id, at) where not passed;
create index caller_check_failed_account on asp.caller_check (account_id, at) where not passed;
create index caller_check_failed on asp.caller_check (at) where not passed;
create index caller_check_meter on asp.caller_check (meter, meter_day);

-- What a console was sent in clear: what it could read to the caller is no proof that the caller knew it.
create table asp.shown_value (
    person text not null,
    call_id uuid references asp.call on delete cascade,
    fact text not null, -- a check fact, or a requester's address or phone
    subject bigint not null,
    at timestamptz not null
);
create unique index shown_value_once on asp.shown_value
    (person, coalesce(call_id, '00000000-0000-0000-0000-000000000000'), fact, subject);
create index shown_value_call on asp.shown_value (call_id) where call_id is not null;
create index shown_value_person on asp.shown_value (person, at);

create table asp.approval_request (
    id uuid primary key references asp.operation deferrable initially deferred, -- of the operation that asked
    kind text not null check (kind in ('account.create', 'referent.reassign')),
    params jsonb not null,
    reason text references asp.operation_reason, reason_text text,
    call_id uuid references asp.call,
    ticket bigint references asp.ticket,
    check_id uuid not null references asp.caller_check,
    establishment_id bigint not null references asp.establishment,
    account_id bigint references asp.account, -- null: one is to be made
    requested_by name not null,
    requested_person text not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    why text[] not null check (cardinality(why) > 0),
    evidence jsonb not null,
    state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'expired')),
    decided_by name, decided_at timestamptz, decided_text text,
    operation_id uuid references asp.operation deferrable initially deferred, -- of the decision
    constraint approval_request_decided check ((state in ('waiting', 'expired')) = (operation_id is null)),
    constraint approval_request_expiry check (expires_at > requested_at)
);
create unique index approval_request_waiting on asp.approval_request (establishment_id, kind) where state = 'waiting';
create index approval_request_decided on asp.approval_request (decided_at desc) where state <> 'waiting';
create index approval_request_person on asp.approval_request (requested_person, requested_at desc);
create index approval_request_establishment on asp.approval_request (establishment_id, requested_at desc);

create table asp.access_change (
    id uuid primary key references asp.operation deferrable initially deferred, -- of the operation that carried it out
    kind text not null check (kind in ('account.create', 'referent.reassign')),
    request uuid references asp.approval_request,
    requested_by name not null,
    approved_by name,
    establishment_id bigint not null references asp.establishment,
    new_habilitation_id bigint not null references asp.habilitation,
    new_account_id bigint not null references asp.account,
    account_created boolean not null,
    old_habilitation_id bigint references asp.habilitation,
    old_account_id bigint references asp.account,
    old_kept boolean,
    before jsonb not null, -- {"new": …, "old": …}: the habilitations' columns as they were, null when there was none
    mails bigint[] not null,
    at timestamptz not null,
    until timestamptz not null,
    objected_at timestamptz, objected_by name, objection_text text,
    undone_at timestamptz, undone_by name,
    undo_operation uuid references asp.operation deferrable initially deferred,
    constraint access_change_objection check ((objected_at is null) = (objected_by is null)),
    constraint access_change_undone check ((undone_at is null) = (undo_operation is null))
);
create index access_change_establishment on asp.access_change (establishment_id, at desc);
create index access_change_new_account on asp.access_change (new_account_id);
create index access_change_old_account on asp.access_change (old_account_id) where old_account_id is not null;
create index access_change_at on asp.access_change (at desc);
create index access_change_objected on asp.access_change (until) where objected_at is not null and undone_at is null;

create table asp.ceiling_lift (
    id uuid primary key references asp.operation deferrable initially deferred,
    login name not null,
    person text not null,
    kind text not null,
    extra int not null check (extra between 1 and 200),
    until timestamptz not null,
    by_login name not null,
    at timestamptz not null,
    text text not null
);
create index ceiling_lift_person on asp.ceiling_lift (person, kind, until);

-- A client can end its transaction by force once it has the answer, and its failed try is gone with it. A sequence is
-- not taken back: it counts the tries begun, the table those that were kept, and the difference is what somebody hid.
-- One sequence for a sixty-fourth of all people; its row is held until the end, so no try under way looks like a lost one.
create table asp.try_meter (bucket int primary key);

insert into asp.try_meter select generate_series(0, 63);
do $$
begin
    for i in 0..63 loop
        execute format('create sequence asp.try_meter_%s', i);
    end loop;
end $$;
