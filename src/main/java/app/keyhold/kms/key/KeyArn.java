package app.keyhold.kms.key;

/// A key's full name.
public record KeyArn(String region, String account, String keyId) {
    @Override
    public String toString() {
        return "arn:aws:kms:" + region + ":" + account + ":key/" + keyId;
    }
}
