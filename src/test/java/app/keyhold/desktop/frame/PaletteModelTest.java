package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final PaletteModel model = new PaletteModel(List.of(
            Command.of("Lock the vault", () -> {}),
            Command.of("Go to Keys", () -> {}),
            Command.of("Keyboard", () -> {})));

    @Test
    void findsEveryWordAnywhereInTheName() {
        model.queryProperty().set("vault lock");

        assertThat(model.found()).extracting(Command::name).containsExactly("Lock the vault");
    }

    @Test
    void putsWhatBeginsWithTheQueryFirst() {
        model.queryProperty().set("key");

        assertThat(model.found()).extracting(Command::name).containsExactly("Keyboard", "Go to Keys");
    }

    @Test
    void findsWhatArrivesLater() {
        model.queryProperty().set("payroll");
        model.add(List.of(Command.of("Open alias/payroll", () -> {})));

        assertThat(model.found()).extracting(Command::name).containsExactly("Open alias/payroll");
    }
}
