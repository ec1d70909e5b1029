#!/bin/bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
# Runs a command with a session bus and a keyring of its own, without a screen, as any user.
#   with_keyring.sh unlocked|locked COMMAND...
# Everything lives in a throw-away home; the command sees the state in KEYRING.
set -eu
export KEYRING=$1
shift
folder=$(mktemp -d /tmp/keyring.XXXXXX)
trap 'rm -rf "$folder"' EXIT
mkdir -m 700 "$folder/run" "$folder/home"
export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run
export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS || true

# Inside the bus: --unlock makes the login keyring; for a locked one the daemon is started again without the password.
inside='
wait_for_service() {
    for _ in $(seq 50); do
        dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
            string:org.freedesktop.secrets | grep -q "boolean true" && return
        sleep 0.1
    done
    echo "no secret service on the bus" >&2
    exit 1
}
eval "$(printf %s throw-away | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
wait_for_service
if [ "$KEYRING" = locked ]; then
    login=/org/freedesktop/secrets/collection/login
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock array:objpath:$login >/dev/null
fi
code=0
"$@" || code=$?
[ -z "${GNOME_KEYRING_PID:-}" ] || kill "$GNOME_KEYRING_PID" 2>/dev/null || true
exit $code'
dbus-run-session -- bash -c "$inside" bash "$@"
