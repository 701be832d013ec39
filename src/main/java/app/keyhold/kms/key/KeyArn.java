package app.keyhold.kms.key;

/// A key's full name.
public record KeyArn(String region, String account, String keyId) {
    /// What the id of every multi-Region key begins with.
    public static final String MULTI_REGION_ID = "mrk-";

    @Override
    public String toString() {
        return "arn:aws:kms:" + region + ":" + account + ":key/" + keyId;
    }
}
