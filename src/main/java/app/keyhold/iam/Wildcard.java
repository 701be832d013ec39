package app.keyhold.iam;

/// A text in which `*` stands for any characters and `?` for one.
///
/// @param pattern as written
record Wildcard(String pattern) {
    boolean matches(String text) {
        return matches(text, false);
    }

    /// Actions know no case.
    boolean matchesIgnoringCase(String text) {
        return matches(text, true);
    }

    /// Goes back to the last `*` only, which is enough: linear in practice, never exponential.
    private boolean matches(String text, boolean ignoringCase) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && fits(pattern.charAt(p), text.charAt(t), ignoringCase)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean fits(char wanted, char found, boolean ignoringCase) {
        return wanted == '?'
                || wanted == found
                || ignoringCase && Character.toLowerCase(wanted) == Character.toLowerCase(found);
    }
}
