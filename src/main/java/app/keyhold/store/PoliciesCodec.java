package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.iam.Identity.NamedPolicy;
import java.util.ArrayList;
import java.util.List;

/// A principal's policies in one column: version, then name and document in turn.
final class PoliciesCodec {
    private static final byte[] MAGIC = {'K', 'H', 'P', 'O', 1};

    private PoliciesCodec() {}

    static byte[] encode(List<NamedPolicy> policies) {
        var out = new CanonicalWriter().raw(MAGIC);
        policies.forEach(policy -> out.text(policy.name()).text(policy.document()));
        return out.toByteArray();
    }

    static List<NamedPolicy> decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "list of policies");
        List<NamedPolicy> policies = new ArrayList<>();
        while (in.hasMore()) {
            policies.add(new NamedPolicy(in.text(), in.text()));
        }
        return policies;
    }
}
