package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.key.Substance;

/// Where a material is, in one column: version, kind, then its parts.
final class SubstanceCodec {
    private static final byte[] MAGIC = {'K', 'H', 'S', 'B', 1};
    private static final int WRAPPED = 1;
    private static final int ABSENT = 2;
    private static final int IN_TOKEN = 3;
    private static final int EXTERNAL = 4;

    private SubstanceCodec() {}

    static byte[] encode(Substance substance) {
        var out = new CanonicalWriter().raw(MAGIC);
        switch (substance) {
            case Substance.Wrapped(Blob wrapped) -> out.u8(WRAPPED).bytes(wrapped);
            case Substance.Absent() -> out.u8(ABSENT);
            case Substance.InToken(String label) -> out.u8(IN_TOKEN).text(label);
            case Substance.External(String xksKeyId, Blob wrapped) ->
                out.u8(EXTERNAL).text(xksKeyId).bytes(wrapped);
        }
        return out.toByteArray();
    }

    /// With what every encoded substance of that external key begins.
    static byte[] startOfExternal(String xksKeyId) {
        return new CanonicalWriter().raw(MAGIC).u8(EXTERNAL).text(xksKeyId).toByteArray();
    }

    static Substance decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "material");
        Substance substance =
                switch (in.u8()) {
                    case WRAPPED -> new Substance.Wrapped(in.blob());
                    case ABSENT -> new Substance.Absent();
                    case IN_TOKEN -> new Substance.InToken(in.text());
                    case EXTERNAL -> new Substance.External(in.text(), in.blob());
                    default -> throw new MalformedRecordException("Unknown kind of material");
                };
        in.requireEnd();
        return substance;
    }
}
