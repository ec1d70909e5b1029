-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- What the search box offers while one types. Prefixes are ranges of text_pattern_ops indexes, words in the middle
-- trigrams, 200 candidates at most.
--
-- Reading suggest
-- Takes: kind, text
-- Answers: suggestions[{kind, key, title, detail}]
-- Refuses: bad_siret

create function asp.f_suggest_establishment(e asp.establishment) returns asp.t_suggestion language sql immutable
    return row('establishment', e.siret, e.denomination,
               e.postcode || ' ' || e.town || ' · ' || substr(e.siret, 1, 3) || chr(160) || substr(e.siret, 4, 3)
               || chr(160) || substr(e.siret, 7, 3) || chr(160) || substr(e.siret, 10))::asp.t_suggestion;

create function asp.f_suggest_account(a asp.account) returns asp.t_suggestion language sql immutable
    return row('account', 'account:' || a.id, a.identifiant,
               a.first_name || ' ' || a.last_name || ' · ' || asp.f_mask_email(a.email))::asp.t_suggestion;

-- The first text after every one that begins with p_prefix, for ranges of *_pattern_ops indexes: a LIKE would lose its
-- index in a prepared plan.
create function asp.f_after_prefix(p_prefix text) returns text language sql immutable parallel safe
    return p_prefix || chr(1114111);

create function asp.f_suggest_siret(p_digits text) returns setof asp.t_suggestion language plpgsql stable as $$
begin
    if length(p_digits) < 14 and length(p_digits) <> 13 then
        return query select s.* from (
            select x as e from establishment x
            where x.siret >= rpad(p_digits, 14, '0') and x.siret <= rpad(p_digits, 14, '9')
            order by x.siret limit 20) r, f_suggest_establishment(r.e) s;
        return;
    end if;
    return query select s.* from establishment e, f_suggest_establishment(e) s where e.siret = p_digits;
    if not found then
        return query select 'candidate', c ->> 'siret', c ->> 'denomination', (c ->> 'postcode') || ' ' || (c ->> 'town')
                     from jsonb_array_elements(f_candidates(p_digits)) c;
    end if;
end $$;

create function asp.f_suggest_email(p_text text) returns setof asp.t_suggestion language plpgsql stable as $$
declare
    v_text text := lower(p_text);
begin
    -- The local part is whole once the @ has been typed: what follows is shown in the mask anyway.
    if length(v_text) < 6 or v_text !~ '^[^@\s]+@[^@\s]+$' then
        return;
    end if;
    return query select s.* from (
        select x as a from account x
        where lower(x.email) ~>=~ v_text and lower(x.email) ~<~ f_after_prefix(v_text)
        order by lower(x.email) using ~<~ limit 15) r, f_suggest_account(r.a) s;
    return query select s.* from (
        select x as e from establishment x
        where lower(x.email) ~>=~ v_text and lower(x.email) ~<~ f_after_prefix(v_text)
        order by lower(x.email) using ~<~ limit 5) r, f_suggest_establishment(r.e) s;
end $$;

create function asp.f_suggest_phone(p_text text) returns setof asp.t_suggestion language plpgsql stable as $$
declare
    v_phone text := f_phone(p_text);
begin
    if v_phone is null then
        return;
    end if;
    return query select s.* from (
        select x as a from account x where x.phone = v_phone limit 15) r, f_suggest_account(r.a) s;
    return query select s.* from (
        select x as e from establishment x where x.phone = v_phone limit 5) r, f_suggest_establishment(r.e) s;
end $$;

create function asp.f_suggest_ticket(p_text text) returns setof asp.t_suggestion language plpgsql stable as $$
declare
    v_digits text := regexp_replace(p_text, '[^0-9]', '', 'g');
begin
    if v_digits = '' or length(v_digits) > 18 then
        return;
    end if;
    return query select 'ticket', 'ticket:' || t.number,
                        '#' || replace(trim(to_char(t.number, '999,999,999,999,999,999')), ',', chr(160)),
                        m.label || ' · ' || t.denomination
                 from ticket t join motif m on m.code = t.motif where t.number = v_digits::bigint;
end $$;

create function asp.f_suggest_identifiant(p_text text) returns setof asp.t_suggestion language plpgsql stable as $$
declare
    v_text text := lower(p_text);
begin
    if length(v_text) < 3 then
        return;
    end if;
    return query select s.* from (
        select x as a from account x
        where x.identifiant ~>=~ v_text and x.identifiant ~<~ f_after_prefix(v_text)
        order by x.identifiant using ~<~ limit 20) r, f_suggest_account(r.a) s;
end $$;

-- Names and towns. First what begins with the words as typed, in index order; then, when that leaves room, what holds
-- every word anywhere, at most 200 of them so that a common word costs no more than a rare one. Then people.
-- Words are put into the statement as literals: only then does the planner know which ones the trigram index can find.
create function asp.f_suggest_words(p_text text) returns setof asp.t_suggestion language plpgsql stable as $$
declare
    v_words text[] := (string_to_array(trim(regexp_replace(f_norm(left(p_text, 200)), '\s+', ' ', 'g')), ' '))[1:6];
    v_phrase text := array_to_string(v_words, ' ');
    v_where text;
    v_first int;
begin
    if v_phrase is null or length(v_phrase) < 2 then
        return;
    end if;
    return query select s.* from (
        select x as e from establishment x
        where x.search_text ~>=~ v_phrase and x.search_text ~<~ f_after_prefix(v_phrase)
        order by x.search_text using ~<~ limit 20) r, f_suggest_establishment(r.e) s;
    get diagnostics v_first = row_count;
    if v_first < 20 and length(v_phrase) >= 3 then
        select string_agg(format('x.search_text like %L', '%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%'),
                          ' and ') into v_where
        from unnest(v_words) w;
        -- A text index needs three letters in a row somewhere; without, the scan would be of the whole table.
        if exists (select from unnest(v_words) w where length(w) >= 3) then
            return query execute format($q$
                select s.* from (
                    select f.x as e from (select x from asp.establishment x where %s limit 200) f
                    where not ((f.x).search_text ~>=~ %L and (f.x).search_text ~<~ %L)
                    order by ((f.x).search_text like %L) desc, (f.x).search_text limit %s) r,
                asp.f_suggest_establishment(r.e) s $q$,
                v_where, v_phrase, f_after_prefix(v_phrase), v_words[1] || '%', 20 - v_first);
        end if;
    end if;
    if length(v_phrase) >= 3 then
        return query select s.* from (
            select x as a from account x
            where x.search_name ~>=~ v_phrase and x.search_name ~<~ f_after_prefix(v_phrase)
            order by x.search_name using ~<~ limit 5) r, f_suggest_account(r.a) s;
    end if;
end $$;

-- Suggestions, masked. `kind` is what the console took the text for: siret, bad_siret, siren, email, phone, ticket,
-- identifiant or words.
create function asp.f_read_suggest(p_params jsonb) returns jsonb language plpgsql stable as $$
declare
    v_kind text := p_params ->> 'kind';
    v_text text := btrim(left(coalesce(p_params ->> 'text', ''), 300));
    v_digits text := regexp_replace(v_text, '[^0-9]', '', 'g');
    v_found jsonb;
begin
    if v_kind in ('siret', 'bad_siret', 'siren') and length(v_digits) between 3 and 15 then
        select jsonb_agg(to_jsonb(s)) into v_found from (select * from f_suggest_siret(v_digits) limit 20) s;
    elsif v_kind = 'email' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_email(v_text) s;
    elsif v_kind = 'phone' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_phone(v_text) s;
    elsif v_kind = 'ticket' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_ticket(v_text) s;
    elsif v_kind = 'identifiant' then
        select jsonb_agg(to_jsonb(s)) into v_found from f_suggest_identifiant(v_text) s;
    end if;
    -- One word may be a name as well as an identifiant.
    if v_kind = 'words' or v_kind = 'identifiant' and v_found is null then
        select jsonb_agg(to_jsonb(s)) into v_found from (select * from f_suggest_words(v_text) limit 20) s;
    end if;
    return jsonb_build_object('status', 'ok', 'suggestions', coalesce(v_found, '[]'));
end $$;
