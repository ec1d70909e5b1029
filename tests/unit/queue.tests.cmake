# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(unit/services/tst_presenceservice LINK desk_app)
desk_add_test(unit/tickets/tst_queuedocuments LINK desk_app)
