package app.keyhold.desktop.single;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// The first window of a person. It holds a lock on a file that goes with its process, however that ends, and listens on a socket
/// in the same folder, which only its owner may enter. A second start offers what it was given there, and opens a window of its own
/// only if that is refused or nobody answers.
public final class OneWindow implements AutoCloseable {
    private static final String LOCK = "desktop.lock";
    private static final String SOCKET = "desktop.socket";
    private static final int TAKEN = 1;
    private static final long PATIENCE_SECONDS = 10;

    private final Path socket;
    private final FileChannel lock;
    private Optional<ServerSocketChannel> server = Optional.empty();

    private OneWindow(Path socket, FileChannel lock) {
        this.socket = socket;
        this.lock = lock;
    }

    /// @param folder of this person alone; made by the caller
    /// @return empty if another window has it, or the folder can't be used
    public static Optional<OneWindow> claim(Path folder) {
        FileChannel lock;
        try {
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            return Optional.empty();
        }
        try {
            if (lock.tryLock() != null) {
                return Optional.of(new OneWindow(folder.resolve(SOCKET), lock));
            }
        } catch (IOException | OverlappingFileLockException taken) {
            // The same as a lock held by another process.
        }
        closeQuietly(lock);
        return Optional.empty();
    }

    /// @return whether the window that is open has taken it
    public static boolean hand(Path folder, Handed handed) {
        var answered = new CompletableFuture<Boolean>();
        Thread.ofPlatform().daemon().name("keyhold-hand-over").start(() -> {
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(SOCKET)))) {
                handed.write(Channels.newOutputStream(channel));
                answered.complete(Channels.newInputStream(channel).read() == TAKEN);
            } catch (IOException | RuntimeException nobodyThere) {
                answered.complete(false);
            }
        });
        try {
            return answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        }
    }

    /// Answers second starts from now on, one at a time. Where sockets of this kind don't exist or the path is too long for
    /// one, second starts open windows of their own.
    ///
    /// @param take called on a thread of its own; whether this window takes it
    public void listen(Predicate<Handed> take) {
        try {
            // Whoever left it is dead: the lock is ours.
            Files.deleteIfExists(socket);
            var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listening.bind(UnixDomainSocketAddress.of(socket));
            server = Optional.of(listening);
            Thread.ofPlatform().daemon().name("keyhold-second-starts").start(() -> answer(listening, take));
        } catch (IOException | RuntimeException impossible) {
            server = Optional.empty();
        }
    }

    private static void answer(ServerSocketChannel listening, Predicate<Handed> take) {
        while (listening.isOpen()) {
            try (var channel = listening.accept()) {
                var handed = Handed.read(Channels.newInputStream(channel));
                Channels.newOutputStream(channel).write(take.test(handed) ? TAKEN : 0);
            } catch (IOException | RuntimeException notOneOfOurs) {
                // It gets no answer and opens a window of its own.
            }
        }
    }

    @Override
    public void close() {
        server.ifPresent(OneWindow::closeQuietly);
        try {
            Files.deleteIfExists(socket);
        } catch (IOException leftBehind) {
            // The next window removes it.
        }
        closeQuietly(lock);
    }

    private static void closeQuietly(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception closed) {
            // Nothing follows that could miss it.
        }
    }
}
