#!/bin/sh
# SPDX-License-Identifier: MIT
# try-packages.sh ROOT: starts what the packages installed in ROOT.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
"$here/try-service.sh" "$1"
# The source tree may be unreadable for others: what the driver needs is copied to where it is not.
stage=$(mktemp -d /tmp/proconnect-try.XXXXXX)
trap 'rm -rf "$stage"' EXIT INT TERM
mkdir -p "$stage/tests/packaging"
cp -R "$here/../../tools" "$here/../../translations" "$stage/"
cp "$here/try_desktop.py" "$stage/tests/packaging/"
chmod 0755 "$stage"
setpriv --reuid=nobody --regid=nogroup --clear-groups --inh-caps=+sys_chroot --ambient-caps=+sys_chroot \
    env PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$stage/tests/packaging/try_desktop.py" "$1"
