-- SPDX-FileCopyrightText: 2026 asp-console contributors
-- SPDX-License-Identifier: EUPL-1.2
select desk.notices($1) as answer
