package app.keyhold.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Brings a file to this version's tables. A migration's number is its place in the list, so no number is ever written
/// by hand; its statements and the new number commit together.
final class Migrations {
    static final List<String> SCRIPTS = List.of("region.sql");

    /// `KHRG`, so that the file says whose it is to whoever can decrypt it.
    private static final int APPLICATION_ID = 0x4B485247;

    private final List<String> statements;

    Migrations(List<String> scripts) {
        this.statements = scripts.stream().map(Migrations::read).toList();
    }

    /// @param copy writes the database as it is into a new file
    /// @throws NewerFormatException if the file has a version this list does not reach; nothing was changed
    void apply(Sql sql, MigrationBackup backup, Consumer<Path> copy) {
        int found = version(sql);
        if (found > statements.size()) {
            throw new NewerFormatException(found, statements.size());
        }
        if (found == statements.size()) {
            return;
        }
        if (found > 0) {
            backup.keep(copy::accept, found, statements.size());
        }
        Turns.retry(() -> sql.update("BEGIN IMMEDIATE"));
        try {
            for (int version = version(sql); version < statements.size(); version++) {
                for (String statement : statements.get(version).split(";\\R")) {
                    if (!statement.isBlank()) {
                        sql.execute(statement);
                    }
                }
            }
            sql.execute("PRAGMA user_version = " + statements.size());
            sql.execute("PRAGMA application_id = " + APPLICATION_ID);
            sql.update("COMMIT");
        } catch (RuntimeException failure) {
            sql.execute("ROLLBACK");
            throw failure;
        }
    }

    private static int version(Sql sql) {
        return (int) sql.number("PRAGMA user_version");
    }

    private static String read(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            return new String(Objects.requireNonNull(in, script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
