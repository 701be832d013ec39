package app.keyhold.kms;

import java.util.List;

/// A request that may name grants by their tokens. A grant counts from the moment it is made, so a token changes nothing
/// but this: one that is wrong is refused.
public interface WithGrantTokens {
    List<String> grantTokens();
}
