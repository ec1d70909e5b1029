#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Runs a command with a virtual screen, a session bus, the accessibility bus and a window manager of its own:
#   gui_session.sh COMMAND [ARGUMENT…]
#   GEOMETRY=1920x1080x24 gui_session.sh …    another screen than 1366x768
# Where there is a keyring, an open one of its own: a closed one would ask for its password over everything.
# Several may run at once: Xvfb chooses a free display itself. Nothing outlives the command.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/asp-gui.XXXXXX")
mkdir -m 700 "$folder/run"
export XDG_RUNTIME_DIR=$folder/run XDG_DATA_HOME=$folder/data QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
mkfifo "$folder/display"
Xvfb -displayfd 7 -screen 0 "${GEOMETRY:-1366x768x24}" -nolisten tcp -noreset 7>"$folder/display" >"$folder/xvfb.log" 2>&1 &
screen=$!
finish() {
  kill "$screen" 2>/dev/null || true
  wait "$screen" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
if ! read -r -t 20 number <"$folder/display"; then
  cat "$folder/xvfb.log" >&2
  exit 97
fi
export DISPLAY=:$number
status=0
dbus-run-session -- bash -c '
  dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null
  dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus org.freedesktop.DBus.Properties.Set \
    string:org.a11y.Status string:IsEnabled variant:boolean:true >/dev/null
  if command -v gnome-keyring-daemon >/dev/null; then
    eval "$(printf %s throw-away | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)" || true
  fi
  openbox >/dev/null 2>&1 &
  manager=$!
  for attempt in $(seq 50); do xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break; sleep 0.1; done
  status=0
  "$@" || status=$?
  kill $manager ${GNOME_KEYRING_PID:-} 2>/dev/null
  exit $status' bash "$@" 2> >(grep -vE "set fd limit|dbus-daemon\[|SpiRegistry|X connection to" >&2) || status=$?
exit $status
