-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- Operations refuse any level but this one: in an old snapshot a rule would look at yesterday.
select 'default_transaction_isolation = ' || current_setting('default_transaction_isolation') as found
where current_setting('default_transaction_isolation') <> 'read committed'
