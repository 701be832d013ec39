package app.keyhold.desktop.access;

import java.util.List;
import java.util.function.Supplier;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// For a list of parties that can be typed into.
public final class PartyConverter extends StringConverter<Party> {
    private final String account;
    private final Supplier<List<Party>> known;

    public PartyConverter(String account, Supplier<List<Party>> known) {
        this.account = account;
        this.known = known;
    }

    @Override
    public String toString(@Nullable Party party) {
        return party == null ? "" : party.name();
    }

    @Override
    public @Nullable Party fromString(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return known.get().stream()
                .filter(party -> party.name().equals(typed.strip()))
                .findFirst()
                .orElseGet(() -> Party.named(account, typed));
    }
}
