#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the Debian packages named in tools/packages/LIST that are missing, and nothing else.
set -eu

usage() {
    echo "Usage: tools/install-packages.sh [--list] LIST..."
    echo "Lists: build, run, display, test, packaging, bench, load. --list only prints the packages that are missing."
}

here=$(cd "$(dirname "$0")" && pwd)
only_list=no
wanted=
for argument in "$@"; do
    case $argument in
    -h | --help) usage && exit 0 ;;
    --list) only_list=yes ;;
    *)
        file=$here/packages/$argument
        [ -f "$file" ] || { usage >&2 && exit 2; }
        wanted="$wanted $(sed '/^#/d' "$file" | tr '\n' ' ')"
        ;;
    esac
done
[ -n "$wanted" ] || { usage >&2 && exit 2; }

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This system has no dpkg. ProConnect is built and tested on Debian 12; elsewhere, install by hand:" >&2
    echo "$wanted" | xargs -n 6 >&2
    exit 1
fi

# With what they stand for: a nodejs from elsewhere than Debian brings npm along, and conflicts with Debian's.
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
    sed -n 's/^installed //p' | tr ',' '\n' | sed 's/^ *//; s/ .*//')
missing=
for package in $wanted; do
    printf '%s\n' "$installed" | grep -qx "$package" || missing="$missing $package"
done
missing=$(printf '%s\n' "$missing" | xargs -r -n 1 | sort -u | xargs -r)

[ "$only_list" = no ] || { printf '%s\n' "$missing" && exit 0; }
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
else
    echo "These packages are missing, and installing them needs root or sudo. As root, run:" >&2
    echo "    apt-get install --no-install-recommends $missing" >&2
    exit 1
fi

echo "Installing: $missing"
apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}
# Unquoted on purpose: one word per package.
# shellcheck disable=SC2086
if ! { apt update && apt install -y --no-install-recommends $missing; }; then
    echo "The packages could not be installed. Is there a network, and is this Debian 12 (bookworm)?" >&2
    exit 1
fi
