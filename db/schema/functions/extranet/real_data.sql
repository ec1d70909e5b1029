-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Once the extranet has written into a database called production, demo and simulate refuse it.

-- Once the extranet has written into a database called production, it holds real data, and demo and simulate refuse it.
create function asp.tr_real_data() returns trigger language plpgsql security definer as $$
begin
    update environment set holds_real_data = true where kind = 'production' and not holds_real_data;
    return null;
end $$;

create trigger establishment_real_data after insert on asp.establishment
    for each statement execute function asp.tr_real_data();
