package app.keyhold.iam;

import java.util.Optional;

/// The authority of one call: who asks and, where a room of Keyhold forwards a person's call, through which service; or a
/// service by itself and for which resource.
///
/// `via` can only be set by [ForwardedAccess], which only the wiring may make: a front that could name a service here
/// could use the keys that are reserved for it. A session is made of its token alone.
public final class Caller {
    private final Principal principal;
    private final Optional<Session> session;
    private final Optional<Principal.Service> via;
    private final Optional<String> sourceArn;
    private final Origin origin;

    Caller(
            Principal principal,
            Optional<Session> session,
            Optional<Principal.Service> via,
            Optional<String> sourceArn,
            Origin origin) {
        this.principal = principal;
        this.session = session;
        this.via = via;
        this.sourceArn = sourceArn;
        this.origin = origin;
    }

    /// @throws IllegalArgumentException for a role or a session of one: neither calls without a token
    public static Caller of(Principal principal, Origin origin) {
        if (principal instanceof Principal.Role || principal instanceof Principal.AssumedRole) {
            throw new IllegalArgumentException("A role calls in a session only, and a session comes from its token");
        }
        return new Caller(principal, Optional.empty(), Optional.empty(), Optional.empty(), origin);
    }

    /// For whoever opens session tokens.
    public static Caller inSession(Principal.AssumedRole principal, Session session, Origin origin) {
        return new Caller(principal, Optional.of(session), Optional.empty(), Optional.empty(), origin);
    }

    public Principal principal() {
        return principal;
    }

    /// There exactly for sessions of roles.
    public Optional<Session> session() {
        return session;
    }

    public Optional<Principal.Service> via() {
        return via;
    }

    /// The resource for which a service asks, as `aws:SourceArn` says; nobody else has one.
    public Optional<String> sourceArn() {
        return sourceArn;
    }

    public Origin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return principal.arn() + via.map(service -> " via " + service.arn()).orElse("");
    }
}
