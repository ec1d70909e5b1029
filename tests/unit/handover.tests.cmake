# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/handover/tst_handover LINK desk_app)
desk_add_test(unit/handover/tst_handoverserver LINK desk_handover)
