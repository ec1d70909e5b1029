-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What can be asked and read since tickets are worked from queues: the kinds as data, and the two functions that name
-- their handlers. The handlers are in the files behind this one.

set local search_path = asp, public;

insert into asp.operation_kind (kind, role, cites, reason_required, rehearsed) values
    ('ticket.hand_back', 'agent', 'own_ticket', false, false),
    ('ticket.take_over', 'agent', 'own_ticket', false, false),
    ('ticket.assign', 'supervisor', 'own_ticket', false, false),
    ('ticket.hold', 'agent', 'own_ticket', false, false),
    ('ticket.resume', 'agent', 'own_ticket', false, false),
    ('ticket.change_motif', 'agent', 'own_ticket', false, false),
    ('ticket.transfer', 'agent', 'own_ticket', false, false),
    ('ticket.merge', 'agent', 'own_ticket', false, false),
    ('view.save', 'agent', 'nothing', false, false),
    ('view.delete', 'agent', 'nothing', false, false),
    ('view.choose', 'agent', 'nothing', false, false),
    ('watch.unlock', 'supervisor', 'nothing', true, false),
    ('watch.resend', 'supervisor', 'nothing', true, false);

alter table asp.operation drop constraint operation_cites;
alter table asp.operation add constraint operation_cites check (
    call_id is not null or ticket is not null
    or kind ~ '^(approval|change|ceiling|notice|setting|provider|view|watch)\.' or kind = 'mail.send_again');

insert into asp.setting (key, value, label, group_label, editable, pattern, least, most) values
    ('files.par_minute', '240', 'Pages de file lues par minute et par personne', 'Limites de lecture', true, '', 30, 6000),
    ('files.par_heure', '6000', 'Pages de file lues par heure et par personne', 'Limites de lecture', true, '', 600, 200000),
    ('demande.par_minute', '60', 'Demandes lues en entier par minute et par personne', 'Limites de lecture', true, '', 10, 1000),
    ('demande.par_heure', '1200', 'Demandes lues en entier par heure et par personne', 'Limites de lecture', true, '', 100, 20000);

insert into asp.reading_kind (what, supervisor, cap, journalled) values
    ('queue_page', false, 'files', false), -- masked, as suggestions are
    ('queue_counts', false, 'files', false),
    ('queue_export', false, 'export', true),
    ('ticket', false, 'demande', true),
    ('overview', true, 'supervision', true),
    ('watched_accounts', true, 'supervision', true);

create or replace function asp.f_dispatch(r asp.t_request) returns asp.t_done language plpgsql as $$
begin
    case r.kind
        when 'account.unlock' then return op_account_unlock(r);
        when 'account.reset_password' then return op_account_reset_password(r);
        when 'mail.resend_confirmation' then return op_mail_resend_confirmation(r);
        when 'ticket.open' then return op_ticket_open(r);
        when 'ticket.take' then return op_ticket_take(r);
        when 'ticket.hand_back' then return op_ticket_hand_back(r);
        when 'ticket.take_over' then return op_ticket_take_over(r);
        when 'ticket.assign' then return op_ticket_assign(r);
        when 'ticket.hold' then return op_ticket_hold(r);
        when 'ticket.resume' then return op_ticket_resume(r);
        when 'ticket.comment' then return op_ticket_comment(r);
        when 'ticket.change_motif' then return op_ticket_change_motif(r);
        when 'ticket.transfer' then return op_ticket_transfer(r);
        when 'ticket.merge' then return op_ticket_merge(r);
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
        when 'view.save' then return op_view_save(r);
        when 'view.delete' then return op_view_delete(r);
        when 'view.choose' then return op_view_choose(r);
        when 'watch.unlock' then return op_watch_unlock(r);
        when 'watch.resend' then return op_watch_resend(r);
    end case;
end $$;

create or replace function desk.answer(p_id uuid) returns jsonb language plpgsql security definer
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off
    set standard_conforming_strings = on set client_min_messages = warning set debug_print_parse = off
    set debug_print_rewritten = off set debug_print_plan = off as $$
declare
    v_reading reading := f_announced(p_id);
begin
    case v_reading.what
        when 'open_file' then return f_read_open_file(v_reading.params);
        when 'suggest' then return f_read_suggest(v_reading.params);
        when 'reveal' then
            return jsonb_build_object('status', 'ok', 'value', f_masked_value(v_reading.params ->> 'field',
                                                                              (v_reading.params ->> 'id')::bigint));
        when 'queue_page' then return f_read_queue_page(v_reading.params);
        when 'queue_counts' then return f_read_queue_counts(v_reading.params);
        when 'queue_export' then return f_read_queue_export(v_reading.params);
        when 'ticket' then return f_read_ticket(v_reading.params);
        when 'overview' then return f_read_overview(v_reading.params);
        when 'watched_accounts' then return f_read_watched_accounts(v_reading.params);
        when 'check_status' then return f_read_check_status(v_reading.params);
        when 'rehearse' then return f_read_rehearse(v_reading.params);
        when 'approvals' then return f_read_approvals(v_reading.params);
        when 'changes' then return f_read_changes(v_reading.params);
        when 'watch' then return f_read_watch(v_reading.params);
        when 'mails_page' then return f_read_mails_page(v_reading.params);
        when 'journal_page' then return f_read_journal_page(v_reading.params);
        when 'journal_export' then return f_read_journal_export(v_reading.params);
        else return f_refused('not_announced');
    end case;
end $$;

revoke execute on all functions in schema asp, desk from public;
