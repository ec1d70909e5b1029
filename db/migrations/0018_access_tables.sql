-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Giving access to an establishment and taking it back: the tables of the caller check, approvals, changes that can be
-- undone and ceilings, and the door that knows all kinds of operations as data.

set local search_path = asp, public;

-- Kinds of operations: who may, what it cites, whether it wants a reason, whether it can be rehearsed.
create table asp.operation_kind (
    kind text primary key,
    role text not null check (role in ('agent', 'supervisor')),
    cites text not null check (cites in ('call', 'call_or_ticket', 'own_ticket', 'nothing')),
    reason_required boolean not null,
    rehearsed boolean not null default false
);
insert into asp.operation_kind (kind, role, cites, reason_required, rehearsed) values
    ('account.unlock', 'agent', 'call_or_ticket', true, true),
    ('account.reset_password', 'agent', 'call_or_ticket', true, true),
    ('mail.resend_confirmation', 'agent', 'call_or_ticket', true, true),
    ('ticket.open', 'agent', 'call_or_ticket', false, false),
    ('ticket.take', 'agent', 'own_ticket', false, false),
    ('ticket.comment', 'agent', 'own_ticket', false, false),
    ('ticket.close', 'agent', 'own_ticket', false, false),
    ('ticket.reopen', 'agent', 'own_ticket', false, false),
    ('call.close', 'agent', 'call_or_ticket', false, false),
    ('walk.save', 'agent', 'call_or_ticket', false, false),
    ('call.check', 'agent', 'call', false, false),
    ('account.create', 'agent', 'call_or_ticket', true, true),
    ('referent.reassign', 'agent', 'call_or_ticket', true, true),
    ('approval.approve', 'supervisor', 'nothing', false, false),
    ('approval.refuse', 'supervisor', 'nothing', false, false),
    ('approval.withdraw', 'agent', 'nothing', false, false),
    ('change.object', 'agent', 'call_or_ticket', false, false),
    ('change.undo', 'supervisor', 'nothing', false, false),
    ('ceiling.lift', 'supervisor', 'nothing', false, false),
    ('notice.post', 'supervisor', 'nothing', false, false),
    ('notice.end', 'supervisor', 'nothing', false, false),
    ('setting.set', 'supervisor', 'nothing', false, false),
    ('provider.set', 'supervisor', 'nothing', false, false),
    ('mail.send_again', 'supervisor', 'nothing', false, false);

-- What a supervisor does for the desk as a whole cites no call; the door holds each kind to its row above.
alter table asp.operation drop constraint operation_cites;
alter table asp.operation add constraint operation_cites check (
    call_id is not null or ticket is not null
    or kind ~ '^(approval|change|ceiling|notice|setting|provider)\.' or kind = 'mail.send_again');

-- Two log-ins of one person are one person.
create function asp.f_person(p_login name) returns text language plpgsql stable as $$
begin
    return coalesce((select s.person from asp.staff s where s.login = p_login), p_login::text);
end $$;

-- The caller check -----------------------------------------------------------------------------------------------------

create table asp.check_fact (
    code text primary key,
    label text not null,
    subject text not null check (subject in ('account', 'establishment')),
    position int not null,
    active boolean not null default true
);
insert into asp.check_fact (code, label, subject, position) values
    ('account.phone', 'Téléphone du compte, en entier', 'account', 1),
    ('account.email', 'Courriel du compte, en entier', 'account', 2),
    ('account.identifiant', 'Identifiant', 'account', 3),
    ('account.last_login', 'Date de la dernière connexion', 'account', 4),
    ('establishment.phone', 'Téléphone de l’établissement, en entier', 'establishment', 5),
    ('establishment.email', 'Courriel de l’établissement, en entier', 'establishment', 6),
    ('establishment.street', 'Numéro et voie de l’établissement', 'establishment', 7),
    ('establishment.headcount', 'Effectif de l’établissement', 'establishment', 8),
    ('establishment.company_headcount', 'Effectif de l’entreprise', 'establishment', 9);

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
    meter int not null, meter_day int not null, -- as asp.f_count_try counted it
    constraint caller_check_subject check (num_nonnulls(establishment_id, account_id) > 0),
    constraint caller_check_pass check (passed = (valid_until is not null))
);
create index caller_check_call on asp.caller_check (call_id);
create index caller_check_failed_establishment on asp.caller_check (establishment_id, at) where not passed;
create index caller_check_failed_account on asp.caller_check (account_id, at) where not passed;
create index caller_check_failed on asp.caller_check (at) where not passed;
create index caller_check_meter on asp.caller_check (meter, meter_day);
create trigger caller_check_insert_only before update or delete on asp.caller_check
    for each row execute function asp.tr_insert_only();
create trigger caller_check_no_truncate before truncate on asp.caller_check
    for each statement execute function asp.tr_insert_only();

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

-- Approvals, changes, ceilings -------------------------------------------------------------------------------------------

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

-- Two accounts made by the desk for one address at once: the second is refused (the rule says account_exists).
create unique index account_desk_email on asp.account (lower(email collate "C"))
    where created_by_desk and disabled_at is null;

-- Mails ------------------------------------------------------------------------------------------------------------------

alter table asp.mail drop constraint mail_kind_check;
alter table asp.mail add constraint mail_kind_check
    check (kind in ('identifiant', 'mot_de_passe', 'habilitation', 'ticket_reponse', 'avis_changement'));
alter table asp.mail drop constraint mail_subject;
alter table asp.mail add constraint mail_subject check (
    case kind when 'habilitation' then habilitation_id is not null and account_id is not null
              when 'ticket_reponse' then ticket is not null
              when 'avis_changement' then operation_id is not null
              else account_id is not null end);

-- Notices ----------------------------------------------------------------------------------------------------------------

alter table asp.incident_notice
    add column kind text not null default 'incident' check (kind in ('incident', 'annonce')),
    add column link text check (length(link) <= 300),
    add column ended_at timestamptz,
    add column ended_by name;

-- Settings: which ones supervisors change, and within what bounds ----------------------------------------------------------

alter table asp.setting
    add column group_label text not null default '',
    add column editable boolean not null default false,
    add column pattern text not null default '.+',
    add column least int, add column most int; -- of a number

insert into asp.setting (key, value, label, pattern, least, most) values
    ('verification.essais', '3', 'Essais de vérification par appel et par établissement', '', 1, 5),
    ('verification.echecs_jour', '9', 'Vérifications manquées par établissement et par jour avant blocage', '', 3, 30),
    ('verification.minutes', '30', 'Durée de validité d’une vérification, en minutes', '', 5, 60),
    ('verification.masquer', 'oui', 'Masquer la voie, les effectifs et la dernière connexion (oui ou non)',
     'oui|non', null, null),
    ('approbation.heures', '72', 'Durée de validité d’une demande d’approbation, en heures', '', 1, 168),
    ('objection.heures', '24', 'Délai d’opposition à un changement d’accès, en heures', '', 1, 168),
    ('plafond.create', '10', 'Créations de compte par heure et par personne', '', 1, 200),
    ('plafond.reassign', '10', 'Changements de référent par heure et par personne', '', 1, 200),
    ('repetition.par_minute', '30', 'Aperçus d’opération par minute et par agent', '', 1, 1000),
    ('repetition.par_heure', '600', 'Aperçus d’opération par heure et par agent', '', 1, 20000),
    ('supervision.par_minute', '60', 'Listes de supervision lues par minute et par personne', '', 1, 1000),
    ('supervision.par_heure', '1800', 'Listes de supervision lues par heure et par personne', '', 1, 20000),
    ('surveillance.part', '60', 'Part du plafond horaire signalée comme inhabituelle, en pour cent', '', 10, 100);
update asp.setting set label = 'Réinitialisations de mot de passe par heure et par personne'
where key = 'plafond.reset';
update asp.setting s set least = b.least, most = b.most, pattern = ''
from (values ('verrou.minutes', 1, 1440), ('verrou.essais', 1, 20), ('libre_service.minutes', 5, 1440),
             ('courriels.delai_heures', 1, 720), ('connexion.attente_heures', 0, 168),
             ('session.inactivite_minutes', 1, 240), ('mail.tentatives', 1, 50),
             ('mail.reservation_secondes', 30, 900), ('lecture.par_minute', 1, 600), ('lecture.par_heure', 10, 20000),
             ('devoilement.par_minute', 1, 100), ('devoilement.par_heure', 1, 2000),
             ('suggestion.par_minute', 60, 6000), ('suggestion.par_heure', 600, 100000), ('plafond.reset', 1, 500),
             ('verrouillage.console_minutes', 1, 120)) as b (key, least, most)
where s.key = b.key;
update asp.setting set pattern = 'https?://[A-Za-z0-9./_~%?=&#:-]{1,250}' where key = 'extranet.url';
update asp.setting set pattern = '[A-Za-z0-9._+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,24}'
where key in ('courriel.assistance', 'mail.expediteur');
update asp.setting set pattern = '([A-Za-z0-9-]+\.)+[A-Za-z]{2,24}' where key = 'mail.domaine';
update asp.setting set pattern = '[0-9 +.]{3,30}' where key = 'telephone.assistance';
update asp.setting set editable = true,
    group_label = case split_part(key, '.', 1)
        when 'telephone' then 'Coordonnées' when 'courriel' then 'Coordonnées' when 'extranet' then 'Coordonnées'
        when 'mail' then 'Courriels' when 'courriels' then 'Courriels'
        when 'verification' then 'Vérification de l’appelant'
        when 'approbation' then 'Approbations et oppositions' when 'objection' then 'Approbations et oppositions'
        when 'plafond' then 'Plafonds' when 'surveillance' then 'Plafonds'
        when 'lecture' then 'Limites de lecture' when 'devoilement' then 'Limites de lecture'
        when 'suggestion' then 'Limites de lecture' when 'repetition' then 'Limites de lecture'
        when 'supervision' then 'Limites de lecture'
        else 'Extranet et console' end;

-- The door ---------------------------------------------------------------------------------------------------------------

-- A statement, not an expression: each branch is planned when it is first taken.
create or replace function asp.f_dispatch(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    case r.kind
        when 'account.unlock' then return op_account_unlock(r);
        when 'account.reset_password' then return op_account_reset_password(r);
        when 'mail.resend_confirmation' then return op_mail_resend_confirmation(r);
        when 'ticket.open' then return op_ticket_open(r);
        when 'ticket.take' then return op_ticket_take(r);
        when 'ticket.comment' then return op_ticket_comment(r);
        when 'ticket.close' then return op_ticket_close(r);
        when 'ticket.reopen' then return op_ticket_reopen(r);
        when 'call.close' then return op_call_close(r);
        when 'walk.save' then return op_walk_save(r);
        when 'call.check' then return op_call_check(r);
        when 'account.create' then return op_account_create(r);
        when 'referent.reassign' then return op_referent_reassign(r);
        when 'approval.approve' then return op_approval_approve(r);
        when 'approval.refuse' then return op_approval_refuse(r);
        when 'approval.withdraw' then return op_approval_withdraw(r);
        when 'change.object' then return op_change_object(r);
        when 'change.undo' then return op_change_undo(r);
        when 'ceiling.lift' then return op_ceiling_lift(r);
        when 'notice.post' then return op_notice_post(r);
        when 'notice.end' then return op_notice_end(r);
        when 'setting.set' then return op_setting_set(r);
        when 'provider.set' then return op_provider_set(r);
        when 'mail.send_again' then return op_mail_send_again(r);
    end case;
end $$;
drop function asp.f_operation_kinds();

-- The reason given goes with the request, for those that are carried out later by someone else.
alter type asp.t_request add attribute reason text, add attribute reason_text text;

-- What an operation cites, by its kind.
create function asp.f_check_cites(k asp.operation_kind, r asp.t_request) returns void language plpgsql as $$
begin
    if k.cites = 'call' and r.call_id is null then
        perform f_refuse('no_call');
    elsif k.cites = 'call_or_ticket' and r.call_id is null and r.ticket is null then
        perform f_refuse('needs_call_or_ticket');
    end if;
    if r.call_id is not null then
        perform f_check_call(r.call_id, r.kind);
    end if;
    if r.ticket is not null and not exists (select from ticket t where t.number = r.ticket) then
        perform f_refuse('unknown_ticket');
    end if;
end $$;

-- The parameters as the operation's row keeps them: not the values of a caller check, not a walk's evidence twice.
create function asp.f_kept_params(p_kind text, p_params jsonb) returns jsonb language plpgsql immutable as $$
begin
    if p_kind = 'walk.save' then
        return p_params - 'path' - 'seconds';
    elsif p_kind <> 'call.check' then
        return p_params;
    end if;
    return jsonb_build_object('establishment_id', p_params -> 'establishment_id', 'account_id', p_params -> 'account_id',
        'facts', case when jsonb_typeof(p_params -> 'facts') = 'array' then
            (select coalesce(jsonb_agg(left(f ->> 'fact', 60)), '[]') from jsonb_array_elements(p_params -> 'facts') f)
            else '[]' end);
end $$;

-- Of everything asked. The values of a caller check go in as sixteen bits, salted with the id: enough to tell a repeat
-- from other content, too few to find by trying out what was typed.
create function asp.f_digest(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text, p_call uuid,
                             p_ticket bigint) returns bytea language plpgsql immutable as $$
declare
    v_values text := '';
begin
    if p_kind = 'call.check' then
        v_values := encode(substr(sha256(convert_to(p_id || coalesce(p_params, 'null')::text, 'UTF8')), 1, 2), 'hex');
        p_params := f_kept_params(p_kind, p_params);
    end if;
    return sha256(convert_to(jsonb_build_array(p_kind, p_params, p_reason, p_reason_text, p_call, p_ticket)::text
                             || v_values, 'UTF8'));
end $$;

create or replace function asp.f_carry_out(r asp.t_request, p_reason text, p_reason_text text, p_digest bytea)
    returns asp.operation language plpgsql as $$
declare
    v_kind operation_kind;
    v_done t_done;
    v_row operation;
begin
    select * into v_kind from operation_kind k where k.kind = r.kind;
    if v_kind.kind is null then
        perform f_refuse('unknown_kind');
    elsif v_kind.role = 'supervisor' and not f_is_supervisor() then
        perform f_refuse('supervisor_only');
    elsif r.params is null or jsonb_typeof(r.params) <> 'object' or length(r.params::text) > 300000 then
        perform f_refuse('bad_params');
    end if;
    perform f_check_cites(v_kind, r);
    perform f_check_reason(p_reason, p_reason_text, v_kind.reason_required);
    r.reason := nullif(p_reason, '');
    r.reason_text := nullif(btrim(p_reason_text), '');

    v_done := f_dispatch(r);

    -- The time is taken once the rows were ours: waiting for a lock must not date an operation back.
    insert into operation (id, kind, params, reason, reason_text, call_id, ticket, actor, at, result, digest,
                           establishment_id, account_id)
    values (r.id, r.kind, f_kept_params(r.kind, r.params), r.reason, r.reason_text, r.call_id,
            coalesce(v_done.ticket, r.ticket), session_user, clock_timestamp(), v_done.result, p_digest,
            v_done.establishment, v_done.account)
    returning * into v_row;
    perform f_journal('operation', r.call_id, r.id, v_done.establishment, v_done.account, v_row.ticket,
                      p_detail => jsonb_build_object('kind', r.kind));
    return v_row;
end $$;

-- An old snapshot sees no change, failure or pass made since: rules must be looked at in the present.
create function asp.f_in_the_present() returns boolean language sql stable
    return current_setting('transaction_isolation') = 'read committed';

-- What is kept or journalled has an end: a reason nobody asked for, parameters nobody reads. Null, or the refusal.
create function asp.f_check_asked(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text) returns jsonb
    language plpgsql stable as $$
begin
    if p_id is null or p_kind is null or length(p_kind) > 60 or length(p_reason) > 60 then
        return f_refused('bad_params');
    elsif not f_in_the_present() then
        return f_refused('bad_params', '{"param": "transaction_isolation"}');
    elsif length(p_reason_text) > 1000 then
        return f_refused('text_too_long', '{"limit": 1000}');
    elsif octet_length(p_params::text) > (case p_kind when 'walk.save' then 1000000 else 60000 end) then
        return f_refused('bad_params');
    end if;
    return null;
end $$;

-- Over the cap already? Looked at without waiting: locks taken for ids are held until the end of the transaction, and one that
-- takes a hundred thousand of them would leave none for the others.
create function asp.f_over_cap(p_kind text, p_setting text) returns boolean language plpgsql stable as $$
begin
    return exists (select from read_meter m where m.login = session_user and m.kind = p_kind
                     and m.minute = date_bin('1 minute', clock_timestamp(), 'epoch')
                     and m.minute_count > f_setting_int(p_setting || '.par_minute', 600));
end $$;

-- The meter comes last: an operation that waits for somebody's lock must not keep those of the same log-in waiting.
create or replace function desk.operate(p_id uuid, p_kind text, p_params jsonb, p_reason text, p_reason_text text,
                                        p_call uuid, p_ticket bigint) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on as $$
declare
    v_row operation;
    v_refusal jsonb := f_check_asked(p_id, p_kind, p_params, p_reason, p_reason_text);
    v_digest bytea;
    v_rule text;
    v_detail text;
    v_state text;
begin
    if f_over_cap('operate', 'plafond.operation') or v_refusal is not null and not f_admit('operate', 'plafond.operation') then
        return f_refused('rate_limited');
    elsif v_refusal is not null then
        perform f_journal('refused', p_call, p_id, p_rule => v_refusal ->> 'rule',
                          p_detail => jsonb_build_object('kind', left(p_kind, 40)));
        return v_refusal;
    end if;
    v_digest := f_digest(p_id, p_kind, p_params, p_reason, p_reason_text, p_call, p_ticket);
    -- The same id twice at once: the second waits here, then finds what the first did.
    perform pg_advisory_xact_lock(hashtextextended(p_id::text, 4));
    select * into v_row from operation o where o.id = p_id;
    if found then
        if v_row.actor = session_user and v_row.digest = v_digest then
            return f_done_document(v_row, true);
        elsif not f_admit('operate', 'plafond.operation') then
            return f_refused('rate_limited');
        end if;
        perform f_journal('refused', p_operation => p_id, p_rule => 'id_reused');
        return f_refused('id_reused');
    end if;
    -- These say whether an address has an account: no faster than files are opened.
    if p_kind in ('account.create', 'referent.reassign') and not f_admit('ask_access', 'repetition') then
        return f_refused('rate_limited');
    end if;
    begin
        v_row := f_carry_out(row(p_id, p_kind, p_params, p_call, p_ticket, null, null)::t_request, p_reason,
                             p_reason_text, v_digest);
        if f_over_cap('operate', 'plafond.operation') or not f_admit('operate', 'plafond.operation') then
            raise exception 'rate_limited' using errcode = 'AP004';
        end if;
        return f_done_document(v_row, false);
    exception
        when sqlstate 'AP001' or sqlstate 'AP002' then
            get stacked diagnostics v_state = returned_sqlstate, v_rule = message_text, v_detail = pg_exception_detail;
        when sqlstate 'AP004' then
            null;
        when data_exception or integrity_constraint_violation then
            -- Parameters no rule foresaw, stopped by a type or a constraint: refused like the others.
            get stacked diagnostics v_state = returned_sqlstate, v_detail = constraint_name;
            v_rule := 'bad_params';
            v_detail := jsonb_build_object('constraint', v_detail)::text;
    end;
    -- Refusals are counted too, and beyond the cap not journalled one by one.
    if not f_admit('operate', 'plafond.operation') or v_rule is null then
        return f_refused('rate_limited');
    end if;
    perform f_journal(case v_state when 'AP002' then 'conflict' else 'refused' end, p_call, p_id, p_ticket => p_ticket,
                      p_rule => v_rule, p_detail => jsonb_build_object('kind', p_kind));
    return jsonb_build_object('status', case v_state when 'AP002' then 'conflict' else 'refused' end,
                              'rule', v_rule, 'params', v_detail::jsonb);
end $$;

revoke all on all tables in schema asp from public;
revoke execute on all functions in schema asp, desk from public;
