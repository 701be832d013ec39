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
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;

/// Walks the real desktop over a real vault and takes pictures.
public final class Tour {
    /// A picture wants what moves to have come to rest; a look at what is there does not.
    private static final long QUIET_MILLIS = 150;
    private static final long A_LOOK_MILLIS = 60;
    private static final long PATIENCE_MILLIS = 20_000;

    private final DesktopParts parts;
    private final OpenVault vault;
    private final Path scratch;
    private final Background background = Background.onFxThread();
    private String passphrase = Hands.SAMPLE_PASSPHRASE;
    private BiConsumer<String, Parent> visitor = (_, _) -> {};
    private BiConsumer<String, Parent> critic = (_, _) -> {};
    private BiConsumer<String, String> lookout = (_, _) -> {};

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

    /// Told before every picture, on the FX thread, the picture's name and what is on it.
    public Tour judging(BiConsumer<String, Parent> critic) {
        this.critic = critic;
        return this;
    }

    /// Told, on the FX thread, the stop's name and what was to be pressed, chosen or written there and could not be.
    public Tour missing(BiConsumer<String, String> lookout) {
        this.lookout = lookout;
        return this;
    }

    /// Leaves `NAME-WIDTHxHEIGHT-LOOK.png` in `folder`. Not on the FX thread.
    ///
    /// @param views none to walk without pictures
    /// @return the pictures, in the order of the walk
    public List<Path> walk(Path folder, List<View> views) {
        start();
        var shell = onFx(() -> new Shell(parts, background, _ -> {}));
        var camera = onFx(() -> new Camera(shell.root()));
        var pictures = new ArrayList<Path>();
        View usual = views.isEmpty() ? View.USUAL.getFirst() : views.getFirst();
        walk(shell, () -> onFx(() -> camera.prepare(usual)), views.isEmpty() ? A_LOOK_MILLIS : QUIET_MILLIS, stop -> {
            for (View view : stop.pictured() ? views : List.<View>of()) {
                pictures.add(take(camera, stop, view, folder, shell.root()));
            }
        });
        return List.copyOf(pictures);
    }

    /// Without pictures, but in a window, which styles, lays out and paints as it does for a person. Not on the FX thread.
    public void walkInWindow() {
        start();
        var shell = onFx(() -> new Shell(parts, background, _ -> {}));
        var window = onFx(() -> new TourWindow(new Camera(shell.root()).prepare(View.USUAL.getFirst())));
        walk(shell, window::awaitPulse, A_LOOK_MILLIS, _ -> {});
        onFx(window::close);
    }

    /// @param pulse styles and lays out what changed
    private void walk(Shell shell, Runnable pulse, long quietMillis, Consumer<Stop> look) {
        var hands = new Hands(shell);
        for (Stop stop : new Itinerary(vault, passphrase, scratch, shell, hands).stops()) {
            stop.before().run();
            // What a pulse does in a window, then what a person does: two tasks of the thread, as there.
            pulse.run();
            onFx(() -> {
                stop.arrive().run();
                hands.missed().forEach(missed -> lookout.accept(stop.name(), missed));
            });
            waitUntilQuiet(stop.settled(), quietMillis);
            onFx(() -> visitor.accept(stop.name(), shell.root()));
            look.accept(stop);
        }
        onFx(shell::stop);
        background.close();
    }

    private Path take(Camera camera, Stop stop, View view, Path folder, Parent shown) {
        String name = stop.name() + "-" + view.suffix();
        onFx(() -> camera.prepareForPicture(view));
        waitUntilQuiet(() -> true, QUIET_MILLIS);
        var picture = onFx(() -> {
            critic.accept(name, shown);
            return camera.take();
        });
        Path file = folder.resolve(name + ".png");
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
    private void waitUntilQuiet(BooleanSupplier settled, long quietMillis) {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        long quietSince = System.currentTimeMillis();
        while (System.currentTimeMillis() < until) {
            boolean busy = onFx(() -> background.busy().get() || !settled.getAsBoolean());
            if (busy) {
                quietSince = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - quietSince >= quietMillis) {
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

    private static void onFx(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
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
