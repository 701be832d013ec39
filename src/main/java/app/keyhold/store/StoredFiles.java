package app.keyhold.store;

import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles;
import java.util.List;

/// Known files straight from their table.
final class StoredFiles implements KnownFiles {
    private final FileTable table = new FileTable();
    private final SqlSource source;

    StoredFiles(SqlSource source) {
        this.source = source;
    }

    @Override
    public List<KnownFile> find(String messageId) {
        return source.readOnce(sql -> table.find(sql, messageId));
    }

    @Override
    public List<KnownFile> at(String path) {
        return source.readOnce(sql -> table.at(sql, path));
    }

    @Override
    public List<Group> groups() {
        return source.readOnce(table::groups);
    }

    @Override
    public List<Group> groupsOf(String keyId) {
        return source.readOnce(sql -> table.groupsOf(sql, keyId));
    }

    @Override
    public List<KnownFile> under(String keyId, String materialId, long after, int limit) {
        return source.readOnce(sql -> table.under(sql, keyId, materialId, after, limit));
    }
}
