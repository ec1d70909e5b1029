-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A masked value shown whole. What was revealed proves nothing in a caller check any more.
--
-- Reading reveal
-- Takes: field, id, call
-- Answers: value
-- Refuses: bad_params, no_call, not_found

-- Whole, as people read it.
create function asp.f_masked_value(p_field text, p_id bigint) returns text language plpgsql stable as $$
declare
    v_value text;
begin
    case p_field
        when 'account.email' then select a.email into v_value from account a where a.id = p_id;
        when 'account.phone' then select a.phone into v_value from account a where a.id = p_id;
        when 'account.last_login' then
            select to_char(a.last_login_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') into v_value
            from account a where a.id = p_id;
        when 'establishment.email' then select e.email into v_value from establishment e where e.id = p_id;
        when 'establishment.phone' then select e.phone into v_value from establishment e where e.id = p_id;
        when 'establishment.street' then
            select nullif(concat_ws(' ', e.street_number, e.street_extension, e.street_type, e.street_label), '')
            into v_value from establishment e where e.id = p_id;
        when 'establishment.headcount' then
            select nullif(concat_ws('/', e.headcount, c.headcount), '') into v_value
            from establishment e left join company c on c.siren = e.siren where e.id = p_id;
        when 'ticket.requester_email' then
            select t.requester_email into v_value from ticket t where t.number = p_id;
        when 'ticket.requester_phone' then
            select t.requester_phone into v_value from ticket t where t.number = p_id;
        else null;
    end case;
    return v_value;
end $$;

-- A value behind its mask, of something whose file was opened in the call.
create function asp.f_announce_reveal(p_params jsonb) returns asp.t_announced language plpgsql as $$
declare
    v_call uuid := (p_params ->> 'call')::uuid;
    v_id bigint := (p_params ->> 'id')::bigint;
    v_field text := coalesce(p_params ->> 'field', '');
    v_subject text := split_part(v_field, '.', 1);
    v_siret text;
    v_rule text;
begin
    if not exists (select from call c where c.id = v_call and c.agent = session_user and c.closed_at is null) then
        v_rule := 'no_call';
    elsif v_field not in (
        'account.email', 'account.phone', 'account.last_login', 'establishment.email', 'establishment.phone',
        'establishment.street', 'establishment.headcount', 'ticket.requester_email', 'ticket.requester_phone') then
        v_rule := 'bad_params';
    else
        select t.siret into v_siret from ticket t where v_subject = 'ticket' and t.number = v_id;
        if f_masked_value(v_field, v_id) is null or not f_opened_in(
                v_call, case v_subject when 'establishment' then v_id end, case v_subject when 'account' then v_id end,
                v_siret) then
            v_rule := 'not_found';
        end if;
    end if;
    perform f_journal(case when v_rule is null then 'reveal' else 'refused' end, p_call => v_call,
                      p_establishment => case v_subject when 'establishment' then v_id end,
                      p_account => case v_subject when 'account' then v_id end,
                      p_ticket => case v_subject when 'ticket' then v_id end, p_rule => v_rule,
                      p_detail => jsonb_build_object('read', 'reveal', 'field', left(v_field, 40)));
    if v_rule is not null then
        return row(f_refused(v_rule), null)::t_announced;
    end if;
    perform f_note_shown(v_call, v_field, array[v_id]);
    if v_field = 'establishment.headcount' then
        perform f_note_shown(v_call, 'establishment.company_headcount', array[v_id]);
    end if;
    return row(null, p_params)::t_announced;
end $$;
