#!/bin/sh
# SPDX-License-Identifier: MIT
# as-unprivileged.sh BINARIES SOURCE SCRIPT [ARGUMENT...]
# Runs the Python SCRIPT of SOURCE on copies that every user can read, named to it by PROCONNECT_BINARIES and
# PROCONNECT_SOURCE; as "nobody" when started by root, so that Chromium's own sandbox is on.
set -eu

binaries=$1
source=$2
script=$3
shift 3
stage=$(mktemp -d /tmp/proconnect-end-to-end.XXXXXX)
trap 'rm -rf "$stage"' EXIT
trap 'exit 143' INT TERM
mkdir "$stage/source" "$stage/work"
cp -R "$binaries" "$stage/bin"
[ ! -d "$binaries/../lib" ] || cp -R "$binaries/../lib" "$stage/lib"
for part in tools tests/end_to_end tests/service/live tests/run translations sandbox/demo-data.json sandbox/exports; do
    mkdir -p "$stage/source/$(dirname "$part")"
    cp -R "$source/$part" "$stage/source/$part"
done
export PROCONNECT_BINARIES="$stage/bin" PROCONNECT_SOURCE="$stage/source" TMPDIR="$stage/work"
export PYTHONPATH="$stage/source/tools" PYTHONDONTWRITEBYTECODE=1

status=0
cd "$stage/work"
if [ "$(id -u)" = 0 ]; then
    nobody=$(id -u nobody)
    chmod 0755 "$stage"
    chown -R "$nobody" "$stage/work"
    HOME="$stage/work" setpriv --reuid="$nobody" --regid="$(id -g nobody)" --clear-groups \
        /usr/bin/python3 "$stage/source/$script" "$@" || status=$?
else
    /usr/bin/python3 "$stage/source/$script" "$@" || status=$?
fi
exit $status
