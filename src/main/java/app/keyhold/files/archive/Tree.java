package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Walks through files and folders, each folder before what is in it, in the order the file system tells. Links are
/// members, not ways. Its memory does not grow with the number of files, but for files that have several names.
final class Tree implements AutoCloseable {
    private final Iterator<Path> sources;
    private final int above;
    private final BiConsumer<Path, String> leftOut;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Map<Object, Blob> linked = new HashMap<>();

    /// A folder that is being listed.
    private record Level(Blob name, DirectoryStream<Path> stream, Iterator<Path> rest) {}

    /// @param leftOut told what is no member, and why
    Tree(List<Path> sources, BiConsumer<Path, String> leftOut) {
        this.sources = sources.iterator();
        this.above = isOneFolder(sources) ? 1 : 0;
        this.leftOut = leftOut;
    }

    /// Then that folder is the root, rather than something in it.
    static boolean isOneFolder(List<Path> sources) {
        return sources.size() == 1 && Files.isDirectory(sources.getFirst(), LinkOption.NOFOLLOW_LINKS);
    }

    /// @throws ArchiveException if something that was named, or has just been listed, is not there any more
    Optional<Member> next() {
        while (true) {
            if (levels.isEmpty()) {
                if (!sources.hasNext()) {
                    return Optional.empty();
                }
                Path source = sources.next();
                var found = member(source, Blob.of(RawName.of(source)));
                if (found.isPresent()) {
                    return found;
                }
            } else {
                var level = levels.peek();
                var child = next(level);
                if (child.isEmpty()) {
                    leave();
                    continue;
                }
                var found = member(child.get(), below(level.name(), RawName.of(child.get())));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
    }

    private Optional<Path> next(Level level) {
        try {
            return level.rest().hasNext() ? Optional.of(level.rest().next()) : Optional.empty();
        } catch (DirectoryIteratorException unreadable) {
            throw new ArchiveException(
                    ArchiveException.Reason.UNREADABLE,
                    "A folder could not be read to its end: " + RawName.shown(level.name().toByteArray()));
        }
    }

    private Optional<Member> member(Path file, Blob name) {
        try {
            var facts = FileFacts.of(file);
            return switch (facts.kind()) {
                case FOLDER -> folder(file, name, facts);
                case FILE -> file(file, name, facts);
                case SYMBOLIC_LINK -> link(file, name, facts);
                case OTHER -> leaveOut(file, "it is a device, pipe or socket");
            };
        } catch (NoSuchFileException gone) {
            throw ArchiveException.changed(RawName.shown(name.toByteArray()) + " is not there any more");
        } catch (IOException refused) {
            return leaveOut(file, "it cannot be read");
        }
    }

    private Optional<Member> folder(Path folder, Blob name, FileFacts facts) throws IOException {
        var stream = Files.newDirectoryStream(folder);
        levels.push(new Level(name, stream, stream.iterator()));
        return Optional.of(new Member(
                folder, TarEntry.folder(name, facts.mode(), facts.modified().toInstant()), facts));
    }

    /// One that leads out would be refused when the archive is extracted.
    private Optional<Member> link(Path file, Blob name, FileFacts facts) throws IOException {
        Blob target = Blob.of(target(Files.readSymbolicLink(file)));
        int up = EntryPath.stepsUp(target);
        int depth = EntryPath.of(name, false).parts().size() - 1 - above;
        return up < 0 || up > depth
                ? leaveOut(file, "it is a link that leads out of what is archived")
                : Optional.of(new Member(
                        file, TarEntry.symbolicLink(name, target, facts.modified().toInstant()), facts));
    }

    private Optional<Member> file(Path file, Blob name, FileFacts facts) {
        var modified = facts.modified().toInstant();
        if (facts.links() > 1 && facts.key().isPresent()) {
            Blob earlier = linked.putIfAbsent(facts.key().get(), name);
            if (earlier != null) {
                return Optional.of(
                        new Member(file, TarEntry.hardLink(name, earlier, facts.mode(), modified), facts));
            }
        }
        if (!Files.isReadable(file)) {
            return leaveOut(file, "it may not be read by you");
        }
        return Optional.of(
                new Member(file, TarEntry.file(name, facts.size(), facts.mode(), modified), facts));
    }

    private Optional<Member> leaveOut(Path file, String why) {
        leftOut.accept(file, why);
        return Optional.empty();
    }

    /// The parts' own bytes, whatever separates them on this system.
    private static byte[] target(Path link) {
        Blob whole = Blob.of(link.isAbsolute() ? new byte[] {'/'} : new byte[0]);
        boolean first = true;
        for (Path part : link) {
            whole = first ? Blob.of(join(whole, RawName.of(part), false)) : below(whole, RawName.of(part));
            first = false;
        }
        return whole.toByteArray();
    }

    private static Blob below(Blob folder, byte[] name) {
        return Blob.of(join(folder, name, true));
    }

    private static byte[] join(Blob front, byte[] name, boolean divided) {
        byte[] before = front.toByteArray();
        byte[] whole = new byte[before.length + (divided ? 1 : 0) + name.length];
        System.arraycopy(before, 0, whole, 0, before.length);
        if (divided) {
            whole[before.length] = '/';
        }
        System.arraycopy(name, 0, whole, whole.length - name.length, name.length);
        return whole;
    }

    private void leave() {
        try {
            levels.pop().stream().close();
        } catch (IOException harmless) {
            // It was only read.
        }
    }

    @Override
    public void close() {
        while (!levels.isEmpty()) {
            leave();
        }
    }
}
