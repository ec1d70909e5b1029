-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What stands in the way of access changing hands, whether it is asked or approved.

create function asp.f_lock_access(a asp.t_access) returns void language plpgsql as $$
begin
    perform from establishment e where e.id = a.establishment for no key update;
    if not found then
        perform f_refuse('unknown_establishment');
    end if;
    perform from account c
    where c.id = a.account
       or c.id = (select h.account_id from habilitation h where h.establishment_id = a.establishment and h.referent)
    order by c.id for no key update;
    perform from habilitation h
    where h.establishment_id = a.establishment and (h.referent or h.account_id = a.account)
    order by h.id for no key update;
end $$;

-- The address belongs to an account already: that one is to be used. One that was switched off is no account any more.
create function asp.f_check_address(p_email text) returns void language plpgsql stable as $$
declare
    v_account account;
begin
    select * into v_account from account c
    where lower(c.email) = lower(p_email) and c.disabled_at is null order by c.id limit 1;
    if v_account.id is not null then
        perform f_refuse('account_exists', jsonb_build_object('account_id', v_account.id,
                                                              'identifiant', v_account.identifiant));
    end if;
end $$;

create function asp.f_check_access(a asp.t_access) returns void language plpgsql as $$
declare
    v_habilitation habilitation;
begin
    if a.person is not null then
        perform f_check_address(a.person ->> 'email');
        return;
    end if;
    perform f_lock_account(a.account);
    select * into v_habilitation from habilitation h
    where h.establishment_id = a.establishment and h.account_id = a.account;
    if a.kind = 'account.create' and v_habilitation.state <> 'revoked' then
        perform f_refuse('already_habilitated');
    elsif a.kind = 'referent.reassign' and v_habilitation.referent then
        perform f_refuse('already_referent');
    end if;
end $$;
