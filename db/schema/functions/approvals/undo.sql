-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Undoes a change of access whole: habilitations as before, mails stopped, the account made for it switched off.
--
-- Operation change.undo
-- Takes: change, text, later[ids]
-- Answers: change, restored_account, revoked_habilitation, disabled_account, cancelled_mails[]
-- Refuses: already_undone, bad_params, later_operations, objection_over, text_needed, text_too_long, unknown_change

create function asp.f_check_later(c asp.access_change, p_named jsonb) returns void language plpgsql stable as $$
declare
    v_later jsonb := f_later_operations(c);
begin
    if coalesce(jsonb_typeof(p_named), 'null') not in ('array', 'null') then
        perform f_refuse('bad_params', '{"param": "later"}');
    elsif (select coalesce(array_agg(distinct l ->> 'id' order by l ->> 'id'), '{}') from jsonb_array_elements(v_later) l)
          <> (select coalesce(array_agg(distinct lower(n) order by lower(n)), '{}')
              from jsonb_array_elements_text(coalesce(nullif(p_named, 'null'), '[]')) n) then
        perform f_refuse('later_operations', jsonb_build_object('operations', v_later));
    end if;
end $$;

-- A habilitation as it was before; one that was not there before is revoked.
create function asp.f_restore_habilitation(p_id bigint, p_was jsonb, p_at timestamptz) returns void language plpgsql as $$
begin
    if p_was is null or p_was = 'null' then
        update habilitation set state = 'revoked', referent = false, revoked_at = coalesce(revoked_at, p_at)
        where id = p_id;
    else
        update habilitation set
            state = p_was ->> 'state', active_from = (p_was ->> 'active_from')::timestamptz,
            revoked_at = (p_was ->> 'revoked_at')::timestamptz, referent = (p_was ->> 'referent')::boolean,
            made_by_desk = (p_was ->> 'made_by_desk')::boolean
        where id = p_id;
    end if;
end $$;

-- The account made for it is switched off when nothing else uses it. Null when it stays.
create function asp.f_undo_account(c asp.access_change) returns bigint language plpgsql as $$
begin
    if not c.account_created
       or exists (select from habilitation h where h.account_id = c.new_account_id and h.state <> 'revoked')
       or exists (select from account_extranet x where x.account_id = c.new_account_id) then
        return null;
    end if;
    update account_secret set password_hash = null where account_id = c.new_account_id;
    update account set disabled_at = clock_timestamp(),
                       password_state = case password_state when 'none' then 'none' else 'voided' end
    where id = c.new_account_id;
    return c.new_account_id;
end $$;

-- What has not left yet does not leave any more; of an account that is switched off, no mail at all.
create function asp.f_cancel_mails(c asp.access_change, p_disabled bigint) returns jsonb language plpgsql as $$
declare
    v_ids jsonb;
begin
    perform from mail m
    where m.state in ('queued', 'sending') and (m.id = any (c.mails) or m.account_id = p_disabled)
    order by m.id for update;
    with cancelled as (
        update mail m set state = 'cancelled', claimed_until = null
        where m.state in ('queued', 'sending') and (m.id = any (c.mails) or m.account_id = p_disabled)
        returning m.id
    )
    select coalesce(jsonb_agg(k.id order by k.id), '[]') into v_ids from cancelled k;
    return v_ids;
end $$;

create function asp.op_change_undo(r asp.t_request) returns asp.t_done language plpgsql as $$
declare
    v_text text := f_param_words(r.params, 'text', 1000, true);
    v_change access_change := f_lock_change(f_param_uuid(r.params, 'change'));
    v_now timestamptz;
    v_disabled bigint;
    v_cancelled jsonb;
begin
    perform from account a where a.id in (v_change.new_account_id, v_change.old_account_id)
        or a.id = (select h.account_id from habilitation h
                   where h.establishment_id = v_change.establishment_id and h.referent)
    order by a.id for no key update;
    perform from habilitation h
    where h.establishment_id = v_change.establishment_id
      and (h.referent or h.id in (v_change.new_habilitation_id, v_change.old_habilitation_id))
    order by h.id for no key update;
    perform f_check_later(v_change, r.params -> 'later');
    v_now := clock_timestamp();
    -- One referent at a time: whoever is it now makes room before the old one comes back.
    if v_change.kind = 'referent.reassign' then
        update habilitation set referent = false where establishment_id = v_change.establishment_id and referent;
    end if;
    perform f_restore_habilitation(v_change.new_habilitation_id, v_change.before -> 'new', v_now);
    if v_change.old_habilitation_id is not null then
        perform f_restore_habilitation(v_change.old_habilitation_id, v_change.before -> 'old', v_now);
    end if;
    v_disabled := f_undo_account(v_change);
    v_cancelled := f_cancel_mails(v_change, v_disabled);
    update access_change set undone_at = v_now, undone_by = session_user, undo_operation = r.id where id = v_change.id;
    return row(jsonb_build_object(
                   'change', v_change.id, 'restored_account', v_change.old_account_id,
                   'revoked_habilitation', (select h.id from habilitation h
                                            where h.id = v_change.new_habilitation_id and h.state = 'revoked'),
                   'disabled_account', v_disabled, 'cancelled_mails', v_cancelled),
               v_change.establishment_id, v_change.new_account_id, null)::t_done;
end $$;
