# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
foreach(name accesscard accountrow accountscard accountstate casefileview dapcard emptypage establishmentscard establishmentsmodel filepage filerow
        headercard historycard mailscard maskedvalue openline section ticketrow ticketscard ticketstate ticketstrip unknownpage)
  target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/casefile/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/casefile/${name}.h)
endforeach()
target_sources(desk_ui PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/casefile/rowpool.h)
