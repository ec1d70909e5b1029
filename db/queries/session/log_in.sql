-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Who we are, and whether this server takes writes: opening a file is journalled, so one that does not is of no use.
select desk.session_info() as answer,
       current_setting('transaction_read_only')::bool as read_only,
       pg_is_in_recovery() as standby
