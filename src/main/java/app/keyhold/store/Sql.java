package app.keyhold.store;

import app.keyhold.crypto.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One connection with its prepared statements. Arguments are texts, numbers, bytes, and [Optional] for what may be NULL.
/// For one thread at a time; every failure is already told apart by [SqlFailure].
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// For statements that take no arguments and are not worth keeping.
    void execute(String text) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    /// @return how many rows it touched
    int update(String text, Object... arguments) {
        try {
            return bind(text, arguments).executeUpdate();
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    <T> List<T> list(String text, Function<SqlRow, T> reader, Object... arguments) {
        List<T> found = new ArrayList<>();
        each(text, row -> found.add(reader.apply(row)), arguments);
        return found;
    }

    <T> Optional<T> first(String text, Function<SqlRow, T> reader, Object... arguments) {
        try (ResultSet rows = bind(text, arguments).executeQuery()) {
            return rows.next() ? Optional.of(reader.apply(new SqlRow(rows))) : Optional.empty();
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    /// The single number the query answers; 0 for NULL.
    long number(String text, Object... arguments) {
        return first(text, SqlRow::number, arguments).orElse(0L);
    }

    /// Row by row, without gathering them. `reader` may use other statements of this connection, but not this one.
    void each(String text, Consumer<SqlRow> reader, Object... arguments) {
        try (ResultSet rows = bind(text, arguments).executeQuery()) {
            SqlRow row = new SqlRow(rows);
            while (rows.next()) {
                row.restart();
                reader.accept(row);
            }
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    private PreparedStatement bind(String text, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        switch (argument) {
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Blob blob -> statement.setBytes(index, blob.toByteArray());
            case Optional<?> optional -> {
                if (optional.isPresent()) {
                    bind(statement, index, optional.get());
                } else {
                    statement.setObject(index, null);
                }
            }
            default -> throw new IllegalArgumentException("No column holds a " + argument.getClass());
        }
    }

    /// Closes the connection also where a statement, as after a failure, does not close without an error.
    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }
}
