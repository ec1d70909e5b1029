-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A digest over the rows a file shows: it changes when the file does.

-- Changes when anything a file shows changes. xmin is the transaction that last wrote a row: no counter to keep up, no
-- row that every writer would queue for. A hint to refresh, so a rare miss costs one more refresh, nothing else.
create function asp.f_row_stamp(p_id bigint, p_xmin xid) returns int language sql immutable strict parallel safe
    return hashint8(p_id) # hashtext(p_xmin::text);

create function asp.f_whole_establishment_stamp(p_establishment bigint) returns text language plpgsql stable as $$
begin
    return (select md5(concat_ws('.', e.xmin,
            (select concat(count(*), ':', bit_xor(f_row_stamp(h.id, h.xmin)), ':', bit_xor(f_row_stamp(a.id, a.xmin)))
             from habilitation h join account a on a.id = h.account_id where h.establishment_id = e.id),
            (select bit_xor(f_row_stamp(m.id, m.xmin))
             from habilitation h
             cross join lateral (
                (select i.id, i.xmin from mail i where i.account_id = h.account_id and i.kind = 'identifiant'
                 order by i.id desc limit 1)
                union all
                (select i.id, i.xmin from mail i where i.account_id = h.account_id and i.kind = 'mot_de_passe'
                 order by i.id desc limit 1)
                union all
                (select i.id, i.xmin from mail i where i.habilitation_id = h.id order by i.id desc limit 1)) m
             where h.establishment_id = e.id),
            (select concat(count(*), ':', bit_xor(f_row_stamp(t.number, t.xmin))) from ticket t where t.siret = e.siret),
            (select concat(count(*), ':', bit_xor(f_row_stamp(d.id, d.xmin))) from dap d where d.establishment_id = e.id),
            (select concat(count(*), ':', bit_xor(f_row_stamp(c.id, c.xmin))) from contract c where c.establishment_id = e.id),
            (select concat(count(*), ':', max(o.at)) from operation o where o.establishment_id = e.id)))
        from establishment e where e.id = p_establishment);
end $$;

create function asp.f_whole_account_stamp(p_account bigint) returns text language plpgsql stable as $$
begin
    return (select md5(concat_ws('.', a.xmin,
            (select concat(count(*), ':', bit_xor(f_row_stamp(h.id, h.xmin))) from habilitation h where h.account_id = a.id),
            (select bit_xor(f_row_stamp(m.id, m.xmin))
             from (select i.id, i.xmin from mail i where i.account_id = a.id order by i.id desc limit 20) m),
            (select concat(count(*), ':', max(o.at)) from operation o where o.account_id = a.id)))
        from account a where a.id = p_account);
end $$;

-- When part of the file cannot be looked at, a stamp of what says whose file it is. The first time all can be looked at again is a change,
-- and the consoles read again.
create function asp.f_establishment_stamp(p_establishment bigint) returns text language plpgsql stable
    set lock_timeout = '500ms' as $$
begin
    return f_whole_establishment_stamp(p_establishment);
exception
    when others then
        return (select 'unread.' || md5(concat_ws('.', e.xmin,
                    (select concat(count(*), ':', bit_xor(f_row_stamp(h.id, h.xmin)), ':', bit_xor(f_row_stamp(a.id, a.xmin)))
                     from habilitation h join account a on a.id = h.account_id where h.establishment_id = e.id)))
                from establishment e where e.id = p_establishment);
end $$;

create function asp.f_account_stamp(p_account bigint) returns text language plpgsql stable
    set lock_timeout = '500ms' as $$
begin
    return f_whole_account_stamp(p_account);
exception
    when others then
        return (select 'unread.' || md5(a.xmin::text) from account a where a.id = p_account);
end $$;
