package app.keyhold.kms;

import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import java.util.regex.Pattern;

/// Finds the key a request names, in every form the service knows: id, key ARN and, where the operation takes them,
/// alias name and alias ARN.
public final class KeyLookup {
    private static final Pattern KEY_ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|mrk-\\p{XDigit}{32}");
    private static final String ARN_PREFIX = "arn:";
    private static final String KEY_RESOURCE = "key/";

    private KeyLookup() {}

    /// @param name an id or key ARN
    /// @throws KmsException NotFoundException
    public static Key key(View view, String name) {
        if (name.startsWith(ARN_PREFIX)) {
            Arn arn = arn(view, name);
            if (!arn.resource.startsWith(KEY_RESOURCE)) {
                throw invalidKeyId(name);
            }
            return byId(view, arn.account, arn.resource.substring(KEY_RESOURCE.length()), name);
        }
        return byId(view, view.account(), name, name);
    }

    /// @param name an id, key ARN, alias name (`alias/payroll`) or alias ARN
    /// @throws KmsException NotFoundException
    public static Key keyOrAlias(View view, String name) {
        if (name.startsWith(Alias.PREFIX)) {
            return target(view, name, view.account());
        }
        if (name.startsWith(ARN_PREFIX)) {
            Arn arn = arn(view, name);
            if (arn.resource.startsWith(Alias.PREFIX)) {
                return target(view, arn.resource, arn.account);
            }
        }
        return key(view, name);
    }

    /// @param name with its prefix
    /// @throws KmsException NotFoundException
    public static Alias alias(View view, String name) {
        return view.alias(name).orElseThrow(() -> noAlias(view, view.account(), name));
    }

    private static Key target(View view, String aliasName, String account) {
        if (!account.equals(view.account())) {
            throw noAlias(view, account, aliasName);
        }
        Alias alias = alias(view, aliasName);
        return view.key(alias.targetKeyId()).orElseThrow(() -> noKey(view, view.account(), alias.targetKeyId()));
    }

    private static Key byId(View view, String account, String id, String asGiven) {
        if (!KEY_ID.matcher(id).matches()) {
            throw invalidKeyId(asGiven);
        }
        if (!account.equals(view.account())) {
            throw noKey(view, account, id);
        }
        return view.key(id).orElseThrow(() -> noKey(view, account, id));
    }

    private static Arn arn(View view, String text) {
        String[] parts = text.split(":", 6);
        if (parts.length != 6 || !parts[1].equals("aws") || !parts[2].equals("kms")) {
            throw new KmsException(Fault.InvalidArnException, "Invalid arn " + text);
        }
        if (!parts[3].equals(view.region())) {
            throw new KmsException(Fault.NotFoundException, "Invalid arn " + parts[3]);
        }
        return new Arn(parts[4], parts[5]);
    }

    private static KmsException invalidKeyId(String asGiven) {
        return new KmsException(Fault.NotFoundException, "Invalid keyId '" + asGiven + "'");
    }

    private static KmsException noKey(View view, String account, String id) {
        return new KmsException(
                Fault.NotFoundException, "Key '" + new KeyArn(view.region(), account, id) + "' does not exist");
    }

    private static KmsException noAlias(View view, String account, String name) {
        return new KmsException(
                Fault.NotFoundException,
                "Alias arn:aws:kms:" + view.region() + ":" + account + ":" + name + " is not found.");
    }

    private record Arn(String account, String resource) {}
}
