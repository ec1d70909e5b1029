-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Which function carries out which kind. A new kind has its line here and its row in rules/operation_kinds.sql.

-- A statement, not an expression: each branch is planned when it is first taken.
create function asp.f_dispatch(r asp.t_request) returns asp.t_done language plpgsql as $$
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
