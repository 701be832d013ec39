package app.keyhold.desktop.tour;

import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.frame.Background;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;

/// Walks the real desktop over a real vault and takes pictures.
public final class Tour {
    private static final long QUIET_MILLIS = 150;
    private static final long PATIENCE_MILLIS = 20_000;

    private final DesktopParts parts;
    private final OpenVault vault;
    private final Path scratch;
    private final Background background = Background.onFxThread();
    private String passphrase = Hands.SAMPLE_PASSPHRASE;
    private BiConsumer<String, Parent> visitor = (_, _) -> {};

    /// @param vault shown on its screens; locked afterwards
    /// @param scratch an empty folder for sample files and a throw-away vault
    public Tour(DesktopParts parts, OpenVault vault, Path scratch) {
        this.parts = parts;
        this.vault = vault;
        this.scratch = scratch;
    }

    /// Chooses JavaFX's own headless platform; before the toolkit starts.
    public static void withoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /// What opens the vault, for the stops where somebody knows it.
    public Tour knowing(String passphrase) {
        this.passphrase = passphrase;
        return this;
    }

    /// Told at every stop, on the FX thread, the stop's name and what is shown.
    public Tour visiting(BiConsumer<String, Parent> visitor) {
        this.visitor = visitor;
        return this;
    }

    /// Leaves `NAME-WIDTHxHEIGHT-light.png` and `-dark.png` in `folder`. Not on the FX thread.
    ///
    /// @param sizes none to walk without pictures
    /// @return the pictures, in the order of the walk
    public List<Path> walk(Path folder, List<Size> sizes) {
        start();
        var shell = onFx(() -> new Shell(parts, background, _ -> {}));
        var camera = onFx(() -> new Camera(shell.root()));
        var pictures = new ArrayList<Path>();
        for (Stop stop : new Itinerary(vault, passphrase, scratch, shell).stops()) {
            onFx(() -> {
                camera.prepare(sizes.isEmpty() ? Size.USUAL.getFirst() : sizes.getFirst(), false);
                stop.arrive().run();
                return stop;
            });
            waitUntilQuiet(stop.settled());
            onFx(() -> {
                visitor.accept(stop.name(), shell.root());
                return stop;
            });
            for (Size size : stop.pictured() ? sizes : List.<Size>of()) {
                for (boolean dark : new boolean[] {false, true}) {
                    pictures.add(take(camera, stop, size, dark, folder));
                }
            }
        }
        onFx(() -> {
            shell.stop();
            return shell;
        });
        background.close();
        return List.copyOf(pictures);
    }

    private Path take(Camera camera, Stop stop, Size size, boolean dark, Path folder) {
        onFx(() -> {
            camera.prepare(size, dark);
            return size;
        });
        waitUntilQuiet(() -> true);
        var picture = onFx(camera::take);
        String scheme = dark ? "dark" : "light";
        Path file = folder.resolve(
                "%s-%dx%d-%s.png".formatted(stop.name(), size.width(), size.height(), scheme));
        Camera.write(picture, file);
        return file;
    }

    private static void start() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException alreadyRunning) {
            Platform.setImplicitExit(false);
        }
    }

    /// Screens load in the background and show what came a pulse later.
    private void waitUntilQuiet(BooleanSupplier settled) {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        long quietSince = System.currentTimeMillis();
        while (System.currentTimeMillis() < until) {
            boolean busy = onFx(() -> background.busy().get() || !settled.getAsBoolean());
            if (busy) {
                quietSince = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - quietSince >= QUIET_MILLIS) {
                return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The walk was interrupted", e);
        }
    }

    private static <T> T onFx(Supplier<T> action) {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(action.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
