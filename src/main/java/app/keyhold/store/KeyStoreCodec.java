package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.kms.keystore.Backing;
import java.util.Optional;

/// What a custom key store stands on, in one column: version, kind, then its parts.
final class KeyStoreCodec {
    private static final byte[] MAGIC = {'K', 'H', 'K', 'S', 1};
    private static final int TOKEN = 1;
    private static final int PROXY = 2;

    private KeyStoreCodec() {}

    static byte[] encode(Backing backing) {
        var out = new CanonicalWriter().raw(MAGIC);
        switch (backing) {
            case Backing.Token token -> {
                out.u8(TOKEN).text(token.clusterId());
                optional(out, token.trustAnchor());
                out.bytes(token.secret());
            }
            case Backing.Proxy proxy ->
                out.u8(PROXY)
                        .text(proxy.uriEndpoint())
                        .text(proxy.uriPath())
                        .text(proxy.accessKeyId())
                        .bytes(proxy.secret());
        }
        return out.toByteArray();
    }

    static Backing decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "custom key store");
        Backing backing =
                switch (in.u8()) {
                    case TOKEN -> new Backing.Token(in.text(), optional(in), in.blob());
                    case PROXY -> new Backing.Proxy(in.text(), in.text(), in.text(), in.blob());
                    default -> throw new MalformedRecordException("Unknown kind of custom key store");
                };
        in.requireEnd();
        return backing;
    }

    static void optional(CanonicalWriter out, Optional<String> text) {
        out.u8(text.isPresent() ? 1 : 0);
        text.ifPresent(out::text);
    }

    static Optional<String> optional(CanonicalReader in) {
        return switch (in.u8()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(in.text());
            default -> throw new MalformedRecordException("A text is neither there nor absent");
        };
    }
}
