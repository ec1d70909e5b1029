# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/supervision/tst_oversightdocuments LINK desk_app)
desk_add_test(unit/supervision/tst_requestwatch LINK desk_app)
desk_add_test(unit/supervision/tst_linesmodel LINK desk_ui)
