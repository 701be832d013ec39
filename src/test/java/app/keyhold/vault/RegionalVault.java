package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.MultiRegionConfiguration.MultiRegionKey;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.signing.GetPublicKey;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.ListRegions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A vault with three Regions, each a folder of its own. What one session leaves for the other Regions is done by its end.
final class RegionalVault {
    static final String HOME = "us-east-1";
    static final String IRELAND = "eu-west-1";
    static final String MUMBAI = "ap-south-1";
    static final Map<String, String> CONTEXT = Map.of("for", "all Regions");

    final VaultFixture fixture;
    private final Path temporary;
    Instant now = VaultFixture.NOW;
    final Map<String, Client> schedules = new HashMap<>();

    RegionalVault(Path temporary) throws IOException {
        this.temporary = temporary;
        this.fixture = new VaultFixture(temporary);
        Files.createDirectory(temporary.resolve("media"));
        fixture.create().close();
        inVault(vault -> {
            vault.client().call(adding(IRELAND));
            vault.client().call(adding(MUMBAI));
            return vault;
        });
    }

    String primary() {
        return inVault(vault -> vault.client()
                .call(CreateKey.Request.symmetric("").withMultiRegion())
                .keyMetadata()
                .keyId());
    }

    String replicated(String... regions) {
        return inVault(vault -> {
            String id = vault.client()
                    .call(CreateKey.Request.symmetric("").withMultiRegion())
                    .keyMetadata()
                    .keyId();
            for (String region : regions) {
                vault.client().call(ReplicateKey.Request.of(id, region));
            }
            return id;
        });
    }

    <T> T inVault(Function<OpenVault, T> work) {
        schedules.clear();
        var attendant = new Attendant() {
            @Override
            public void unlocked(OpenVault vault, Client service) {
                schedules.put(vault.region(), service);
            }
        };
        try (var vault = new Vaults(() -> now, fixture.state, attendant)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            return work.apply(vault);
        }
    }

    KeyMetadata describe(String region, String id) {
        return inVault(
                vault -> vault.in(region).client().call(DescribeKey.Request.of(id)).keyMetadata());
    }

    Blob publicKey(String region, String id) {
        return inVault(
                vault -> vault.in(region).client().call(GetPublicKey.Request.of(id)).publicKey());
    }

    Blob encrypt(String region, String id, String text) {
        return inVault(vault -> vault.in(region)
                .client()
                .call(Encrypt.Request.of(id, VaultFixture.secret(text), CONTEXT))
                .ciphertextBlob());
    }

    String decrypt(String region, Blob ciphertext) {
        return inVault(vault -> VaultFixture.text(vault.in(region)
                .client()
                .call(Decrypt.Request.of(ciphertext, CONTEXT))
                .plaintext()));
    }

    /// Newest first, but for reads.
    List<String> events(String region, String id) {
        return inVault(vault -> vault.in(region)
                .client()
                .call(new LookupEvents.Request(
                        "screen",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("arn:aws:kms:" + region + ":111122223333:key/" + id),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        100))
                .events()
                .stream()
                .filter(event -> event.effect() == LookupEvents.Effect.ADMINISTRATION)
                .map(LookupEvents.Event::name)
                .toList());
    }

    ListRegions.Region region(String name) {
        return inVault(vault -> vault.client().call(new ListRegions.Request()).regions().stream()
                .filter(region -> region.region().equals(name))
                .findFirst()
                .orElseThrow());
    }

    static List<String> replicasOf(KeyMetadata metadata) {
        return metadata.multiRegionConfiguration().orElseThrow().replicaKeys().stream()
                .map(MultiRegionKey::region)
                .toList();
    }

    Path place(String region) {
        return temporary.resolve("media").resolve(region);
    }

    void unplug(String region) throws IOException {
        Files.move(place(region), temporary.resolve("unplugged " + region));
    }

    void plugIn(String region) throws IOException {
        Files.move(temporary.resolve("unplugged " + region), place(region));
    }

    AddRegion.Request adding(String region) {
        return new AddRegion.Request(region, place(region).toString(), Optional.empty());
    }
}
