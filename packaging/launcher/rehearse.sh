#!/bin/sh
# Makes the caches that commands and the desktop start from: rehearse.sh LAYOUT
# One run of the commonest commands and one of the desktop, recorded by the Java that LAYOUT's launcher finds, under the flags
# it chooses.
#
# The virtual machine of JDK 25 does not notice that a jar was replaced under such a cache and goes on running the old
# classes (JDK-8377932). So the cache's name carries a hash over all jars, and beside it lies the list of names, sizes and
# times it was made from: the launcher takes it only while the jars are still those.
set -eu
layout=$(cd "$1" && pwd -P)
cache=$layout/lib/cache
scratch=$(mktemp -d)
screen=none
trap 'rm -rf "$scratch"; [ $screen = none ] || kill $screen 2>/dev/null' EXIT
mkdir "$scratch/files" "$scratch/tmp"
rm -rf "$cache"

case $(uname -s) in
    Darwin) what='-f %N:%z:%m' && digest='shasum -a 256' ;;
    *) what='-c %n:%s:%Y' && digest=sha256sum ;;
esac

# Classes without profiles of their methods: with those, the second compiler begins at once on everything the rehearsal did
# often, and a command that lasts a second pays more for it than it gets.
record() {
    HOME=$scratch XDG_STATE_HOME=$scratch/state \
        JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$scratch/$1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -Duser.home=$scratch -Djava.io.tmpdir=$scratch/tmp ${3:-}" \
        "$layout/bin/keyhold" "$2" "$scratch/files" >"$scratch/said" 2>&1 || true
    [ -s "$scratch/$1" ]
}
must() {
    if ! "$@"; then
        cat "$scratch/said" >&2
        exit 1
    fi
}

# Sets DISPLAY to a screen that nobody sees, where one is installed: what belongs to real windows is then laid out too.
find_screen() {
    command -v Xvfb >/dev/null || return 1
    Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
    screen=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ -s "$scratch/display" ] && DISPLAY=:$(cat "$scratch/display") && export DISPLAY && return 0
        sleep 0.5
    done
    return 1
}

must record commands rehearse
# A card's way of drawing is tried there first, as where there is one.
find_screen && record desktop rehearse-desktop "-Dkeyhold.rehearsal.screen=true -Dprism.order=es2,sw" || must record desktop rehearse-desktop

cd "$layout/lib/app"
hash=$($digest ./*.jar | $digest)
hash=$(printf %.16s "$hash")
mkdir "$cache"
mv "$scratch/commands" "$cache/commands-$hash.aot"
mv "$scratch/desktop" "$cache/desktop-$hash.aot"
# shellcheck disable=SC2086
stat $what ./*.jar >"$cache/$hash.jars"
chmod -R u=rwX,go=rX "$cache"
