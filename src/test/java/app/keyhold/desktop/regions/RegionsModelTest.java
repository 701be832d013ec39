package app.keyhold.desktop.regions;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.vault.operation.QueryRegions.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionsModelTest {
    private static final String IRELAND = "eu-west-1";

    private final List<String> said = new ArrayList<>();

    @TempDir
    Path temporary;

    private SeededVault vault;
    private RegionsModel model;

    @BeforeEach
    void open() {
        vault = new SeededVault(temporary);
        model = new RegionsModel(vault.vault(), vault.background(), "regions-test", said::add);
        model.refresh();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aVaultBeginsWithItsHome() {
        assertThat(model.regions()).singleElement().satisfies(home -> {
            assertThat(home.state().home()).isTrue();
            assertThat(home.customerKeys()).contains(6L);
            assertThat(home.promotion()).isEmpty();
            assertThat(model.keysIn("us-east-1")).isEmpty();
            assertThat(RegionWords.word(home.state())).isEqualTo("In step");
        });
    }

    @Test
    void aRegionIsAddedInAFolderOfItsOwn() {
        model.add(IRELAND, temporary.resolve("ireland"), true);

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(region(IRELAND).state().path()).isEqualTo(temporary.resolve("ireland").toString());
        assertThat(said).containsExactly("The vault has the Region eu-west-1 in " + temporary.resolve("ireland") + ".");
    }

    @Test
    void aRegionWithKeysStays() {
        model.add(IRELAND, temporary.resolve("ireland"), true);
        vault.vault().in(IRELAND).client().call(CreateKey.Request.symmetric(""));

        model.remove(IRELAND, false);

        assertThat(model.problemProperty().get().orElseThrow().text()).contains("still has 1 key");
        assertThat(model.regions()).hasSize(2);
    }

    @Test
    void aRegionWithoutKeysIsTakenOut() {
        model.add(IRELAND, temporary.resolve("ireland"), true);

        model.remove(IRELAND, false);

        assertThat(model.regions()).hasSize(1);
        assertThat(temporary.resolve("ireland")).exists();
    }

    @Test
    void theHomeInReachHandsOverAndNothingIsLost() {
        model.add(IRELAND, temporary.resolve("ireland"), true);
        assertThat(region(IRELAND).promotion().orElseThrow().byForce()).isFalse();

        model.promote(region(IRELAND));

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(said).last().isEqualTo("eu-west-1 is the home now; us-east-1 is a Region like the others.");
    }

    private Region region(String name) {
        return model.regions().stream().filter(one -> one.state().region().equals(name)).findFirst().orElseThrow();
    }
}
