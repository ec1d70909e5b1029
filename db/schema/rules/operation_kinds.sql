-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the door carries out: who may (an agent, or supervisors only), what each kind cites, whether it wants a reason, and whether it can
-- be rehearsed. A kind without its row here is unknown; one without its function is found by the build (tests/db/schema).

insert into asp.operation_kind as k (kind, role, cites, reason_required, rehearsed) values
    ('account.create', 'agent', 'call_or_ticket', true, true),
    ('account.reset_password', 'agent', 'call_or_ticket', true, true),
    ('account.unlock', 'agent', 'call_or_ticket', true, true),
    ('approval.approve', 'supervisor', 'nothing', false, false),
    ('approval.refuse', 'supervisor', 'nothing', false, false),
    ('approval.withdraw', 'agent', 'nothing', false, false),
    ('call.check', 'agent', 'call', false, false),
    ('call.close', 'agent', 'call_or_ticket', false, false),
    ('ceiling.lift', 'supervisor', 'nothing', false, false),
    ('change.object', 'agent', 'call_or_ticket', false, false),
    ('change.undo', 'supervisor', 'nothing', false, false),
    ('mail.resend_confirmation', 'agent', 'call_or_ticket', true, true),
    ('mail.send_again', 'supervisor', 'nothing', false, false),
    ('notice.end', 'supervisor', 'nothing', false, false),
    ('notice.post', 'supervisor', 'nothing', false, false),
    ('provider.set', 'supervisor', 'nothing', false, false),
    ('referent.reassign', 'agent', 'call_or_ticket', true, true),
    ('setting.set', 'supervisor', 'nothing', false, false),
    ('ticket.assign', 'supervisor', 'own_ticket', false, false),
    ('ticket.change_motif', 'agent', 'own_ticket', false, false),
    ('ticket.close', 'agent', 'own_ticket', false, false),
    ('ticket.comment', 'agent', 'own_ticket', false, false),
    ('ticket.hand_back', 'agent', 'own_ticket', false, false),
    ('ticket.hold', 'agent', 'own_ticket', false, false),
    ('ticket.merge', 'agent', 'own_ticket', false, false),
    ('ticket.open', 'agent', 'call_or_ticket', false, false),
    ('ticket.reopen', 'agent', 'own_ticket', false, false),
    ('ticket.resume', 'agent', 'own_ticket', false, false),
    ('ticket.take', 'agent', 'own_ticket', false, false),
    ('ticket.take_over', 'agent', 'own_ticket', false, false),
    ('ticket.transfer', 'agent', 'own_ticket', false, false),
    ('view.choose', 'agent', 'nothing', false, false),
    ('view.delete', 'agent', 'nothing', false, false),
    ('view.save', 'agent', 'nothing', false, false),
    ('walk.save', 'agent', 'call_or_ticket', false, false),
    ('watch.resend', 'supervisor', 'nothing', true, false),
    ('watch.unlock', 'supervisor', 'nothing', true, false)
on conflict (kind) do update
    set role = excluded.role, cites = excluded.cites, reason_required = excluded.reason_required,
        rehearsed = excluded.rehearsed
    where (k.role, k.cites, k.reason_required, k.rehearsed) is distinct from
          (excluded.role, excluded.cites, excluded.reason_required, excluded.rehearsed);
