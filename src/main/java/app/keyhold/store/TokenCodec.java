package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.crypto.token.TokenAddress;
import app.keyhold.crypto.token.TokenLibrary;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Where a token is found, in one column: version, label, serial number, library, then names and values of its environment
/// in order of the names.
final class TokenCodec {
    private static final byte[] MAGIC = {'K', 'H', 'T', 'K', 1};

    private TokenCodec() {}

    static byte[] encode(TokenAddress address) {
        var out = new CanonicalWriter()
                .raw(MAGIC)
                .text(address.label())
                .text(address.serial())
                .text(address.library().file().toString());
        new TreeMap<>(address.library().environment())
                .forEach((name, value) -> out.text(name).text(value));
        return out.toByteArray();
    }

    static TokenAddress decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "token");
        String label = in.text();
        String serial = in.text();
        Path file = Path.of(in.text());
        Map<String, String> environment = new TreeMap<>();
        String last = "";
        while (in.hasMore()) {
            String name = in.text();
            if (name.compareTo(last) <= 0) {
                throw new MalformedRecordException("A token's environment is not in order");
            }
            environment.put(name, in.text());
            last = name;
        }
        return new TokenAddress(new TokenLibrary(file, environment), label, serial);
    }
}
