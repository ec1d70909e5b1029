desk_add_test(unit/console/tst_options SOURCES ${PROJECT_SOURCE_DIR}/app/programs/console/options.cpp LINK desk_app)
desk_add_test(unit/console/tst_lintcommand)
target_compile_definitions(tst_lintcommand PRIVATE DBADMIN_PROGRAM="$<TARGET_FILE:asp-dbadmin>")
add_dependencies(tst_lintcommand asp-dbadmin)
