package app.keyhold.store;

import static app.keyhold.store.Samples.REGION;
import static app.keyhold.store.Samples.SIGNING;
import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.SecretBytes;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no behaviour short of a power cut or a look at the raw medium would show.
class DatabaseSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} {0} = {2}")
    @CsvSource({
        "secure_delete, LOCAL,        1",
        "synchronous,   LOCAL,        2",
        "temp_store,    LOCAL,        2",
        "foreign_keys,  LOCAL,        1",
        "secure_delete, SYNCHRONISED, 1",
        "synchronous,   SYNCHRONISED, 2",
        "temp_store,    SYNCHRONISED, 2",
        "foreign_keys,  SYNCHRONISED, 1",
    })
    void holdForEveryConnectionThatWrites(String pragma, StoreOptions options, long value) {
        Path file = folder.resolve("us-east-1.db");
        try (SecretBytes key = Samples.databaseKey()) {
            SqliteRegion.create(file, key, REGION, SIGNING, options).close();
            try (var database = new EncryptedDatabase(file, key, options);
                    Sql sql = database.connectWriter()) {
                assertThat(sql.number("PRAGMA " + pragma)).isEqualTo(value);
            }
        }
    }
}
