package app.keyhold.store;

/// One stored row that is not what the chain says it should be.
public sealed interface RowFinding {
    /// `key`, `material`, `alias`, `grant`, `identity`, `setting`, `outbox`, `applied`, `file`, or `index`.
    String kind();

    String identity();

    /// One sentence for a person.
    String what();

    /// From an old page or backup: the chain knows a later change.
    record Older(String kind, String identity, long storedBy, long recordedBy) implements RowFinding {
        @Override
        public String what() {
            return "is as event #" + storedBy + " left it, but event #" + recordedBy + " changed it later";
        }
    }

    /// Changed by an event that the chain does not have, or not so.
    record Newer(String kind, String identity, long storedBy, long recordedBy) implements RowFinding {
        @Override
        public String what() {
            return "says event #" + storedBy + " changed it, but the last to do so was #" + recordedBy;
        }
    }

    /// Its number fits, its content does not.
    record Differs(String kind, String identity, long recordedBy) implements RowFinding {
        @Override
        public String what() {
            return "is not what event #" + recordedBy + " wrote";
        }
    }

    record Missing(String kind, String identity, long recordedBy) implements RowFinding {
        @Override
        public String what() {
            return "is gone, though nothing removed it after event #" + recordedBy;
        }
    }

    /// Removed, and there all the same.
    record PutBack(String kind, String identity, long removedBy) implements RowFinding {
        @Override
        public String what() {
            return "was removed by event #" + removedBy + " and is there again";
        }
    }

    record Unrecorded(String kind, String identity) implements RowFinding {
        @Override
        public String what() {
            return "was written by no event";
        }
    }

    /// The table cannot be read as what it should hold.
    record Unreadable(String kind, String identity, String why) implements RowFinding {
        @Override
        public String what() {
            return "cannot be read: " + why;
        }
    }

    /// What searches and histograms go by does not add up to the chain.
    record IndexDiffers(String identity, long expected, long found) implements RowFinding {
        @Override
        public String kind() {
            return "index";
        }

        @Override
        public String what() {
            return "counts " + found + " events where the chain has " + expected;
        }
    }

    /// A number kept beside the rows it counts is not theirs.
    record CountDiffers(String identity, long expected, long found) implements RowFinding {
        @Override
        public String kind() {
            return "count";
        }

        @Override
        public String what() {
            return "says " + found + " where there are " + expected;
        }
    }
}
