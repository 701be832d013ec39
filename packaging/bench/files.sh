#!/usr/bin/env bash
# Encrypts and decrypts files with Keyhold and its peers side by side, and prints the tables of benchmarks.md.
#
#   packaging/bench/files.sh [ROUNDS [FOLDER]]      5 rounds, in target/bench/files
#
# Before it: mvn -q -DskipTests package, mvn -q -Pbench -Dbench.arguments=0; from Debian: age, openssl, time. It takes about
# a minute and a half a round and 8 GB of FOLDER's disk. Close everything else.
#
# Every comparison is made twice, because Keyhold syncs a finished file before it names it and peers don't: unsynced
# against them (--no-sync), and as it is against them and a sync of what they wrote. Times are of whole processes, the input
# is in the page cache, outputs are fresh files. What Keyhold's time contains of the key derivation (the floor of a slot,
# 64 MiB) is taken off: as a fresh process with the same flags measures it in the same round.
set -euo pipefail
export LC_ALL=C
rounds=${1:-5}
here=$(cd "$(dirname "$0")/../.." && pwd)
folder=${2:-$here/target/bench/files}
layout=$here/target/keyhold
keyhold=$layout/bin/keyhold
classpath=$here/target/bench/classpath
[ -x "$keyhold" ] || { echo "First: mvn -q -DskipTests package" >&2; exit 1; }
[ -r "$classpath" ] || { echo "First: mvn -q -Pbench -Dbench.arguments=0" >&2; exit 1; }
for tool in age age-keygen openssl /usr/bin/time; do
    command -v $tool >/dev/null || { echo "Missing: $tool (apt install age openssl time)" >&2; exit 1; }
done

# The small files of earlier runs are put aside: just after thousands are deleted, ext4 makes files several times as slowly.
if [ -e "$folder" ]; then
    rm -rf "$folder"/large* "$folder"/opened "$folder"/out
    mv "$folder" "$folder-before-$(date +%Y%m%d-%H%M%S)"
fi
mkdir -p "$folder"
cd "$folder"
results=$folder/results
export XDG_STATE_HOME=$folder/state KEYHOLD_VAULT=$folder/bench.keyhold KEYHOLD_PASSPHRASE_FILE=$folder/passphrase
echo "a passphrase of the benchmark" >passphrase
chmod 600 passphrase
"$keyhold" vault create --kdf-memory=64 >/dev/null
age-keygen -o age.key 2>/dev/null
recipient=$(age-keygen -y age.key)
head -c 1073741824 /dev/urandom >large
head -c 10240 /dev/urandom >one
mkdir small
for i in $(seq 2000); do head -c 10240 /dev/urandom >"small/f$i"; done
sync

# The Java that the launcher finds, as it starts it.
java_home=$(sh -x "$keyhold" --version 2>&1 | sed -n "s/^+ exec '*\(.*\)\/bin\/java'* .*/\1/p")
java() { "$java_home/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "$@"; }
compile=$(sed -n 's/^compile="\(.*\)"$/\1/p' "$keyhold")
desktop=$(sed -n 's/^desktop="\(.*\)"$/\1/p' "$keyhold")
cache=$(echo "$layout"/lib/cache/commands-*.aot)
libraries=$(dirname "$(ls "$layout"/lib/app/native/"$(uname -s)"/"$(uname -m)"/libsodium.*)")
kdf() { java -Xmn160m -XX:TieredStopAtLevel=1 -Djava.library.path="$libraries" -XX:AOTCache="$cache" -cp "$layout/lib/app/keyhold.jar:$here/target/bench/classes" app.keyhold.bench.ColdKdf; }
sdk() { java -cp "$(cat "$classpath")" app.keyhold.bench.SdkFile "$@"; }

# A virtual machine may have given free memory back to its host: whoever wrote first after a pause would pay for all. Several
# times what is written next: of half as much, the host took the larger part back while decryption wrote. Where there is a file
# system in memory, there, so that the disk has no part in it.
[ -w /dev/shm ] && borrowed=/dev/shm/keyhold-borrowed || borrowed=$folder/borrowed
trap 'rm -f "$borrowed"' EXIT
borrow() { { head -c 3072M /dev/zero >"$borrowed" || true; } 2>/dev/null && rm -f "$borrowed" && sleep 0.2; }

# measure NAME COMMAND...: appends "NAME milliseconds KiB" to the results.
measure() {
    local name=$1 begun ended
    shift
    case $name in encrypt-* | decrypt-*) borrow ;; esac
    # Some systems take back what was read a minute ago.
    case $name in encrypt-*) cat large >/dev/null ;; esac
    begun=$EPOCHREALTIME
    /usr/bin/time -q -o peak -f %M "$@" >said 2>&1 || { echo "$name failed:" >&2; cat said >&2; exit 1; }
    ended=$EPOCHREALTIME
    echo "$name $(((${ended/./} - ${begun/./}) / 1000)) $(tail -1 peak)" >>"$results"
}
in_shell() { measure "$1" bash -c "$2"; }
fresh() { rm -rf large.* opened out && sleep 0.2; }
export -f sdk java
export java_home classpath recipient

echo "load average at the start: $(cut -d' ' -f1 /proc/loadavg)" >&2
for round in $(seq 0 "$rounds"); do
    [ "$round" = 1 ] && : >"$results" # the round before warms the page cache
    cat large small/* >/dev/null
    echo "kdf $(kdf) 0" >>"$results"
    for how in unsynced synced; do
        case $how in
            unsynced) flag=--no-sync && after=: ;;
            synced) flag= && after=sync ;;
        esac
        fresh; measure "encrypt-$how-keyhold" "$keyhold" encrypt $flag large
        fresh; in_shell "encrypt-$how-age" "age -r $recipient -o large.age large && $after large.age"
        fresh; in_shell "encrypt-$how-openssl" "openssl enc -aes-256-ctr -pbkdf2 -pass file:passphrase -in large -out large.enc && $after large.enc"
        fresh; in_shell "encrypt-$how-sdk" "sdk encrypt large large.sdk && $after large.sdk"
        fresh; in_shell "encrypt-$how-cp" "cp --reflink=never large large.cp && $after large.cp"

        fresh; "$keyhold" encrypt --no-sync large >/dev/null
        measure "decrypt-$how-keyhold" "$keyhold" decrypt $flag --out-dir out large.khd
        fresh; age -r "$recipient" -o large.age large
        in_shell "decrypt-$how-age" "age -d -i age.key -o opened large.age && $after opened"
        fresh; openssl enc -aes-256-ctr -pbkdf2 -pass file:passphrase -in large -out large.enc
        in_shell "decrypt-$how-openssl" "openssl enc -d -aes-256-ctr -pbkdf2 -pass file:passphrase -in large.enc -out opened && $after opened"
        fresh; sdk encrypt large large.sdk
        in_shell "decrypt-$how-sdk" "sdk decrypt large.sdk opened && $after opened"

        # Into folders that stay until the end: just after thousands of deletions ext4 makes files ten times as slowly.
        fresh; mkdir -p "made/keyhold-$how-$round" "made/age-$how-$round"
        measure "small-$how-keyhold" "$keyhold" encrypt $flag --out-dir "made/keyhold-$how-$round" small/*
        in_shell "small-$how-age" "for f in small/*; do age -r $recipient -o made/age-$how-$round/\${f#small/}.age \$f; done; $after made/age-$how-$round/*"
    done
    sync # what the rounds above left to write is not this file's
    measure one-keyhold "$keyhold" encrypt --force one
    measure version-keyhold "$keyhold" --version
done
fresh

median() { awk -v name="$1" -v column="$2" '$1 == name {print $column}' "$results" | sort -n | awk '{v[NR]=$1} END {print v[int((NR + 1) / 2)]}'; }
kdf=$(median kdf 2)
seconds() { awk -v ms="$1" 'BEGIN {printf "%.2f", ms / 1000}'; }
times() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }
mebibytes() { echo $(($1 / 1024)); }

echo
echo "Key derivation taken off: $(seconds "$kdf") s. $rounds rounds, medians; $(nproc) cores; load average at the end $(cut -d' ' -f1 /proc/loadavg)."
for how in unsynced synced; do
    echo
    echo "| 1 GiB, $how | encrypt s | Keyhold is so many times as fast | decrypt s | Keyhold is so many times as fast | peak MiB |"
    echo "|---|---|---|---|---|---|"
    own=$(($(median "encrypt-$how-keyhold" 2) - kdf)) back=$(($(median "decrypt-$how-keyhold" 2) - kdf))
    echo "| Keyhold | $(seconds $own) | | $(seconds $back) | | $(mebibytes "$(median "encrypt-$how-keyhold" 3)") |"
    for peer in age openssl sdk; do
        there=$(median "encrypt-$how-$peer" 2) again=$(median "decrypt-$how-$peer" 2)
        echo "| $peer | $(seconds "$there") | $(times "$there" $own) | $(seconds "$again") | $(times "$again" $back) | $(mebibytes "$(median "encrypt-$how-$peer" 3)") |"
    done
    there=$(median "encrypt-$how-cp" 2)
    echo "| cp | $(seconds "$there") | $(times "$there" $own) | | | |"
done
echo
echo "| 2,000 files of 10 KiB, encrypted | Keyhold s | one age process a file, s | so many times as fast |"
echo "|---|---|---|---|"
for how in unsynced synced; do
    own=$(($(median "small-$how-keyhold" 2) - kdf)) there=$(median "small-$how-age" 2)
    echo "| $how | $(seconds $own) | $(seconds "$there") | $(times "$there" $own) |"
done
echo
echo "| process | ms |"
echo "|---|---|"
echo "| keyhold --version | $(median version-keyhold 2) |"
echo "| keyhold encrypt of one file of 10 KiB, without the derivation | $(($(median one-keyhold 2) - kdf)) |"
echo
echo "| in the open desktop, 1 GiB, unsynced | GB/s | of the copy |"
echo "|---|---|---|"
java $desktop $compile -cp "$(cat "$classpath")" -Dkeyhold.bench.folder="$folder" app.keyhold.bench.WarmFiles large "$rounds"
