#!/bin/sh
# Looks for bytes that the reader of encrypted files does not stand: any crash, any difference between its two ways through
# a message, any memory out of proportion. Guided by coverage (Jazzer). Needs a compiled tree (`mvn -Dquick test-compile`) and
# Java 25, in JAVA_HOME or on PATH.
#
#   packaging/fuzz/messages.sh [MINUTES]
#
# What it has learnt stays in target/fuzz/corpus. A finding is left in target/fuzz as crash-*. Once it is mended it goes into
# src/test/resources/message/seeds, under a name that says what it was, and is tried at every build from then on.
set -eu

minutes=${1:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkdir -p "$root/target/fuzz/corpus"
cd "$root"
mvn -q -o dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/fuzz/classpath
cd target/fuzz
exec "$java" -Xmx512m -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -cp "../test-classes:../classes:$(cat classpath)" \
  com.code_intelligence.jazzer.Jazzer --target_class=app.keyhold.message.MessageFuzz \
  '--instrumentation_includes=app.keyhold.message.**' '--custom_hook_includes=app.keyhold.message.**' \
  -max_total_time=$((minutes * 60)) -max_len=4096 -print_final_stats=1 corpus ../../src/test/resources/message/seeds
