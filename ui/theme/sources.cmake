# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
target_sources(desk_ui PRIVATE
  ${CMAKE_CURRENT_SOURCE_DIR}/theme/tokens.cpp ${CMAKE_CURRENT_SOURCE_DIR}/theme/tokens.h
  ${CMAKE_CURRENT_SOURCE_DIR}/theme/theme.cpp ${CMAKE_CURRENT_SOURCE_DIR}/theme/theme.h
  ${CMAKE_CURRENT_SOURCE_DIR}/theme/icons.cpp ${CMAKE_CURRENT_SOURCE_DIR}/theme/icons.h)
qt_add_resources(desk_ui desk_ui_theme PREFIX /theme BASE ${CMAKE_CURRENT_SOURCE_DIR}/theme
  FILES ${CMAKE_CURRENT_SOURCE_DIR}/theme/theme.qss)
file(GLOB desk_theme_images CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/icons/theme/*/*.svg)
qt_add_resources(desk_ui desk_ui_theme_images PREFIX /theme BASE ${PROJECT_SOURCE_DIR}/resources/icons/theme
  FILES ${desk_theme_images})
file(GLOB desk_icons CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/icons/*.svg)
qt_add_resources(desk_ui desk_ui_icons PREFIX /icons BASE ${PROJECT_SOURCE_DIR}/resources/icons FILES ${desk_icons})
