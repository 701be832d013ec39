package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// What can be done with the chosen key; without one, what the vault keeps of earlier materials.
final class LanePanel {
    private static final Words WORDS = Words.of(LanePanel.class);

    private final RotationModel model;
    private final Moments moments;
    private final Consumer<String> openKey;
    private final Runnable openFiles;

    LanePanel(RotationModel model, Moments moments, Consumer<String> openKey, Runnable openFiles) {
        this.model = model;
        this.moments = moments;
        this.openKey = openKey;
        this.openFiles = openFiles;
    }

    List<Node> content(Optional<Lane> chosen, Optional<Draft> draft) {
        return draft.map(this::tried).or(() -> chosen.map(this::about)).orElseGet(this::earlierMaterials);
    }

    private List<Node> earlierMaterials() {
        List<Node> lines = new ArrayList<>(List.of(
                Texts.of(WORDS.get("panel.earlier"), "h2"),
                Texts.wrapped(WORDS.get("panel.earlierCount", model.earlierMaterials()), "muted")));
        older(model.filesOnOlderMaterial()).ifPresent(lines::add);
        lines.add(Texts.wrapped(WORDS.get("panel.choose"), "muted"));
        return lines;
    }

    /// Files that still need older material, and the way to them.
    private Optional<Node> older(long files) {
        if (files == 0) {
            return Optional.empty();
        }
        var link = new Hyperlink(WORDS.get("panel.reencrypt"));
        link.setOnAction(_ -> openFiles.run());
        var line = new FlowPane(6, 0, Texts.of(WORDS.get("panel.older", files), "muted"), link);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        return Optional.of(line);
    }

    private List<Node> tried(Draft draft) {
        Button set = new Button(WORDS.get("draft.set", draft.days()));
        set.getStyleClass().add("accent");
        set.setOnAction(_ -> model.setDraft());
        Button leave = new Button(WORDS.get("draft.leave"));
        leave.setOnAction(_ -> model.dropDraft());
        return List.of(
                Texts.of(draft.lane().name(), "h2"),
                Texts.wrapped(WORDS.get("draft.sentence", draft.days(), moments.formats().date(draft.next())), "muted"),
                row(set, leave));
    }

    private List<Node> about(Lane lane) {
        Button open = new Button(WORDS.get("panel.openKey"));
        open.setOnAction(_ -> openKey.accept(lane.row().keyId()));
        List<Node> lines = new ArrayList<>(List.of(Texts.of(lane.name(), "h2")));
        if (lane.tone() == Lane.Tone.EXPIRES) {
            lines.add(Texts.wrapped(WORDS.get("panel.expires", lane.next()), "muted"));
            lines.add(row(open));
        } else if (lane.isServiceManaged()) {
            lines.add(Texts.wrapped(WORDS.get("panel.service", lane.period()), "muted"));
            lines.add(row(open));
        } else if (lane.tone() == Lane.Tone.DELETION) {
            Button keep = new Button(WORDS.get("panel.cancelDeletion"));
            keep.setOnAction(_ -> model.cancelDeletion(lane));
            lines.add(Texts.wrapped(WORDS.get("panel.deletion", lane.next()), "muted"));
            lines.add(row(keep, open));
        } else {
            lines.add(Texts.wrapped(sentence(lane), "muted"));
            older(lane.row().filesOnOlderMaterial()).ifPresent(lines::add);
            lines.addAll(actions(lane, open));
        }
        return lines;
    }

    private static String sentence(Lane lane) {
        return lane.row().next().isPresent()
                ? WORDS.get("panel.rotates", lane.period(), lane.next(), lane.onDemandLeft(), Rotation.MAX_ON_DEMAND)
                : WORDS.get("panel.rotatesNot", lane.onDemandLeft(), Rotation.MAX_ON_DEMAND);
    }

    private List<Node> actions(Lane lane, Button open) {
        Button rotate = new Button(WORDS.get("panel.rotateNow"));
        rotate.setDisable(!lane.canRotateNow());
        rotate.setOnAction(_ -> model.rotateNow(lane));
        Spinner<Integer> days = new Spinner<>(Draft.SHORTEST, Draft.LONGEST, lane.row().periodInDays(), 5);
        days.setEditable(true);
        days.setPrefWidth(92);
        days.setAccessibleText(WORDS.get("panel.days"));
        Button period = new Button(WORDS.get("panel.setDays"));
        period.setDisable(!lane.canChangePeriod());
        period.setOnAction(_ -> model.setPeriod(lane, days.getValue()));
        days.setDisable(!lane.canChangePeriod());
        Button stop = new Button(WORDS.get("panel.stop"));
        stop.setDisable(!lane.canChangePeriod() || lane.row().next().isEmpty());
        stop.setOnAction(_ -> model.stopRotating(lane));
        List<Node> lines = new ArrayList<>(List.of(row(rotate, days, period, stop, open)));
        if (!lane.canChangePeriod()) {
            Label why = Texts.wrapped(WORDS.get("panel.disabled"), "caption");
            lines.add(why);
        }
        return lines;
    }

    private static FlowPane row(Region... nodes) {
        var row = new FlowPane(8, 8, nodes);
        for (Region node : nodes) {
            node.setMinWidth(Region.USE_PREF_SIZE);
        }
        return row;
    }
}
