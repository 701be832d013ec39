package app.keyhold.files.bin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// The bin of Linux desktops, by the FreeDesktop.org Trash specification 1.0: the one in the home folder for what is on
/// the same disk, otherwise the one at the top of the disk. Nothing is ever copied from disk to disk.
final class FreeDesktopBin implements Bin {
    private static final int STICKY = 01000;

    private final Path home;
    private final InstantSource clock;

    /// @param home made at its first use
    FreeDesktopBin(Path home, InstantSource clock) {
        this.home = home.toAbsolutePath();
        this.clock = clock;
    }

    @Override
    public void put(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            throw new NoBinException("it is a whole disk");
        }
        Path place = folder.toRealPath();
        // Asked of the folder, because a layered file system numbers the disks of its files otherwise.
        Object disk = disk(place);
        if (disk.equals(disk(nearest(home)))) {
            TrashFolder.made(home).take(place.resolve(name), Optional.empty(), clock);
        } else {
            Path top = top(place, disk);
            onDisk(top).take(place.resolve(name), Optional.of(top), clock);
        }
    }

    private static TrashFolder onDisk(Path top) throws IOException {
        String user = user();
        Path shared = top.resolve(".Trash");
        // The specification has anything else than a folder with the sticky bit ignored: others could meddle there.
        boolean usable = Files.isDirectory(shared, LinkOption.NOFOLLOW_LINKS)
                && ((int) Files.getAttribute(shared, "unix:mode", LinkOption.NOFOLLOW_LINKS) & STICKY) != 0;
        Path own = usable ? shared.resolve(user) : top.resolve(".Trash-" + user);
        try {
            return TrashFolder.made(own);
        } catch (NoBinException telling) {
            throw telling;
        } catch (IOException refused) {
            throw new NoBinException("its disk has no bin, and none could be made in " + top);
        }
    }

    private static Path top(Path folder, Object disk) throws IOException {
        Path top = folder;
        for (Path above = folder.getParent(); above != null && disk(above).equals(disk); above = above.getParent()) {
            top = above;
        }
        return top;
    }

    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static Object disk(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:dev");
    }

    /// Whose process this is, even where the home folder is somebody else's.
    static String user() throws IOException {
        Path process = Path.of("/proc/self");
        Path own = Files.exists(process) ? process : Path.of(System.getProperty("user.home"));
        return Files.getAttribute(own, "unix:uid").toString();
    }
}
