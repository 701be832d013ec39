package app.keyhold.kms.operation.alias;

import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import java.util.List;
import java.util.stream.Stream;

/// What holds for every operation that changes an alias.
final class AliasRules {
    static final int MAX_PER_KEY = 50;

    enum Type {
        SYMMETRIC,
        ASYMMETRIC,
        HMAC
    }

    private AliasRules() {}

    /// @throws KmsException ValidationException without the prefix, NotAuthorizedException for a service's own alias
    static void requireName(String name) {
        if (!name.startsWith(Alias.PREFIX) || name.equals(Alias.PREFIX)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "Alias must start with the prefix \"alias/\". Please see "
                            + "https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        }
        if (name.startsWith(Alias.RESERVED_PREFIX)) {
            throw new KmsException(Fault.NotAuthorizedException, "");
        }
    }

    static Key target(View view, String keyId) {
        if (keyId.startsWith(Alias.PREFIX) || keyId.contains(":" + Alias.PREFIX)) {
            throw new KmsException(Fault.ValidationException, "Aliases must refer to keys. Not aliases");
        }
        return KeyLookup.key(view, keyId);
    }

    /// The key an alias points at.
    static Key holder(View view, String aliasName) {
        return KeyLookup.key(view, KeyLookup.alias(view, aliasName).targetKeyId());
    }

    /// On the alias and on each key.
    static List<Access> accesses(String action, String aliasName, List<Key> keys) {
        Access onAlias = new Access.OnAlias(action, arn(keys.getFirst(), aliasName));
        return Stream.concat(
                        Stream.of(onAlias), keys.stream().distinct().map(key -> new Access.OnKey(action, key)))
                .toList();
    }

    static void requireRoom(View view, Key key) {
        if (view.aliasesOf(key.id()).size() >= MAX_PER_KEY) {
            throw new KmsException(
                    Fault.LimitExceededException,
                    key.arn() + " has " + MAX_PER_KEY + " aliases, which is the most a key can have.");
        }
    }

    static String arn(Key key, String aliasName) {
        return "arn:aws:kms:" + key.arn().region() + ":" + key.arn().account() + ":" + aliasName;
    }

    static Type type(Key key) {
        if (key.spec().isAsymmetric()) {
            return Type.ASYMMETRIC;
        }
        return key.spec().family() == KeySpec.Family.HMAC ? Type.HMAC : Type.SYMMETRIC;
    }
}
