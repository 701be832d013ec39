package app.keyhold.demo;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.Permissions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who lives in the demo vault besides its owner, each with a client of their own.
final class DemoPeople {
    static final String PASSPHRASE = "demo demo demo demo";

    private static final Map<String, Permissions> PERMISSIONS = Map.of(
            "eva", Permissions.NONE,
            "billing", Permissions.KEY_USER,
            "nightly", Permissions.KEY_USER,
            "ci", Permissions.KEY_USER);

    /// The others are programs: no keyslot.
    private static final Set<String> PEOPLE = Set.of("eva");

    private final OpenVault vault;

    private DemoPeople(OpenVault vault) {
        this.vault = vault;
    }

    static DemoPeople moveInto(OpenVault vault) {
        PERMISSIONS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(person -> {
            if (!PEOPLE.contains(person.getKey())) {
                vault.client().call(CreateUser.Request.endpointOnly(person.getKey(), person.getValue().name()));
                return;
            }
            try (var passphrase = passphrase()) {
                vault.client()
                        .call(new CreateUser.Request(
                                person.getKey(),
                                passphrase,
                                Optional.empty(),
                                person.getValue().name()));
            }
        });
        return new DemoPeople(vault);
    }

    static SecretBytes passphrase() {
        return SecretBytes.takeOver(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }

    Client owner() {
        return vault.client();
    }

    /// As if `name` had come in: the same door, with that person's or program's authority.
    Client person(String name) {
        var caller = Caller.of(new Principal.User(vault.account(), name), new Origin("cli", "Keyhold demo"));
        return new Client(vault.client().kms(), caller);
    }
}
