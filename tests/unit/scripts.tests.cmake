# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name diagnosis facts scriptcontent scriptlint scriptparser scriptsearch scriptwalk situations)
  desk_add_test(unit/scripts/tst_${name} LINK desk_scripts)
endforeach()
foreach(name scriptservice scriptacts)
  desk_add_test(unit/scripts/tst_${name} LINK desk_app)
endforeach()
