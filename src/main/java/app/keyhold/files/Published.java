package app.keyhold.files;

import app.keyhold.crypto.Blob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out whether what was written into a part has its name already.
final class Published {
    private static final Pattern PART = Pattern.compile("(.+?)(\\.[0-9a-f]{8})?" + Pattern.quote(Names.PART));
    private static final int MOST = 100;

    private Published() {}

    /// Whether the message stands under the name the part was to get, or a numbered one.
    static boolean as(Path part, Blob messageId) {
        return target(part).filter(target -> isUnder(target, messageId)).isPresent();
    }

    /// Not of a name too long to have `.part` behind it, which was made up.
    private static Optional<Path> target(Path part) {
        var name = PART.matcher(Names.fileName(part));
        return name.matches() ? Optional.of(part.resolveSibling(name.group(1))) : Optional.empty();
    }

    private static boolean isUnder(Path target, Blob messageId) {
        for (int n = 1; n <= MOST; n++) {
            Path candidate = Names.numbered(target, n);
            if (!Files.exists(candidate)) {
                return false;
            }
            if (FileService.messageId(candidate).equals(Optional.of(messageId))) {
                return true;
            }
        }
        return false;
    }
}
