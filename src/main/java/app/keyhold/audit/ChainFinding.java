package app.keyhold.audit;

import app.keyhold.crypto.Blob;

/// One thing about a chain that is not as it was written.
public sealed interface ChainFinding {
    /// The row it was found at.
    long number();

    /// One sentence for a person.
    String what();

    String expected();

    String found();

    /// Rows are gone, or come out of order.
    record Gap(long number, long foundNumber) implements ChainFinding {
        @Override
        public String what() {
            return "A row is missing";
        }

        @Override
        public String expected() {
            return "#" + number;
        }

        @Override
        public String found() {
            return "#" + foundNumber;
        }
    }

    record WrongPrevious(long number, Blob expectedHash, Blob foundHash) implements ChainFinding {
        @Override
        public String what() {
            return "The row does not follow the one before it";
        }

        @Override
        public String expected() {
            return expectedHash.hex();
        }

        @Override
        public String found() {
            return foundHash.hex();
        }
    }

    record WrongHash(long number, Blob expectedHash, Blob foundHash) implements ChainFinding {
        @Override
        public String what() {
            return "The row, or the one before it, was changed after it was written";
        }

        @Override
        public String expected() {
            return expectedHash.hex();
        }

        @Override
        public String found() {
            return foundHash.hex();
        }
    }

    record Unreadable(long number, String why) implements ChainFinding {
        @Override
        public String what() {
            return "The row's body cannot be read";
        }

        @Override
        public String expected() {
            return "an audit event";
        }

        @Override
        public String found() {
            return why;
        }
    }

    /// The hashed body is whole, but what searches go by says something else.
    record ColumnsDiffer(long number, EventColumns ofBody, EventColumns stored) implements ChainFinding {
        @Override
        public String what() {
            return "What the row is found by is not what its body says";
        }

        @Override
        public String expected() {
            return ofBody.toString();
        }

        @Override
        public String found() {
            return stored.toString();
        }
    }

    record CheckpointMissing(long number) implements ChainFinding {
        @Override
        public String what() {
            return "The checkpoint due at this row is missing";
        }

        @Override
        public String expected() {
            return "a checkpoint";
        }

        @Override
        public String found() {
            return "none";
        }
    }

    /// @param part what differs: `vault`, `Region`, `number`, `head`, `state`, `previous`
    record CheckpointDiffers(long number, String part, String expected, String found) implements ChainFinding {
        @Override
        public String what() {
            return "The checkpoint's " + part + " does not fit the chain";
        }
    }

    /// @param expected fingerprint of the key in force, or that there is none
    record CheckpointUnsigned(long number, String expected) implements ChainFinding {
        @Override
        public String what() {
            return "The checkpoint was not signed by this Region's audit key";
        }

        @Override
        public String found() {
            return "another signature";
        }
    }

    record AuditKeyUnproven(long number) implements ChainFinding {
        @Override
        public String what() {
            return "A new audit key was introduced without the old one's signature";
        }

        @Override
        public String expected() {
            return "a signature by the audit key before";
        }

        @Override
        public String found() {
            return "none that verifies";
        }
    }

    /// The chain ends before a head that is known from outside.
    ///
    /// @param number the head known from outside
    record Truncated(long number, long headNumber) implements ChainFinding {
        @Override
        public String what() {
            return "Rows are gone from the end: a checkpoint kept outside the vault knows more";
        }

        @Override
        public String expected() {
            return "#" + number;
        }

        @Override
        public String found() {
            return "#" + headNumber;
        }
    }
}
