package app.keyhold.kms.grant;

import java.util.Optional;

/// Who a grant is to, or who may retire it.
///
/// @param name an ARN, or a service's principal name: `ebs.amazonaws.com`
public record GrantPrincipal(String name) {
    private static final String ARN = "arn:";

    public boolean isService() {
        return !name.startsWith(ARN);
    }

    public Optional<String> arn() {
        return Optional.of(name).filter(_ -> !isService());
    }

    public Optional<String> service() {
        return Optional.of(name).filter(_ -> isService());
    }
}
