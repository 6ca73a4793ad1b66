#!/bin/sh
# SPDX-License-Identifier: MIT
# in-bare-debian.sh PACKAGES CACHE COMMAND...
# Installs PACKAGES/*.deb in a copy of a bare Debian 12 and runs COMMAND with the copy's path added. The bare system
# and the downloads are kept in CACHE. Needs root or sudo; mounts end with the private mount namespace.
set -eu

packages=$1
cache=$2
shift 2
if [ "$(id -u)" != 0 ]; then
    exec sudo -n -- "$0" "$packages" "$cache" "$@"
fi
if [ "${PROCONNECT_PRIVATE_MOUNTS:-}" != 1 ]; then
    exec env PROCONNECT_PRIVATE_MOUNTS=1 unshare --mount --propagation private -- "$0" "$packages" "$cache" "$@"
fi

mirror=${PROCONNECT_DEBIAN_MIRROR:-http://deb.debian.org/debian}
mkdir -p "$cache/archives/partial"
if [ ! -f "$cache/bare.tar" ]; then
    rm -rf "$cache/root"
    debootstrap --variant=minbase bookworm "$cache/root" "$mirror" >"$cache/debootstrap.log" 2>&1 || {
        tail -n 20 "$cache/debootstrap.log"
        exit 1
    }
    tar -C "$cache/root" -cf "$cache/bare.tar.new" .
    mv "$cache/bare.tar.new" "$cache/bare.tar"
    rm -rf "$cache/root"
fi

# In a place that every user may enter, so that the programs can be tried as someone who is not root.
root=$(mktemp -d /tmp/proconnect-bare.XXXXXX)
trap 'umount -R "$root" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT INT TERM
chmod 0755 "$root"
tar -C "$root" -xf "$cache/bare.tar"
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind "$cache/archives" "$root/var/cache/apt/archives"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mkdir "$root/packages"
cp "$packages"/*.deb "$root/packages/"
# Services are not started by installing: there is no init in here.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 0755 "$root/usr/sbin/policy-rc.d"

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" "$@"
}
inside sh -c 'apt-get -q update && apt-get -q -y --no-install-recommends install /packages/*.deb' \
    >"$cache/install.log" 2>&1 || {
    tail -n 30 "$cache/install.log"
    exit 1
}
inside dpkg --list proconnect proconnectd | tail -n 2
"$@" "$root"
inside apt-get -q -y purge proconnect proconnectd >>"$cache/install.log" 2>&1 || {
    tail -n 30 "$cache/install.log"
    exit 1
}
