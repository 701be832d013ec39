package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.audit.AuditRow;
import app.keyhold.audit.Chain;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two doors before one encrypted file, as desktop and command line have it.
class TwoProcessesTest {
    @TempDir
    private Path folder;

    private SmallVault first;
    private SmallVault second;

    @BeforeEach
    void unlock() {
        Path file = folder.resolve("us-east-1.db");
        try (var key = SecretBytes.takeOver(new byte[32])) {
            first = vault(SqliteRegion.create(
                    file, key, SmallVault.IDENTITY, _ -> new SmallVault.NoSignature(), StoreOptions.LOCAL));
            second = vault(SqliteRegion.open(
                    file,
                    key,
                    SmallVault.IDENTITY,
                    _ -> new SmallVault.NoSignature(),
                    StoreOptions.LOCAL,
                    (_, _, _) -> {}));
        }
    }

    @AfterEach
    void lock() {
        first.close();
        second.close();
    }

    @Test
    void whatOneForbidsTheOtherRefusesAtOnce() {
        Key key = first.addKey();
        second.owner().call(encrypt(key));

        first.owner().call(new DisableKey.Request(key.id()));

        KmsException refusal = catchThrowableOfType(KmsException.class, () -> second.owner().call(encrypt(key)));
        assertThat(refusal.fault()).isEqualTo(Fault.DisabledException);
    }

    @Test
    void aPolicyChangedByOneCountsForTheVeryNextCallOfTheOther() {
        Key key = first.addKey();
        second.owner().call(encrypt(key));
        String nobody = KeyPolicies.defaultPolicy(SmallVault.ACCOUNT).replace("kms:*", "kms:PutKeyPolicy");

        first.owner().call(new PutKeyPolicy.Request(
                Optional.of(true), key.id(), nobody, Optional.empty()));
        KmsException refusal = catchThrowableOfType(KmsException.class, () -> second.owner().call(encrypt(key)));

        assertThat(refusal.fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(second.rows()).extracting(row -> row.event().name()).startsWith("Encrypt", "PutKeyPolicy", "Encrypt");
    }

    @Test
    void whatOneMakesTheOtherUsesAtOnce() {
        Key key = first.addKey();
        KmsException unknown = catchThrowableOfType(KmsException.class, () -> second.owner().call(encrypt("alias/new")));
        assertThat(unknown.fault()).isEqualTo(Fault.NotFoundException);

        first.owner().call(new CreateAlias.Request("alias/new", key.id()));

        assertThat(second.owner().call(encrypt("alias/new")).keyId()).isEqualTo(key.arn().toString());
    }

    @Test
    void whatOneRotatesTheOtherSealsUnderTheNewMaterialAtOnce() {
        Key key = first.addKey();
        second.owner().call(encrypt(key));

        first.owner().call(new RotateKeyOnDemand.Request(key.id()));
        var sealed = second.owner().call(encrypt(key));

        String current = first.key(key.id()).currentMaterial().id();
        assertThat(CiphertextBlob.parse(sealed.ciphertextBlob()).orElseThrow().materialId()).isEqualTo(current);
    }

    @Test
    void changesOfOneNeverKeepTheOtherFromUsingAKey() throws Exception {
        Key key = first.addKey();
        Key other = first.addKey();
        var over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> changing = threads.submit(() -> {
                for (int i = 0; !over.get(); i++) {
                    first.owner().call(new UpdateKeyDescription.Request("number " + i, other.id()));
                }
            });
            for (int i = 0; i < 200; i++) {
                second.owner().call(encrypt(key));
            }
            over.set(true);
            changing.get();
        }
    }

    @Test
    void bothWriteOneChainWithoutLosingARow() throws Exception {
        Key key = first.addKey();
        int before = first.rows().size();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Client client = (i % 2 == 0 ? first : second).owner();
                calls.add(callers.submit(() -> client.call(encrypt(key))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        var chain = new Chain(SmallVault.VAULT_ID, SmallVault.REGION);
        List<AuditRow> rows = second.region.view().audit().page(EventFilter.ALL, Long.MAX_VALUE, 1_000).reversed();
        assertThat(rows).hasSize(before + 200);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).hash())
                    .isEqualTo(chain.hash(rows.get(i - 1).number() + 1, rows.get(i - 1).hash(), rows.get(i).body()));
        }
    }

    private static SmallVault vault(SqliteRegion region) {
        return new SmallVault(region, List.of(), store -> store);
    }

    private static Encrypt.Request encrypt(Key key) {
        return encrypt(key.id());
    }

    private static Encrypt.Request encrypt(String key) {
        return Encrypt.Request.of(key, SecretBytes.takeOver(new byte[16]), Map.of());
    }
}
