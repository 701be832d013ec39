package app.keyhold.desktop.cost;

import app.keyhold.desktop.cost.CostModel.Bars;
import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Screen;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.ChoiceChip;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What the keys would cost elsewhere.
@SuppressWarnings("NullAway.Init")
public final class CostController implements Screen {
    private static final Words WORDS = Words.of(CostController.class);

    private final ScreenContext context;
    private final CostModel model;
    private final Parent root;

    @FXML
    private HBox spans;

    @FXML
    private HBox tables;

    @FXML
    private Label estimate;

    @FXML
    private Banner problem;

    @FXML
    private Card chart;

    @FXML
    private Label chartTitle;

    @FXML
    private Label total;

    @FXML
    private Label parts;

    @FXML
    private StackPane picture;

    @FXML
    private Label tableTitle;

    @FXML
    private Button allKeys;

    @FXML
    private TableView<KeyCost> keys;

    @FXML
    private TableView<MonthCost> months;

    public CostController(ScreenContext context) {
        this.context = context;
        model = new CostModel(context.client(), context.background(), ScreenContext.screenSession(Place.COST));
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ToggleGroup widths = new ToggleGroup();
        for (int span : CostModel.SPANS) {
            var chip = new ChoiceChip("span-" + span, WORDS.get("span", span), widths, () -> model.spanProperty().set(span));
            model.spanProperty().subscribe(now -> chip.setSelected(now.intValue() == span));
            spans.getChildren().add(chip);
        }
        ToggleGroup kinds = new ToggleGroup();
        tables.getChildren().addAll(
                        new ChoiceChip("cost-by-key", WORDS.get("table.byKey"), kinds, () -> showKeys(true)),
                        new ChoiceChip("cost-by-month", WORDS.get("table.byMonth"), kinds, () -> showKeys(false)));
        kinds.selectToggle(kinds.getToggles().getFirst());
        showKeys(true);
        picture.getChildren().add(new CostBars(model));
        keys.getColumns().setAll(CostColumns.ofKeys());
        keys.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        months.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        keys.setRowFactory(_ -> new KeyRow());
        keys.setPlaceholder(new StateView(Feather.BAR_CHART_2, WORDS.get("empty.title"), WORDS.get("empty.sentence")));
        keys.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null && chosen.keyId().isPresent()) {
                model.keyProperty().set(Optional.of(chosen));
            }
        });
        keys.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openKey();
            }
        });
        months.getColumns().setAll(CostColumns.ofMonths());
        Em.fit(keys, Em.of(keys), Em.ROW);
        Em.fit(months, Em.of(months), Em.ROW);
        months.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.monthProperty().set(Optional.of(chosen.month()));
            }
        });
        model.keysProperty().subscribe(list -> keys.getItems().setAll(list));
        model.barsProperty().subscribe(this::show);
        model.monthProperty().subscribe(this::show);
        model.keyProperty().subscribe(chosen -> allKeys.setVisible(chosen.isPresent()));
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    private final class KeyRow extends TableRow<KeyCost> {
        @Override
        protected void updateItem(KeyCost item, boolean empty) {
            super.updateItem(item, empty);
            setAccessibleText(empty || item == null ? null : CostWords.sentence(item, currency()));
        }
    }

    private String currency() {
        return model.barsProperty().get().map(Bars::currency).orElse("");
    }

    private void showKeys(boolean shown) {
        keys.setVisible(shown);
        months.setVisible(!shown);
        model.barsProperty().get().ifPresent(bars -> nameTable(bars.month(model.monthProperty().get())));
    }

    private void nameTable(MonthCost month) {
        tableTitle.setText(
                months.isVisible() ? WORDS.get("table.months") : CostWords.monthSoFar(month));
    }

    private void show() {
        model.barsProperty().get().ifPresent(bars -> {
            MonthCost month = bars.month(model.monthProperty().get());
            estimate.setText(WORDS.get("estimate.at", bars.prices(), bars.currency()));
            chartTitle.setText(bars.of().map(CostWords::name).orElse(WORDS.get("chart.all")));
            total.setText(WORDS.get("total", CostWords.monthSoFar(month), Amounts.cents(month.estimatedTotal()), bars.currency()));
            parts.setText(WORDS.get(
                    month.freeRequests() == 0 ? "parts" : "parts.free",
                    Amounts.cents(month.estimatedStorage()),
                    Amounts.cents(month.estimatedRotations()),
                    Amounts.cents(month.estimatedRequests()),
                    Amounts.cents(month.estimatedFree())));
            nameTable(month);
            months.getItems().setAll(bars.months().reversed());
        });
    }

    @FXML
    private void showAllKeys() {
        keys.getSelectionModel().clearSelection();
        model.keyProperty().set(Optional.empty());
    }

    private void openKey() {
        model.keyProperty().get().flatMap(KeyCost::keyId).ifPresent(id -> context.navigation().open(Place.KEYS, id));
    }

    @FXML
    private void showPrices() {
        new PricesDialog(context).show();
    }

    @Override
    public double leastHeight() {
        return 40;
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
    public boolean escape() {
        boolean chosen = model.keyProperty().get().isPresent() || model.monthProperty().get().isPresent();
        showAllKeys();
        model.monthProperty().set(Optional.empty());
        months.getSelectionModel().clearSelection();
        return chosen;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of(WORDS.get("command.all"), this::showAllKeys),
                Command.of(WORDS.get("command.open"), this::openKey),
                Command.of(WORDS.get("command.prices"), this::showPrices));
    }
}
