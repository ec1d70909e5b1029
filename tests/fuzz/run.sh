#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Fuzzes what strangers can send: search term, command line, local socket, settings file, script YAML, delivery reports. Prints what
# each target did, in one line, and fails on a crash, a leak, a hang or a broken promise; the input is left in build/fuzz.
#   bash tests/fuzz/run.sh                      30 seconds each, two at a time (in CI: 5)
#   SECONDS_EACH=1200 bash tests/fuzz/run.sh yaml deliverystatus
#   RUNS=10000000 bash tests/fuzz/run.sh term socket commandline
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${SECONDS_EACH:-30}
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(term commandline socket settings yaml deliverystatus)
if ! command -v clang++ >/dev/null; then
  echo "SAUTÉ (non vérifié ici) : clang++ manque (paquets clang et libclang-rt-dev)"
  exit 77
fi
mkdir -p build/fuzz
began=$SECONDS
cmake --preset fuzz >build/fuzz/build.log 2>&1 || { tail -30 build/fuzz/build.log; exit 1; }
cmake --build --preset fuzz -j "${JOBS:-2}" >build/fuzz/build.log 2>&1 || { tail -30 build/fuzz/build.log; exit 1; }
echo "fuzz: built in $((SECONDS - began)) s"

one() {
  local target=$1 found=build/fuzz/corpus/$1 log=build/fuzz/$1.log limit=(-max_total_time="$seconds")
  [ -z "${RUNS:-}" ] || limit=(-runs="$RUNS")
  local longest=4096 seeds=("tests/fuzz/corpus/$target")
  [ "$target" != socket ] || longest=256
  [ "$target" != yaml ] || { longest=8192; seeds+=(resources/scripts); limit+=(-dict=tests/fuzz/yaml.dict); }
  mkdir -p "$found"
  if ASP_FUZZ=$target build/fuzz/tests/fuzz/asp-fuzz "${limit[@]}" ${FUZZ_SEED:+-seed="$FUZZ_SEED"} -max_len=$longest -timeout=10 -rss_limit_mb=1024 -artifact_prefix="build/fuzz/$target-" \
      -print_final_stats=1 "$found" "${seeds[@]}" >"$log" 2>&1; then
    awk -v t="$target" '/number_of_executed_units/{n=$2} /average_exec_per_sec/{r=$2} /new_units_added/{a=$2} /peak_rss/{m=$2}
      END{printf "fuzz %s: %d inputs, %d/s, %d new paths, %d MB, no crash, leak or hang\n", t, n, r, a, m}' "$log"
  else
    echo "PROMESSE ROMPUE : fuzz $target"
    tail -40 "$log"
    return 1
  fi
}

failed=0
running=()
for target in "${targets[@]}"; do
  one "$target" &
  running+=($!)
  if [ ${#running[@]} -eq 2 ]; then
    wait "${running[0]}" || failed=1
    running=("${running[@]:1}")
  fi
done
for job in "${running[@]}"; do wait "$job" || failed=1; done
exit $failed
