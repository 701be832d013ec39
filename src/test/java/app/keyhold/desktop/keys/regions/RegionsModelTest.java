package app.keyhold.desktop.keys.regions;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.regions.RegionRow.Role;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.vault.operation.AddRegion;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionsModelTest {
    private SeededVault vault;
    private KeyModel door;
    private RegionsModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        vault.client().call(new AddRegion.Request("eu-west-1", folder.resolve("stick").toString(), Optional.of(true)));
        door = new KeyModel(vault.client(), vault.background(), "regions-test", said -> {});
        model = new RegionsModel(door);
        door.keyProperty().subscribe(key -> key.ifPresent(found -> model.show(new KeyView(found, vault.moments()))));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void show(CreateKey.Request made) {
        door.open(Optional.of(vault.client().call(made).keyMetadata().keyId()));
    }

    private RegionRow row(String region) {
        return model.rows().stream().filter(one -> one.region().equals(region)).findFirst().orElseThrow();
    }

    @Test
    void aKeyOfOneRegionSaysThatItStaysThere() {
        show(CreateKey.Request.symmetric(""));
        assertThat(model.whyFixed().orElseThrow()).startsWith("This key is in one Region, and stays there");
        assertThat(model.canReplicateTo(row("eu-west-1"))).isFalse();
    }

    @Test
    void aPrimaryKeyCanGoWhereItIsNot() {
        show(CreateKey.Request.symmetric("").withMultiRegion());
        assertThat(row("us-east-1").role()).isEqualTo(Role.PRIMARY);
        assertThat(row("us-east-1").here()).isTrue();
        assertThat(row("eu-west-1").role()).isEqualTo(Role.NONE);
        assertThat(row("eu-west-1").attached()).contains(true);
        assertThat(model.canReplicateTo(row("eu-west-1"))).isTrue();
    }

    @Test
    void whereItWasReplicatedToItIsAReplica() {
        show(CreateKey.Request.symmetric("Everywhere").withMultiRegion());
        model.replicate("eu-west-1");
        assertThat(door.problemProperty().get()).isEmpty();
        assertThat(row("eu-west-1").role()).isEqualTo(Role.REPLICA);
        assertThat(model.canReplicateTo(row("eu-west-1"))).isFalse();
        assertThat(model.canPromote(row("eu-west-1"))).isTrue();
    }
}
