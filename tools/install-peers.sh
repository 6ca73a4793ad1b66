#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the servers of other people that the tests talk to (tests/service/peers), exactly as its lock file has them.
# Needs the network once; does nothing while they are there.
set -eu

case ${1:-} in
"") ;;
-h | --help) echo "Usage: tools/install-peers.sh" && exit 0 ;;
*) echo "Usage: tools/install-peers.sh" >&2 && exit 2 ;;
esac

cd "$(dirname "$0")/../tests/service/peers"
wanted=$(sha256sum package-lock.json)
[ "$(cat node_modules/.installed-from 2>/dev/null)" != "$wanted" ] || exit 0

if ! command -v npm >/dev/null 2>&1; then
    echo "npm is missing: tools/install-packages.sh test" >&2
    exit 1
fi
echo "Installing the test peers"
# None of them has anything to build, and none may run anything at installation.
if ! npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --no-update-notifier; then
    echo "The test peers could not be installed. Is there a network?" >&2
    exit 1
fi
printf '%s\n' "$wanted" >node_modules/.installed-from
