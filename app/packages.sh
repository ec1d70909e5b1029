#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs, on Debian 12, what the console needs. Sourced or run by app/try.sh and tests/run.sh:
#   bash app/packages.sh build        to build and run it
#   bash app/packages.sh build show   the same, and a virtual screen to show it where there is none
#   bash app/packages.sh build show test   the same, and what the tests use
# Does nothing when everything is there. Needs root or sudo.
set -euo pipefail

build_packages=(
  g++ cmake ninja-build pkgconf ccache ca-certificates
  qt6-base-dev libqt6opengl6-dev libqt6sql6-psql libqt6sql6-sqlite qt6-svg-dev libqt6svg6 qt6-charts-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6 qt6-translations-l10n
  qtkeychain-qt6-dev libsecret-1-0 libyaml-cpp-dev libsodium-dev libcurl4-openssl-dev libpq-dev libexpected-dev
  postgresql-15 fonts-noto-core)
show_packages=(
  xvfb xauth dbus dbus-daemon dbus-bin at-spi2-core python3 python3-pyatspi xdotool openbox imagemagick x11-utils procps postgresql-client-15)
test_packages=(gnome-keyring libsecret-tools git python3 python3-aiosmtpd openssl faketime clang libclang-rt-14-dev)

wanted=()
for group in "$@"; do
  case $group in
    build) wanted+=("${build_packages[@]}") ;;
    show) wanted+=("${show_packages[@]}") ;;
    test) wanted+=("${test_packages[@]}") ;;
    *) echo "app/packages.sh: unknown group '$group'" >&2; exit 2 ;;
  esac
done

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Il manque des paquets et ni root ni sudo ne sont disponibles. À installer : ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installation de ${#missing[@]} paquets : ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
  -qq -y --no-install-recommends install "${missing[@]}" >/dev/null
