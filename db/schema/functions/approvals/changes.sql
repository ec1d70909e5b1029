-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A change of access as undo finds it, and what was done to the same rows since.

create function asp.f_lock_change(p_id uuid) returns asp.access_change language plpgsql as $$
declare
    v_change access_change;
begin
    perform from establishment e
    where e.id = (select c.establishment_id from access_change c where c.id = p_id) for no key update;
    select * into v_change from access_change c where c.id = p_id for update;
    if v_change.id is null then
        perform f_refuse('unknown_change');
    elsif v_change.undone_at is not null then
        perform f_refuse('already_undone');
    elsif v_change.until <= clock_timestamp() then
        perform f_refuse('objection_over');
    end if;
    return v_change;
end $$;

-- What was done since to the same accounts, or to who has access to the establishment; not what only waits, nor what was
-- undone already.
create function asp.f_later_operations(c asp.access_change) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'at', o.at,
                                                         'actor_name', f_display_name(o.actor)) order by o.at, o.id), '[]')
            from (select x.* from operation x where x.account_id in (c.new_account_id, c.old_account_id) and x.at > c.at
                  union
                  select x.* from operation x where x.establishment_id = c.establishment_id and x.at > c.at) o
            where o.id <> c.id
              and (o.kind in ('account.unlock', 'account.reset_password', 'mail.resend_confirmation', 'mail.send_again')
                       and o.account_id in (c.new_account_id, c.old_account_id)
                   or exists (select from access_change n where n.id = o.id and n.undone_at is null)));
end $$;
