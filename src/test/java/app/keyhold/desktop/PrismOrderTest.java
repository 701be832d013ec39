package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrismOrderTest {
    @TempDir
    Path devices;

    private final Properties system = new Properties();

    private String order(String os) {
        system.setProperty("os.name", os);
        PrismOrder.choose(devices, system);
        return system.getProperty("prism.order", "whatever JavaFX takes");
    }

    @Test
    void aLinuxWithoutACardDrawsByItself() {
        assertThat(order("Linux")).isEqualTo("sw");
        assertThat(system.getProperty("prism.disableRegionCaching")).isEqualTo("true");
    }

    @Test
    void aCardIsUsed() throws Exception {
        Files.createDirectory(devices.resolve("dri"));
        assertThat(order("Linux")).isEqualTo("whatever JavaFX takes");
    }

    @Test
    void otherSystemsKnowTheirCardsThemselves() {
        assertThat(order("Mac OS X")).isEqualTo("whatever JavaFX takes");
    }

    @Test
    void whatSomebodyChoseStays() {
        system.setProperty("prism.order", "es2");
        assertThat(order("Linux")).isEqualTo("es2");
    }
}
