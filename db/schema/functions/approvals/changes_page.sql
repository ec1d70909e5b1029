-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Changes of access, with what was done later.
--
-- Reading changes
-- Takes: filter (open, all)
-- Answers: changes[], each with what was done later
-- Refuses: bad_params

create function asp.f_read_changes(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    p_filter text := (p_params ->> 'filter');
    v_changes jsonb;
begin
    if p_filter is null or p_filter not in ('open', 'all') then
        return f_refused('bad_params');
    end if;
    select coalesce(jsonb_agg(jsonb_build_object(
               'id', c.id, 'kind', c.kind, 'at', c.at, 'until', c.until, 'actor_name', f_display_name(c.requested_by),
               'approved_by_name', f_display_name(c.approved_by), 'establishment', f_establishment_line(c.establishment_id),
               'new_account', f_account_line(c.new_account_id), 'old_account', f_account_line(c.old_account_id),
               'old_kept', c.old_kept, 'objected_at', c.objected_at, 'objection_text', c.objection_text,
               'undone_at', c.undone_at, 'undone_by_name', f_display_name(c.undone_by),
               'later', case when c.undone_at is null and c.until > clock_timestamp()
                             then f_later_operations(row(c.*)::access_change) else '[]' end)
               order by c.objected_at is not null and c.undone_at is null desc, c.at desc), '[]') into v_changes
    from (select x.* from access_change x
          where p_filter = 'all' or (x.until > clock_timestamp() and x.undone_at is null)
          order by x.at desc limit 200) c;
    return jsonb_build_object('status', 'ok', 'changes', v_changes);
end $$;
