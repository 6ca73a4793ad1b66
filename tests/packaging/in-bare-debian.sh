#!/bin/sh
# SPDX-License-Identifier: MIT
# in-bare-debian.sh PACKAGES CACHE COMMAND...
# Installs PACKAGES/*.deb in a copy of a bare Debian 12, runs COMMAND with the copy's path added, and purges them. The
# bare system and the downloads are kept in CACHE. Needs root or sudo.
set -eu

if [ "$(id -u)" != 0 ]; then
    exec sudo -n -- "$0" "$@"
fi
inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" "$@"
}
logged() {
    "$@" >>"$log" 2>&1 || {
        tail -n 30 "$log"
        exit 1
    }
}

if [ "$1" != --mounted ]; then
    packages=$1
    cache=$2
    log=$cache/log
    mkdir -p "$cache/archives/partial"
    : >"$log"
    if [ ! -f "$cache/bare.tar" ]; then
        rm -rf "$cache/root"
        logged debootstrap --variant=minbase bookworm "$cache/root" \
            "${PROCONNECT_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
        tar -C "$cache/root" -cf "$cache/bare.tar.new" .
        mv "$cache/bare.tar.new" "$cache/bare.tar"
        rm -rf "$cache/root"
    fi
    # Every user may enter it, so that the programs can be tried as someone who is not root. It is removed out here,
    # where what the inner run mounted in it does not exist.
    root=$(mktemp -d /tmp/proconnect-bare.XXXXXX)
    trap 'rm -rf "$root"' EXIT
    trap 'exit 143' INT TERM
    chmod 0755 "$root"
    tar -C "$root" -xf "$cache/bare.tar"
    mkdir "$root/packages"
    cp "$packages"/*.deb "$root/packages/"
    shift 2
    unshare --mount --propagation private -- "$0" --mounted "$root" "$cache" "$@"
    exit 0
fi

root=$2
cache=$3
log=$cache/log
shift 3
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
# The virtual display and the session bus of a trial live in /tmp.
mount --bind /tmp "$root/tmp"
mount --bind "$cache/archives" "$root/var/cache/apt/archives"
cp /etc/resolv.conf "$root/etc/resolv.conf"
# Services are not started by installing: there is no init in here.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 0755 "$root/usr/sbin/policy-rc.d"

logged inside apt-get -q update
logged inside sh -c 'apt-get -q -y --no-install-recommends install /packages/*.deb'
inside dpkg --list proconnect proconnectd | tail -n 2
"$@" "$root"
logged inside apt-get -q -y purge proconnect proconnectd
