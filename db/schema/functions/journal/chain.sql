-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Digest and hash of a link; db/journal/journalchain.cpp makes the same.

-- Which server the transaction numbers belong to. A dump restored elsewhere brings numbers that mean nothing there.
create function asp.f_cluster() returns text language sql stable
    return (select c.system_identifier::text from pg_catalog.pg_control_system() c);

-- A value with its length in front, "5:agent", and "-" for null: strung together, two lists of values never give the same text.
create function asp.f_net(p_text text) returns text language sql immutable parallel safe
    return coalesce(octet_length(p_text) || ':' || p_text, '-');

-- The digest of a row, from every column, in text that any other program can make as well (asp-dbadmin verify does, and
-- trusts no function of the database).
create function asp.f_journal_digest(j asp.journal) returns bytea language plpgsql stable as $$
begin
    return sha256(convert_to(
        'asp-journal-1,' || asp.f_net(j.id::text) || asp.f_net(extract(epoch from j.at)::text) || asp.f_net(j.actor::text)
        || asp.f_net(j.kind) || asp.f_net(j.call_id::text) || asp.f_net(j.operation_id::text) || asp.f_net(j.establishment_id::text)
        || asp.f_net(j.account_id::text) || asp.f_net(j.ticket::text) || asp.f_net(j.rule) || asp.f_net(j.detail::text)
        || asp.f_net(j.xid::text), 'UTF8'));
end $$;

create function asp.f_link_hash(p_before bytea, p_seq bigint, p_id bigint, p_at timestamptz, p_kind text, p_digest bytea)
    returns bytea language plpgsql immutable as $$
begin
    return sha256(p_before || p_digest || convert_to(asp.f_net(p_seq::text) || asp.f_net(p_id::text)
                                                     || asp.f_net(extract(epoch from p_at)::text) || asp.f_net(p_kind), 'UTF8'));
end $$;
