package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.multi.MultipleProviderFactory;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One file for several keys, each of which opens it alone: here and in the AWS Encryption SDK.
class SeveralRecipientsTest {
    private static final Map<String, String> CONTEXT = Map.of("purpose", "archive");
    private static final byte[] PLAINTEXT = new byte[1000];

    @TempDir
    private Path folder;

    private final SmallVault vault = new SmallVault();
    private final String first = vault.addKey().arn().toString();
    private final String second = vault.addKey().arn().toString();
    private final FileService files = new FileService(vault.through(Principal.Service.FILES, SmallVault.OWNER));
    private Path source;
    private Path file;

    @BeforeEach
    void write() throws Exception {
        source = Files.write(folder.resolve("film"), PLAINTEXT);
        file = folder.resolve("film.khd");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensUnderEachOfItsKeysAlone(boolean signed) throws Exception {
        encrypt(Sealing.under(List.of(first, second)).withContext(CONTEXT).signed(signed));

        assertThat(files.inspect(file).keyArns()).containsExactly(first, second);
        for (String key : List.of(first, second)) {
            var opened = sdk(signed)
                    .decryptData(new DoorMasterKey(vault.owner(), key), Files.readAllBytes(file));
            assertThat(opened.getResult()).isEqualTo(PLAINTEXT);
            assertThat(opened.getEncryptionContext()).containsAllEntriesOf(CONTEXT);
        }
        vault.owner().call(new DisableKey.Request(first));
        assertThat(decrypted()).isEqualTo(PLAINTEXT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isOpenedHereUnderEitherKeyWhenTheSdkWroteIt(boolean signed) throws Exception {
        var both = MultipleProviderFactory.buildMultiProvider(
                DoorMasterKey.class,
                List.of(new DoorMasterKey(vault.owner(), first), new DoorMasterKey(vault.owner(), second)));
        Files.write(file, sdk(signed).encryptData(both, PLAINTEXT, CONTEXT).getResult());

        assertThat(decrypted()).isEqualTo(PLAINTEXT);
        vault.owner().call(new DisableKey.Request(first));
        assertThat(decrypted()).isEqualTo(PLAINTEXT);
        vault.owner().call(new DisableKey.Request(second));
        refused(Kind.DENIED, this::decrypted);
    }

    @Test
    void holdsAKeyOnceHoweverOftenItIsNamed() {
        vault.owner().call(new CreateAlias.Request("alias/first", first));

        encrypt(Sealing.under(List.of(first, "alias/first", first, second)));

        assertThat(files.inspect(file).keyArns()).containsExactly(first, second);
    }

    @Test
    void isNotWrittenIfOneKeyMayNotBeUsed() {
        vault.owner().call(new DisableKey.Request(second));

        refused(Kind.DENIED, () -> encrypt(Sealing.under(List.of(first, second))));
        assertThat(file).doesNotExist();
    }

    @Test
    void isRefusedMoreKeysThanAreTriedToOpenIt() {
        List<String> many = IntStream.range(0, 65)
                .mapToObj(i -> "alias/key-" + i)
                .toList();

        refused(Kind.REFUSED, () -> encrypt(Sealing.under(many)));
        refused(Kind.REFUSED, () -> encrypt(Sealing.under(List.of())));
    }

    @Test
    void keepsItsKeysWhenItIsReencrypted() {
        encrypt(Sealing.under(List.of(first, second)));

        files.reencrypt(ReencryptOrder.of(file), Progress.none());

        assertThat(files.inspect(file).keyArns()).containsExactly(first, second);
        vault.owner().call(new DisableKey.Request(first));
        assertThat(decrypted()).isEqualTo(PLAINTEXT);
    }

    @Test
    void getsTheKeysThatAreNamed() {
        encrypt(Sealing.under(first));
        String third = vault.addKey().arn().toString();

        files.reencrypt(ReencryptOrder.of(file).under(second, third), Progress.none());

        assertThat(files.inspect(file).keyArns()).containsExactly(second, third);
    }

    @Test
    void isOnOlderMaterialIfOneOfItsKeysIs() {
        encrypt(Sealing.under(List.of(first, second)));
        var order = ReencryptOrder.of(file).onlyOlder(true);
        assertThat(files.reencrypt(order, Progress.none())).isInstanceOf(FileResult.Current.class);

        vault.owner().call(new RotateKeyOnDemand.Request(second.substring(second.indexOf('/') + 1)));

        assertThat(files.reencrypt(order, Progress.none())).isInstanceOf(FileResult.Written.class);
        assertThat(files.reencrypt(order, Progress.none())).isInstanceOf(FileResult.Current.class);
    }

    @Test
    void isKnownForEachOfItsKeys() {
        encrypt(Sealing.under(List.of(first, second)));
        files.remember();
        assertThat(known(first)).isEqualTo(known(second)).hasSize(1);

        files.reencrypt(ReencryptOrder.of(file), Progress.none());
        files.remember();
        assertThat(known(first)).isEqualTo(known(second)).containsExactly(files.inspect(file).messageId());

        files.reencrypt(ReencryptOrder.of(file).under(second), Progress.none());
        files.remember();
        assertThat(known(first)).isEmpty();
        assertThat(known(second)).containsExactly(files.inspect(file).messageId());
    }

    private List<String> known(String arn) {
        var found = vault.region.view().files();
        return found.groupsOf(arn.substring(arn.indexOf('/') + 1)).stream()
                .flatMap(group -> found.under(group.keyId(), group.materialId(), 0, 10).stream())
                .map(KnownFile::messageId)
                .toList();
    }

    private void encrypt(Sealing sealing) {
        files.encrypt(EncryptOrder.of(source, sealing).synced(false), Progress.none());
    }

    private byte[] decrypted() {
        var out = new ByteArrayOutputStream();
        files.decrypt(file, out, Allowances.none(), Progress.none());
        return out.toByteArray();
    }

    private static AwsCrypto sdk(boolean signed) {
        return AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
                .withEncryptionAlgorithm(
                        signed
                                ? CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
                                : CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
                .build();
    }

    private static void refused(Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
