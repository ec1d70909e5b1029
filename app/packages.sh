#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 asp-console contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs, on Debian 12 or 13, what the console needs. Sourced or run by app/try.sh and tests/run.sh:
#   bash app/packages.sh build        to build and run it
#   bash app/packages.sh build show   the same, and a virtual screen to show it where there is none
#   bash app/packages.sh build show test   the same, and what the tests use, PostgreSQL in its newest minor version
# No name here belongs to one release of Debian: the server's and the compiler's versions are those the release brings.
# Without `test`, does nothing when everything is there. Needs root or sudo.
set -euo pipefail

build_packages=(
  g++ cmake ninja-build pkgconf ccache ca-certificates
  qt6-base-dev libqt6opengl6-dev libqt6sql6-psql libqt6sql6-sqlite qt6-svg-dev libqt6svg6 qt6-charts-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6 qt6-translations-l10n
  qtkeychain-qt6-dev libsecret-1-0 libyaml-cpp-dev libsodium-dev libcurl4-openssl-dev libpq-dev libexpected-dev
  fonts-noto-core)
show_packages=(
  xvfb xauth dbus dbus-daemon dbus-bin at-spi2-core python3 python3-pyatspi xdotool openbox imagemagick x11-utils procps)
test_packages=(gnome-keyring libsecret-tools git python3 python3-aiosmtpd openssl faketime clang libclang-rt-dev)
oldest_server=15

wanted=()
testing=no
for group in "$@"; do
  case $group in
    build) wanted+=("${build_packages[@]}") ;;
    show) wanted+=("${show_packages[@]}") ;;
    test) wanted+=("${test_packages[@]}"); testing=yes ;;
    *) echo "app/packages.sh: unknown group '$group'" >&2; exit 2 ;;
  esac
done

# The names of what is installed, those that a package stands in for included (Debian 13's qt6-base-dev is libqt6opengl6-dev too).
here=""
look_again() {
  here=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package} ${Provides}\n' \
    | awk '/^ii/ { gsub(/\([^)]*\)|,/, " "); for (i = 2; i <= NF; ++i) print $i }')
}

installed() {
  grep -qxF "$1" <<<"$here"
}

# The server that the console and the tests take when several are there: the newest. Nothing when there is none.
server_major() {
  local initdb major newest=""
  for initdb in /usr/lib/postgresql/*/bin/initdb; do
    major=${initdb#/usr/lib/postgresql/}
    major=${major%%/*}
    if [ -x "$initdb" ] && [[ $major =~ ^[0-9]+$ ]] && [ "$major" -ge "${newest:-$oldest_server}" ]; then
      newest=$major
    fi
  done
  echo "$newest"
}

# Boost.Describe came with Boost 1.77, and Debian 12's libboost-dev is older: 1.81 is there under a name of its own. So the
# newest that the release offers is taken where what is installed is too old.
oldest_boost=108100
has_boost() {
  local version
  version=$(awk '$1 == "#define" && $2 == "BOOST_VERSION" { print $3 }' /usr/include/boost/version.hpp 2>/dev/null)
  [ "${version:-0}" -ge "$oldest_boost" ]
}
newest_boost() {
  apt-cache pkgnames libboost1. | grep -E '^libboost1\.[0-9]+-dev$' | sort -V | tail -n 1 || true
}

as_root=()
become_root() {
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null || return 1
  as_root=(sudo)
}

# Quiet unless it fails: installing these says a hundred lines that help nobody.
apt_get() {
  local said
  said=$(mktemp)
  if ! apt_get_aloud "$@" >"$said" 2>&1; then
    cat "$said" >&2
    rm -f "$said"
    return 1
  fi
  rm -f "$said"
}

apt_get_aloud() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -qq "$@"
}

updated=no
update_lists() {
  [ "$updated" = no ] || return 0
  updated=yes
  apt_get_aloud -o APT::Update::Error-Mode=any update >/dev/null 2>&1 \
    || echo "La liste des paquets n’a pas pu être mise à jour (hors ligne ?) : les versions connues sont utilisées."
}

install() {
  if ! become_root; then
    echo "Il manque des paquets et ni root ni sudo ne sont disponibles. À installer : $*" >&2
    exit 1
  fi
  echo "Installation de $# paquets : $*"
  update_lists
  apt_get -y --no-install-recommends install "$@"
}

look_again
missing=()
for package in "${wanted[@]}"; do
  installed "$package" || missing+=("$package")
done
[ -n "$(server_major)" ] || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  install "${missing[@]}"
fi
# Debian 13 has what draws the style sheet's SVG pictures (ticks, arrows) in a package of its own.
if ! ls /usr/lib/*/qt6/plugins/imageformats/libqsvg.so >/dev/null 2>&1; then
  install qt6-svg-plugins
fi
if ! has_boost; then
  ! become_root || update_lists # the name is known from the lists only
  boost=$(newest_boost)
  install "${boost:-libboost-dev}"
fi
[ "$testing" = yes ] || exit 0

# Security updates of PostgreSQL may refuse what the version before took: the tests run on the newest that the release offers.
server=postgresql-$(server_major)
checker=$server-plpgsql-check
may_install() {
  become_root && { [ ${#as_root[@]} -eq 0 ] || [ -t 0 ] || sudo -n true 2>/dev/null; }
}
if may_install; then
  update_lists
  apt_get -y --no-install-recommends install "$server" "$checker" \
    || echo "PostgreSQL n’a pas pu être mis à jour : les essais prennent la version installée." >&2
else
  echo "Ni root ni sudo sans mot de passe : PostgreSQL n’est pas mis à jour, les essais prennent la version installée."
fi
look_again
if ! installed "$checker"; then
  echo "Il manque un paquet : $checker" >&2
  exit 1
fi
echo "PostgreSQL $(dpkg-query -W -f '${Version}' "$server")"
