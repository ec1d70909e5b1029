#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The main job against a central server of its own, reached by TCP with a password, as at a desk: a throw-away cluster filled
# with demonstration data, its relay writing .eml files, and the console logging in by its connection page.
#   separate_server.sh BUILD OUT [--dark]      BUILD: the build tree; OUT: where pictures, mails and summary.txt go
# Run under tests/support/gui_session.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1
out=$2
shift 2
folder=$(mktemp -d "${TMPDIR:-/tmp}/asp-central.XXXXXX")
chmod 755 "$folder"
cluster=$folder/serveur
relay=
finish() {
  if [ -n "$relay" ]; then
    kill "$relay" 2>/dev/null || true
    wait "$relay" 2>/dev/null || true
  fi
  "$build/tests/support/asp-testcluster" stop "$cluster" || true
  rm -rf "$folder"
}
trap finish EXIT

eval "$("$build/tests/support/asp-testcluster" start "$cluster")"
place="host=$ASP_CLUSTER_SOCKET&port=$ASP_CLUSTER_PORT"
admin="postgresql:///$ASP_CLUSTER_DATABASE?$place&user=admin"
"$build/app/programs/dbadmin/asp-dbadmin" demo "$admin" --establishments 1000 >"$folder/demo.log" 2>&1 \
  || { cat "$folder/demo.log"; exit 1; }
mkdir "$folder/courriels"
"$build/app/programs/relay/asp-relay" --database "postgresql:///$ASP_CLUSTER_DATABASE?$place&user=relay1" \
  --eml "$folder/courriels" --interval 300 >"$folder/relais.log" 2>&1 &
relay=$!
status=0
ASP_PASSWORD=essai-agent1 /usr/bin/python3 "$here/main_job.py" \
  --console "$build/app/programs/console/asp-console" --out "$out" \
  --database "postgresql://agent1@127.0.0.1:$ASP_CLUSTER_PORT/$ASP_CLUSTER_DATABASE?sslmode=disable" \
  --check-uri "$admin" --mails "$folder/courriels" "$@" || status=$?
if [ "$status" -ne 0 ]; then
  tail -n 5 "$folder/relais.log" >&2
fi
exit $status
