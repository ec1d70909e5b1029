-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The accounts in the file: the referent, the one asked for, then those with the most trouble; their mails and
-- extranets.

-- The mails an account's holder waits for: the latest identifiant, the latest password, and the latest confirmation of
-- that habilitation (of any, when none is given). Three index probes.
create function asp.f_credential_mails(p_account bigint, p_habilitation bigint) returns setof asp.mail
    language sql stable as $$
    (select m.* from asp.mail m where m.account_id = p_account and m.kind = 'identifiant' order by m.id desc limit 1)
    union all
    (select m.* from asp.mail m where m.account_id = p_account and m.kind = 'mot_de_passe' order by m.id desc limit 1)
    union all
    (select m.* from asp.mail m where m.habilitation_id = p_habilitation order by m.id desc limit 1)
    union all
    (select m.* from asp.mail m where p_habilitation is null and m.account_id = p_account and m.kind = 'habilitation'
     order by m.id desc limit 1)
$$;

-- Twenty at most: the referent, the one that was looked for, then those with the most trouble; revoked ones last.
create function asp.f_file_accounts(p_establishment bigint, p_selected bigint) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_agg(f_file_account(r.a, r.h) order by r.place), '[]') from (
        select a, h, row_number() over (order by h.referent desc, (a.id = p_selected) desc nulls last,
            h.state = 'revoked',
            (a.locked_until > clock_timestamp()) desc nulls last, (a.being_deleted_at is not null) desc,
            (h.state <> 'active') desc, (a.first_login_at is null) desc, a.search_name, a.id) as place
        from habilitation h join account a on a.id = h.account_id
        where h.establishment_id = p_establishment
        order by place limit 20) r);
end $$;

-- The latest credential mails of each account, and the other extranets it serves on: {account: […]}.
create function asp.f_file_mails(p_accounts jsonb) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(a ->> 'id', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', m.id, 'kind', m.kind, 'state', m.state, 'queued_at', m.queued_at, 'sent_at', m.sent_at,
                    'delivered_at', m.delivered_at, 'bounced_at', m.bounced_at, 'reason', m.reason)
                    order by m.queued_at, m.id), '[]')
                from f_credential_mails((a ->> 'id')::bigint, (a -> 'habilitation' ->> 'id')::bigint) m)), '{}')
            from jsonb_array_elements(p_accounts) a);
end $$;

create function asp.f_file_extranets(p_accounts jsonb) returns jsonb language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(a ->> 'id', (
                select coalesce(jsonb_agg(x.extranet order by x.extranet), '[]')
                from account_extranet x where x.account_id = (a ->> 'id')::bigint)), '{}')
            from jsonb_array_elements(p_accounts) a);
end $$;

create function asp.f_file_account(a asp.account, h asp.habilitation) returns jsonb language plpgsql stable as $$
begin
    return jsonb_build_object(
        'id', a.id, 'identifiant', a.identifiant, 'last_name', a.last_name, 'first_name', a.first_name,
        'email_masked', f_mask_email(a.email), 'phone_masked', f_mask_phone(a.phone), 'profile', a.profile,
        'locked_at', a.locked_at, 'locked_until', a.locked_until, 'failed_logins', a.failed_logins,
        'first_login_at', case when f_masking() and a.first_login_at > a.last_login_at - interval '2 days'
                               then f_month(a.first_login_at) else a.first_login_at end,
        'last_login_at', case when f_masking() then f_month(a.last_login_at) else a.last_login_at end,
        'last_login_masked', f_masking() and a.last_login_at is not null,
        'password', a.password_state, 'password_changed_at', a.password_changed_at,
        'password_changed_by', a.password_changed_by, 'must_change_password', a.must_change_password,
        'secrets_set', a.secrets_set, 'self_service_started_at', a.self_service_started_at,
        'being_deleted_at', a.being_deleted_at, 'disabled_at', a.disabled_at,
        'created_by_desk', a.created_by_desk)
    || jsonb_build_object(
        'establishment_count', (select count(*) from habilitation o
                                where o.account_id = a.id and o.state <> 'revoked'),
        'habilitation', case when h.id is not null then jsonb_build_object(
            'id', h.id, 'state', h.state, 'requested_at', h.requested_at, 'active_from', h.active_from,
            'revoked_at', h.revoked_at, 'referent', h.referent) end);
end $$;
