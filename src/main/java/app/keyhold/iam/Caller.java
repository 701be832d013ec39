package app.keyhold.iam;

import java.util.Optional;

/// The authority of one call: who asks and, where a room of Keyhold forwards a person's call, through which service.
///
/// `via` can only be set by [ForwardedAccess], which only the wiring may make: a front that could name a service here
/// could use the keys that are reserved for it.
public final class Caller {
    private final Principal principal;
    private final Optional<Principal.Service> via;
    private final Origin origin;

    Caller(Principal principal, Optional<Principal.Service> via, Origin origin) {
        this.principal = principal;
        this.via = via;
        this.origin = origin;
    }

    public static Caller of(Principal principal, Origin origin) {
        return new Caller(principal, Optional.empty(), origin);
    }

    public Principal principal() {
        return principal;
    }

    public Optional<Principal.Service> via() {
        return via;
    }

    public Origin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return principal.arn() + via.map(service -> " via " + service.arn()).orElse("");
    }
}
