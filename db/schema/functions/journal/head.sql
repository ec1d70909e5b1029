-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- The head of the chain, for the anchor file.
--
-- Function desk.relay_head
-- Answers: seq, hash, sealed_at

-- For the file outside the database.
create function desk.relay_head() returns jsonb language plpgsql stable security definer as $$
begin
    return (select jsonb_build_object('status', 'ok', 'seq', h.seq, 'hash', encode(h.hash, 'hex'),
                                      'sealed_at', h.sealed_at)
            from journal_head h);
end $$;

grant execute on function desk.relay_head() to asp_relay;
