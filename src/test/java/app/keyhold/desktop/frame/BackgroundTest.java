package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void doesNothingOnceClosed() {
        var background = new Background(Executors.newSingleThreadExecutor(), Runnable::run);
        background.close();

        background.run(() -> fail("no work"), _ -> fail("no result"), _ -> fail("no failure")).cancel();

        assertThat(background.busy().get()).isFalse();
    }
}
