package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.kms.key.Tag;
import java.util.ArrayList;
import java.util.List;

/// A key's tags in one column: version, then key and value in turn.
final class TagsCodec {
    private static final byte[] MAGIC = {'K', 'H', 'T', 'G', 1};

    private TagsCodec() {}

    static byte[] encode(List<Tag> tags) {
        var out = new CanonicalWriter().raw(MAGIC);
        tags.forEach(tag -> out.text(tag.tagKey()).text(tag.tagValue()));
        return out.toByteArray();
    }

    static List<Tag> decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "list of tags");
        List<Tag> tags = new ArrayList<>();
        while (in.hasMore()) {
            tags.add(new Tag(in.text(), in.text()));
        }
        return tags;
    }
}
