package app.keyhold.desktop.keys.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.keys.KeyModel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyModelTest {
    private SeededVault vault;
    private KeyModel door;
    private PolicyModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        door = new KeyModel(vault.client(), vault.background(), "policy-test", said -> {});
        door.open(Optional.of(vault.id("payroll")));
        var key = door.keyProperty().get().orElseThrow();
        model = new PolicyModel(door, key.metadata().keyId(), key.policy());
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void startsUnchanged() {
        assertThat(model.changed().get()).isFalse();
    }

    @Test
    void pointsAtTheLineThatIsNoJson() {
        model.textProperty().set("{\n  \"Version\" \"2012-10-17\"\n}");
        assertThat(model.fault().orElseThrow()).startsWith("Line 2");
    }

    @Test
    void showsOnlyTheLineThatChanged() {
        model.textProperty().set(model.textProperty().get().replace("kms:*", "kms:Describe*"));
        assertThat(model.changes().stream().filter(line -> line.kind() == LineDiff.Kind.ADDED))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("kms:Describe*"));
    }

    @Test
    void aPolicyThatIsSavedIsInForce() {
        model.textProperty().set(model.textProperty().get().replaceFirst("\"Sid\": \"[^\"]*\"", "\"Sid\": \"Everybody of this account\""));
        model.save();
        assertThat(door.keyProperty().get().orElseThrow().policy()).contains("Everybody of this account");
    }

    @Test
    void whatTheServiceRefusesChangesNothing() {
        String before = door.keyProperty().get().orElseThrow().policy();
        model.textProperty().set("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
        model.save();
        assertThat(door.problemProperty().get()).isPresent();
        assertThat(door.keyProperty().get().orElseThrow().policy()).isEqualTo(before);
    }
}
