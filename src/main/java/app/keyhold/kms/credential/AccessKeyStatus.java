package app.keyhold.kms.credential;

/// IAM API: statusType.
public enum AccessKeyStatus {
    Active,
    Inactive
}
