package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first record of every tar stream that Keyhold makes: a comment for all members, which other programs pass over. It
/// stands inside the encryption, so it is believed only once it is authenticated.
///
/// @param entries how many members follow
/// @param bytes of content in all of them
/// @param name what the archive is called, where the encrypted file's name does not tell
public record Marker(Form form, long entries, long bytes, Optional<String> name) {
    public enum Form {
        /// Several things, which become a folder.
        ARCHIVE,
        /// One folder and what is in it, which become that folder again.
        FOLDER,
        /// One file, under its own name: for a name that the encrypted file hides.
        FILE;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    private static final String FIRST = "keyhold-1 ";
    private static final Pattern TEXT =
            Pattern.compile("keyhold-1 (archive|folder|file) entries=(\\d{1,18}) bytes=(\\d{1,18})(?: name=(.*))?", Pattern.DOTALL);

    byte[] header() {
        String text = FIRST + form.word + " entries=" + entries + " bytes=" + bytes
                + name.map(it -> " name=" + it).orElse("");
        return TarHeader.comment(text);
    }

    /// A place in `folder` under the name inside; empty if there is none.
    ///
    /// @throws ArchiveException if this system has no such name
    public Optional<Path> in(Path folder, String suffix) {
        return name.map(own -> {
            Blob whole = TarEntry.text(own + suffix);
            var parts = EntryPath.of(whole, false).parts();
            if (parts.size() != 1) {
                throw EntryPath.unsafe(whole, "has a name that is none");
            }
            return EntryPath.child(folder, parts.getFirst(), whole);
        });
    }

    /// Of a tar stream that begins with these bytes; empty if it does not begin with a marker.
    static Optional<Marker> at(byte[] beginning) {
        if (beginning.length < 2 * TarFormat.BLOCK || beginning[TarFormat.TYPE] != TarFormat.PAX_FOR_ALL) {
            return Optional.empty();
        }
        try {
            var header = new UstarBlock(Arrays.copyOf(beginning, TarFormat.BLOCK));
            header.requireChecksum(false);
            long size = header.size();
            if (size > beginning.length - TarFormat.BLOCK) {
                return Optional.empty();
            }
            var records = new PaxRecords();
            records.read(Arrays.copyOfRange(beginning, TarFormat.BLOCK, TarFormat.BLOCK + (int) size));
            return records.comment().flatMap(Marker::parse);
        } catch (ArchiveException somethingElse) {
            return Optional.empty();
        }
    }

    /// Empty if the comment is anybody else's.
    static Optional<Marker> parse(String comment) {
        var told = TEXT.matcher(comment);
        return told.matches()
                ? Optional.of(new Marker(
                        Form.valueOf(told.group(1).toUpperCase(Locale.ROOT)),
                        Long.parseLong(told.group(2)),
                        Long.parseLong(told.group(3)),
                        Optional.ofNullable(told.group(4))))
                : Optional.empty();
    }
}
