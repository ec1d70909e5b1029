-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What each kind of reading leaves in the journal: ids and codes, not values.

-- The journal row of a reading: ids and codes. Words that were searched for are told as such, not what they were.
create function asp.f_journal_announced(p_what text, p_params jsonb) returns text language plpgsql as $$
declare
    f t_journal_filter;
    v_question t_queue_question;
    v_ticket bigint;
begin
    if p_what in ('journal_page', 'journal_export') then
        f := f_journal_filter(p_params -> 'filter');
        if f.rule is null then
            perform f_journal_read(case p_what when 'journal_page' then 'journal_search' else p_what end, f);
        end if;
        return f.rule;
    elsif p_what = 'queue_export' then
        v_question := f_queue_question(p_params, 5000);
        if v_question.fault is null then
            perform f_journal(p_what, p_detail => jsonb_strip_nulls(jsonb_build_object(
                'filter', v_question.filter || jsonb_strip_nulls(jsonb_build_object(
                    'establishment', case when v_question.filter ->> 'establishment' <> '' then true end,
                    'requester', case when v_question.filter ->> 'requester' <> '' then true end)),
                'sort', v_question.sort, 'limit', v_question.row_limit, 'from', v_question.from_number)));
        end if;
        return case when v_question.fault is not null then 'bad_params' end;
    elsif p_what in ('overview', 'watched_accounts') then
        return f_journal_overview(p_what, p_params);
    elsif p_what = 'ticket' then
        v_ticket := (p_params ->> 'ticket')::bigint;
        if v_ticket is null then
            return 'bad_params';
        end if;
        perform f_journal('read_ticket', p_ticket => v_ticket, p_establishment => (
            select e.id from ticket t join establishment e on e.siret = t.siret where t.number = v_ticket));
        return null;
    end if;
    perform f_journal(
        case when p_what in ('approvals', 'changes', 'watch') then 'read_' || p_what else p_what end,
        p_call => (p_params ->> 'call')::uuid, p_ticket => (p_params ->> 'ticket')::bigint,
        p_detail => jsonb_strip_nulls(jsonb_build_object('kind', left(p_params ->> 'kind', 40),
                                                         'filter', left(p_params ->> 'filter', 20),
                                                         'state', left(p_params ->> 'state', 20),
            -- Addresses are shown whole to who decides: hence which requests.
            'requests', case when p_what = 'approvals' then (select jsonb_agg(q.id) from f_requests(p_params ->> 'filter') q)
                        end)));
    return null;
end $$;
