package app.keyhold.desktop.frame;

/// A screen's constructor, `KeysController::new` for one.
@FunctionalInterface
public interface ScreenFactory {
    Screen create(ScreenContext context);
}
