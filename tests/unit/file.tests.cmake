# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/tickets/tst_answerdraft LINK desk_app)
desk_add_test(unit/tickets/tst_urgency LINK desk_app)
