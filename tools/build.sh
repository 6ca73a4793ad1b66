#!/bin/sh
# SPDX-License-Identifier: MIT
# Configures and builds one preset: tools/build.sh release|debug|asan [TARGET...]
set -eu
cd "$(dirname "$0")/.."
preset=${1:?usage: tools/build.sh PRESET [TARGET...]}
shift
# The same objects are then found again from another folder, such as a second clone.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
# Without it ccache passes by whatever uses a precompiled header.
export CCACHE_SLOPPINESS=pch_defines,time_macros
cmake --preset "$preset" >/dev/null || cmake --preset "$preset"
cmake --build --preset "$preset" ${1:+--target "$@"}
