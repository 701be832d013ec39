package app.keyhold.kms.operation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.keyhold.crypto.Blob;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownPath;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.file.RecordFiles.Encrypted;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.screen.QueryFiles;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import app.keyhold.kms.operation.screen.QueryFiles.Material;
import app.keyhold.kms.operation.screen.QueryRotations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the vault remembers of files, who may have it remember them, and who is told.
class KnownFilesTest {
    private static final String HIDING = """
            {"Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/tom"},
                           "Action": "kms:*", "Resource": "*"}}""";

    private final SmallVault vault = new SmallVault();
    private final Key key = vault.addKey();
    private final Client files = vault.through(Principal.Service.FILES, SmallVault.OWNER);

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void remembersWhatTheFilesRoomTells() {
        record(file(1, 500, "/home/eva/a.khd"), file(2, 0, "/home/eva/b.khd"));

        assertThat(known())
                .containsExactly(
                        new KnownFile(id(1), key.id(), material(), 500, vault.clock.instant(), Optional.empty(), 1, row()),
                        new KnownFile(id(2), key.id(), material(), 0, vault.clock.instant(), Optional.empty(), 2, row()));
    }

    @Test
    void writesOneEventForManyFilesThatNamesTheKeyAndNoPath() {
        int before = vault.rows().size();
        record(Optional.of(true), file(1, 500, "/home/eva/secret-plans.khd"), file(2, 0, "/home/eva/b.khd"));

        assertThat(vault.rows()).hasSize(before + 1);
        assertThat(vault.newestEvent().resources()).containsExactly(key.arn().toString());
        assertThat(vault.newestEvent().changes()).hasSize(2);
        assertThat(vault.newestEvent().toString()).doesNotContain("eva", "secret-plans");
        assertThat(new String(vault.rows().getFirst().body().toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-plans");
    }

    @Test
    void doesSoForNobodyWhoComesAnotherWay() {
        assertThat(refused(vault.owner(), request(Optional.empty(), file(1, 500, "/a"))).fault())
                .isEqualTo(Fault.AccessDeniedException);
        assertThat(known()).isEmpty();
    }

    @Test
    void needsNoPermissionBeyondTheUseOfTheKeyButHeedsADenial() {
        Principal eva = vault.addUser("eva");
        Principal tom = vault.addUser("tom", """
                {"Statement": {"Effect": "Deny", "Action": "keyhold:RecordFiles", "Resource": "*"}}""");

        vault.through(Principal.Service.FILES, eva).call(request(Optional.empty(), file(1, 500, "/a")));

        assertThat(refused(vault.through(Principal.Service.FILES, tom), request(Optional.empty(), file(2, 1, "/b"))).fault())
                .isEqualTo(Fault.AccessDeniedException);
        assertThat(known()).extracting(KnownFile::messageId).containsExactly(id(1));
    }

    @Test
    void remembersPathsOnlyWhereThatIsWanted() {
        record(file(1, 1, "/1"));
        record(Optional.of(true), file(2, 1, "/2"));
        vault.write(work -> RememberedPaths.change(work, true));
        record(file(3, 1, "/3"));
        record(Optional.of(false), file(4, 1, "/4"));

        assertThat(known()).extracting(KnownFilesTest::pathOf)
                .containsExactly(Optional.empty(), Optional.of("/2"), Optional.of("/3"), Optional.empty());
    }

    /// The digest of a row stays in the trail when the row is gone.
    @Test
    void aGuessedPathIsNotProvedByTheTrail() {
        record(Optional.of(true), file(1, 1, "/a"));
        var first = vault.newestEvent().changes();
        vault.owner().call(new ForgetFiles.Request(List.of(id(1))));
        record(Optional.of(true), file(1, 1, "/a"));

        assertThat(vault.newestEvent().changes()).isNotEqualTo(first);
        var second = vault.newestEvent().changes();
        record(Optional.of(true), file(1, 1, "/a"));
        assertThat(vault.newestEvent().changes()).isEmpty();
        assertThat(second).hasSize(1);
    }

    @Test
    void forgetsTheMessageWhosePlaceWasTakenAndGoesOnKnowingThePath() {
        record(Optional.of(true), file(1, 1, "/a"));
        record(new Encrypted(message(2), 1, path("/a"), Optional.of(message(1))));

        assertThat(known()).singleElement().satisfies(file -> {
            assertThat(file.messageId()).isEqualTo(id(2));
            assertThat(pathOf(file)).contains("/a");
        });
    }

    /// As after a kill between the renaming of a file and its telling.
    @Test
    void aPathHoldsOneFile() {
        record(Optional.of(true), file(1, 1, "/a"), file(9, 1, "/b"));
        record(Optional.of(true), file(2, 1, "/a"));

        assertThat(known()).extracting(KnownFile::messageId).containsExactly(id(2), id(9));
    }

    @Test
    void aFileToldTwiceIsTheSameFileAsOfTheFirstTime() {
        record(file(1, 1, "/a"));
        var first = vault.clock.instant();
        vault.clock.turn(Duration.ofDays(1));
        record(file(1, 1, "/a"));

        assertThat(known()).extracting(KnownFile::encrypted).containsExactly(first);
        assertThat(vault.newestEvent().changes()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(refused(files, new RecordFiles.Request(
                                key.id(), "00".repeat(32), List.of(file(1, 1, "/a")), Optional.empty()))
                        .fault())
                .isEqualTo(Fault.ValidationException);
        assertThat(refused(files, request(Optional.empty(), file(1, -1, "/a"))).fault())
                .isEqualTo(Fault.ValidationException);
        assertThat(refused(files, new RecordFiles.Request(
                                key.id(), material(), Collections.nCopies(65, file(1, 1, "/a")), Optional.empty()))
                        .fault())
                .isEqualTo(Fault.ValidationException);
        assertThat(refused(files, request(Optional.empty(), new Encrypted(
                                Blob.of(new byte[31]), 1, Optional.empty(), Optional.empty())))
                        .fault())
                .isEqualTo(Fault.ValidationException);
        assertThat(known()).isEmpty();
    }

    @Test
    void tellsWhatAKeyProtectsAndWhatIsOnOlderMaterial() {
        vault.write(work -> work.put(new Alias("alias/one", key.id(), vault.clock.instant(), vault.clock.instant(), 0)));
        Key other = vault.addKey();
        record(file(1, 1, "/a"));
        vault.owner().call(new RotateKeyOnDemand.Request(key.id()));
        record(file(2, 1, "/b"));
        files.call(new RecordFiles.Request(
                other.id(), other.currentMaterial().id(), List.of(file(3, 1, "/c")), Optional.empty()));

        assertThat(query(vault.owner(), Optional.of("alias/one"), false))
                .extracting(File::messageId, File::material, File::aliases)
                .containsExactlyInAnyOrder(
                        tuple(id(1), Material.OLDER, List.of("alias/one")),
                        tuple(id(2), Material.CURRENT, List.of("alias/one")));
        assertThat(query(vault.owner(), Optional.empty(), true)).extracting(File::messageId).containsExactly(id(1));
        assertThat(query(vault.owner(), Optional.of(other.arn().toString()), true)).isEmpty();
        assertThat(vault.owner().call(new QueryRotations.Request("s")).rows())
                .filteredOn(row -> row.keyId().equals(key.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.filesOnOlderMaterial()).isEqualTo(1));
    }

    @Test
    void comesInPagesThatCountAll() {
        for (int i = 1; i <= 3; i++) {
            record(file(i, 1, "/" + i));
        }
        vault.owner().call(new RotateKeyOnDemand.Request(key.id()));
        record(file(4, 1, "/4"), file(5, 1, "/5"));

        List<String> found = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            var page = vault.owner().call(new QueryFiles.Request("s", Optional.empty(), Optional.empty(), marker, 2));
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.files()).hasSizeLessThanOrEqualTo(2);
            page.files().forEach(file -> found.add(file.messageId()));
            marker = page.nextMarker();
        } while (marker.isPresent());
        assertThat(found).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5));
    }

    @Test
    void tellsNobodyOfKeysTheyMayNotDescribe() {
        Key hidden = vault.addKey(it -> it.withPolicy(HIDING));
        record(file(1, 1, "/a"));
        files.call(new RecordFiles.Request(
                hidden.id(), hidden.currentMaterial().id(), List.of(file(2, 1, "/b")), Optional.empty()));
        Client eva = vault.client(vault.addUser("eva", IdentityPolicies.administrator().document()));

        assertThat(query(eva, Optional.empty(), false)).extracting(File::messageId).containsExactly(id(1));
        assertThat(query(eva, Optional.of(hidden.id()), false)).isEmpty();
        assertThat(refused(vault.client(vault.addUser("bo")), queryRequest(Optional.empty(), false)).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void whatAKeyThatIsGoneProtectedStaysKnownToThoseWhosePolicyLetsThemDescribeIt() {
        record(file(1, 1, "/a"));
        vault.write(work -> work.remove(key));
        Client only = vault.client(vault.addUser("eva", """
                {"Statement": {"Effect": "Allow", "Action": "keyhold:QueryFiles", "Resource": "*"}}"""));

        assertThat(query(vault.owner(), Optional.of(key.id()), false))
                .extracting(File::material)
                .containsExactly(Material.GONE);
        assertThat(query(vault.owner(), Optional.empty(), true)).isEmpty();
        assertThat(query(only, Optional.empty(), false)).isEmpty();
    }

    @Test
    void forgetsWhatItIsToldToAndPassesOverTheRest() {
        record(file(1, 1, "/a"), file(2, 1, "/b"));

        assertThat(vault.owner().call(new ForgetFiles.Request(List.of(id(1), id(7), id(1)))).forgotten())
                .isEqualTo(1);

        assertThat(known()).extracting(KnownFile::messageId).containsExactly(id(2));
        assertThat(refused(vault.client(vault.addUser("eva")), new ForgetFiles.Request(List.of(id(2)))).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    private void record(Encrypted... told) {
        record(Optional.empty(), told);
    }

    private void record(Optional<Boolean> rememberPaths, Encrypted... told) {
        files.call(request(rememberPaths, told));
    }

    private RecordFiles.Request request(Optional<Boolean> rememberPaths, Encrypted... told) {
        return new RecordFiles.Request(key.arn().toString(), material(), List.of(told), rememberPaths);
    }

    private static List<File> query(Client client, Optional<String> keyId, boolean old) {
        return client.call(queryRequest(keyId, old)).files();
    }

    private static QueryFiles.Request queryRequest(Optional<String> keyId, boolean old) {
        return new QueryFiles.Request("s", keyId, Optional.of(old), Optional.empty(), 100);
    }

    private static KmsException refused(Client client, KmsRequest<?> request) {
        return catchThrowableOfType(KmsException.class, () -> client.call(request));
    }

    /// In order of message id.
    private List<KnownFile> known() {
        var view = vault.region.view();
        return view.files().groups().stream()
                .flatMap(group -> view.files().under(group.keyId(), group.materialId(), 0, 100).stream())
                .sorted(Comparator.comparing(KnownFile::messageId))
                .toList();
    }

    private static Optional<String> pathOf(KnownFile file) {
        return file.path().map(KnownPath::text);
    }

    private String material() {
        return vault.key(key.id()).currentMaterial().id();
    }

    private long row() {
        return vault.rows().getFirst().number();
    }

    private static Encrypted file(int number, long size, String path) {
        return new Encrypted(message(number), size, path(path), Optional.empty());
    }

    private static Optional<Blob> path(String path) {
        return Optional.of(Blob.of(path.getBytes(StandardCharsets.UTF_8)));
    }

    private static Blob message(int number) {
        byte[] id = new byte[32];
        Arrays.fill(id, (byte) number);
        return Blob.of(id);
    }

    private static String id(int number) {
        return message(number).hex();
    }
}
