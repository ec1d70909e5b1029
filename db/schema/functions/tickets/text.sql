-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- A text that goes with an act on a ticket.

-- What an agent types goes to colleagues or to the requester. What turns directions is refused; the rest that pasted text
-- brings along unseen is left out, since nobody can be asked to delete what they do not see.
create function asp.f_ticket_text(p_params jsonb, p_key text, p_limit int, p_needed boolean) returns text
    language plpgsql stable as $$
declare
    v_text text := f_param_words(p_params, p_key, p_limit, p_needed);
begin
    if v_text ~ '[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]' then
        perform f_refuse('text_not_plain', jsonb_build_object('param', p_key));
    end if;
    v_text := f_visible(v_text);
    if p_needed and v_text = '' then
        perform f_refuse('text_needed');
    end if;
    return v_text;
end $$;
