# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/tickets/tst_answerdraft LINK desk_app)
target_compile_definitions(tst_answerdraft PRIVATE DESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
desk_add_test(unit/tickets/tst_urgency LINK desk_app)
