package app.keyhold.kms.operation.accesskey;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import java.util.List;

/// The access keys of one user, refused in IAM's words.
public final class UserKeys {
    /// IAM's quota.
    public static final int MOST = 2;

    private UserKeys() {}

    /// In order of id.
    public static List<AccessKey> of(View view, Identity user) {
        return view.accessKeysOf(user.principal().arn()).stream()
                .filter(key -> key.isOf(user))
                .toList();
    }

    /// @throws KmsException NoSuchEntityException, also if it is somebody else's
    static AccessKey find(View view, Identity user, String accessKeyId) {
        return view.accessKey(accessKeyId).filter(key -> key.isOf(user)).orElseThrow(() -> unknown(accessKeyId));
    }

    static KmsException unknown(String accessKeyId) {
        return new KmsException(
                Fault.NoSuchEntityException, "The Access Key with id " + accessKeyId + " cannot be found.");
    }

    /// An access key of the account's root could be stopped by no policy.
    ///
    /// @throws KmsException UnmodifiableEntityException
    static void requireMayHaveSome(Principal principal) {
        if (principal instanceof Principal.Root) {
            throw new KmsException(
                    Fault.UnmodifiableEntityException,
                    "The vault's owner, who is the account's root, can't have access keys: no policy could stop whoever"
                            + " holds one. Make a user without a keyslot for the program, and an access key for that user.");
        }
    }

    /// @throws KmsException LimitExceededException
    static void requireRoom(View view, Identity user) {
        if (of(view, user).size() >= MOST) {
            throw new KmsException(
                    Fault.LimitExceededException, "Cannot exceed quota for AccessKeysPerUser: " + MOST);
        }
    }
}
