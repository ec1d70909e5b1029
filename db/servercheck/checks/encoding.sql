-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Names and addresses do not fit in anything but UTF-8.
select pg_encoding_to_char(encoding) as found from pg_database
where datname = current_database() and pg_encoding_to_char(encoding) <> 'UTF8'
