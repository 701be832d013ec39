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
        return new Caller(
                person.principal(), person.session(), Optional.of(service), Optional.empty(), person.origin());
    }

    /// The service by itself, for one of its resources: it has what grants give it and no more.
    public Caller actFor(String sourceArn) {
        return new Caller(
                service, Optional.empty(), Optional.empty(), Optional.of(sourceArn), new Origin(service.name(), "Keyhold"));
    }
}
