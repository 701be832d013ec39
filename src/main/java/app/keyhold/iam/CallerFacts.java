package app.keyhold.iam;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a request's caller, time and place say for themselves, whatever is asked for.
///
/// @param uniqueId of the principal, or of a session's role; empty where nobody is known by it
/// @param account the vault's own, which is every caller's too
public record CallerFacts(Caller caller, Optional<String> uniqueId, String account, String region, Instant now)
        implements Facts {
    @Override
    public List<String> of(ContextKey asked) {
        return switch (asked.key()) {
            case CALLER_ACCOUNT, PRINCIPAL_ACCOUNT, RESOURCE_ACCOUNT -> List.of(account);
            case PRINCIPAL_ARN -> List.of(principalArn());
            case PRINCIPAL_TYPE -> principalType();
            case PRINCIPAL_IS_AWS_SERVICE -> List.of(String.valueOf(caller.principal() instanceof Principal.Service));
            case USERNAME -> caller.principal() instanceof Principal.User user ? List.of(user.name()) : List.of();
            case USERID -> userid();
            case CURRENT_TIME -> List.of(now.toString());
            case EPOCH_TIME -> List.of(String.valueOf(now.getEpochSecond()));
            case PRINCIPAL_TAG -> asked.in(sessionTags());
            case SOURCE_IDENTITY -> one(caller.session().flatMap(Session::sourceIdentity));
            case TOKEN_ISSUE_TIME -> one(caller.session().map(session -> session.issued().toString()));
            case REQUESTED_REGION -> List.of(region);
            case SECURE_TRANSPORT -> List.of(String.valueOf(caller.origin().secureTransport()));
            case USER_AGENT -> List.of(caller.origin().userAgent());
            case SOURCE_IP -> sourceIp();
            case SOURCE_ARN -> one(caller.sourceArn());
            case VIA_SERVICE -> one(caller.via().map(service -> service.viaName(region)));
            case VIA_AWS_SERVICE, GRANT_IS_FOR_AWS_RESOURCE -> List.of(String.valueOf(caller.via().isPresent()));
            case CALLED_VIA, CALLED_VIA_FIRST, CALLED_VIA_LAST -> one(caller.via().map(Principal.Service::arn));
            default -> List.of();
        };
    }

    /// Of a session, its role's: whoever means the session itself names it as principal.
    private String principalArn() {
        return caller.principal() instanceof Principal.AssumedRole session
                ? session.role().arn()
                : caller.principal().arn();
    }

    private List<String> principalType() {
        return switch (caller.principal()) {
            case Principal.Root _ -> List.of("Account");
            case Principal.User _ -> List.of("User");
            case Principal.Role _, Principal.AssumedRole _ -> List.of("AssumedRole");
            case Principal.Service _ -> List.of();
        };
    }

    private Map<String, String> sessionTags() {
        return caller.session().map(Session::tags).orElse(List.of()).stream()
                .collect(Collectors.toMap(SessionTag::key, SessionTag::value));
    }

    private List<String> userid() {
        return one(uniqueId.map(id -> caller.principal() instanceof Principal.AssumedRole session
                ? id + ":" + session.sessionName()
                : id));
    }

    /// Calls from inside the process have no address, and a service calls from inside.
    private List<String> sourceIp() {
        String address = caller.origin().sourceAddress();
        return caller.via().isEmpty() && IpRange.address(address).isPresent() ? List.of(address) : List.of();
    }

    private static List<String> one(Optional<String> fact) {
        return fact.map(List::of).orElse(List.of());
    }
}
