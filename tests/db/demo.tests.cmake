# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
desk_add_test(db/demo/tst_demodata LINK desk_demo)
desk_add_test(db/demo/tst_generator LINK desk_testsupport desk_demo)
desk_add_test(db/demo/tst_simulate LINK desk_testsupport desk_demo)
