package app.keyhold.iam;

/// The key policies Keyhold writes itself.
public final class KeyPolicies {
    private KeyPolicies() {}

    /// What a key gets unless its maker says otherwise: the account's identity policies decide (developer guide,
    /// "Default key policy").
    public static String defaultPolicy(String account) {
        return """
                {
                  "Version" : "2012-10-17",
                  "Id" : "key-default-1",
                  "Statement" : [ {
                    "Sid" : "Enable IAM User Permissions",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : "arn:aws:iam::%s:root"
                    },
                    "Action" : "kms:*",
                    "Resource" : "*"
                  } ]
                }"""
                .formatted(account);
    }

    /// The policy of a service's own key: used only by people of the account who may use keys, and only through that
    /// service; looked at by those who may look at keys; managed by nobody, the account's root included.
    ///
    /// AWS lets everybody of the account in at the first statement. Here it names the account instead, so that somebody
    /// without `kms:Decrypt` can't decrypt by way of the service either.
    public static String serviceManaged(String account, String region, Principal.Service service) {
        return """
                {
                  "Version" : "2012-10-17",
                  "Id" : "auto-%2$s-1",
                  "Statement" : [ {
                    "Sid" : "Allow use through the service for all principals of the account that may use keys",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : "arn:aws:iam::%1$s:root"
                    },
                    "Action" : [ "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*" ],
                    "Resource" : "*",
                    "Condition" : {
                      "StringEquals" : {
                        "kms:CallerAccount" : "%1$s",
                        "kms:ViaService" : "%3$s"
                      }
                    }
                  }, {
                    "Sid" : "Allow the account to look at key metadata",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : "arn:aws:iam::%1$s:root"
                    },
                    "Action" : [ "kms:Describe*", "kms:Get*", "kms:List*" ],
                    "Resource" : "*"
                  } ]
                }"""
                .formatted(account, service.name(), service.viaName(region));
    }
}
