package app.keyhold.store;

import java.util.function.Function;

/// Reading what the writer's own transaction sees.
record TransactionSource(Sql sql) implements SqlSource {
    @Override
    public <T> T read(Function<Sql, T> query) {
        return query.apply(sql);
    }

    @Override
    public <T> T readOnce(Function<Sql, T> query) {
        return query.apply(sql);
    }

    /// The transaction belongs to the writer.
    @Override
    public void close() {}

    @Override
    public boolean servesSeveral() {
        return false;
    }
}
