-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Only a mail under way can be sent, fail, or get a password, and only by the relay that claimed it last.

create function asp.f_claimed_mail(p_mail bigint, p_claim int) returns asp.mail language plpgsql as $$
declare
    v_mail mail;
begin
    select * into v_mail from mail m where m.id = p_mail for update;
    if v_mail.id is null or v_mail.state <> 'sending' or v_mail.claims <> coalesce(p_claim, v_mail.claims) then
        raise exception 'mail % is not claimed', p_mail using errcode = 'object_not_in_prerequisite_state';
    end if;
    return v_mail;
end $$;
