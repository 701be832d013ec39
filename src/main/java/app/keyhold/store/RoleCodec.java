package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.iam.RoleTerms;

/// What makes a principal a role, in one column: version, trust policy, description, longest session, revocations.
final class RoleCodec {
    private static final byte[] MAGIC = {'K', 'H', 'R', 'O', 1};

    private RoleCodec() {}

    static byte[] encode(RoleTerms terms) {
        return new CanonicalWriter()
                .raw(MAGIC)
                .text(terms.trustPolicy())
                .text(terms.description())
                .u32(terms.maxSessionDuration())
                .i64(terms.revocations())
                .toByteArray();
    }

    static RoleTerms decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "role");
        var terms = new RoleTerms(in.text(), in.text(), in.u32(), in.i64());
        in.requireEnd();
        return terms;
    }
}
