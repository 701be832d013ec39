package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.token.Tokens;
import app.keyhold.kms.Operation;
import java.util.List;

/// The operations on tokens, wired. They are no part of the KMS API.
public final class TokenOperations {
    private TokenOperations() {}

    public static List<Operation<?, ?>> all(Tokens tokens) {
        return List.of(new AddToken(tokens), new RemoveToken(), new ListTokens());
    }
}
