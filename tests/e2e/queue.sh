#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Two consoles on one server: a cluster of its own, filled with demonstration data, an agent and a supervisor who log in over
# TCP with their passwords.
#   queue.sh BUILD_FOLDER OUT_FOLDER
set -euo pipefail
build=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/asp-files.XXXXXX")
chmod 755 "$work"
finish() {
  "$build/tests/support/asp-testcluster" stop "$work/cluster" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
eval "$("$build/tests/support/asp-testcluster" start "$work/cluster")"
admin="postgresql://admin@/$ASP_CLUSTER_DATABASE?host=$ASP_CLUSTER_SOCKET&port=$ASP_CLUSTER_PORT"
"$build/app/programs/dbadmin/asp-dbadmin" demo "$admin" --establishments 1000 >"$work/demo.log" || { cat "$work/demo.log"; exit 1; }
status=0
bash "$here/../support/gui_session.sh" /usr/bin/python3 "$here/queue_job.py" --console "$build/app/programs/console/asp-console" \
  --out "$out" --database-of "postgresql://%s@127.0.0.1:$ASP_CLUSTER_PORT/$ASP_CLUSTER_DATABASE?sslmode=disable" \
  --check-uri "$admin" || status=$?
exit $status
