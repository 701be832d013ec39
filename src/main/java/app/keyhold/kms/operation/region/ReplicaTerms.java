package app.keyhold.kms.operation.region;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.key.Tag;
import java.util.ArrayList;
import java.util.List;

/// What a replica to be does not have from its primary. As an outbox payload: version, description, policy, then each
/// tag's key and value.
record ReplicaTerms(String description, String policy, List<Tag> tags) {
    private static final byte[] MAGIC = {'K', 'H', 'R', 'T', 1};

    ReplicaTerms {
        tags = List.copyOf(tags);
    }

    Blob encoded() {
        var out = new CanonicalWriter().raw(MAGIC).text(description).text(policy);
        tags.forEach(tag -> out.text(tag.tagKey()).text(tag.tagValue()));
        return Blob.of(out.toByteArray());
    }

    /// @throws app.keyhold.audit.MalformedRecordException if this is something else
    static ReplicaTerms of(Blob encoded) {
        var in = new CanonicalReader(encoded.toByteArray());
        in.requireRaw(MAGIC, "order of a replica");
        String description = in.text();
        String policy = in.text();
        List<Tag> tags = new ArrayList<>();
        while (in.hasMore()) {
            tags.add(new Tag(in.text(), in.text()));
        }
        return new ReplicaTerms(description, policy, tags);
    }
}
