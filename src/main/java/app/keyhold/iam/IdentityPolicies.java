package app.keyhold.iam;

import app.keyhold.iam.Identity.NamedPolicy;

/// The identity policies Keyhold offers when a user is made.
public final class IdentityPolicies {
    private IdentityPolicies() {}

    /// Everything; the owner has it.
    public static NamedPolicy administrator() {
        return new NamedPolicy("AdministratorAccess", """
                {
                  "Version" : "2012-10-17",
                  "Statement" : [ {
                    "Sid" : "Everything",
                    "Effect" : "Allow",
                    "Action" : "*",
                    "Resource" : "*"
                  } ]
                }""");
    }

    /// Use keys, for files too, and see them and the timeline; administer nothing.
    public static NamedPolicy keyUser() {
        return new NamedPolicy("KeyUserAccess", """
                {
                  "Version" : "2012-10-17",
                  "Statement" : [ {
                    "Sid" : "UseKeys",
                    "Effect" : "Allow",
                    "Action" : [
                      "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:GenerateRandom",
                      "kms:Sign", "kms:Verify", "kms:GenerateMac", "kms:VerifyMac", "kms:DeriveSharedSecret",
                      "kms:Encapsulate", "kms:Decapsulate"
                    ],
                    "Resource" : "*"
                  }, {
                    "Sid" : "SeeKeysAndTimeline",
                    "Effect" : "Allow",
                    "Action" : [
                      "kms:Describe*", "kms:Get*", "kms:List*",
                      "keyhold:Query*", "keyhold:VerifyTrail", "cloudtrail:LookupEvents"
                    ],
                    "Resource" : "*"
                  } ]
                }""");
    }
}
