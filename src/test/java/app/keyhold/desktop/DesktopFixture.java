package app.keyhold.desktop;

import app.keyhold.Wiring;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// A real vault in a temporary folder, and what the desktop over it is made of.
public final class DesktopFixture {
    public static final String PASSPHRASE = "lantern quartz meadow violin";
    public static final NewVault.KdfCost CHEAP = new NewVault.KdfCost(8 * 1024, 1, 1);

    public final Path folder;
    public final Wiring wiring;
    public final DesktopPreferences preferences = DesktopPreferences.inMemory();

    public DesktopFixture(Path temporary) {
        folder = temporary.resolve("personal.keyhold");
        wiring = new Wiring(Clock.systemUTC(), temporary.resolve("state"));
    }

    public DesktopParts parts() {
        return DesktopParts.of(wiring.vaults(), wiring::files, Clock.systemUTC(), preferences);
    }

    /// Makes the vault with the key for dropped files, and leaves it open.
    public OpenVault create() {
        var vault = wiring.vaults()
                .create(new NewVault(
                        folder,
                        Optional.of("111122223333"),
                        "us-east-1",
                        secret(PASSPHRASE),
                        Optional.empty(),
                        CHEAP,
                        "desktop",
                        false));
        FirstRun.createMyFiles(vault.client());
        return vault;
    }

    public static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
