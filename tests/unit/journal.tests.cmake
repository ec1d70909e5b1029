# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/core/tst_csvwriter LINK desk_core)
desk_add_test(unit/journal/tst_anchor LINK desk_journal)
desk_add_test(unit/journal/tst_purgerecord LINK desk_journal)
