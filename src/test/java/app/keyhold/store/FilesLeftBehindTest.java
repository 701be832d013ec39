package app.keyhold.store;

import static app.keyhold.store.Samples.NOON;
import static app.keyhold.store.Samples.REGION;
import static app.keyhold.store.Samples.SIGNING;
import static app.keyhold.store.Samples.alias;
import static app.keyhold.store.Samples.key;
import static app.keyhold.store.Samples.material;
import static app.keyhold.store.Samples.use;
import static app.keyhold.store.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What somebody finds who has the folder but not the passphrase.
@Timeout(60)
class FilesLeftBehindTest {
    @TempDir
    Path folder;

    private SqliteRegion create(StoreOptions options) {
        try (SecretBytes key = Samples.databaseKey()) {
            return SqliteRegion.create(folder.resolve("us-east-1.db"), key, REGION, SIGNING, options);
        }
    }

    private SqliteRegion open(Path file, SecretBytes key) {
        return SqliteRegion.open(file, key, REGION, SIGNING, StoreOptions.LOCAL, (_, _, _) -> {});
    }

    @ParameterizedTest
    @EnumSource
    void noFileTellsAnything(StoreOptions options) throws IOException {
        try (SqliteRegion region = create(options)) {
            fill(region);
            region.vacuumInto(folder.resolve("copy.db"));
            assertNothingReadable();
        }
        assertNothingReadable();
    }

    private void assertNothingReadable() throws IOException {
        Map<String, byte[]> files = contents();
        assertThat(files).containsKeys("us-east-1.db", "copy.db");
        for (String secret : List.of("SQLite format 3", "alias/salaries", "owner", "CreateKey", material(1, 0).id())) {
            byte[] wanted = secret.getBytes(StandardCharsets.UTF_8);
            files.forEach((name, bytes) -> assertThat(contains(bytes, wanted))
                    .as("%s in %s", secret, name)
                    .isFalse());
        }
        try (SecretBytes key = Samples.databaseKey()) {
            byte[] wanted = key.exposed();
            files.forEach((name, bytes) ->
                    assertThat(contains(bytes, wanted)).as("the key in %s", name).isFalse());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFileIsItsOwnersAlone(StoreOptions options) throws IOException {
        try (SqliteRegion region = create(options)) {
            fill(region);
            region.vacuumInto(folder.resolve("copy.db"));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.toList()).allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aScrubbedLogHoldsNothing() throws IOException {
        try (SqliteRegion region = create(StoreOptions.LOCAL)) {
            fill(region);
            assertThat(folder.resolve("us-east-1.db-wal")).isNotEmptyFile();
            write(region, work -> work.remove(key(1)));
            region.scrub();
            assertThat(folder.resolve("us-east-1.db-wal")).isEmptyFile();
            assertThat(region.view().audit().head().number()).isEqualTo(3);
        }
    }

    @Test
    void aCopyIsWholeAndOpensUnderTheSameKey() {
        Path copy = folder.resolve("copy.db");
        try (SqliteRegion region = create(StoreOptions.LOCAL)) {
            RegionCheckTest.introduceAuditKey(region);
            fill(region);
            region.checkpoint(NOON);
            region.vacuumInto(copy);
        }
        try (SecretBytes key = Samples.databaseKey();
                SqliteRegion copied = open(copy, key)) {
            assertThat(copied.check(Optional.empty(), _ -> {}).isIntact()).isTrue();
            assertThat(copied.view().alias("alias/salaries")).isPresent();
        }
    }

    @Test
    void afterARekeyOnlyTheNewKeyOpens() {
        Path file = folder.resolve("us-east-1.db");
        try (SecretBytes old = Samples.databaseKey();
                SecretBytes fresh = Randomness.secret(32)) {
            try (SqliteRegion region = create(StoreOptions.LOCAL)) {
                RegionCheckTest.introduceAuditKey(region);
                fill(region);
                region.rekey(fresh);
                assertThat(region.view().alias("alias/salaries")).isPresent();
                Samples.append(region, use(NOON));
            }
            assertThatThrownBy(() -> open(file, old).close()).isInstanceOf(StoreException.class);
            try (SqliteRegion region = open(file, fresh)) {
                assertThat(region.check(Optional.empty(), _ -> {}).isIntact()).isTrue();
                assertThat(region.view().audit().head().number()).isEqualTo(4);
            }
        }
    }

    @Test
    void aPathMayHoldWhatUrlsCannot() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("50% of it? yes #1 & más"));
        Path file = odd.resolve("us-east-1.db");
        try (SecretBytes key = Samples.databaseKey()) {
            SqliteRegion.create(file, key, REGION, SIGNING, StoreOptions.LOCAL).close();
            try (SqliteRegion region = open(file, key)) {
                fill(region);
                region.vacuumInto(odd.resolve("copy?.db"));
            }
        }
        assertThat(file).isNotEmptyFile();
        assertThat(odd.resolve("copy?.db")).isNotEmptyFile();
    }

    /// The driver's own backup writes plaintext; VACUUM INTO does not.
    @Test
    void noSourceUsesTheDriversBackup() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(source -> {
                        String text = read(source).toLowerCase(Locale.ROOT);
                        return text.contains("backup " + "to ") || text.contains("restore " + "from ");
                    }))
                    .isEmpty();
        }
    }

    private static void fill(SqliteRegion region) {
        write(region, work -> {
            work.put(key(1));
            work.put(key(2));
            work.put(alias("salaries", 2));
        });
        Samples.append(region, use(NOON));
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
