# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(relay/tst_smtptransport LINK desk_relay desk_smtpsink Qt6::Network)
