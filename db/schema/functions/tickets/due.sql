-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- When a ticket is due, when it is late or soon will be, and what a hold does to it. The one place that decides.

create function asp.f_due_hours(p_motif text) returns interval language plpgsql stable as $$
begin
    return make_interval(hours => coalesce((select s.value::int from asp.setting s where s.key = 'echeance.' || p_motif), 19));
end $$;

create function asp.f_due_at(p_motif text, p_received timestamptz, p_department text) returns timestamptz
    language plpgsql stable as $$
begin
    return asp.f_add_working(p_received, asp.f_due_hours(p_motif), p_department);
end $$;

create function asp.f_is_asleep(t asp.ticket, p_now timestamptz) returns boolean language sql immutable
    return t.state = 'on_hold' and t.due_left is not null and (t.hold_until is null or t.hold_until > p_now);

-- When it is due once it is on hold no longer. One that was awake already has been running since.
create function asp.f_due_awake(t asp.ticket, p_now timestamptz) returns timestamptz language plpgsql stable as $$
begin
    return case when f_is_asleep(t, p_now) then f_add_working(p_now, t.due_left, t.department) else t.due_at end;
end $$;

-- Its clock runs: it is not on hold, or its hold is over.
create function asp.f_is_running(p_state text, p_hold_until timestamptz, p_now timestamptz) returns boolean
    language sql immutable parallel safe
    return p_state <> 'on_hold' or p_hold_until <= p_now;

create function asp.f_is_late(p_state text, p_due timestamptz, p_hold_until timestamptz, p_now timestamptz) returns boolean
    language sql immutable parallel safe
    return p_due < p_now and (p_state <> 'on_hold' or p_hold_until <= p_now);

-- Soon late: not yet, but before the time that f_soon_until tells.
create function asp.f_is_soon(p_state text, p_due timestamptz, p_hold_until timestamptz, p_now timestamptz, p_soon timestamptz)
    returns boolean language sql immutable parallel safe
    return p_due >= p_now and p_due < p_soon and (p_state <> 'on_hold' or p_hold_until <= p_now);

create function asp.f_soon_until(p_now timestamptz) returns timestamptz language plpgsql stable as $$
begin
    return p_now + make_interval(hours => f_setting_int('echeance.alerte_heures', 4));
end $$;

-- Its hold is over and nobody has taken it up: computed, never written.
create function asp.f_is_awake(p_state text, p_hold_until timestamptz, p_now timestamptz) returns boolean
    language sql immutable parallel safe
    return p_state = 'on_hold' and coalesce(p_hold_until <= p_now, false);
