package app.keyhold.kms;

import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The known files of those keys that a caller may describe. For one view: each key is asked about once.
final class DescribableFiles implements KnownFiles {
    private final KnownFiles whole;
    private final Predicate<String> describable;
    private final Map<String, Boolean> asked = new HashMap<>();

    /// @param describable by key id; of keys that are gone too
    DescribableFiles(KnownFiles whole, Predicate<String> describable) {
        this.whole = whole;
        this.describable = describable;
    }

    private boolean shows(String keyId) {
        return asked.computeIfAbsent(keyId, describable::test);
    }

    @Override
    public List<KnownFile> find(String messageId) {
        return whole.find(messageId).stream().filter(file -> shows(file.keyId())).toList();
    }

    @Override
    public List<KnownFile> at(String path) {
        return whole.at(path).stream().filter(file -> shows(file.keyId())).toList();
    }

    @Override
    public List<Group> groups() {
        return whole.groups().stream().filter(group -> shows(group.keyId())).toList();
    }

    @Override
    public List<Group> groupsOf(String keyId) {
        return shows(keyId) ? whole.groupsOf(keyId) : List.of();
    }

    @Override
    public List<KnownFile> under(String keyId, String materialId, long after, int limit) {
        return shows(keyId) ? whole.under(keyId, materialId, after, limit) : List.of();
    }
}
