package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Rectangle2D FIRST = new Rectangle2D(0, 30, 1920, 1050);
    private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 1280, 1024);

    @Test
    void isWhereItWas() {
        var place = new WindowPlace(2000, 60, 1100, 800, false);

        assertThat(place.on(List.of(FIRST, SECOND))).isEqualTo(place);
        assertThat(WindowPlace.parse(place.note())).contains(place);
    }

    @Test
    void comesBackWhenItsScreenIsGone() {
        assertThat(new WindowPlace(2000, 60, 1100, 800, true).on(List.of(FIRST)))
                .isEqualTo(new WindowPlace(410, 155, 1100, 800, true));
    }

    @Test
    void isNotLargerThanItsScreen() {
        assertThat(new WindowPlace(2000, 60, 3000, 2000, false).on(List.of(FIRST, SECOND)))
                .isEqualTo(new WindowPlace(2000, 60, 1280, 1024, false));
    }

    @Test
    void comesBackWhenItsTitleCanNotBeTakenHoldOf() {
        assertThat(new WindowPlace(-1050, 60, 1100, 800, false).on(List.of(FIRST)).x()).isEqualTo(410);
        assertThat(new WindowPlace(100, -400, 1100, 800, false).on(List.of(FIRST)).y()).isEqualTo(155);
    }

    @Test
    void forgetsWhatCanNotBeRead() {
        assertThat(WindowPlace.parse("1 2 3")).isEmpty();
        assertThat(WindowPlace.parse("a b c d true")).isEmpty();
        assertThat(WindowPlace.parse("0 0 NaN 5 true")).isEmpty();
    }
}
