#!/bin/sh
# SPDX-License-Identifier: MIT
# with-session.sh COMMAND... : runs COMMAND in a D-Bus session of its own with an unlocked key store and a
# throw-away home; PROCONNECT_TEST_NO_KEY_STORE=1 leaves the key store out. The person's own session is never touched.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/.local/share" \
    XDG_CONFIG_HOME="$home/.config" XDG_CACHE_HOME="$home/.cache"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DBUS_SESSION_BUS_ADDRESS
if [ "${PROCONNECT_TEST_NO_KEY_STORE:-0}" = 1 ]; then
    # A session bus would start the key store on demand; an address without a bus cannot.
    DBUS_SESSION_BUS_ADDRESS="unix:path=$home/none" "$@"
else
    # The outer shell must outlive the session to remove the home, hence no exec here.
    # shellcheck disable=SC2016
    dbus-run-session -- sh -c '
        printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        exec "$@"' sh "$@"
fi
