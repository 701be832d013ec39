package app.keyhold.desktop.files;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the results need on a disk, and what is free there.
///
/// @param place a folder on it
record Room(Path place, long needed, long free) {
    /// Header, tags and signature; a little more than they are.
    private static final long A_FILE = 2_048;

    boolean isEnough() {
        return needed <= free;
    }

    /// A line for each disk the results go to, the shortest of room first. Asks disks: not on the FX thread.
    ///
    /// @param folder where all results go; empty for beside each source
    static List<Room> of(Survey survey, Optional<Path> folder) {
        Map<FileStore, Room> rooms = new LinkedHashMap<>();
        Stream.of(survey.encrypt(), survey.decrypt())
                .flatMap(group -> group.all().stream())
                .forEach(source -> place(folder, source)
                        .ifPresent(place -> add(rooms, place, source.bytes() + source.files() * A_FILE)));
        var all = new ArrayList<>(rooms.values());
        all.sort((one, other) -> Long.compare(one.free - one.needed, other.free - other.needed));
        return List.copyOf(all);
    }

    private static Optional<Path> place(Optional<Path> folder, Survey.Source source) {
        Path place = folder.orElseGet(() -> source.path().toAbsolutePath().getParent());
        return Optional.ofNullable(place);
    }

    /// Of a disk that does not say, nothing is known.
    private static void add(Map<FileStore, Room> rooms, Path place, long bytes) {
        try {
            FileStore store = Files.getFileStore(place);
            var before = rooms.get(store);
            rooms.put(
                    store,
                    before == null
                            ? new Room(place, bytes, store.getUsableSpace())
                            : new Room(before.place, before.needed + bytes, before.free));
        } catch (IOException silent) {
            // the engine asks again, and says what it finds
        }
    }
}
