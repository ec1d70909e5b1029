-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Whose file a key names; enters it into the call and notes what its reader will be shown.

-- A file: its call is opened or found, and the file noted in it.
create function asp.f_announce_open_file(p_params jsonb) returns asp.t_announced language plpgsql as $$
declare
    v_call uuid := (p_params ->> 'call')::uuid;
    v_subject t_subject;
    v_rule text;
begin
    if coalesce(btrim(p_params ->> 'key'), '') = '' then
        return row(f_refused('bad_params'), null)::t_announced;
    end if;
    if v_call is not null then
        v_rule := f_enter_call(v_call);
        if v_rule is not null then
            perform f_journal('refused', p_call => v_call, p_rule => v_rule, p_detail => '{"read": "open_file"}');
            return row(f_refused(v_rule), null)::t_announced;
        end if;
    end if;
    v_subject := f_subject(p_params ->> 'key');
    if v_call is not null and (v_subject.establishment is not null or v_subject.account is not null) then
        insert into call_file (call_id, establishment_id, account_id, at)
        values (v_call, v_subject.establishment,
                case when v_subject.establishment is null then v_subject.account end, clock_timestamp())
        on conflict do nothing;
    end if;
    perform f_journal('open_file', p_call => v_call, p_establishment => v_subject.establishment,
                      p_account => v_subject.account);
    -- Identifiants go out whole: from here on they prove nothing in this call.
    perform f_note_shown(v_call, 'account.identifiant', array(
        select h.account_id from habilitation h where h.establishment_id = v_subject.establishment
        union select c.account_id from contract c where c.establishment_id = v_subject.establishment
        union select v_subject.account where v_subject.account is not null));
    return row(null, jsonb_build_object('key', left(btrim(p_params ->> 'key'), 300), 'call', v_call,
                                        'subject', to_jsonb(v_subject)))::t_announced;
end $$;
