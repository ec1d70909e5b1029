-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
--
-- pg_hba.conf lets somebody in without a password worth the name, or without TLS.
select 'ligne ' || line_number || ' : ' || concat_ws(' ', type, array_to_string(database, ','), array_to_string(user_name, ','),
                                                  address, auth_method) as found
from pg_hba_file_rules
where (type <> 'local' and auth_method in ('trust', 'password', 'md5', 'ident'))
   or (type in ('host', 'hostnossl') and auth_method <> 'reject' and coalesce(address, '') not in ('127.0.0.1', '::1', 'samehost'))
   or error is not null
order by line_number
