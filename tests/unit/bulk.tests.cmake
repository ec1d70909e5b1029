# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/tickets/tst_bulkservice LINK desk_app)
desk_add_test(unit/tickets/tst_bulkplan LINK desk_app)
desk_add_test(unit/tickets/tst_queueexport LINK desk_app)
