package app.keyhold.kms.credential;

import app.keyhold.crypto.Blob;
import app.keyhold.iam.Identity;
import java.time.Instant;

/// An access key as it is stored. It is its user's by unique id: whoever is made under the name later has no part in it.
///
/// @param id `AKIA…`, drawn at random
/// @param userArn the user's name, for finding them
/// @param userId the user's unique id, which decides
/// @param secret wrapped, for [AccessKeySecrets]
/// @param changedBy set by the store
public record AccessKey(
        String id,
        String userArn,
        String userId,
        AccessKeyStatus status,
        Instant created,
        Blob secret,
        long changedBy) {
    public boolean isOf(Identity identity) {
        return userArn.equals(identity.principal().arn()) && userId.equals(identity.uniqueId());
    }

    public AccessKey withStatus(AccessKeyStatus now) {
        return new AccessKey(id, userArn, userId, now, created, secret, changedBy);
    }

    public AccessKey withSecret(Blob now) {
        return new AccessKey(id, userArn, userId, status, created, now, changedBy);
    }

    public AccessKey withChangedBy(long row) {
        return new AccessKey(id, userArn, userId, status, created, secret, row);
    }
}
