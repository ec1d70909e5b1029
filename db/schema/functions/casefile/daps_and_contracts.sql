-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- DAP and contracts in the file.

create function asp.f_file_daps(p_establishment bigint) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'number', d.number, 'state', d.state, 'motif', d.motif, 'from', d.period_from, 'to', d.period_to,
        'submitted_at', d.submitted_at, 'decided_at', d.decided_at, 'avenant', d.avenant)
        order by d.period_from desc, d.id desc), '[]')
    from (select * from dap x where x.establishment_id = p_establishment
          order by x.period_from desc, x.id desc limit 10) d);
end $$;

create function asp.f_file_contracts(p_establishment bigint, p_account bigint) returns jsonb
    language plpgsql stable as $$
begin
    if p_establishment is not null then
        return (select coalesce(jsonb_agg(jsonb_build_object(
            'account_id', c.account_id, 'identifiant', a.identifiant, 'signed_on', c.signed_on,
            'kept_by_tiers', c.kept_by_tiers) order by c.signed_on desc), '[]')
        from contract c join account a on a.id = c.account_id where c.establishment_id = p_establishment);
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'account_id', c.account_id, 'identifiant', a.identifiant, 'signed_on', c.signed_on,
        'kept_by_tiers', c.kept_by_tiers) order by c.signed_on desc), '[]')
    from (select * from contract x where x.account_id = p_account order by x.signed_on desc limit 50) c
    join account a on a.id = c.account_id);
end $$;
