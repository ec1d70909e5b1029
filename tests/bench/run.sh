#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Measures the console beside bare libpq and an empty window, on a throw-away cluster and a screen of its own, and prints
# one table on standard output.
#   bash tests/bench/run.sh                            20,000 establishments
#   bash tests/bench/run.sh --establishments 200000    a bigger database, beside the small one
#   further options: --rounds N (3), --small N (20000), --tickets N (0) added to the big one
# BUILD: the build folder (build/release). Nothing is left running.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
work=$(mktemp -d "${TMPDIR:-/tmp}/asp-bench.XXXXXX")
chmod 711 "$work"
screen=

finish() {
  "$build/tests/support/asp-testcluster" stop "$work/cluster" 2>/dev/null || true
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

{
  [ -f "$build/CMakeCache.txt" ] || cmake --preset release -S "$root" -B "$build" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  cmake --build "$build" --target asp-bench asp-bench-window asp-bench-empty asp-testcluster >"$work/log" 2>&1 \
    || { tail -30 "$work/log"; exit 1; }
} >&2

settings=$("$build/tests/support/asp-testcluster" start "$work/cluster" \
  --set shared_buffers=512MB --set max_wal_size=4GB --set log_min_messages=fatal)
eval "$settings"

Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
screen=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 QT_LOGGING_RULES='desk.session.warning=false'
# No keychain: its answer depends on the desktop one measures on.
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent XDG_RUNTIME_DIR="$work/runtime" HOME="$work/home"
mkdir -m 700 "$work/runtime" "$work/home"

echo "$(nproc) cœurs, $(free -m | awk '/^Mem:/ {print $2}') Mio, charge $(cut -d' ' -f1 /proc/loadavg)" >&2
"$build/tests/asp-bench" --socket "$ASP_CLUSTER_SOCKET" --port "$ASP_CLUSTER_PORT" "$@"
