-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Seals committed rows below the oldest running transaction, in the order (transaction, id).
--
-- Function desk.relay_seal
-- Answers: sealed, more (call again), busy (another relay is at it)

-- The next rows to seal: committed, below the oldest transaction still running, in the order of their transactions. A
-- transaction that is still running has a higher number than all of these, so no row can come in between later.
-- After a restore on another server the numbers start anew: then whatever has no link yet comes first, once.
create function asp.f_to_seal(h asp.journal_head, p_restored boolean, p_xmin xid8, p_limit int)
    returns setof asp.journal language plpgsql as $$
begin
    if p_restored then
        return query select j.* from journal j
                     where not exists (select from journal_link l where l.journal_id = j.id)
                     order by j.xid, j.id limit p_limit;
    else
        return query select j.* from journal j
                     where (j.xid, j.id) > (h.xid, h.id) and j.xid < p_xmin
                       and not exists (select from journal_link l where l.journal_id = j.id)
                     order by j.xid, j.id limit p_limit;
    end if;
end $$;

-- Seals one batch. One sealer at a time; a second finds the row of the head taken and leaves: a row, since an advisory lock
-- could be held for ever by anyone who knows its key. `more`: call again.
-- Index probes only, whatever the statistics say: a scan of the whole chain each second would be felt.
create function asp.f_seal(p_limit int) returns jsonb language plpgsql
    set search_path = pg_catalog, asp, public, pg_temp set timezone = 'UTC' set jit = off set enable_seqscan = off
    set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    v_limit int := least(greatest(coalesce(p_limit, 1000), 1), 10000);
    v_xmin xid8;
    v_restored boolean;
    h journal_head;
    j journal;
    v_digest bytea;
    v_sealed int := 0;
begin
    select * into h from journal_head for update skip locked;
    if h.cluster is null then
        return '{"status": "ok", "busy": true, "sealed": 0, "more": false}';
    end if;
    v_xmin := pg_snapshot_xmin(pg_current_snapshot());
    v_restored := h.cluster <> f_cluster();
    for j in select * from f_to_seal(h, v_restored, v_xmin, v_limit) loop
        v_digest := f_journal_digest(j);
        h.seq := h.seq + 1;
        h.hash := f_link_hash(h.hash, h.seq, j.id, j.at, j.kind, v_digest);
        insert into journal_link (seq, journal_id, at, kind, digest, hash)
        values (h.seq, j.id, j.at, j.kind, v_digest, h.hash);
        h.xid := j.xid;
        h.id := j.id;
        v_sealed := v_sealed + 1;
    end loop;
    if v_sealed < v_limit and (v_restored or v_xmin::text::numeric > h.xid::text::numeric + 100000) then
        -- Nothing is left below the oldest running transaction. Said so even without a new row: after a restore the
        -- numbers to come have sealed rows of the old server among them, which would be looked at over and over.
        h.cluster := f_cluster();
        h.xid := v_xmin;
        h.id := 0;
    elsif v_sealed = 0 then
        return jsonb_build_object('status', 'ok', 'busy', false, 'sealed', 0, 'more', false);
    end if;
    update journal_head set cluster = h.cluster, xid = h.xid, id = h.id, seq = h.seq, hash = h.hash,
                            sealed_at = case when v_sealed > 0 then clock_timestamp() else sealed_at end;
    return jsonb_build_object('status', 'ok', 'busy', false, 'sealed', v_sealed, 'more', v_sealed = v_limit);
end $$;

create function desk.relay_seal(p_limit int) returns jsonb language plpgsql security definer as $$
begin
    perform f_end_long_transactions();
    delete from reading where at < clock_timestamp() - interval '1 hour'; -- of server processes that are gone
    return f_seal(p_limit);
end $$;

grant execute on function desk.relay_seal(int) to asp_relay;
