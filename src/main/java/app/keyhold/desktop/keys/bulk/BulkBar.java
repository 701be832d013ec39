package app.keyhold.desktop.keys.bulk;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.DeletionModel;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What can be done to the keys that are chosen together; shown from two on.
public final class BulkBar extends HBox {
    private static final Words WORDS = Words.of(BulkBar.class);
    private static final Tag ANY = new Tag("tag", "");
    private static final int NAMED = 8;

    private final BulkModel model;
    private final Overlay overlay;
    private final Label count = new Label();
    private final Button enable = new Button(WORDS.get("bulk.enable"));
    private final Button disable = new Button(WORDS.get("bulk.disable"));
    private final Button tag = new Button(WORDS.get("bulk.tag"));
    private final Button delete = new Button(WORDS.get("bulk.delete"));

    /// @param clear chooses none of them any more
    public BulkBar(BulkModel model, Overlay overlay, Runnable clear) {
        super(8);
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("bulk-bar");
        setAlignment(Pos.CENTER_LEFT);
        enable.setOnAction(_ -> model.act(new BulkAction.Enable()));
        disable.setOnAction(_ -> model.act(new BulkAction.Disable()));
        tag.setOnAction(_ -> askTag());
        delete.setOnAction(_ -> askDeletion());
        delete.getStyleClass().add("danger");
        Button none = new Button(WORDS.get("bulk.clear"));
        none.getStyleClass().add("link-button");
        none.setOnAction(_ -> clear.run());
        List.of(enable, disable, tag, delete).forEach(button -> {
            button.getStyleClass().add("small");
            button.setTooltip(new Tooltip());
        });
        getChildren().addAll(count, enable, disable, tag, delete, new Spring(), none);
        model.chosen().addListener((ListChangeListener<KeyRow>) _ -> arrange());
        model.busyProperty().subscribe(this::arrange);
        arrange();
    }

    private void arrange() {
        boolean several = model.chosen().size() > 1;
        setVisible(several);
        setManaged(several);
        count.setText(WORDS.get("bulk.selected", model.chosen().size()));
        enable(enable, new BulkAction.Enable(), "EnableKey"); // not words
        enable(disable, new BulkAction.Disable(), "DisableKey"); // not words
        enable(tag, new BulkAction.SetTag(ANY), "TagResource"); // not words
        enable(delete, new BulkAction.ScheduleDeletion(DeletionModel.LONGEST), "ScheduleKeyDeletion"); // not words
    }

    private void enable(Button button, BulkAction action, String operation) {
        int fitting = model.fitting(action).size();
        button.setDisable(fitting == 0 || model.busyProperty().get());
        String help = WORDS.get("bulk.fits", fitting, model.chosen().size(), operation);
        button.getTooltip().setText(help);
        button.setAccessibleHelp(help);
    }

    private List<KmsRequest<?>> requests(BulkAction action) {
        return model.fitting(action).stream().<KmsRequest<?>>map(action::request).toList();
    }

    private void askTag() {
        TextField key = field("bulk-tag", WORDS.get("tag.key"));
        TextField value = field("bulk-value", WORDS.get("tag.value"));
        DialogBox box = new DialogBox(
                WORDS.get("tag.title", model.chosen().size()),
                labelled(WORDS.get("tag.key"), key),
                labelled(WORDS.get("tag.value"), value),
                new ApiLine(() -> requests(new BulkAction.SetTag(new Tag(key.getText().strip(), value.getText().strip())))));
        box.cancel(WORDS.get("bulk.cancel"), overlay::close);
        Button set = box.primary(WORDS.get("tag.set"), () -> {
            overlay.close();
            model.act(new BulkAction.SetTag(new Tag(key.getText().strip(), value.getText().strip())));
        });
        key.textProperty().subscribe(text -> set.setDisable(text.isBlank()));
        overlay.show(box);
    }

    private void askDeletion() {
        List<KeyRow> keys = model.fitting(new BulkAction.ScheduleDeletion(DeletionModel.LONGEST));
        Slider days = new Slider(DeletionModel.SHORTEST, DeletionModel.LONGEST, DeletionModel.LONGEST);
        days.setBlockIncrement(1);
        days.setMajorTickUnit(1);
        days.setMinorTickCount(0);
        days.setSnapToTicks(true);
        days.setAccessibleText(WORDS.get("delete.daysName"));
        Label waiting = new Label();
        waiting.setLabelFor(days);
        days.valueProperty().subscribe(value -> waiting.setText(WORDS.get("delete.days", Math.round(value.doubleValue()))));
        String phrase = WORDS.get("delete.phrase", keys.size());
        TextField typed = field("typed-name", WORDS.get("delete.type", phrase));
        DialogBox box = new DialogBox(
                WORDS.get("delete.title", keys.size()),
                Texts.wrapped(names(keys), "medium"),
                Texts.wrapped(WORDS.get("delete.sentence")),
                new VBox(4, waiting, days),
                labelled(WORDS.get("delete.type", phrase), typed),
                new ApiLine(() -> requests(new BulkAction.ScheduleDeletion((int) Math.round(days.getValue())))));
        box.cancel(WORDS.get("delete.keep"), overlay::close);
        Button confirm = box.primary(
                WORDS.get("delete.delete", keys.size()),
                () -> {
                    overlay.close();
                    model.act(new BulkAction.ScheduleDeletion((int) Math.round(days.getValue())));
                },
                "danger");
        typed.textProperty().subscribe(text -> confirm.setDisable(!text.strip().equals(phrase)));
        overlay.show(box);
    }

    private static String names(List<KeyRow> keys) {
        String names = keys.stream().limit(NAMED).map(BulkModel::name).collect(Collectors.joining(", "));
        return keys.size() > NAMED ? WORDS.get("delete.andMore", names, keys.size() - NAMED) : names;
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    private static VBox labelled(String text, TextField field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }
}
