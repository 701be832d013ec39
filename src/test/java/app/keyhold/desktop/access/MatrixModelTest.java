package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.screen.Holder;
import app.keyhold.kms.operation.screen.QueryAccess.Level;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixModelTest {
    private SeededVault vault;
    private MatrixModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        vault.user("eva");
        vault.client().call(new PutUserPolicy.Request("""
                {"Statement": {"Sid": "Write", "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"}}""", "Writer", "eva"));
        model = new MatrixModel(vault.client(), vault.background(), "matrix-test");
        model.refresh();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aKeyIsARowAndAPrincipalAColumn() {
        assertThat(model.holdersProperty().get()).extracting(Holder::name).containsExactly("owner", "eva");
        assertThat(row("payroll").cellsProperty().get())
                .extracting(cell -> cell.level())
                .containsExactly(Level.FULL, Level.PART);
        assertThat(LevelWords.word(row("payroll").cellsProperty().get().getLast())).isEqualTo("Encrypt only");
    }

    @Test
    void choosingACellTellsWhy() {
        model.explain(row("payroll"), model.holdersProperty().get().getLast());

        var why = model.whyProperty().get().orElseThrow();
        assertThat(why.verdicts().getFirst().action()).isEqualTo("kms:Encrypt");
        assertThat(why.verdicts().getFirst().statements().getLast().json().orElseThrow()).contains("\"Sid\": \"Write\"");
    }

    @Test
    void searchingLeavesTheKeysWithThatName() {
        model.queryProperty().set("pay");

        assertThat(model.rows()).extracting(MatrixRow::name).containsExactly("payroll");
    }

    private MatrixRow row(String name) {
        return model.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }
}
