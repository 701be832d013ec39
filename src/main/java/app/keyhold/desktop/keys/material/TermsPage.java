package app.keyhold.desktop.keys.material;

import app.keyhold.desktop.part.Words;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;

/// Under what terms the material comes in: for how long, as the same or as new, and what to call it.
final class TermsPage {
    private static final Words WORDS = Words.of(TermsPage.class);

    private final ImportModel model;

    TermsPage(ImportModel model) {
        this.model = model;
    }

    @SuppressWarnings("unchecked")
    void fill(Node page) {
        CheckBox fresh = (CheckBox) page.lookup("#fresh");
        fresh.selectedProperty().bindBidirectional(model.freshProperty());
        fresh.setDisable(!model.canBeFresh());
        ((Label) page.lookup("#freshSentence")).setText(freshSentence());
        CheckBox expires = (CheckBox) page.lookup("#expires");
        expires.selectedProperty().bindBidirectional(model.expiresProperty());
        Spinner<Integer> days = (Spinner<Integer>) page.lookup("#days");
        days.setValueFactory(new IntegerSpinnerValueFactory(1, ImportTerms.LONGEST, model.daysProperty().get(), 1));
        days.valueProperty().subscribe(count -> model.daysProperty().set(count));
        days.disableProperty().bind(expires.selectedProperty().not());
        ((TextField) page.lookup("#description")).textProperty().bindBidirectional(model.descriptionProperty());
        Label until = (Label) page.lookup("#until");
        model.expiresProperty().subscribe(() -> until.setText(until()));
        model.daysProperty().subscribe(() -> until.setText(until()));
        until.setText(until());
    }

    private String freshSentence() {
        if (model.canBeFresh()) {
            return WORDS.get("terms.freshSentence");
        }
        return model.key().key().materials().isEmpty() ? WORDS.get("terms.first") : WORDS.get("terms.sameOnly");
    }

    private String until() {
        var moments = model.key().moments();
        return model.expiresProperty().get()
                ? WORDS.get("terms.until", moments.formats().date(moments.now().plus(Duration.ofDays(model.daysProperty().get()))))
                : WORDS.get("terms.forGood");
    }
}
