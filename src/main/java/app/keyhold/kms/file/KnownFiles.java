package app.keyhold.kms.file;

import java.util.List;

/// The files a Region remembers, by what opens them. Their keys may be gone.
public interface KnownFiles {
    /// How many files there are under one material.
    record Group(String keyId, String materialId, long count) {}

    /// One message, for each key that opens it; in order of key id.
    List<KnownFile> find(String messageId);

    /// What was written to one path; more than one message only where others wrote there too.
    List<KnownFile> at(String path);

    /// In order of key id and material id.
    List<Group> groups();

    /// In order of material id.
    List<Group> groupsOf(String keyId);

    /// In the order they became known.
    ///
    /// @param after the number of the last one that is left out, 0 for none
    List<KnownFile> under(String keyId, String materialId, long after, int limit);
}
