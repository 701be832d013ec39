package app.keyhold.store;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.iam.Principal;

/// A principal in one column: version, kind, then its parts.
final class PrincipalCodec {
    private static final byte[] MAGIC = {'K', 'H', 'P', 'R', 1};
    private static final int ROOT = 1;
    private static final int USER = 2;
    private static final int SERVICE = 3;
    private static final int ROLE = 4;

    private PrincipalCodec() {}

    static byte[] encode(Principal principal) {
        var out = new CanonicalWriter().raw(MAGIC);
        switch (principal) {
            case Principal.Root(String account) -> out.u8(ROOT).text(account);
            case Principal.User(String account, String name) ->
                out.u8(USER).text(account).text(name);
            case Principal.Role(String account, String name) ->
                out.u8(ROLE).text(account).text(name);
            case Principal.Service(String name) -> out.u8(SERVICE).text(name);
            case Principal.AssumedRole _ -> throw new IllegalArgumentException("A session is not stored");
        }
        return out.toByteArray();
    }

    static Principal decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "principal");
        Principal principal =
                switch (in.u8()) {
                    case ROOT -> new Principal.Root(in.text());
                    case USER -> new Principal.User(in.text(), in.text());
                    case ROLE -> new Principal.Role(in.text(), in.text());
                    case SERVICE -> new Principal.Service(in.text());
                    default -> throw new MalformedRecordException("Unknown kind of principal");
                };
        in.requireEnd();
        return principal;
    }
}
