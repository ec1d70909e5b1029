-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Caps: how many readings a log-in has had in the minute and the hour.

-- Counts one read of this log-in and says whether it stays below its caps (settings <p_setting>.par_minute and
-- .par_heure). One row a log-in and kind, updated in place: cheap enough for keystrokes. Only the first refusal of an
-- hour or minute is journalled, or the journal itself would be the thing to flood.
create function asp.f_admit(p_kind text, p_setting text) returns boolean language plpgsql as $$
declare
    v_now timestamptz := clock_timestamp();
    v_minute timestamptz := date_bin('1 minute', v_now, 'epoch');
    v_hour timestamptz := date_bin('1 hour', v_now, 'epoch');
    v_minute_cap int := f_setting_int(p_setting || '.par_minute', 60);
    v_hour_cap int := f_setting_int(p_setting || '.par_heure', 1000);
    v_in_minute int;
    v_in_hour int;
begin
    insert into read_meter as m (login, kind, minute, minute_count, hour, hour_count)
    values (session_user, p_kind, v_minute, 1, v_hour, 1)
    on conflict (login, kind) do update
        set minute = excluded.minute,
            minute_count = case when m.minute = excluded.minute then m.minute_count + 1 else 1 end,
            hour = excluded.hour,
            hour_count = case when m.hour = excluded.hour then m.hour_count + 1 else 1 end
    returning minute_count, hour_count into v_in_minute, v_in_hour;
    if v_in_minute = v_minute_cap + 1 or v_in_hour = v_hour_cap + 1 then
        perform f_journal('refused', p_rule => 'rate_limited', p_detail => jsonb_build_object('read', p_kind));
    end if;
    return v_in_minute <= v_minute_cap and v_in_hour <= v_hour_cap;
end $$;
