package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Logo;
import app.keyhold.desktop.part.ScrollArea;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.vault.OpenVault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows one [Page] after the other. Enter is *Next*, Escape is *Back*; what was typed stays.
public final class FirstRunController {
    private static final Words WORDS = Words.of(FirstRunController.class);

    private final FirstRunModel model;
    private final Map<Step, Page> pages = new EnumMap<>(Step.class);
    private final PassphrasePage passphrase;
    private final Node welcome;
    private final BorderPane root = new BorderPane();
    private final VBox sheet = new VBox(16);
    private final HBox steps = new HBox(8);
    private final Banner problem = new Banner();
    private final Button next = new Button();
    private final Button back = new Button(WORDS.get("back"));
    private final ProgressIndicator ring = new ProgressIndicator();

    public FirstRunController(FirstRunModel model, FirstRunWays ways, Appearance appearance) {
        this.model = model;
        passphrase = new PassphrasePage(model);
        welcome = new WelcomePage(ways, model::next, appearance);
        pages.put(Step.PLACE, new PlacePage(model, ways));
        pages.put(Step.PASSPHRASE, passphrase);
        pages.put(Step.RECOVERY, new RecoveryPage(model, ways));
        pages.put(Step.SERVICE_KEYS, new ServiceKeysPage(model));
        pages.put(Step.DONE, new DonePage(model, ways));
        layOut();
        model.stepProperty().subscribe(step -> show(step));
        model.problemProperty()
                .subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private void layOut() {
        next.setId("next");
        next.getStyleClass().addAll("accent", "main");
        next.setDefaultButton(true);
        next.setOnAction(_ -> page().filter(page -> page.ready().get()).ifPresent(Page::proceed));
        back.setId("back");
        back.setCancelButton(true);
        back.setOnAction(_ -> model.back());
        ring.getStyleClass().add("ring");
        ring.visibleProperty().bind(model.busyProperty());
        steps.setAlignment(Pos.CENTER_LEFT);
        steps.getStyleClass().add("steps");
        sheet.getStyleClass().add("first-run-sheet");
        sheet.setMaxHeight(VBox.USE_PREF_SIZE);
        root.getStyleClass().add("gate");
    }

    private Optional<Page> page() {
        return Optional.ofNullable(pages.get(model.stepProperty().get()));
    }

    private void show(Step step) {
        if (step.ordinal() > Step.PASSPHRASE.ordinal()) {
            passphrase.wipe();
        }
        page().ifPresentOrElse(page -> show(step, page), () -> root.setCenter(scrolling(welcome)));
    }

    private void show(Step step, Page page) {
        showSteps(step);
        next.setText(page.verb());
        next.disableProperty().bind(Bindings.not(page.ready()).or(model.busyProperty()));
        back.setVisible(model.canGoBack());
        back.disableProperty().bind(model.busyProperty());
        var buttons = new HBox(8, back, new Spring(), ring, next);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.getChildren().setAll(steps, page.root(), problem, buttons);
        var desk = new StackPane(sheet);
        desk.getStyleClass().add("first-run-desk");
        root.setCenter(scrolling(desk));
        Platform.runLater(() -> {
            // The page is in the scene once the area around it has its skin: with the next pulse, if nobody asks before.
            root.applyCss();
            next.requestFocus();
            page.onShow();
        });
    }

    private static ScrollPane scrolling(Node page) {
        var scroll = new ScrollArea(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private void showSteps(Step current) {
        steps.getChildren().setAll(new Logo());
        for (Step step : Step.values()) {
            if (step != Step.WELCOME) {
                boolean over = step.ordinal() < current.ordinal();
                Label label = Texts.of(step.title(), "step");
                label.setGraphic(over ? Icons.of(Feather.CHECK, "small", "ok") : null);
                label.getStyleClass().add(step == current ? "current" : over ? "over" : "ahead");
                steps.getChildren().add(label);
            }
        }
    }

    public Node root() {
        return root;
    }

    /// Call when the window closes or another page takes over; a vault made but not handed on is the caller's to lock.
    public Optional<OpenVault> dispose() {
        passphrase.wipe();
        model.forgetSheet();
        return model.vault();
    }
}
