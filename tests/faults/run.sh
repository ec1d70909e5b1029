#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The fault tests one after the other, each printing its figure in one line.
#   bash tests/faults/run.sh              the samples, as in CI
#   bash tests/faults/run.sh --long       the whole runs: 1,000 operations, interleavings and resets
#   bash tests/faults/run.sh storm sweep  some of them
# BUILD names the build folder (build/dev). What a test was killed in is cleared away. Root is needed for the full disk only.
set -uo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build/dev}
long=()
names=()
for word in "$@"; do
  case $word in
    --long) long=(--long) ;;
    *) names+=("$word") ;;
  esac
done
[ ${#names[@]} -gt 0 ] || names=(storm failover frozen diskfull locked clockjump interleave outage sweep)
cmake --build "$build" --target asp-faultdriver asp-relay asp-console asp-dbadmin asp-testcluster >/dev/null || exit 1
failed=0
for name in "${names[@]}"; do
  PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "tests/faults/$name.py" --build "$(realpath "$build")" "${long[@]}"
  code=$?
  [ $code -eq 0 ] || [ $code -eq 77 ] || failed=1
done
exit $failed
