package app.keyhold.kms.key;

import java.time.Instant;

/// A name that points at a key.
///
/// @param name with its prefix: `alias/payroll`
/// @param changedBy number of the audit row that wrote it
public record Alias(String name, String targetKeyId, Instant created, Instant updated, long changedBy) {
    public static final String PREFIX = "alias/";
    public static final String RESERVED_PREFIX = "alias/aws/";

    public String arn(String region, String account) {
        return "arn:aws:kms:" + region + ":" + account + ":" + name;
    }
}
