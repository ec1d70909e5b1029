-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the extranet may say of a mail.

-- A role that is set makes current_user another than session_user: only being the owner tells one of our functions.
create function asp.tr_mail_extranet() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if pg_has_role(current_user, 'asp_owner', 'member') then
        return new; -- one of our functions, or the owner
    end if;
    if tg_op = 'UPDATE' and new.state is distinct from old.state
       and not (old.state in ('sent', 'delivered') and new.state in ('delivered', 'bounced')) then
        raise exception 'a mail that is % cannot become %', old.state, new.state
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger mail_extranet before update of state on asp.mail
    for each row execute function asp.tr_mail_extranet();
