package app.keyhold.iam;

import java.util.Optional;

/// The right of one room to forward people's calls under its service's name, as S3 and EBS do: the person's permissions
/// decide, the service is a fact of the request. Held by the room it was made for; only the wiring makes one.
public final class ForwardedAccess {
    private final Principal.Service service;

    public ForwardedAccess(Principal.Service service) {
        this.service = service;
    }

    public Principal.Service service() {
        return service;
    }

    public Caller forward(Caller person) {
        return new Caller(person.principal(), person.session(), Optional.of(service), person.origin());
    }
}
