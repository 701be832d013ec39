package app.keyhold.kms.operation.region;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A replica before it has any material.
final class Replica {
    private Replica() {}

    /// @param primary with `region` among its replicas
    static Key of(Key primary, ReplicaTerms terms, String region, Instant created) {
        return new Key(
                new KeyArn(region, primary.arn().account(), primary.id()),
                primary.spec(),
                primary.usage(),
                primary.origin(),
                primary.manager(),
                created,
                KeyState.Creating,
                terms.description(),
                Optional.empty(),
                primary.rotation(),
                terms.policy(),
                terms.tags(),
                List.of(),
                Optional.empty(),
                primary.multiRegion().map(relatives -> relatives.seenFrom(region)),
                Optional.empty(),
                0);
    }
}
