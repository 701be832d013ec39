package app.keyhold.kms;

import app.keyhold.audit.CanonicalReader;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.iam.Session;
import app.keyhold.iam.SessionTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// Sessions of roles are stored nowhere: all there is to one is in its token, which only this vault can read or make. That
/// it counts is looked at with every call, against the clock and the role.
public final class SessionTokens {
    public static final int MAX_BYTES = 8_192;
    public static final int SECRET_BYTES = 30;

    private static final byte[] MAGIC = {'K', 'H', 'S', 'T'};
    private static final int VERSION = 2;
    private static final String PURPOSE = "session";

    private final SecretBytes key;
    private final String vaultId;

    /// @param key stays the caller's to wipe
    public SessionTokens(SecretBytes key, String vaultId) {
        this.key = key;
        this.vaultId = vaultId;
    }

    /// What a token holds.
    ///
    /// @param accessKeyId `ASIA…`
    /// @param secret what signs requests; on the wire in base64, which is the secret access key
    public record Contents(Principal.AssumedRole principal, Session session, String accessKeyId, SecretBytes secret)
            implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    public Blob seal(Contents contents) {
        Principal.AssumedRole principal = contents.principal();
        Session session = contents.session();
        var out = new CanonicalWriter()
                .raw(MAGIC)
                .u8(VERSION)
                .text(principal.account())
                .text(principal.roleName())
                .text(principal.sessionName())
                .text(session.roleId())
                .i64(session.issued().toEpochMilli())
                .i64(session.expires().toEpochMilli())
                .u8(session.policy().isPresent() ? 1 : 0);
        session.policy().ifPresent(out::text);
        out.u32(session.tags().size());
        session.tags().forEach(tag -> out.text(tag.key()).text(tag.value()).u8(tag.transitive() ? 1 : 0));
        out.u8(session.sourceIdentity().isPresent() ? 1 : 0);
        session.sourceIdentity().ifPresent(out::text);
        byte[] open = out.i64(session.revocations()).text(contents.accessKeyId()).toByteArray();
        byte[] whole = contents.secret().use(secret -> {
            byte[] joined = Arrays.copyOf(open, open.length + secret.length);
            System.arraycopy(secret, 0, joined, open.length, secret.length);
            return joined;
        });
        try (SecretBytes plain = SecretBytes.takeOver(whole)) {
            return KeyWrap.wrap(key, plain, PURPOSE, vaultId);
        }
    }

    /// Says nothing about whether the session still counts.
    ///
    /// @throws KmsException UnrecognizedClientException if it is no token of this vault
    public Contents open(Blob token) {
        if (token.size() > MAX_BYTES) {
            throw invalid();
        }
        try (SecretBytes plain = KeyWrap.unwrap(key, token, PURPOSE, vaultId)) {
            return plain.use(SessionTokens::read);
        } catch (AEADBadTagException | MalformedRecordException notOurs) {
            throw invalid();
        }
    }

    /// Who calls with this token.
    ///
    /// @throws KmsException UnrecognizedClientException if it is no token of this vault, ExpiredTokenException if the
    ///     session is over or was ended
    public Caller caller(View view, Blob token, Origin origin, Instant now) {
        try (Contents contents = open(token)) {
            if (!counts(contents.session(), view.identity(contents.principal().role().arn()), now)) {
                throw expired();
            }
            return Caller.inSession(contents.principal(), contents.session(), origin);
        }
    }

    /// @param role who has the name of the session's role now
    static boolean counts(Session session, Optional<Identity> role, Instant now) {
        return now.isBefore(session.expires())
                && role.filter(Identity::enabled)
                        .filter(one -> one.uniqueId().equals(session.roleId()))
                        .flatMap(Identity::role)
                        .map(RoleTerms::revocations)
                        .filter(count -> count == session.revocations())
                        .isPresent();
    }

    static KmsException expired() {
        return new KmsException(
                Fault.ExpiredTokenException, "The security token included in the request is expired");
    }

    private static KmsException invalid() {
        return new KmsException(
                Fault.UnrecognizedClientException, "The security token included in the request is invalid.");
    }

    private static Contents read(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(MAGIC, "session token");
        int version = in.u8();
        if (version < 1 || version > VERSION) {
            throw new MalformedRecordException("A session token of version " + version);
        }
        var principal = new Principal.AssumedRole(in.text(), in.text(), in.text());
        String roleId = in.text();
        Instant issued = Instant.ofEpochMilli(in.i64());
        Instant expires = Instant.ofEpochMilli(in.i64());
        Optional<String> policy = optionalText(in);
        List<SessionTag> tags = version == 1 ? List.of() : tags(in);
        Optional<String> sourceIdentity = version == 1 ? Optional.empty() : optionalText(in);
        var session = new Session(roleId, issued, expires, policy, in.i64(), tags, sourceIdentity);
        String accessKeyId = in.text();
        SecretBytes secret = SecretBytes.takeOver(in.raw(SECRET_BYTES));
        in.requireEnd();
        return new Contents(principal, session, accessKeyId, secret);
    }

    /// Sessions of version 1 have neither tags nor a source identity.
    private static List<SessionTag> tags(CanonicalReader in) {
        int count = in.u32();
        List<SessionTag> tags = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tags.add(new SessionTag(in.text(), in.text(), in.u8() == 1));
        }
        return tags;
    }

    private static Optional<String> optionalText(CanonicalReader in) {
        return in.u8() == 1 ? Optional.of(in.text()) : Optional.empty();
    }
}
