package app.keyhold.desktop.regions;

import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.MiddleCut;
import app.keyhold.desktop.part.RememberedColumns;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.LaterWrites;
import app.keyhold.vault.operation.QueryRegions.Promotion;
import app.keyhold.vault.operation.QueryRegions.Region;
import app.keyhold.vault.operation.QueryRegions.RelatedKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Regions of the vault: a list, and beside it the one that is chosen.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class RegionsController implements Screen {
    private static final Words WORDS = Words.of(RegionsController.class);

    private final ScreenContext context;
    private final RegionsModel model;
    private final Parent root;

    @FXML
    private SplitPane split;

    @FXML
    private VBox around;

    @FXML
    private Button add;

    @FXML
    private Banner problem;

    @FXML
    private TableView<Region> regions;

    @FXML
    private VBox detail;

    @FXML
    private Label name;

    @FXML
    private HBox state;

    @FXML
    private Label sentence;

    @FXML
    private VBox folder;

    @FXML
    private Banner trouble;

    @FXML
    private Button promote;

    @FXML
    private Button remove;

    @FXML
    private Label disabledWhy;

    @FXML
    private VBox laterBox;

    @FXML
    private VBox later;

    @FXML
    private Card about;

    @FXML
    private Label aboutBelow;

    @FXML
    private Label keysTitle;

    @FXML
    private VBox keys;

    public RegionsController(ScreenContext context) {
        this.context = context;
        this.model = new RegionsModel(
                context.vault(),
                context.background(),
                ScreenContext.screenSession(Place.REGIONS),
                text -> context.notices().toast(Tone.OK, text));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        regions.setItems(model.regions());
        regions.getColumns().setAll(List.of(
                column(WORDS.get("column.region"), 120, region -> region.state().region()),
                column(WORDS.get("column.home"), 75, region -> region.state().home() ? WORDS.get("regions.home") : ""),
                states(),
                figures(WORDS.get("column.keys"), region -> region.customerKeys().map(context.formats()::count).orElse("–")),
                figures(WORDS.get("column.replicated"), region -> context.formats().count(model.keysIn(region.state().region()).size())),
                folders()));
        var em = Em.of(around);
        Em.fit(regions, em, Em.ROW);
        Em.besideOrBelow(split, em, 62, 0.64);
        // Where the detail stands below, the list has no room for more than itself.
        split.orientationProperty().subscribe(way -> {
            show(about, way == Orientation.HORIZONTAL);
            show(aboutBelow, way == Orientation.VERTICAL);
        });
        RememberedColumns.keep(regions, context.preferences().layout(), "regions");
        regions.setPlaceholder(new StateView(Feather.GLOBE, WORDS.get("regions.none"), WORDS.get("regions.noneWhy")));
        regions.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.regions().addListener((javafx.beans.Observable _) -> choose());
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        model.workingProperty().subscribe(add::setDisable);
    }

    /// Whichever was chosen stays so, else the first.
    private void choose() {
        String before = name.getText();
        model.regions().stream()
                .filter(region -> region.state().region().equals(before))
                .findFirst()
                .or(() -> model.regions().stream().findFirst())
                .ifPresent(regions.getSelectionModel()::select);
    }

    private static TableColumn<Region, String> column(String title, double width, Function<Region, String> text) {
        var column = new TableColumn<Region, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static TableColumn<Region, String> figures(String title, Function<Region, String> text) {
        var column = column(title, 90, text);
        column.getStyleClass().add("figure");
        return column;
    }

    private static TableColumn<Region, String> folders() {
        var column = column(WORDS.get("column.folder"), 210, region -> region.state().path());
        column.setCellFactory(_ -> new MiddleCut<>());
        return column;
    }

    private static TableColumn<Region, Node> states() {
        var column = new TableColumn<Region, Node>(WORDS.get("column.state"));
        column.setPrefWidth(185);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(RegionWords.badge(row.getValue().state())));
        return column;
    }

    private void show(@Nullable Region region) {
        detail.setVisible(region != null);
        if (region == null) {
            return;
        }
        var stands = region.state();
        name.setText(stands.region());
        state.getChildren().setAll(RegionWords.badge(stands));
        sentence.setText(RegionWords.sentence(stands, context.formats()));
        folder.getChildren().setAll(new CopyText(WORDS.get("column.folder"), stands.path()));
        stands.trouble()
                .or(() -> Optional.of(WORDS.get("regions.oldHeader")).filter(_ -> stands.oldHeader()))
                .ifPresentOrElse(
                        what -> trouble.show(
                                Tone.WARN,
                                WORDS.get("regions.trouble", what, stands.nextStep().orElse("")).strip()),
                        trouble::hide);
        promote.setDisable(region.promotion().isEmpty());
        remove.setDisable(stands.home());
        disabledWhy.setText(
                stands.home() ? WORDS.get("why.home") : region.promotion().isEmpty() ? WORDS.get("why.away") : "");
        show(disabledWhy, !disabledWhy.getText().isEmpty());
        show(laterBox, !stands.laterWrites().isEmpty());
        later.getChildren().setAll(stands.laterWrites().stream().map(this::line).toList());
        List<RelatedKey> here = model.keysIn(stands.region());
        keysTitle.setText(WORDS.get("regions.keys", here.size()));
        keys.getChildren().setAll(here.stream().limit(200).map(key -> line(key, stands.region())).toList());
    }

    private Node line(LaterWrites.Write write) {
        return Texts.wrapped(WORDS.get(
                "regions.laterWrite",
                context.formats().dateTime(write.time()),
                write.event(),
                String.join(", ", write.about()),
                write.by()));
    }

    private Node line(RelatedKey key, String region) {
        String shown = key.aliases().stream().findFirst().map(alias -> alias.replaceFirst("^alias/", "")).orElse(key.keyId());
        var link = new Hyperlink(shown);
        link.setOnAction(_ -> context.navigation().open(Place.KEYS, key.keyId()));
        var row = new HBox(
                link,
                Texts.of(
                        key.primaryRegion().equals(region)
                                ? WORDS.get("regions.primary")
                                : WORDS.get("regions.replica", key.primaryRegion()),
                        "caption"));
        row.getStyleClass().add("holder-row");
        return row;
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private Optional<Region> chosen() {
        return Optional.ofNullable(regions.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void add() {
        context.overlay().show(new AddRegionController(model, context.overlay()).root());
    }

    @FXML
    private void promote() {
        chosen().ifPresent(region -> region.promotion().ifPresent(promotion -> context.overlay().show(promotion(region, promotion))));
    }

    /// Says what would be lost before it is.
    private Node promotion(Region region, Promotion promotion) {
        String of = region.state().region();
        String home = model.regions().stream()
                .filter(one -> one.state().home())
                .map(one -> one.state().region())
                .findFirst()
                .orElse("");
        var box = new DialogBox(
                WORDS.get("promote.title", of),
                Texts.wrapped(WORDS.get(promotion.byForce() ? "promote.byForce" : "promote.handOver", of, home, promotion.knownRow())));
        if (promotion.byForce()) {
            box.add(Texts.wrapped(WORDS.get("promote.keys", promotion.primaryKeys(), of)));
        }
        box.cancel(WORDS.get("promote.keep", home), context.overlay()::close);
        box.primary(
                        WORDS.get("promote.verb", of),
                        () -> {
                            context.overlay().close();
                            model.promote(region);
                        },
                        promotion.byForce() ? new String[] {"danger"} : new String[] {"accent"})
                .setId("promote-for-good");
        return box;
    }

    @FXML
    private void remove() {
        chosen().filter(region -> !region.state().home()).ifPresent(region -> context.overlay().show(removal(region)));
    }

    private Node removal(Region region) {
        String of = region.state().region();
        var lost = new CheckBox(WORDS.get("remove.lost"));
        lost.setId("region-lost");
        lost.setWrapText(true);
        var box = new DialogBox(WORDS.get("remove.title", of), Texts.wrapped(WORDS.get("remove.what", of, region.state().path())));
        if (!region.state().attached()) {
            box.add(lost);
        }
        box.cancel(WORDS.get("remove.keep", of), context.overlay()::close);
        var verb = box.primary(WORDS.get("remove.verb", of), () -> {
            context.overlay().close();
            model.remove(of, lost.isSelected());
        }, "danger");
        verb.setId("remove-for-good");
        if (!region.state().attached()) {
            verb.disableProperty().bind(lost.selectedProperty().not());
        }
        return box;
    }

    @FXML
    private void settle() {
        chosen().ifPresent(region -> model.settle(region.state().region()));
    }

    @Override
    public double leastHeight() {
        return 34;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void onShow() {
        model.refresh();
    }

    @Override
    public void focusSearch() {
        regions.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(WORDS.get("command.add"), this::add), Command.of(WORDS.get("command.look"), model::refresh));
    }
}
