-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- How far the journal is sealed, and whether its last rows are whole.
--
-- Function desk.journal_state
-- Answers: sealed_rows, sealed_at, unsealed (10,001: more than 10,000), head, first_bad (of the last 1,000 rows)

-- Does the chain hold at its end? The last thousand links, in some twenty milliseconds; the whole is asp-dbadmin's.
create function asp.f_first_bad(p_head bigint) returns bigint language plpgsql stable as $$
begin
    return (select x.journal_id
            from (select l.seq, l.journal_id, l.hash,
                         f_link_hash(lag(l.hash) over (order by l.seq), l.seq, l.journal_id, l.at, l.kind, l.digest) as made,
                         j.id as there, l.digest = f_journal_digest(j) as same
                  from journal_link l left join journal j on j.id = l.journal_id where l.seq > p_head - 1000) x
            where (x.there is not null and not x.same) or x.hash <> x.made -- purged rows have gone rightly or not: verify says
            order by x.seq limit 1);
end $$;

create function desk.journal_state() returns jsonb language plpgsql security definer as $$
declare
    h journal_head;
    v_unsealed bigint;
begin
    select * into strict h from journal_head;
    select count(*) into v_unsealed
    from (select from journal j where (j.xid, j.id) > (h.xid, h.id)
            and not exists (select from journal_link l where l.journal_id = j.id) limit 10001) x; -- "over 10,000" will do
    return jsonb_build_object('status', 'ok', 'sealed_rows', h.seq, 'sealed_at', h.sealed_at, 'unsealed', v_unsealed,
                              'head', encode(h.hash, 'hex'), 'first_bad', f_first_bad(h.seq));
end $$;

grant execute on function desk.journal_state() to asp_supervisor;
