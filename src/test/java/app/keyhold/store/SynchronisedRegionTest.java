package app.keyhold.store;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.RegionStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class SynchronisedRegionTest extends RegionContract {
    @TempDir
    Path folder;

    @Override
    RegionStore open() {
        try (SecretBytes key = Samples.databaseKey()) {
            return SqliteRegion.create(
                    folder.resolve("us-east-1.db"), key, Samples.REGION, Samples.SIGNING, StoreOptions.SYNCHRONISED);
        }
    }
}
