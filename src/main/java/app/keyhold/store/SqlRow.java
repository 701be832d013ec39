package app.keyhold.store;

import app.keyhold.crypto.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The columns of one row, read one after the other in the order of the SELECT.
final class SqlRow {
    private final ResultSet row;
    private int column;

    SqlRow(ResultSet row) {
        this.row = row;
    }

    void restart() {
        column = 0;
    }

    String text() {
        return read(row::getString);
    }

    Optional<String> optionalText() {
        return Optional.ofNullable(read(row::getString));
    }

    long number() {
        return read(row::getLong);
    }

    int integer() {
        return read(row::getInt);
    }

    byte[] bytes() {
        return read(row::getBytes);
    }

    Blob blob() {
        return Blob.taking(bytes());
    }

    Optional<Blob> optionalBlob() {
        return Optional.ofNullable(bytes()).map(Blob::taking);
    }

    Instant instant() {
        return Times.instant(number());
    }

    Optional<Instant> optionalInstant() {
        long nanos = number();
        try {
            return row.wasNull() ? Optional.empty() : Optional.of(Times.instant(nanos));
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    private <T> T read(Column<T> getter) {
        try {
            return getter.at(++column);
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    private interface Column<T> {
        T at(int index) throws SQLException;
    }
}
