#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs what is missing, builds the console and opens it on demonstration data, on a private PostgreSQL server of its own.
# With no display, performs the main job of the desk in the real window on a virtual screen instead, and leaves numbered
# screenshots, the mails that went out (.eml) and summary.txt in a folder: TRY_OUT, or a new one. Its path is the last line.
set -euo pipefail
cd "$(dirname "$0")/.."
groups=(build)
headless=no
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  headless=yes
  groups+=(show)
fi

echo "1/3 Paquets"
bash app/packages.sh "${groups[@]}"
echo "2/3 Compilation (quelques minutes la première fois)"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake --preset release >"$log" 2>&1 || { cat "$log"; exit 1; }
cmake --build --preset release --target asp-console asp-relay asp-dbadmin >"$log" 2>&1 || { cat "$log"; exit 1; }
console=build/release/app/programs/console/asp-console

if [ "$headless" = no ]; then
  echo "3/3 Ouverture de la console"
  rm -f "$log"
  exec "$console" --demo agent
fi

echo "3/3 Pas d’écran : un appel complet dans la vraie fenêtre, sur un écran virtuel"
out=${TRY_OUT:-$(mktemp -d "${TMPDIR:-/tmp}/asp-console-essai.XXXXXX")}
mkdir -p "$out"
bash tests/support/gui_session.sh /usr/bin/python3 tests/e2e/main_job.py --console "$console" --out "$out"
echo "Captures, courriels et résumé :"
echo "$out"
