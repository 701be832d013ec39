package app.keyhold.desktop.files;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.FileService;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.util.Comparator;
import java.util.Optional;

/// Whether files can be encrypted with a key, as far as a look at the key tells; its policy is asked by the door.
public final class KeyFit {
    private static final Words WORDS = Words.of(KeyFit.class);
    /// The services' own keys last.
    static final Comparator<QueryKeys.KeyRow> BY_NAME =
            Comparator.comparing((QueryKeys.KeyRow row) -> row.manager() == KeyManager.AWS).thenComparing(KeyFit::name);

    private KeyFit() {}

    static boolean isUsable(QueryKeys.KeyRow row) {
        return isSymmetric(row) && row.state() == KeyState.Enabled && !isKeptByAnotherService(row);
    }

    /// Why not, and what to do about it.
    public static Optional<String> refusal(QueryKeys.KeyRow row, Formats formats) {
        if (!isSymmetric(row)) {
            return Optional.of(WORDS.get("key.notSymmetric"));
        }
        if (isKeptByAnotherService(row)) {
            return Optional.of(WORDS.get("key.anotherService"));
        }
        return switch (row.state()) {
            case Enabled -> Optional.empty();
            case Disabled -> Optional.of(WORDS.get("key.disabled"));
            case PendingDeletion, PendingReplicaDeletion -> Optional.of(row.deletionDate()
                    .map(date -> WORDS.get("key.deletedOn", formats.date(date)))
                    .orElseGet(() -> WORDS.get("key.deletion")));
            case PendingImport -> Optional.of(WORDS.get("key.noMaterial"));
            case Unavailable -> Optional.of(WORDS.get("key.unreachable"));
            case Creating, Updating -> Optional.of(WORDS.get("key.changing"));
        };
    }

    private static boolean isSymmetric(QueryKeys.KeyRow row) {
        return row.spec() == KeySpec.SYMMETRIC_DEFAULT;
    }

    private static boolean isKeptByAnotherService(QueryKeys.KeyRow row) {
        return row.manager() == KeyManager.AWS && !row.aliases().contains(FileService.SERVICE_KEY);
    }

    /// The alias without its prefix, or the id.
    public static String name(QueryKeys.KeyRow row) {
        String name = row.aliases().isEmpty() ? row.keyId() : row.aliases().getFirst();
        return name.startsWith(Alias.PREFIX) ? name.substring(Alias.PREFIX.length()) : name;
    }
}
