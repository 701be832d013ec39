package app.keyhold.vault;

import static app.keyhold.vault.RegionalVault.HOME;
import static app.keyhold.vault.RegionalVault.IRELAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.Importer;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.rotation.ListKeyRotations;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Multi-Region keys whose material is brought along: Keyhold carries it to no other Region, whoever has it does.
@BesideOthers
class MultiRegionImportTest {
    private static final byte[] FIRST = material(1);
    private static final byte[] SECOND = material(2);

    @TempDir
    Path temporary;

    private RegionalVault regions;
    private String key;

    @BeforeEach
    void makeAKeyWithImportedMaterialAndAReplica() throws IOException {
        regions = new RegionalVault(temporary);
        key = regions.inVault(vault -> {
            String id = vault.client()
                    .call(CreateKey.Request.symmetric("")
                            .withOrigin(KeyOrigin.EXTERNAL)
                            .withMultiRegion())
                    .keyMetadata()
                    .keyId();
            Importer.of(vault.client(), id).send(FIRST);
            vault.client().call(ReplicateKey.Request.of(id, IRELAND));
            return id;
        });
    }

    @Test
    void aReplicaWaitsForTheSameMaterialAndKnowsItByItsId() {
        assertThat(regions.describe(IRELAND, key).keyState()).isEqualTo(KeyState.PendingImport);
        Blob atHome = regions.encrypt(HOME, key, "from home");
        regions.inVault(vault -> {
            refused(Fault.IncorrectKeyMaterialException, () -> Importer.of(vault.in(IRELAND).client(), key)
                    .send(SECOND));
            return Importer.of(vault.in(IRELAND).client(), key).send(FIRST);
        });

        assertThat(regions.describe(IRELAND, key).keyState()).isEqualTo(KeyState.Enabled);
        assertThat(regions.describe(IRELAND, key).currentKeyMaterialId())
                .isEqualTo(regions.describe(HOME, key).currentKeyMaterialId());
        assertThat(regions.decrypt(IRELAND, atHome)).isEqualTo("from home");
    }

    @Test
    void newMaterialComesInAtThePrimaryAndIsRotatedInOnceEveryReplicaHasIt() {
        regions.inVault(vault -> Importer.of(vault.in(IRELAND).client(), key).send(FIRST));
        regions.inVault(vault -> {
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(asNew(Importer.of(vault.in(IRELAND).client(), key).request(SECOND))));
            return vault.client().call(asNew(Importer.of(vault.client(), key).request(SECOND)));
        });
        assertThat(waiting()).isEqualTo(KeyMaterialState.PENDING_MULTI_REGION_IMPORT_AND_ROTATION);
        regions.inVault(vault -> {
            refused(Fault.KMSInvalidStateException, () -> vault.client().call(new RotateKeyOnDemand.Request(key)));
            return Importer.of(vault.in(IRELAND).client(), key).send(SECOND);
        });
        assertThat(waiting()).isEqualTo(KeyMaterialState.PENDING_ROTATION);

        regions.inVault(vault -> vault.client().call(new RotateKeyOnDemand.Request(key)));

        assertThat(regions.describe(IRELAND, key).keyState()).isEqualTo(KeyState.Enabled);
        assertThat(regions.decrypt(IRELAND, regions.encrypt(HOME, key, "new"))).isEqualTo("new");
    }

    private KeyMaterialState waiting() {
        return regions.inVault(vault -> vault.client()
                .call(ListKeyRotations.Request.of(key, IncludeKeyMaterial.ALL_KEY_MATERIAL))
                .rotations()
                .getLast()
                .keyMaterialState()
                .orElseThrow());
    }

    private static ImportKeyMaterial.Request asNew(ImportKeyMaterial.Request request) {
        return new ImportKeyMaterial.Request(
                request.encryptedKeyMaterial(),
                request.expirationModel(),
                request.importToken(),
                Optional.of("NEW_KEY_MATERIAL"),
                request.keyId(),
                request.keyMaterialDescription(),
                request.keyMaterialId(),
                request.validTo());
    }

    private static byte[] material(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private static void refused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(call)
                .extracting(KmsException::fault)
                .isEqualTo(fault);
    }
}
