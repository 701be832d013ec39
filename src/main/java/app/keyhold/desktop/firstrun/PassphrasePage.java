package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.NewPassphrase;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Strength;
import app.keyhold.desktop.part.StrengthBar;
import app.keyhold.desktop.part.SuggestedPassphrase;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The passphrase, twice, with how good it is and what unlocking will cost.
final class PassphrasePage implements Page {
    private static final Words WORDS = Words.of(PassphrasePage.class);

    private final FirstRunModel model;
    private final SecretField first = new SecretField();
    private final SecretField again = new SecretField();
    private final StrengthBar bar = new StrengthBar();
    private final Label verdict = Texts.wrapped("", "strong");
    private final Label advice = Texts.wrapped("", "muted");
    private final Label match = Texts.of("", "caption");
    private final Label suggestion = Texts.of("", "mono");
    private final Banner caps = new Banner();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty();
    private final NewPassphrase passphrase;
    private final VBox root;

    PassphrasePage(FirstRunModel model) {
        this.model = model;
        first.setId("new-passphrase");
        again.setId("repeat-passphrase");
        verdict.setId("strength");
        advice.managedProperty().bind(advice.textProperty().isNotEmpty());
        var cost = Texts.wrapped("", "muted");
        cost.setId("unlock-time");
        cost.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.calibrationProperty()
                                .get()
                                .map(Calibration::sentence)
                                .orElse(WORDS.get("measuring")),
                        model.calibrationProperty()));
        var suggest = new Hyperlink(WORDS.get("suggest"));
        suggest.setId("suggest");
        suggest.setOnAction(_ -> {
            suggest.setVisited(false);
            suggestion.setText(SuggestedPassphrase.make());
        });
        suggestion.managedProperty().bind(suggestion.textProperty().isNotEmpty());
        root = new VBox(
                16,
                Texts.of(WORDS.get("passphrase.title"), "h1"),
                Texts.wrapped(WORDS.get("passphrase.text"), "muted"),
                PlacePage.field(WORDS.get("field.passphrase"), first, first),
                new VBox(6, bar, verdict, advice),
                PlacePage.field(WORDS.get("field.repeat"), again, new VBox(4, again, match)),
                new VBox(4, suggest, suggestion),
                caps,
                cost);
        passphrase = new NewPassphrase(first, again, model::measure, model.strengthProperty(), this::check);
        check();
        root.addEventFilter(KeyEvent.KEY_RELEASED, _ -> hintAtCapsLock());
    }

    private void check() {
        Strength strength = model.strengthProperty().get();
        bar.show(strength);
        verdict.setText(passphrase.verdict());
        advice.setText(strength.advice());
        match.setText(passphrase.match());
        ready.set(passphrase.isReady());
    }

    private void hintAtCapsLock() {
        if (Platform.isKeyLocked(KeyCode.CAPS).orElse(false)) {
            caps.show(Tone.WARN, WORDS.get("capsLock"));
        } else {
            caps.hide();
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableBooleanValue ready() {
        return ready;
    }

    @Override
    public String verb() {
        return WORDS.get("passphrase.create");
    }

    @Override
    public void proceed() {
        model.create(first.secret());
    }

    @Override
    public void onShow() {
        model.calibrate();
        first.requestFocus();
    }

    void wipe() {
        first.wipe();
        again.wipe();
        suggestion.setText("");
    }
}
