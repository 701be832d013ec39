#!/bin/sh
# Turns jpackage's app image into Keyhold's: finish-image.sh IMAGE JAVAFX-LIBRARIES
# The launcher is the same shell script as in target/keyhold: unlike jpackage's it chooses the virtual machine's flags by
# command.
set -eu
image=$1
libraries=$2
packaging=$(cd "$(dirname "$0")/.." && pwd)

rm -f "$image/bin/keyhold" "$image/lib/app/keyhold.cfg" "$image/lib/libapplauncher.so"
install -m 755 "$packaging/launcher/keyhold" "$image/bin/keyhold"

# JavaFX would otherwise unpack its libraries into the home folder, where any program may swap them.
cp "$libraries"/*.so "$image/lib/runtime/lib/"

# Only heaps above 32 GiB would ask for this one.
rm -f "$image/lib/runtime/lib/server/classes_nocoops.jsa"

case $(uname -m) in
    aarch64) machine=aarch64 ;;
    *) machine=x86_64 ;;
esac
for native in "$image"/lib/app/native/*/*; do
    [ "$native" = "$image/lib/app/native/Linux/$machine" ] || rm -r "$native"
done
rmdir "$image"/lib/app/native/* 2>/dev/null || true
