-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Indexes of the one search box. *_pattern_ops whatever the database's collation: prefixes are searched as ranges.

create index establishment_search_prefix on asp.establishment (search_text text_pattern_ops);
create index establishment_search_words on asp.establishment using gin (search_text public.gin_trgm_ops);
create index establishment_phone on asp.establishment (phone) where phone is not null;
create index establishment_email on asp.establishment (lower(email) text_pattern_ops) where email is not null;
create index account_email on asp.account (lower(email) text_pattern_ops);
create index account_phone on asp.account (phone) where phone is not null;
create index account_identifiant on asp.account (identifiant text_pattern_ops);
create index account_name on asp.account (search_name text_pattern_ops);
