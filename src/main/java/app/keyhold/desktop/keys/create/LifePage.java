package app.keyhold.desktop.keys.create;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyOrigin;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.FlowPane;

/// What becomes of the key in time and space: rotation, deletion, Regions.
final class LifePage {
    private static final Words WORDS = Words.of(LifePage.class);

    private final CreateKeyModel model;

    LifePage(CreateKeyModel model) {
        this.model = model;
    }

    @SuppressWarnings("unchecked")
    void fill(Node page) {
        CheckBox rotates = (CheckBox) page.lookup("#rotates");
        rotates.selectedProperty().bindBidirectional(model.rotatesProperty());
        Spinner<Integer> period = (Spinner<Integer>) page.lookup("#period");
        period.setValueFactory(new IntegerSpinnerValueFactory(90, 2560, model.periodProperty().get(), 5));
        period.valueProperty().subscribe(days -> model.periodProperty().set(days));
        period.disableProperty().bind(rotates.selectedProperty().not().or(rotates.disabledProperty()));
        CheckBox deletable = (CheckBox) page.lookup("#deletable");
        deletable.selectedProperty().bindBidirectional(model.deletableProperty());
        CheckBox multiRegion = (CheckBox) page.lookup("#multiRegion");
        multiRegion.selectedProperty().bindBidirectional(model.multiRegionProperty());
        FlowPane regions = (FlowPane) page.lookup("#regions");
        regions.disableProperty().bind(multiRegion.selectedProperty().not().or(multiRegion.disabledProperty()));
        model.otherRegions().addListener((ListChangeListener<String>) _ -> list(regions));
        list(regions);
        Label rotation = (Label) page.lookup("#rotationSentence");
        Label region = (Label) page.lookup("#regionSentence");
        page.visibleProperty().subscribe(() -> {
            rotates.setDisable(!model.canRotate());
            multiRegion.setDisable(!model.canBeMultiRegion());
            rotation.setText(rotation());
            region.setText(regions());
        });
    }

    private String rotation() {
        if (model.canRotate()) {
            return WORDS.get("life.rotationSentence");
        }
        if (model.sourceProperty().get().isInStore()) {
            return WORDS.get("life.rotationStore");
        }
        return model.sourceProperty().get().origin() == KeyOrigin.EXTERNAL
                ? WORDS.get("life.rotationImported")
                : WORDS.get("life.rotationNever", KeyWords.spec(model.specProperty().get()));
    }

    private String regions() {
        if (!model.canBeMultiRegion()) {
            return WORDS.get("life.regionsInStore");
        }
        return model.otherRegions().isEmpty() ? WORDS.get("life.noRegions") : WORDS.get("life.regions");
    }

    private void list(FlowPane regions) {
        regions.getChildren().setAll(model.otherRegions().stream().map(this::box).toList());
    }

    private CheckBox box(String region) {
        CheckBox box = new CheckBox(region);
        box.setSelected(model.replicas().contains(region));
        box.selectedProperty().subscribe(ticked -> {
            if (ticked) {
                model.replicas().add(region);
            } else {
                model.replicas().remove(region);
            }
        });
        return box;
    }
}
