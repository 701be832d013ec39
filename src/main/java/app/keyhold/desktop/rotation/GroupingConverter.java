package app.keyhold.desktop.rotation;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// For the list of choices.
final class GroupingConverter extends StringConverter<Grouping> {
    @Override
    public String toString(@Nullable Grouping grouping) {
        return grouping == null ? "" : grouping.title();
    }

    /// Nobody types one.
    @Override
    public Grouping fromString(String text) {
        return Grouping.NONE;
    }
}
