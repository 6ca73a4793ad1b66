#!/bin/sh
# SPDX-License-Identifier: MIT
# try-service.sh ROOT: starts the installed service as its unit does, and asks it whether it works.
set -eu

root=$1
port=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
# In place of the shell that calls it, so that a signal to that shell's number reaches the program.
become() {
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 chroot "$root" "$@"
}
inside() {
    (become "$@")
}
inside proconnectd --version | grep -q '^communes: COG '
inside proconnectd --help >/dev/null

# The unit's user and its configuration as installed; what the operator adds comes from the environment.
become setpriv --reuid=proconnectd --regid=proconnectd --clear-groups env \
    PROCONNECT_HTTP_LISTEN="127.0.0.1:$port" PROCONNECT_FRANCECONNECT_ISSUER=https://fournisseur.example/api/v2 \
    PROCONNECT_FRANCECONNECT_CLIENT_ID=try PROCONNECT_FRANCECONNECT_CLIENT_SECRET=try \
    proconnectd --config /etc/proconnect/proconnectd.ini >"$root/service.log" 2>&1 &
service=$!
trap 'kill $service 2>/dev/null || true; wait $service 2>/dev/null || true' EXIT INT TERM

tries=0
until python3 -c "import urllib.request as r; r.urlopen('http://127.0.0.1:$port/healthz', timeout=2)" 2>/dev/null; do
    tries=$((tries + 1))
    if [ $tries -gt 100 ] || ! kill -0 $service 2>/dev/null; then
        cat "$root/service.log"
        echo "the service does not answer on port $port"
        exit 1
    fi
    sleep 0.1
done
[ "$(stat -c %a "$root/etc/proconnect/proconnectd.ini")" = 640 ] || { echo "the configuration is readable by all" && exit 1; }
echo "the service answers"
