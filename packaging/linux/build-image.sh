#!/bin/sh
# Builds the app image, a folder with its own Java: build-image.sh JPACKAGE LAYOUT VERSION DESTINATION
# LAYOUT is what `mvn package` leaves in target/keyhold. JavaFX is linked into the runtime, the rest stays a class path.
# The launcher is the layout's own shell script: unlike jpackage's it chooses the virtual machine's flags by command.
set -eu
jpackage=$1
layout=$2
version=${3%-SNAPSHOT}
destination=$4
packaging=$(cd "$(dirname "$0")/.." && pwd)
jar=$(dirname "$jpackage")/jar
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml
modules=$modules,jdk.accessibility,jdk.crypto.ec,jdk.unsupported,jdk.zipfs
modules=$modules,javafx.controls,javafx.fxml,javafx.swing

rm -rf "$destination/keyhold"
mkdir -p "$destination"
"$jpackage" --type app-image --name keyhold --app-version "$version" --vendor Keyhold \
    --description "A key management service for one desk" \
    --icon "$packaging/../assets/icons/keyhold-512.png" \
    --input "$layout/lib/app" --main-jar keyhold.jar --main-class app.keyhold.Keyhold \
    --module-path "$layout/lib/javafx" --add-modules "$modules" \
    --jlink-options "--strip-debug --no-man-pages --no-header-files --compress zip-0 --generate-cds-archive" \
    --dest "$destination"
image=$destination/keyhold
rm -f "$image/bin/keyhold" "$image/lib/app/keyhold.cfg" "$image/lib/libapplauncher.so"
# Only heaps above 32 GiB would ask for this one.
rm -f "$image/lib/runtime/lib/server/classes_nocoops.jsa"
install -m 755 "$packaging/launcher/keyhold" "$image/bin/keyhold"

# JavaFX would otherwise unpack its libraries into the home folder, where any program may swap them.
for archive in "$layout"/lib/javafx/*.jar; do
    libraries=$("$jar" --list --file "$archive" | grep '\.so$' || true)
    # shellcheck disable=SC2086 # names of libraries hold no blanks
    [ -z "$libraries" ] || "$jar" --extract --file "$archive" --dir "$image/lib/runtime/lib" $libraries
done

case $(uname -m) in
    aarch64) machine=aarch64 ;;
    *) machine=x86_64 ;;
esac
for native in "$image"/lib/app/native/*/*; do
    [ "$native" = "$image/lib/app/native/Linux/$machine" ] || rm -r "$native"
done
rmdir "$image"/lib/app/native/* 2>/dev/null || true
