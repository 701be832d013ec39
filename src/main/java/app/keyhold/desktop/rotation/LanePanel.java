package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Texts;
import app.keyhold.kms.key.Rotation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;

/// What can be done with the chosen key; without one, what the vault keeps of earlier materials.
final class LanePanel {
    private static final int SHORTEST = 90;
    private static final int LONGEST = 2560;

    private final RotationModel model;
    private final Consumer<String> openKey;

    LanePanel(RotationModel model, Consumer<String> openKey) {
        this.model = model;
        this.openKey = openKey;
    }

    List<Node> content(Optional<Lane> chosen) {
        return chosen.map(this::about).orElseGet(this::earlierMaterials);
    }

    private List<Node> earlierMaterials() {
        long earlier = model.earlierMaterials();
        String sentence = earlier == 0
                ? "No key has rotated yet."
                : "The keys keep " + earlier + (earlier == 1 ? " earlier material." : " earlier materials.")
                        + " What was encrypted with them stays readable.";
        return List.of(
                Texts.of("Earlier materials", "h2"),
                Texts.wrapped(sentence, "muted"),
                Texts.wrapped("Choose a key to rotate it or to change how often it rotates.", "muted"));
    }

    private List<Node> about(Lane lane) {
        Button open = new Button("Open key");
        open.setOnAction(_ -> openKey.accept(lane.row().keyId()));
        Label title = Texts.of(lane.name(), "h2");
        if (lane.isServiceManaged()) {
            return List.of(title, Texts.wrapped("Its service made it and rotates it " + lane.period() + ". You can look, not change.", "muted"), open);
        }
        if (lane.tone() == Lane.Tone.DELETION) {
            Button keep = new Button("Cancel deletion");
            keep.setOnAction(_ -> model.cancelDeletion(lane));
            return List.of(title, Texts.wrapped("It " + lane.next() + ". Until then nothing can use it.", "muted"), new HBox(8, keep, open));
        }
        return List.of(title, Texts.wrapped(sentence(lane), "muted"), actions(lane, open));
    }

    private static String sentence(Lane lane) {
        return (lane.row().next().isPresent() ? "Rotates " + lane.period() + ", next " + lane.next() + ". " : "Does not rotate by itself. ")
                + lane.onDemandLeft() + " of " + Rotation.MAX_ON_DEMAND + " rotations on demand are left.";
    }

    private Node actions(Lane lane, Button open) {
        Button rotate = new Button("Rotate now");
        rotate.setDisable(!lane.canRotateNow());
        rotate.setOnAction(_ -> model.rotateNow(lane));
        Spinner<Integer> days = new Spinner<>(SHORTEST, LONGEST, lane.row().periodInDays(), 5);
        days.setEditable(true);
        days.setPrefWidth(92);
        days.setAccessibleText("Days between rotations");
        Button period = new Button("Set days");
        period.setDisable(!lane.canChangePeriod());
        period.setOnAction(_ -> model.setPeriod(lane, days.getValue()));
        days.setDisable(!lane.canChangePeriod());
        HBox box = new HBox(8, rotate, days, period, open);
        box.getChildren().forEach(node -> ((javafx.scene.layout.Region) node).setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE));
        return box;
    }
}
