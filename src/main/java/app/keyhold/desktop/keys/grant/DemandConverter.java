package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.keys.grant.CreateGrantModel.ContextDemand;
import app.keyhold.desktop.part.Words;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// For the list of what a grant demands of the encryption context.
final class DemandConverter extends StringConverter<ContextDemand> {
    private static final Words WORDS = Words.of(DemandConverter.class);

    @Override
    public String toString(@Nullable ContextDemand demand) {
        return demand == null ? "" : WORDS.get(demand);
    }

    @Override
    public ContextDemand fromString(String text) {
        return ContextDemand.NOTHING;
    }
}
