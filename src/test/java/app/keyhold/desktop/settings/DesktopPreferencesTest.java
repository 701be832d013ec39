package app.keyhold.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.theme.Scheme;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DesktopPreferencesTest {
    private final DesktopPreferences preferences = DesktopPreferences.inMemory();

    @Test
    void aViewChangesWithTheChoicesAndTheyWithIt() {
        preferences.lockMinutesProperty().set(3);
        var view = preferences.view();
        view.appearance().schemeProperty().set(Scheme.DARK);
        preferences.railCollapsedProperty().set(true);

        assertThat(view.lockMinutesProperty().get()).isEqualTo(3);
        assertThat(preferences.appearance().schemeProperty().get()).isEqualTo(Scheme.DARK);
        assertThat(view.railCollapsedProperty().get()).isTrue();
    }

    @Test
    void whoListensToAViewHearsOfAChangeElsewhere() {
        var heard = new AtomicInteger();
        var view = preferences.view();
        view.clipboardSecondsProperty().addListener((_, _, now) -> heard.set(now.intValue()));
        preferences.view().clipboardSecondsProperty().set(60);

        assertThat(heard).hasValue(60);
    }
}
