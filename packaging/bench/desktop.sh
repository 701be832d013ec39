#!/usr/bin/env bash
# Opens the desktop over a vault of a million events in a window that no screen shows, walks through it by the keyboard, and
# prints when it was there and what memory it then takes: the figures of benchmarks.md.
#
#   packaging/bench/desktop.sh [ROUNDS [FOLDER]]      3 starts; the vault of target/bench/vaults/events-1000000
#
# Before it: mvn -q -DskipTests package, which also lays classes out in advance; mvn -q -Pbench -Dbench.arguments=timeline,
# which makes the vault; from Debian: xvfb, openbox, xdotool, x11-apps. Close everything else. The last start is the one
# that is walked through, some two minutes.
set -euo pipefail
export LC_ALL=C
rounds=${1:-3}
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${2:-$here/target/bench/vaults/events-1000000}
keyhold=$here/target/keyhold/bin/keyhold
[ -x "$keyhold" ] || { echo "First: mvn -q -DskipTests package" >&2; exit 1; }
[ -d "$folder/bench.keyhold" ] || { echo "First: mvn -q -Pbench -Dbench.arguments=timeline" >&2; exit 1; }
for tool in Xvfb openbox xdotool xwd; do
    command -v $tool >/dev/null || { echo "Missing: $tool (apt install xvfb openbox xdotool x11-apps)" >&2; exit 1; }
done
ls "$here"/target/keyhold/lib/cache/desktop-*.aot >/dev/null 2>&1 || echo "The desktop's classes are not laid out in advance here." >&2

own=$(mktemp -d)
window=none
desktop=none
finish() {
    [ $desktop = none ] || kill "$desktop" 2>/dev/null || true
    kill "$manager" "$screen" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$own"
}
manager= screen=
trap finish EXIT
export HOME=$own XDG_STATE_HOME=$own/state XDG_CONFIG_HOME=$own/config KEYHOLD_VAULT=$folder/bench.keyhold
Xvfb -displayfd 3 -screen 0 1920x1080x24 3>"$own/number" >/dev/null 2>&1 &
screen=$!
until [ -s "$own/number" ]; do sleep 0.05; done
DISPLAY=:$(cat "$own/number")
export DISPLAY
openbox >/dev/null 2>&1 &
manager=$!
sleep 1

now() { echo $((${EPOCHREALTIME/./} / 1000)); }

# A page is painted once its picture does not pack like an empty one, which takes some 19,000 bytes. Looking takes 35 ms.
packed() { xwd -silent -id "$window" 2>/dev/null | gzip -1 | wc -c; }

start() {
    local begun
    begun=$(now)
    "$keyhold" desktop >"$own/said" 2>&1 &
    desktop=$!
    window=none
    until window=$(xdotool search --onlyvisible --name Keyhold 2>/dev/null | head -1) && [ -n "$window" ]; do
        kill -0 "$desktop" 2>/dev/null || { echo "The desktop ended:" >&2; cat "$own/said" >&2; exit 1; }
        sleep 0.01
    done
    echo "window after $(($(now) - begun)) ms"
    until [ "$(packed)" -gt 30000 ]; do sleep 0.01; done
    echo "painted after $(($(now) - begun)) ms"
}

end() {
    kill $desktop
    wait $desktop 2>/dev/null || true
    desktop=none
}

# memory WHEN: what only this process has, and what is resident with the files it shares.
memory() {
    awk -v when="$1" '/^Rss:/ { rss = $2 } /^Private_(Clean|Dirty):/ { own += $2 } /^Anonymous:/ { anonymous = $2 }
        END { printf "%s: resident %d MiB, private %d, anonymous %d\n", when, rss / 1024, own / 1024, anonymous / 1024 }' /proc/$desktop/smaps_rollup
}

key() { xdotool key --window "$window" --clearmodifiers "$@"; }

command() {
    key ctrl+k
    sleep 1
    xdotool type --window "$window" --delay 20 "$1"
    sleep 1
    key Return
    sleep 2
}

walk() {
    memory "unlock page"
    xdotool windowfocus --sync "$window"
    xdotool type --window "$window" --delay 20 "correct horse battery staple"
    key Return
    sleep 6
    memory "unlocked"
    for place in 2 3 4 5 6 7 8 9 0 1; do
        key ctrl+$place
        sleep 2
    done
    memory "after every screen"
    key ctrl+4
    sleep 2
    command "Show all events"
    command "Verify chain"
    # Done when the process has rested for two seconds.
    local before=0 ticks
    for _ in $(seq 60); do
        sleep 2
        ticks=$(awk '{ print $14 + $15 }' /proc/$desktop/stat)
        [ $((ticks - before)) -lt 20 ] && break
        before=$ticks
    done
    memory "after the chain"
    xdotool mousemove --window "$window" 640 500 click 1
    sleep 1
    xdotool key --delay 40 --repeat 200 Page_Down
    sleep 2
    memory "after 200 pages of the timeline"
    sleep 20
    memory "after a rest"
    [ -z "${PICTURE:-}" ] || xwd -silent -id "$window" -out "$PICTURE"
    # By what a mapping is of, MiB resident.
    awk '/^[0-9a-f]+-[0-9a-f]+ / { of = $6 == "" ? "anonymous" : $6; sub(/.*\//, "", of) } /^Rss:/ { sum[of] += $2 }
        END { for (of in sum) if (sum[of] > 3072) printf "%6.1f MiB %s\n", sum[of] / 1024, of }' /proc/$desktop/smaps | sort -rn
}

for round in $(seq "$rounds"); do
    start
    [ "$round" = "$rounds" ] && walk
    end
    sleep 1
done
