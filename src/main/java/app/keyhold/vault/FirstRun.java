package app.keyhold.vault;

import app.keyhold.kms.Client;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import java.util.List;
import java.util.Optional;

/// What a new vault gets besides its owner, through the door like everything else.
public final class FirstRun {
    /// The default key for dropped files.
    public static final String MY_FILES = "alias/my-files";

    private FirstRun() {}

    /// A customer key for files, rotated once a year.
    ///
    /// @return its key id
    public static String createMyFiles(Client client) {
        var made = client.call(new CreateKey.Request(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Encrypts your files"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty()));
        var keyId = made.keyMetadata().keyId();
        client.call(new CreateAlias.Request(MY_FILES, keyId));
        client.call(new EnableKeyRotation.Request(keyId, Optional.of(365)));
        return keyId;
    }
}
