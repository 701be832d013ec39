package app.keyhold.iam;

/// Someone or something that can call: always named by an ARN, as in AWS. An ARN of another account is never the ARN of
/// anybody here.
public sealed interface Principal {
    /// `arn:aws:iam::123456789012:user/eva`; a service answers with its principal name, `files.amazonaws.com`.
    String arn();

    /// What a person reads: `owner`, `eva`, `files`.
    String name();

    /// The account's root: the person named `owner`, who made the vault.
    record Root(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }

        @Override
        public String name() {
            return "owner";
        }
    }

    record User(String account, String name) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":user/" + name;
        }
    }

    /// A set of permissions somebody can take on for a while. It has policies and is named in policies, but never calls:
    /// its sessions do.
    record Role(String account, String name) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":role/" + name;
        }
    }

    /// A session of a role; ends by itself and is stored nowhere.
    record AssumedRole(String account, String roleName, String sessionName) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + name();
        }

        /// `auditor/eva`.
        @Override
        public String name() {
            return roleName + "/" + sessionName;
        }

        public Role role() {
            return new Role(account, roleName);
        }
    }

    /// A room of Keyhold that acts for a person, or on its own schedule: `files`, `ebs`, `kms`.
    record Service(String name) implements Principal {
        public static final Service KMS = new Service("kms");
        public static final Service FILES = new Service("files");

        /// `files.amazonaws.com`.
        @Override
        public String arn() {
            return name + ".amazonaws.com";
        }

        /// What `kms:ViaService` says: `files.us-east-1.amazonaws.com`.
        public String viaName(String region) {
            return name + "." + region + ".amazonaws.com";
        }
    }
}
