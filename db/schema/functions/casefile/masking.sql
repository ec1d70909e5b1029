-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Whether street, headcounts and last log-in are held back, so that a caller can be asked for them.

create function asp.f_masking() returns boolean language plpgsql stable as $$
begin
    return f_setting('verification.masquer', 'oui') <> 'non';
end $$;
