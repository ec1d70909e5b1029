-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What waits for approval, what was changed lately, and how the caller check stands.

-- Who is to get access: the person asked for, or the account there is.
create function asp.f_request_person(q asp.approval_request) returns text language plpgsql stable as $$
begin
    return coalesce((select a.first_name || ' ' || a.last_name from account a where a.id = q.account_id),
                    concat_ws(' ', q.params -> 'person' ->> 'first_name', q.params -> 'person' ->> 'last_name'));
end $$;

create function asp.f_file_requests(p_establishment bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', q.id, 'kind', q.kind, 'state', q.state, 'requested_at', q.requested_at,
                'expires_at', q.expires_at, 'requested_by_name', f_display_name(q.requested_by), 'why', to_jsonb(q.why),
                'person_name', f_request_person(q), 'own', q.requested_person = f_person(session_user))
                order by q.requested_at desc), '[]')
            from approval_request q
            where q.establishment_id = p_establishment and q.state = 'waiting' and q.expires_at > clock_timestamp());
end $$;

create function asp.f_file_changes(p_establishment bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', c.id, 'kind', c.kind, 'at', c.at, 'until', c.until, 'actor_name', f_display_name(c.requested_by),
                'new_identifiant', n.identifiant, 'old_identifiant', o.identifiant, 'undone_at', c.undone_at,
                'objected_at', c.objected_at) order by c.at desc), '[]')
            from access_change c
            join account n on n.id = c.new_account_id
            left join account o on o.id = c.old_account_id
            where c.establishment_id = p_establishment and c.at > clock_timestamp() - interval '30 days');
end $$;

-- How the check of this file stands in this call.
create function asp.f_file_check(p_call uuid, p_establishment bigint, p_account bigint) returns jsonb
    language plpgsql stable as $$
declare
    v_pass caller_check;
begin
    if p_call is null or p_establishment is null and p_account is null then
        return null;
    end if;
    v_pass := f_pass(p_call, p_establishment, case when p_establishment is null then p_account end);
    return jsonb_build_object('account_id', v_pass.account_id, 'passed_until', v_pass.valid_until,
                              'tries_left', f_tries_left(p_call, p_establishment, p_account));
end $$;
