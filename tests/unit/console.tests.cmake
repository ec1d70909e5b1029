desk_add_test(unit/console/tst_options SOURCES ${PROJECT_SOURCE_DIR}/app/programs/console/options.cpp LINK desk_app)
