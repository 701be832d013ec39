package app.keyhold.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.OneStage;
import app.keyhold.desktop.part.Language;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private final Appearance appearance = new Appearance();
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new StackPane(), 200, 200);
        OneStage.show(stage, scene);
    }

    @AfterEach
    void speakAsBefore() {
        Language.SYSTEM.apply();
    }

    private boolean wears(String sheet) {
        return scene.getStylesheets().stream().anyMatch(used -> used.endsWith("/" + sheet));
    }

    @Test
    void changesItsTokensWithTheChoice(FxRobot robot) {
        robot.interact(() -> Theme.follow(scene, appearance));
        robot.interact(() -> appearance.schemeProperty().set(Scheme.CONTRAST));
        assertThat(wears("contrast.css")).isTrue();

        robot.interact(() -> appearance.schemeProperty().set(Scheme.LIGHT));
        assertThat(wears("light.css")).isTrue();
        assertThat(wears("contrast.css")).isFalse();
    }

    @Test
    void standsStillForWhomMovementDisturbs(FxRobot robot) {
        robot.interact(() -> Theme.follow(scene, appearance));
        assertThat(wears("still.css")).isFalse();
        robot.interact(() -> appearance.stillProperty().set(true));

        assertThat(wears("still.css")).isTrue();
        assertThat(scene.getPreferences().isReducedMotion()).isTrue();
    }

    @Test
    void followsTheSystemUnlessSomethingElseIsChosen(FxRobot robot) {
        robot.interact(() -> {
            var system = Platform.getPreferences();
            assertThat(Theme.look(Scheme.DARK, system)).isEqualTo(Look.DARK);
            assertThat(Theme.look(Scheme.SYSTEM, system)).isIn(Look.LIGHT, Look.DARK);
        });
    }

    @Test
    void turnsRoundForALanguageWrittenFromTheRight(FxRobot robot) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("ar"));
        robot.interact(() -> Theme.dress(scene, Look.LIGHT, 100));
        assertThat(scene.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);

        Language.GERMAN.apply();
        robot.interact(() -> Theme.dress(scene, Look.LIGHT, 100));
        assertThat(scene.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    @Test
    void everySheetOfTokensHasTheSameTokens() throws Exception {
        assertThat(tokens(Look.DARK)).isEqualTo(tokens(Look.LIGHT));
        assertThat(tokens(Look.CONTRAST)).isEqualTo(tokens(Look.LIGHT));
    }

    private static Set<String> tokens(Look look) throws Exception {
        try (var in = Look.class.getResourceAsStream(look.tokens())) {
            return Pattern.compile("-color-[\\w-]+(?=:)")
                    .matcher(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }
}
