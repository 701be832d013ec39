package app.keyhold.kms.operation;

import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.RecipientInfo;
import java.util.List;
import java.util.Optional;

/// What several operations demand of a key or a request, refused in the service's words.
public final class Require {
    private Require() {}

    public static void usage(Key key, KeyUsage usage, String operation) {
        if (key.usage() != usage) {
            throw new KmsException(
                    Fault.InvalidKeyUsageException,
                    "%s key usage is %s which is not valid for %s.".formatted(key.arn(), key.usage(), operation));
        }
    }

    /// @param fitting the algorithms of the key's spec
    public static <A extends Enum<A>> void algorithm(Key key, A algorithm, List<A> fitting) {
        if (!fitting.contains(algorithm)) {
            throw new KmsException(
                    Fault.InvalidKeyUsageException,
                    "Algorithm %s is incompatible with key spec %s.".formatted(algorithm, key.spec()));
        }
    }

    /// Rotation knows symmetric encryption keys alone; the service gives no message.
    public static void symmetric(Key key) {
        if (!key.spec().isSymmetric()) {
            throw new KmsException(Fault.UnsupportedOperationException);
        }
    }

    /// Behind the key's own policy, which already keeps everybody out.
    public static void customerManaged(Key key) {
        if (key.isServiceManaged()) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    key.arn() + " is managed by its service and cannot be changed by hand.");
        }
    }

    /// @throws KmsException UnsupportedOperationException
    public static void origin(Key key, KeyOrigin origin) {
        if (key.origin() != origin) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    key.arn() + " origin is " + key.origin() + " which is not valid for this operation.");
        }
    }

    /// What all relatives share is changed at the primary.
    ///
    /// @return what the key knows of its relatives
    /// @throws KmsException UnsupportedOperationException if it is a replica, or of a single Region
    public static MultiRegion primary(Key key) {
        return key.multiRegion()
                .filter(MultiRegion::isPrimary)
                .orElseThrow(() -> new KmsException(
                        Fault.UnsupportedOperationException, key.arn() + " is not a multi-region primary key."));
    }

    public static void notReplica(Key key) {
        if (key.multiRegion().isPresent()) {
            primary(key);
        }
    }

    /// What is in a custom key store has one material for all its life.
    ///
    /// @throws KmsException UnsupportedOperationException
    public static void notInKeyStore(Key key) {
        if (key.customKeyStoreId().isPresent()) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    key.arn() + " origin is " + key.origin() + " which is not valid for this operation.");
        }
    }

    public static void noRecipient(Optional<RecipientInfo> recipient) {
        if (recipient.isPresent()) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "Recipient seals an answer to an AWS Nitro enclave, which Keyhold cannot verify. Leave it out.");
        }
    }

    /// A limit of the service that is tighter than the request's shape.
    ///
    /// @param member in lower camel case
    public static int inRange(String member, int value, int min, int max) {
        if (value < min) {
            throw constraint(member, value, "greater than or equal to " + min);
        }
        if (value > max) {
            throw constraint(member, value, "less than or equal to " + max);
        }
        return value;
    }

    private static KmsException constraint(String member, int value, String bound) {
        return new KmsException(
                Fault.ValidationException,
                ("1 validation error detected: Value '%d' at '%s' failed to satisfy constraint: "
                                + "Member must have value %s")
                        .formatted(value, member, bound));
    }
}
