package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.role.ListRoles;
import app.keyhold.vault.operation.ListUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Everybody there is to choose from. Whoever may not list users or roles chooses from none of them, and types names.
public final class Parties {
    private final Client client;
    private final Background background;
    private final String screenSession;

    public Parties(Client client, Background background, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
    }

    public void load(Consumer<List<Party>> then) {
        background.run(
                () -> {
                    List<Party> all = new ArrayList<>(permitted(this::users));
                    all.addAll(permitted(this::roles));
                    return all;
                },
                then,
                _ -> then.accept(List.of()));
    }

    private List<Party> users() {
        return client.call(new ListUsers.Request(screenSession)).users().stream().map(Party::of).toList();
    }

    private List<Party> roles() {
        List<Party> all = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            var page = client.call(new ListRoles.Request(marker, Optional.empty()));
            page.roles().forEach(role -> all.add(Party.of(role)));
            marker = page.marker();
        } while (marker.isPresent());
        return all;
    }

    private static List<Party> permitted(Supplier<List<Party>> list) {
        try {
            return list.get();
        } catch (KmsException notPermitted) {
            return List.of();
        }
    }
}
