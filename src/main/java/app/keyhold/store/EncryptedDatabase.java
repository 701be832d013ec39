package app.keyhold.store;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/// All knowledge of the driver (SQLite with SQLCipher 4 pages), so that another one can take its place.
///
/// Traps it knows: the key must be a property of the connection, a PRAGMA comes too late; the driver's own backup call
/// writes plaintext, so copies are made by VACUUM INTO; a wrong key and a damaged file look the same; SQLite's busy
/// handler starves one of two processes, so turns are taken in [Turns]; a file name is given as a URI because the driver
/// would read settings from what follows a question mark.
final class EncryptedDatabase implements AutoCloseable {
    private static final int WRITER_CACHE_KIB = 32 * 1024;

    /// There are several of them, and each has a cache of its own.
    private static final int READER_CACHE_KIB = 8 * 1024;

    private final Path file;
    private final StoreOptions options;
    private SecretBytes key;

    EncryptedDatabase(Path file, SecretBytes key, StoreOptions options) {
        NativeLibrary.prepare();
        this.file = file.toAbsolutePath();
        this.key = key.copy();
        this.options = options;
    }

    /// An empty file nobody else can read; the log beside it takes over its permissions.
    ///
    /// @throws UncheckedIOException also if it exists
    static void createFile(Path file) {
        try {
            PrivateFiles.create(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file() {
        return file;
    }

    StoreOptions options() {
        return options;
    }

    /// @throws StoreException DAMAGED (also for a wrong key), READ_ONLY, BUSY
    Sql connectWriter() {
        Sql sql = connect(true);
        try {
            if (!sql.list("PRAGMA compile_options", SqlRow::text).contains("TEMP_STORE=2")) {
                throw new IllegalStateException("This SQLite would write temporary files unencrypted");
            }
            if (options == StoreOptions.SYNCHRONISED) {
                lockOutOthers(sql);
            }
            return sql;
        } catch (RuntimeException failure) {
            sql.close();
            throw failure;
        }
    }

    Sql connectReader() {
        return connect(false);
    }

    /// What a connection is made with and a first query, once, without a file; SQLCipher has no databases in memory.
    static void openInMemory(SecretBytes key) {
        try (var database = new EncryptedDatabase(Path.of("memory"), key, StoreOptions.LOCAL)) {
            database.properties(false);
            try (var sql = new Sql(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()))) {
                sql.list("PRAGMA compile_options", SqlRow::text);
            }
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    private Sql connect(boolean writer) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(StoreException.Kind.DAMAGED, "The database " + file.getFileName() + " is missing");
        }
        return Turns.retry(() -> {
            try {
                return new Sql(JDBC.createConnection("jdbc:sqlite:" + uri(file), properties(writer)));
            } catch (SQLException failure) {
                throw SqlFailure.of(failure);
            }
        }, options.patience());
    }

    /// SQLite takes the exclusive lock with the first write and keeps it from then on.
    private static void lockOutOthers(Sql sql) {
        Turns.retry(() -> sql.update("BEGIN EXCLUSIVE"), StoreOptions.SYNCHRONISED.patience());
        sql.update("COMMIT");
    }

    private Properties properties(boolean writer) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setTempStore(TempStore.MEMORY);
        config.setCacheSize(writer ? -WRITER_CACHE_KIB : -READER_CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        switch (options) {
            case LOCAL -> {
                if (writer) {
                    config.setJournalMode(JournalMode.WAL);
                }
            }
            case SYNCHRONISED -> {
                config.setLockingMode(LockingMode.EXCLUSIVE);
                config.setJournalMode(JournalMode.TRUNCATE);
            }
        }
        Properties properties = config.toProperties();
        properties.putAll(key.use(bytes ->
                SQLiteMCSqlCipherConfig.getV4Defaults().withRawUnsaltedKey(bytes).build().toProperties()));
        return properties;
    }

    /// Copies everything, still encrypted under the same key, and waits for the disk.
    void vacuumInto(Sql sql, Path target) {
        createFile(target);
        sql.update("VACUUM INTO ?", target.toAbsolutePath().toString());
        try (FileChannel copy = FileChannel.open(target, StandardOpenOption.WRITE)) {
            copy.force(true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Empties the write-ahead log into the file.
    ///
    /// @return false if a reader was in the way
    boolean truncateLog(Sql sql) {
        return options == StoreOptions.SYNCHRONISED
                || sql.first("PRAGMA wal_checkpoint(TRUNCATE)", SqlRow::integer).orElse(0) == 0;
    }

    /// Writes what is in the write-ahead log to the database and syncs that, so that nothing stands in the log alone.
    ///
    /// @return false if another process was in the way
    boolean emptyLog(Sql sql) {
        return options == StoreOptions.SYNCHRONISED
                || sql.first("PRAGMA wal_checkpoint(FULL)", SqlRow::integer).orElse(0) == 0;
    }

    /// Encrypts every page anew. No other connection may be open.
    void rekey(Sql sql, SecretBytes newKey) {
        sql.execute("PRAGMA journal_mode=DELETE");
        newKey.use(bytes -> {
            sql.execute("PRAGMA rekey=\"x'" + HexFormat.of().formatHex(bytes) + "'\"");
            return true;
        });
        SecretBytes old = key;
        key = newKey.copy();
        old.close();
    }

    /// What SQLite itself finds wrong with the file, nothing if all is well.
    static List<String> quickCheck(Sql sql) {
        List<String> found = sql.list("PRAGMA quick_check(10)", SqlRow::text);
        return found.equals(List.of("ok")) ? List.of() : found;
    }

    private static String uri(Path file) {
        return file.toUri().toString().replaceFirst("^file:///", "file:/").replace("?", "%3F");
    }

    @Override
    public void close() {
        key.close();
    }
}
