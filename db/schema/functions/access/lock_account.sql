-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- An account as an operation finds it, locked until the end, and the establishment it is filed under.

-- The account, locked; one that is on its way out or switched off is left alone.
create function asp.f_lock_account(p_account bigint) returns asp.account language plpgsql as $$
declare
    v_account account;
begin
    select * into v_account from account a where a.id = p_account for no key update;
    if v_account.id is null then
        perform f_refuse('unknown_account');
    elsif v_account.being_deleted_at is not null then
        perform f_refuse('account_being_deleted');
    elsif v_account.disabled_at is not null then
        perform f_refuse('account_disabled');
    end if;
    return v_account;
end $$;

-- The establishment an operation on an account is filed under: the one whose file was opened last in the call, else the
-- ticket's, as long as the account is habilitated there; else the account's first.
create function asp.f_filed_under(p_account bigint, p_call uuid, p_ticket bigint) returns bigint
    language plpgsql stable as $$
declare
    v_establishment bigint;
begin
    select f.establishment_id into v_establishment from call_file f
    join habilitation h on h.establishment_id = f.establishment_id and h.account_id = p_account
    where f.call_id = p_call order by f.at desc limit 1;
    if v_establishment is null then
        select h.establishment_id into v_establishment from ticket t
        join establishment e on e.siret = t.siret
        join habilitation h on h.establishment_id = e.id and h.account_id = p_account
        where t.number = p_ticket;
    end if;
    if v_establishment is null then
        select h.establishment_id into v_establishment from habilitation h
        where h.account_id = p_account order by h.state = 'revoked', h.id limit 1;
    end if;
    return v_establishment;
end $$;
