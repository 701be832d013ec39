package app.keyhold.desktop.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lines are those that `gdbus monitor` prints.
class SessionSignalsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,) | SLEPT",
        "/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Lock () | SESSION_LOCKED",
        "/org/freedesktop/ScreenSaver: org.freedesktop.ScreenSaver.ActiveChanged (true,) | SESSION_LOCKED",
        "/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (true,) | SESSION_LOCKED"
    })
    void aSignalIsAReasonToLock(String line, AutoLock.Reason reason) {
        assertThat(SessionSignals.reason(line)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (false,)",
        "/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Unlock ()",
        "/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (false,)",
        "The name org.freedesktop.login1 is owned by :1.3"
    })
    void whatEndsItIsNone(String line) {
        assertThat(SessionSignals.reason(line)).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatTheProgramPrintsIsHeard() throws Exception {
        Path program = Files.writeString(folder.resolve("gdbus"), """
                #!/bin/sh
                if [ "$4" = org.freedesktop.login1 ]; then
                    echo "Monitoring signals from all objects owned by $4"
                    echo "The name $4 is owned by :1.3"
                    echo "/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)"
                    sleep 60
                fi
                exit 1
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var heard = new LinkedBlockingQueue<AutoLock.Reason>();
        var told = new ConcurrentHashMap<LockSignal, LockSignal.State>();

        try (var signals = SessionSignals.listen(folder.toString(), heard::add, told::put)) {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(AutoLock.Reason.SLEPT);
            assertThat(told).containsEntry(LockSignal.LOGIND, LockSignal.State.HEARD);
        }
    }

    @Test
    void withoutTheProgramNothingIsHeardAndThatIsTold() {
        var told = new ConcurrentHashMap<LockSignal, LockSignal.State>();
        SessionSignals.listen(folder.toString(), _ -> {}, told::put).close();
        assertThat(told).containsOnlyKeys(LockSignal.values()).containsValue(LockSignal.State.DEAF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The name org.freedesktop.login1 is owned by :1.3 | HEARD",
        "The name org.freedesktop.login1 does not have an owner | SILENT"
    })
    void whoOwnsTheNameIsHeard(String line, LockSignal.State state) {
        assertThat(SessionSignals.state(line)).contains(state);
    }
}
