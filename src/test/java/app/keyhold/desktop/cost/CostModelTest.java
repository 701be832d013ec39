package app.keyhold.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.MonthCost;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostModelTest {
    private SeededVault vault;
    private CostModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new CostModel(vault.client(), vault.background(), "cost-test");
        model.refresh();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private CostModel.Bars bars() {
        return model.barsProperty().get().orElseThrow();
    }

    private KeyCost key(String name) {
        return model.keysProperty().get().stream().filter(cost -> CostWords.name(cost).equals(name)).findFirst().orElseThrow();
    }

    @Test
    void showsAYearUpToThePresentMonth() {
        assertThat(bars().months()).hasSize(12);
        assertThat(bars().months().getLast().month()).isEqualTo("2026-11");
        assertThat(bars().months().getLast().complete()).isFalse();
    }

    @Test
    void listsTheKeysOfTheChosenMonth() {
        model.monthProperty().set(Optional.of("2025-12"));
        assertThat(model.keysProperty().get()).extracting(CostWords::name).contains("payroll").doesNotContain("customer-pii");
    }

    @Test
    void stepsFromMonthToMonthAndStopsAtTheEnds() {
        model.step(1);
        assertThat(model.monthProperty().get()).isEmpty();
        model.step(-1);
        assertThat(model.monthProperty().get()).contains("2026-10");
        model.step(1);
        assertThat(bars().month(model.monthProperty().get()).month()).isEqualTo("2026-11");
    }

    @Test
    void aChosenKeyHasBarsOfItsOwn() {
        MonthCost all = bars().months().getLast();
        model.keyProperty().set(Optional.of(key("customer-pii")));
        MonthCost one = bars().months().getLast();

        assertThat(bars().of()).isPresent();
        assertThat(one.estimatedRotations()).isPositive();
        assertThat(one.estimatedTotal()).isLessThan(all.estimatedTotal());
    }

    @Test
    void aMonthThatLeavesThePictureIsChosenNoLonger() {
        model.monthProperty().set(Optional.of("2026-01"));
        model.spanProperty().set(6);
        assertThat(bars().months()).hasSize(6);
        assertThat(model.monthProperty().get()).isEmpty();
    }

    @Test
    void aScreenThatRefreshesIsAuditedOnce() {
        long before = rows();
        model.refresh();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatIsRefusedIsSaidInThePlaceOfThePicture() {
        vault.vault().lock();
        model.refresh();
        assertThat(model.problemProperty().get()).isPresent();
    }

    private long rows() {
        return vault.client()
                .call(new app.keyhold.kms.operation.screen.LookupEvents.Request(
                        "rows", Optional.empty(), Optional.empty(), java.util.List.of(), java.util.List.of(),
                        java.util.List.of("QueryCost"), Optional.empty(), Optional.empty(), Optional.empty(), 1))
                .total();
    }
}
