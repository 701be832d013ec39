package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.audit.TimelineItem.DayHeader;
import app.keyhold.desktop.audit.TimelineItem.Fold;
import app.keyhold.desktop.audit.TimelineItem.Single;
import app.keyhold.export.TimelineExport;
import app.keyhold.export.TimelineForm;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.screen.LookupEvents.Effect;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.QueryHistogram.Bar;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import app.keyhold.trail.Stranger;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditModelTest {
    private SeededVault vault;
    private AuditModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new AuditModel(vault.client(), vault.background(), vault.moments(), "audit-test");
        model.choiceProperty().set(Optional.of(RangeChoice.ALL));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private List<Event> events() {
        return model.pages().events();
    }

    @Test
    void whatOnlyLookedIsRecordedButHiddenAtFirst() {
        vault.client().call(new DescribeKey.Request(List.of(), vault.id("payroll")));
        model.refresh();
        assertThat(events()).isNotEmpty().noneMatch(event -> event.effect() == Effect.READ);

        model.filterProperty().set(EventFilter.NONE.withReads(true));
        assertThat(events()).anyMatch(event -> event.name().equals("DescribeKey"))
                .anyMatch(event -> event.name().equals("QueryHistogram"));
    }

    @Test
    void followingShowsWhatIsNewAndNeverFeedsItself() {
        vault.clock().turnTo(vault.clock().instant().plusSeconds(60));
        vault.encrypt("payroll", Map.of("run", "followed"));
        long before = events().getFirst().number();

        model.follow();
        assertThat(events().getFirst().number()).isGreaterThan(before);
        assertThat(events().getFirst().name()).isEqualTo("Encrypt");

        long all = model.pages().totalProperty().get();
        model.follow();
        model.follow();
        assertThat(model.pages().totalProperty().get()).isEqualTo(all);
    }

    @Test
    void aRefusedReadIsNeverHidden() {
        try {
            vault.client().call(new DescribeKey.Request(List.of(), "alias/nobody"));
        } catch (KmsException refused) {
            model.refresh();
        }
        assertThat(events()).anyMatch(event -> event.name().equals("DescribeKey") && event.result() == Result.FAILED);
    }

    @Test
    void whoeverAsksForAReadByNameIsShownIt() {
        vault.client().call(new DescribeKey.Request(List.of(), vault.id("payroll")));
        model.filterProperty().set(EventFilter.NONE.withOperations(List.of("DescribeKey")));
        assertThat(events()).isNotEmpty();
    }

    @Test
    void readsAreNoUseInTheHistogram() {
        model.filterProperty().set(EventFilter.NONE.withReads(true));
        var bars = model.histogramProperty().get().bars();
        assertThat(bars.stream().mapToLong(Bar::reads).sum()).isPositive();
        long uses = bars.stream().mapToLong(Bar::use).sum();

        model.filterProperty().set(EventFilter.NONE);
        assertThat(model.histogramProperty().get().bars().stream().mapToLong(Bar::use).sum()).isEqualTo(uses);
        assertThat(model.histogramProperty().get().bars()).allMatch(bar -> bar.reads() == 0);
    }

    @Test
    void showsTheWholeChainFromItsFirstEvent() {
        assertThat(events().getLast().number()).isEqualTo(1);
    }

    @Test
    void theHistogramCountsWhatTheListHas() {
        long counted = model.histogramProperty().get().bars().stream()
                .mapToLong(bar -> bar.use() + bar.administration() + bar.denied())
                .sum();
        assertThat(counted).isPositive().isLessThanOrEqualTo(model.pages().totalProperty().get());
    }

    @Test
    void foldsARunOfEqualCalls() {
        assertThat(model.pages().lines())
                .filteredOn(Fold.class::isInstance)
                .map(line -> ((Fold) line).count())
                .contains("×5 in 4 s");
    }

    @Test
    void anOpenedRunShowsEachOfItsEvents() {
        Fold fold = model.pages().lines().stream().filter(Fold.class::isInstance).map(Fold.class::cast).findFirst().orElseThrow();
        model.pages().toggle(fold.newest().number());
        assertThat(model.pages().lines())
                .contains(new Single(fold.events().getLast(), Optional.of(fold.newest().number())));
    }

    @Test
    void aHeaderStandsAboveEachDay() {
        assertThat(model.pages().lines().getFirst()).isInstanceOf(DayHeader.class);
    }

    @Test
    void filtersByOperation() {
        model.filterProperty().set(EventFilter.NONE.withOperations(List.of("Encrypt")));
        assertThat(events()).hasSize(5).allMatch(event -> event.name().equals("Encrypt"));
    }

    @Test
    void aRefusedCallIsFoundAmongTheRefused() {
        String id = vault.id("old-laptop");
        try {
            vault.client().call(new EnableKey.Request(id));
        } catch (KmsException refused) {
            model.filterProperty().set(EventFilter.NONE.withResult(Optional.of(Result.FAILED)));
        }
        assertThat(events()).singleElement().satisfies(event -> assertThat(event.errorCode()).contains("KMSInvalidStateException"));
    }

    @Test
    void filterLikeThisFindsTheEventAgain() {
        Event event = events().stream().filter(one -> one.name().equals("ScheduleKeyDeletion")).findFirst().orElseThrow();
        model.filterLike(event);
        assertThat(events()).containsExactly(event);
    }

    @Test
    void filtersBySource() {
        model.filterProperty().set(EventFilter.NONE.withSources(List.of("kms.amazonaws.com")).withReads(true));
        assertThat(events()).isNotEmpty().allMatch(event -> event.source().equals("kms.amazonaws.com"));
        model.filterProperty().set(EventFilter.NONE.withSources(List.of("sts.amazonaws.com")));
        assertThat(events()).isEmpty();
    }

    @Test
    void whatCanBeChosenIsWhatOccursAnywhereInTheTrail() {
        model.loadAttributes();
        var attributes = model.attributesProperty().get();
        assertThat(attributes.names()).contains("Encrypt", "ScheduleKeyDeletion").doesNotHaveDuplicates();
        assertThat(attributes.keys()).extracting(key -> key.name()).contains("alias/payroll");
        assertThat(attributes.principals()).extracting(who -> who.name()).contains("root");
        assertThat(attributes.sources()).contains("kms.amazonaws.com");
    }

    @Test
    void relatedIsWhatElseHappenedOnTheSameKeysAroundThatTime() {
        Event event = events().stream().filter(one -> one.name().equals("Encrypt")).findFirst().orElseThrow();
        model.showRelated(event);
        assertThat(events())
                .hasSize(5)
                .allMatch(one -> one.resources().equals(event.resources()))
                .allMatch(one -> Duration.between(one.time(), event.time()).abs().toMinutes() <= 10);
    }

    @Test
    void oneEventIsFoundWhateverIsFiltered() {
        model.filterProperty().set(EventFilter.NONE.withText("nothing says this"));
        var found = new java.util.ArrayList<Event>();
        model.find(3, found::add);
        assertThat(found).singleElement().extracting(Event::number).isEqualTo(3L);
    }

    @Test
    void zoomingOutGoesBackToTheChipThatWasChosen() {
        model.choiceProperty().set(Optional.of(RangeChoice.MONTH));
        model.zoomTo(model.rangeProperty().get().zoomed(0.1, SeededVault.NOW));
        model.zoomOut();
        assertThat(model.choiceProperty().get()).contains(RangeChoice.MONTH);
    }

    @Test
    void heightsAreByRootWhereAPersonWantsIt() {
        model.scaleProperty().set(BarHeight.Scale.ROOT);
        assertThat(model.histogramProperty().get().heights().byRoot()).isTrue();
        model.scaleProperty().set(BarHeight.Scale.PROPORTION);
        assertThat(model.histogramProperty().get().heights().byRoot()).isFalse();
        model.refresh();
        assertThat(model.histogramProperty().get().heights().byRoot()).as("stays as it was chosen").isFalse();
    }

    @Test
    void theMarkedStretchIsWhatTheListShows() {
        TimeRange lastHours = new TimeRange(SeededVault.NOW.minus(Duration.ofHours(3)), SeededVault.NOW);
        model.brushProperty().set(Optional.of(lastHours));
        assertThat(events()).isNotEmpty().allMatch(event -> lastHours.contains(event.time()));
    }

    @Test
    void zoomingLeavesNoChipChosen() {
        model.zoomTo(model.rangeProperty().get().zoomed(0.5, SeededVault.NOW));
        assertThat(model.choiceProperty().get()).isEmpty();
    }

    @Test
    void zoomingOutStopsAtTheFirstEventAndNow() {
        model.zoomTo(model.rangeProperty().get().zoomed(100, SeededVault.NOW));
        assertThat(model.rangeProperty().get().until()).isBeforeOrEqualTo(SeededVault.NOW.plusSeconds(1));
    }

    @Test
    void aScreenThatRefreshesAddsNoEvents() {
        model.refresh();
        long before = model.pages().totalProperty().get();
        model.refresh();
        assertThat(model.pages().totalProperty().get()).isEqualTo(before);
    }

    @Test
    void fetchesPageAfterPage() {
        for (int i = 0; i < EventPages.PAGE; i++) {
            vault.encrypt("payroll", Map.of());
        }
        model.refresh();
        long total = model.pages().totalProperty().get();
        assertThat(events()).hasSize(EventPages.PAGE);
        model.pages().more();
        assertThat(events()).hasSize((int) total).doesNotHaveDuplicates();
    }

    @Test
    void exportsEveryListedEventALine(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("audit.jsonl");
        long written = new AuditExport(out -> model.listedEvents().write(TimelineForm.JSONL, out)).write(target);
        assertThat(written).isEqualTo(model.pages().totalProperty().get());
        assertThat(Files.readAllLines(target)).filteredOn(line -> line.contains("\"Hash\":")).hasSize((int) written);
    }

    @Test
    void theWholeChainCanBeVerifiedByAStranger(@TempDir Path folder) throws Exception {
        for (int i = 0; i < TimelineExport.PAGE; i++) {
            vault.encrypt("payroll", Map.of());
        }
        vault.client().call(new CreateCheckpoint.Request());
        Path target = folder.resolve("chain.jsonl");
        long written = new AuditExport(out -> model.wholeChain().write(TimelineForm.JSONL, out)).write(target);

        var stranger = new Stranger(Files.readAllLines(target));
        assertThat(stranger.complaints()).isEmpty();
        assertThat(stranger.rows()).isEqualTo((int) written).isGreaterThan(TimelineExport.PAGE);
        assertThat(stranger.checkpoints()).isPositive();
    }

    @Test
    void anExportInCloudTrailsFormIsOneDocument(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("audit.json");
        new AuditExport(out -> model.listedEvents().write(TimelineForm.CLOUDTRAIL, out)).write(target);
        var document = new com.fasterxml.jackson.databind.ObjectMapper().readTree(target.toFile());
        assertThat(document.path("Records").size()).isEqualTo((int) model.pages().totalProperty().get());
    }

    @Test
    void anExportThatFailsLeavesNoFile(@TempDir Path folder) {
        Path target = folder.resolve("audit.csv");
        TimelineExport listed = model.listedEvents();
        vault.vault().lock();
        try {
            new AuditExport(out -> listed.write(TimelineForm.CSV, out)).write(target);
        } catch (IOException | RuntimeException refused) {
            assertThat(folder).isEmptyDirectory();
            return;
        }
        throw new AssertionError("A locked vault exported its events");
    }
}
