package app.keyhold.desktop.keys;

import app.keyhold.desktop.audit.EventFilter.Named;
import app.keyhold.desktop.audit.EventFilter;
import app.keyhold.desktop.audit.EventList;
import app.keyhold.desktop.audit.EventPages;
import app.keyhold.desktop.audit.TimeRange;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// Everything that happened to one key, newest first.
@SuppressWarnings("NullAway.Init")
final class HistoryController implements KeyTab {
    private static final Words WORDS = Words.of(HistoryController.class);

    private final ScreenContext context;
    private final Moments moments;
    private final EventPages pages;
    private final Parent root;
    private Optional<KeyView> shown = Optional.empty();

    @FXML
    private Label count;

    @FXML
    private StackPane place;

    HistoryController(ScreenContext context, Moments moments) {
        this.context = context;
        this.moments = moments;
        this.pages = new EventPages(
                context.client(),
                context.background(),
                ScreenContext.screenSession(Place.KEYS),
                moments.zone(),
                context.notices()::failed);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        place.getChildren().add(new EventList(pages, moments, true));
        pages.totalProperty().subscribe(total -> count.setText(WORDS.get("history.events", total.longValue())));
    }

    static String title() {
        return WORDS.get("history.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = Optional.of(key);
        TimeRange life = new TimeRange(key.metadata().creationDate().minusSeconds(60), moments.now().plusSeconds(1));
        pages.load(EventFilter.NONE.withKeys(List.of(new Named(key.metadata().arn(), key.name()))), life);
    }

    @FXML
    private void openAudit() {
        shown.ifPresent(key -> context.navigation().open(Place.AUDIT, key.id()));
    }
}
