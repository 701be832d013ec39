package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FolderSyncTest {
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    @Test
    void servesAllWhoComeAtOnce() throws Exception {
        for (var one : together(folder)) {
            one.get();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tellsEachOfThemIfItFails() throws Exception {
        for (var one : together(folder.resolve("gone"))) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(NoSuchFileException.class);
        }
        FolderSync.run(folder);
    }

    private static ArrayList<Future<Void>> together(Path folder) {
        Callable<Void> work = () -> {
            FolderSync.run(folder);
            return null;
        };
        var all = new ArrayList<Future<Void>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                all.add(threads.submit(work));
            }
        }
        assertThat(all).hasSize(MANY);
        return all;
    }
}
