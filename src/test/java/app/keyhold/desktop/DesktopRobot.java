package app.keyhold.desktop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.testfx.util.WaitForAsyncUtils;

/// What the screens' tests do with a robot: wait for something to become true, press what is there.
public final class DesktopRobot {
    private static final long PATIENCE_SECONDS = 30;

    private final Scene scene;

    public DesktopRobot(Scene scene) {
        this.scene = scene;
    }

    public void waitFor(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain for " + what, e);
        }
    }

    private static boolean onFx(BooleanSupplier condition) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean);
    }

    /// As Space on the focused button does; a click of the mouse would depend on where the last pulse put the button.
    public void press(String selector) {
        waitFor(selector, () -> isPressable(scene.lookup(selector)));
        run(() -> ((ButtonBase) scene.lookup(selector)).fire());
    }

    private static boolean isPressable(Node node) {
        return node != null && !node.isDisabled() && node.getScene() != null && isShown(node);
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    public void type(String selector, String text) {
        waitFor(selector, () -> isPressable(scene.lookup(selector)));
        run(() -> scene.lookup(selector).requestFocus());
        Keyboard.write(text);
    }

    public <T extends Node> T find(String selector, Class<T> type) {
        waitFor(selector, () -> scene.lookup(selector) != null);
        return type.cast(scene.lookup(selector));
    }

    public void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
