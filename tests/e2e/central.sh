#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The main job against a separate server, as in production: a cluster of its own, migrated and filled by asp-dbadmin, a relay
# beside it, and an agent who logs in over TCP with a password.
#   central.sh BUILD_FOLDER OUT_FOLDER
set -euo pipefail
build=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/asp-central.XXXXXX")
chmod 755 "$work"
relay=
finish() {
  [ -z "$relay" ] || kill "$relay" 2>/dev/null || true
  "$build/tests/support/asp-testcluster" stop "$work/cluster" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
eval "$("$build/tests/support/asp-testcluster" start "$work/cluster")"
at() { echo "postgresql://$1@/$ASP_CLUSTER_DATABASE?host=$ASP_CLUSTER_SOCKET&port=$ASP_CLUSTER_PORT"; }
"$build/app/programs/dbadmin/asp-dbadmin" demo "$(at admin)" --establishments 1000 >"$work/demo.log" || { cat "$work/demo.log"; exit 1; }
mkdir -p "$work/courriels"
"$build/app/programs/relay/asp-relay" --database "$(at relay1)" --eml "$work/courriels" --interval 200 &
relay=$!
status=0
ASP_PASSWORD=essai-agent1 bash "$here/../support/gui_session.sh" /usr/bin/python3 "$here/main_job.py" --console "$build/app/programs/console/asp-console" --out "$out" \
  --dark --database "postgresql://agent1@127.0.0.1:$ASP_CLUSTER_PORT/$ASP_CLUSTER_DATABASE?sslmode=disable" --check-uri "$(at admin)" --mails "$work/courriels" || status=$?
exit $status
