-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
select desk.operate($1, $2, $3, $4, $5, $6, $7) as answer
