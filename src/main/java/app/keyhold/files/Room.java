package app.keyhold.files;

import app.keyhold.message.FrameLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Whether all results of a batch together have room where they go, before any is begun.
final class Room {
    private final BatchOrder order;
    private final Claims claims;
    private final Map<Path, Disk> folders = new HashMap<>();
    private final Map<Object, Need> needs = new HashMap<>();

    /// @param key tells one disk from another
    private record Disk(Object key, Path folder) {}

    private static final class Need {
        private final Path folder;
        private long all;
        private long largestReplacing;

        private Need(Path folder) {
            this.folder = folder;
        }
    }

    private Room(BatchOrder order) {
        this.order = order;
        this.claims = new Claims(order);
    }

    /// Empty if there is enough, or nobody knows. Re-encryption needs room for one file at a time, which each looks at.
    static Optional<FileException> missing(BatchOrder order, List<FolderWalk.Found> files) {
        if (order instanceof BatchOrder.Reencrypt || files.size() < 2) {
            return Optional.empty();
        }
        return new Room(order).look(files);
    }

    private Optional<FileException> look(List<FolderWalk.Found> files) {
        for (var file : files) {
            if (file.failure().isEmpty()) {
                add(file);
            }
        }
        for (Need need : needs.values()) {
            long size = need.all + need.largestReplacing;
            OptionalLong free = Target.free(need.folder);
            if (free.isPresent() && free.getAsLong() < size) {
                return Optional.of(Failures.of(need.folder).noSpaceForAll(files.size(), size, free.getAsLong()));
            }
        }
        return Optional.empty();
    }

    private void add(FolderWalk.Found file) {
        Optional<Path> target = claims.target(file);
        Disk disk = disk(target.orElseGet(() -> hidden(file)));
        Need need = needs.computeIfAbsent(disk.key(), _ -> new Need(disk.folder()));
        long size = size(file);
        boolean taken = target.isPresent() && Files.exists(target.get(), LinkOption.NOFOLLOW_LINKS);
        switch (order.collision()) {
            case REPLACE -> {
                long there = taken ? existing(target.orElseThrow()) : 0;
                need.all += size - Math.min(there, size);
                need.largestReplacing = Math.max(need.largestReplacing, Math.min(there, size));
            }
            case SKIP, FAIL -> need.all += taken ? 0 : size;
            case KEEP_BOTH -> need.all += size;
        }
    }

    /// Whatever it will be called, it will be there.
    private Path hidden(FolderWalk.Found file) {
        return Target.of(file.source(), file.destination(), Names.hidden(), order.collision()).path();
    }

    private long size(FolderWalk.Found file) {
        return order instanceof BatchOrder.Encrypt
                ? FrameLayout.ofPlaintext(0, Encryption.FRAME_LENGTH, file.size()).messageSize()
                : file.size();
    }

    private Disk disk(Path target) {
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        return folders.computeIfAbsent(folder, _ -> {
            Path there = new Target(target, order.collision()).existingFolder();
            return new Disk(key(there), there);
        });
    }

    private static Object key(Path folder) {
        try {
            boolean unix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
            return unix ? Files.getAttribute(folder, "unix:dev") : Files.getFileStore(folder);
        } catch (IOException unknown) {
            return folder;
        }
    }

    private static long existing(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
