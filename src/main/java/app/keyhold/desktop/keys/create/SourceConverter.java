package app.keyhold.desktop.keys.create;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// `You import it  ·  EXTERNAL` in a list of sources.
final class SourceConverter extends StringConverter<Source> {
    @Override
    public String toString(@Nullable Source source) {
        return source == null ? "" : DraftWords.source(source) + "  ·  " + source.origin().name();
    }

    @Override
    public Source fromString(String text) {
        return Source.HERE;
    }
}
