#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs what is missing and the newest minor version of PostgreSQL that the package registry offers, builds everything with
# warnings as errors, and runs every test, on real PostgreSQL servers, a real keyring and the real window under a virtual screen.
# Nothing is left running.
#   bash tests/run.sh                 everything
#   bash tests/run.sh -L unit         only the tests of one folder (unit, db, relay, gui, e2e, faults, fuzz); further ctest options work too
#   PRESET=asan bash tests/run.sh     with another preset of CMakePresets.json
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${PRESET:-ci}

echo "1/4 Paquets"
bash app/packages.sh build show test
echo "2/4 Préparation ($preset)"
cmake --preset "$preset" >"${TMPDIR:-/tmp}/asp-console-configure.$$.log" 2>&1 \
  || { cat "${TMPDIR:-/tmp}/asp-console-configure.$$.log"; exit 1; }
rm -f "${TMPDIR:-/tmp}/asp-console-configure.$$.log"
echo "3/4 Compilation"
cmake --build --preset "$preset"
# Figures and pictures are not tests, but what makes them must build.
cmake --build --preset "$preset" --target asp-bench asp-bench-empty asp-bench-window asp-pictures
echo "4/4 Essais"
# Two at a time: each has its own server, screen and folders.
ctest --preset "$preset" --output-on-failure -j "${TEST_JOBS:-2}" "$@"
