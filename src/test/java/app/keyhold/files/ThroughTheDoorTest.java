package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.message.HeaderReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and the real pipeline: whose permissions decide, which keys are used, what the timeline says.
class ThroughTheDoorTest {
    private static final String ALL_BUT_DECRYPT = """
            {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
                           {"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"}]}""";

    @TempDir
    private Path folder;

    private final SmallVault vault = new SmallVault();
    private final String key = vault.addKey().arn().toString();
    private final FileService files = forPerson(SmallVault.OWNER);
    private Path letter;
    private Path encrypted;

    @BeforeEach
    void write() throws IOException {
        letter = Files.writeString(folder.resolve("letter"), "dear");
        encrypted = folder.resolve("letter.khd");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void opensWhatItSealed() {
        encrypt(Sealing.under(key).withContext(Map.of("purpose", "letters")));

        decrypt(files);

        assertThat(folder.resolve("letter (2)")).hasContent("dear");
    }

    @Test
    void asksForOneDataKeyAFileAndWritesItsContextIntoTheTimeline() {
        int before = vault.rows().size();
        encrypt(Sealing.under(key).withContext(Map.of("purpose", "letters")));

        assertThat(vault.rows()).hasSize(before + 1);
        assertThat(vault.newestEvent().name()).isEqualTo("GenerateDataKey");
        assertThat(vault.newestEvent().toString()).contains("purpose", "letters", "files");
    }

    @Test
    void makesTheServicesKeyAtItsFirstUseAndUsesItFromThenOn() {
        encrypt(Sealing.under(FileService.SERVICE_KEY));
        var second = files.encrypt(EncryptOrder.of(letter, Sealing.under(FileService.SERVICE_KEY)), Progress.none());

        assertThat(files.inspect(encrypted).keyArns())
                .containsExactly(((FileResult.Written) second).keyId());
        assertThat(vault.key(keyIdOf(second)).manager()).isEqualTo(KeyManager.AWS);
    }

    @Test
    void isTheOnlyWayToUseTheServicesKey() throws Exception {
        encrypt(Sealing.under(FileService.SERVICE_KEY));
        var header = HeaderReader.read(new ByteArrayInputStream(Files.readAllBytes(encrypted))).header();
        var wrapped = header.dataKeys().getFirst();

        assertThatThrownBy(() -> vault.owner()
                        .call(Decrypt.Request.of(wrapped.keyArn(), wrapped.ciphertext(), header.context())))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.AccessDeniedException));
    }

    @Test
    void lendsNobodyAPermissionTheyDoNotHave() {
        encrypt(Sealing.under(key));
        var eva = forPerson(vault.addUser("eva"));

        refused(Kind.DENIED, () -> decrypt(eva));
        refused(Kind.DENIED, () -> eva.encrypt(EncryptOrder.of(letter, Sealing.under(key)), Progress.none()));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("letter", "letter.khd");
    }

    /// With every other permission there is, in a role as little as by themselves, and whoever else may.
    @Test
    void opensNothingForWhoeverMayNotDecrypt() {
        encrypt(Sealing.under(key));
        encrypt(Sealing.under(FileService.SERVICE_KEY));
        Principal eva = vault.addUser("eva", ALL_BUT_DECRYPT);
        vault.owner().call(CreateRole.Request.of("carrier", """
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"}}"""
                .formatted(eva.arn())));
        vault.owner().call(new PutRolePolicy.Request(IdentityPolicies.administrator().document(), "All", "carrier"));
        Client bounded = vault.inSession(vault.client(eva), "carrier", Optional.of(ALL_BUT_DECRYPT));

        assertThat(List.of(vault.through(Principal.Service.FILES, eva), vault.through(Principal.Service.FILES, bounded)))
                .allSatisfy(client -> {
                    var service = new FileService(client);
                    refused(Kind.DENIED, () -> service.decrypt(DecryptOrder.of(encrypted), Progress.none()));
                    refused(Kind.DENIED, () -> service.decrypt(
                            DecryptOrder.of(folder.resolve("letter (2).khd")), Progress.none()));
                });
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("letter", "letter.khd", "letter (2).khd");
    }

    @Test
    void opensForASessionWhoseRoleMay() {
        encrypt(Sealing.under(key));
        Principal eva = vault.addUser("eva");
        vault.owner().call(CreateRole.Request.of("reader", """
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"}}"""
                .formatted(eva.arn())));
        vault.owner().call(new PutRolePolicy.Request("""
                {"Statement": {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:ViaService": "files.us-east-1.amazonaws.com"}}}}""", "Files", "reader"));
        Client session = vault.inSession(vault.client(eva), "reader", Optional.empty());

        decrypt(new FileService(vault.through(Principal.Service.FILES, session)));

        assertThat(folder.resolve("letter (2)")).hasContent("dear");
    }

    @Test
    void doesNotUseADisabledKey() {
        encrypt(Sealing.under(key));
        vault.owner().call(new DisableKey.Request(key));

        refused(Kind.DENIED, () -> decrypt(files));
    }

    @Test
    void saysWhichKeyIsMissing() {
        encrypt(Sealing.under(key));
        try (var other = new SmallVault()) {
            var elsewhere = new FileService(other.through(Principal.Service.FILES, SmallVault.OWNER));

            refused(Kind.NO_KEY, () -> decrypt(elsewhere));
        }
    }

    @Test
    void isBoundToItsContext() throws Exception {
        encrypt(Sealing.under(key).withContext(Map.of("purpose", "letters")));
        byte[] message = Files.readAllBytes(encrypted);
        int at = new String(message, StandardCharsets.ISO_8859_1).indexOf("letters");
        message[at] = 'L';
        Files.write(encrypted, message);

        refused(Kind.DAMAGED, () -> decrypt(files));
    }

    private FileService forPerson(Principal person) {
        return new FileService(vault.through(Principal.Service.FILES, person));
    }

    private void encrypt(Sealing sealing) {
        files.encrypt(EncryptOrder.of(letter, sealing), Progress.none());
    }

    private void decrypt(FileService service) {
        service.decrypt(DecryptOrder.of(encrypted), Progress.none());
    }

    private static String keyIdOf(FileResult result) {
        String arn = ((FileResult.Written) result).keyId();
        return arn.substring(arn.indexOf('/') + 1);
    }

    private static void refused(Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
