-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What a console asks every two seconds: a few index probes, and whether anything is worth reading again.
--
-- Function desk.pulse
-- Answers: server_time, file_stamp, mails_waiting, notices[], my_requests[], tickets_stamp, presence_stamp; for
--     supervisors approvals_waiting, objections, mails_failed

-- The state people see: what has waited too long has expired, whether somebody noted it or not.
create function asp.f_request_state(q asp.approval_request) returns text language sql stable
    return case when q.state = 'waiting' and q.expires_at <= clock_timestamp() then 'expired' else q.state end;

-- One's own requests, under whichever log-in: waiting, or decided within the day.
create function asp.f_my_requests() returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', q.id, 'kind', q.kind, 'state', f_request_state(q), 'denomination', e.denomination,
                'decided_at', case when f_request_state(q) = 'expired' then q.expires_at else q.decided_at end,
                'expires_at', q.expires_at) order by q.requested_at desc), '[]')
            from approval_request q join establishment e on e.id = q.establishment_id
            where q.requested_person = f_person(session_user)
              and q.requested_at > clock_timestamp() - interval '9 days'
              and (q.state = 'waiting' and q.expires_at > clock_timestamp() - interval '1 day'
                   or q.decided_at > clock_timestamp() - interval '1 day'));
end $$;

-- Asked by every console every two seconds: index probes only, nothing journalled, nothing written.
create function desk.pulse(p_establishment bigint, p_account bigint) returns jsonb language plpgsql stable security definer
    set plan_cache_mode = force_generic_plan as $$
declare
    v_supervisor boolean := f_is_supervisor();
begin
    return (select jsonb_build_object(
            'status', 'ok',
            'server_time', clock_timestamp(),
            'file_stamp', case when p_establishment > 0 then f_establishment_stamp(p_establishment)
                               when p_account > 0 then f_account_stamp(p_account) end,
            -- Beyond a thousand the figure says "many" just as well.
            'mails_waiting', (select count(*) from (select 1 from mail m where m.state in ('queued', 'sending')
                                                    and m.kind <> 'ticket_reponse' limit 1000) w),
            'approvals_waiting', case when v_supervisor then
                (select count(*) from approval_request q where q.state = 'waiting' and q.expires_at > clock_timestamp())
                else 0 end,
            'objections', case when v_supervisor then
                (select count(*) from access_change c where c.objected_at is not null and c.undone_at is null
                   and c.until > clock_timestamp()) else 0 end,
            'my_requests', f_my_requests(),
            'mails_failed', case when v_supervisor then
                (select count(*) from (select 1 from mail m where m.state in ('refused', 'bounced')
                                       and m.bounced_at > clock_timestamp() - interval '7 days' limit 1000) f)
                else 0 end,
            'tickets_stamp', f_tickets_stamp(),
            'presence_stamp', f_presence_stamp(),
            'notices', f_notices()));
end $$;

grant execute on function desk.pulse(bigint, bigint) to asp_agent;
