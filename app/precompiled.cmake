# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# More than half of what the compiler did was reading Qt's headers again in each file. What nearly everybody includes is read once:
# without a window, with widgets, and each with QtTest. A longer list costs more to load than it saves. A file still includes what it
# uses: DESK_PCH=OFF shows what is missing.
set(DESK_PCH_core <algorithm> <functional> <memory> <optional> <vector> <QString> <QStringList> <QObject> <QHash> <QSet> <QList> <QDateTime>
    <QFuture> <QJsonObject> <QJsonArray> <QUuid>)
set(DESK_PCH_widgets ${DESK_PCH_core} <QVariant> <QPainter> <QWidget> <QLabel> <QBoxLayout> <QLineEdit> <QPushButton> <QComboBox>
    <QAbstractListModel> <QListView> <QApplication> <QStyledItemDelegate>)
set(DESK_PCH_coretest ${DESK_PCH_core} <QTest> <QSignalSpy>)
set(DESK_PCH_widgetstest ${DESK_PCH_widgets} <QTest> <QSignalSpy>)
set(DESK_PCH_LINKS_core Qt6::Core)
set(DESK_PCH_LINKS_widgets Qt6::Widgets Qt6::Charts Qt6::Svg)
set(DESK_PCH_LINKS_coretest Qt6::Core Qt6::Network Qt6::Test)
set(DESK_PCH_LINKS_widgetstest Qt6::Widgets Qt6::Charts Qt6::Svg Qt6::Test)

# desk_precompiled(TARGET core|widgets|coretest|widgetstest): gives the target the headers of that set, made when first asked for.
function(desk_precompiled target set)
  if(NOT DESK_PCH)
    return()
  endif()
  # ccache keeps what it made with these headers only when the preprocessor says that it took them.
  set(options $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  set(owner desk_pch_${set})
  if(NOT TARGET ${owner})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${owner}.cpp CONTENT "// Carries the headers that are read once.\n")
    add_library(${owner} OBJECT ${PROJECT_BINARY_DIR}/${owner}.cpp)
    set_target_properties(${owner} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${owner} PRIVATE ${DESK_PCH_LINKS_${set}} desk_warnings)
    target_compile_options(${owner} PRIVATE ${options})
    target_precompile_headers(${owner} PRIVATE ${DESK_PCH_${set}})
  endif()
  target_compile_options(${target} PRIVATE ${options})
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
