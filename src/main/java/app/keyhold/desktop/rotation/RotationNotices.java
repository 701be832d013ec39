package app.keyhold.desktop.rotation;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands above the Gantt because somebody should know it: what is overdue, and a day that is too full.
final class RotationNotices {
    private static final Words WORDS = Words.of(RotationNotices.class);
    private static final int MOST_OVERDUE = 2;

    private final ScreenContext context;
    private final Moments moments;
    private final RotationModel model;

    RotationNotices(ScreenContext context, Moments moments, RotationModel model) {
        this.context = context;
        this.moments = moments;
        this.model = model;
    }

    List<Node> all() {
        return Stream.concat(
                        model.overdue().stream().limit(MOST_OVERDUE).map(this::overdueBanner),
                        model.spread().stream().map(this::spreadBanner))
                .toList();
    }

    private Node overdueBanner(Lane lane) {
        long days = lane.row().next().map(moments::daysUntil).map(Math::abs).orElse(0L);
        Button rotate = new Button(WORDS.get("panel.rotateNow"));
        rotate.setAccessibleText(WORDS.get("overdue.rotateSpoken", lane.name()));
        rotate.setDisable(!lane.canRotateNow());
        rotate.setOnAction(_ -> model.rotateNow(lane));
        return notice(
                Icons.of(Feather.REFRESH_CW, "warn"),
                Texts.of(WORDS.get("overdue.was", lane.name(), days), "medium", "warn-text"),
                WORDS.get(lane.canChangePeriod() || lane.isServiceManaged() ? "overdue.soon" : "overdue.disabled"),
                rotate);
    }

    private Node spreadBanner(Spread spread) {
        Button show = new Button(WORDS.get("spread.show"));
        show.setId("spread");
        show.setOnAction(_ -> new SpreadDialog(context.overlay(), moments, model).show(spread));
        return notice(
                Icons.of(Feather.CALENDAR, "warn"),
                Texts.of(
                        WORDS.get("spread.title", spread.count(), moments.formats().date(spread.day().atStartOfDay(moments.zone()).toInstant())),
                        "medium",
                        "warn-text"),
                WORDS.get("spread.sentence"),
                show);
    }

    private static Node notice(Node icon, Node title, String sentence, Button action) {
        action.setMinWidth(Button.USE_PREF_SIZE);
        Label more = Texts.of(sentence, "muted");
        more.setMinWidth(0);
        HBox box = new HBox(icon, title, more, new Spring(), action);
        box.getStyleClass().add("overdue");
        return box;
    }
}
